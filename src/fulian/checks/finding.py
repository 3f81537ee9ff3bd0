"""What a check found: where, by which arithmetic, how sure, and the smallest change that would mend it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import attrs
from attrs.validators import instance_of, matches_re, optional

from fulian.model.source import Source
from fulian.values.term import Term
from fulian.values.validation import filled, tuple_of

__all__ = ["Finding", "Mend", "Operand", "Severity", "Verdict"]


class Severity(Term):
    """How much a finding weighs (严重程度).

    Example:
        >>> Severity("warning").zh
        '警告'
    """

    ERROR = "error", "错误"
    WARNING = "warning", "警告"
    NOTE = "note", "提示"


class Verdict(Term):
    """What was decided (判定): the statements cannot all be true, or that cannot be told, or it is only worth knowing.

    Example:
        >>> Verdict("cannot-tell").zh
        '无法判定'
    """

    INCONSISTENT = "inconsistent", "不一致"
    CANNOT_TELL = "cannot-tell", "无法判定"
    NOTE = "note", "说明"


@attrs.frozen(kw_only=True)
class Mend:
    """The smallest change that would mend a finding (最小改动): a stretch of the document, and what could stand there.

    It says what would fit, not what is true: any of the figures that disagree may be the wrong one.

    Attributes:
        source: What stands there now.
        text: What would fit instead; empty where the characters would go.

    Raises:
        TypeError: A field is of the wrong type.

    Example:
        >>> from fulian.values import Span
        >>> mend = Mend(source=Source(document_id="d1", span=Span(start=4, end=7), quote="30%"), text="20%")
        >>> f"{mend.source.quote} -> {mend.text}"
        '30% -> 20%'
    """

    source: Source = attrs.field(validator=instance_of(Source))
    text: str = attrs.field(validator=instance_of(str))


@attrs.frozen
class Operand:
    """A number of a calculation by its name (算式中的数).

    Attributes:
        name: What it is: ``part``, ``whole``, ``printed``, ``right``.
        value: The number.

    Raises:
        TypeError: A field is of the wrong type.

    Example:
        >>> Operand("part", Decimal(40)).name
        'part'
    """

    name: str = attrs.field(validator=filled())
    value: Decimal = attrs.field(validator=instance_of(Decimal))


def _operands(numbers: Iterable[Operand | tuple[str, Decimal]]) -> tuple[Operand, ...]:
    """Take pairs of name and number for what they are."""
    return tuple(one if isinstance(one, Operand) else Operand(*one) for one in numbers)


@attrs.frozen(kw_only=True)
class Finding:
    """Something that does not hold together (检查结果).

    Attributes:
        code: The rule's stable code: the letter of its family and three digits.
        severity: Error, warning or note.
        verdict: Inconsistent, cannot tell, or only a note.
        message_en: What is the matter, in one English sentence.
        message_zh: The same in Chinese.
        sources: Where it stands, the figure or words in question first; empty where a program made the record.
        arithmetic: The calculation as text, such as ``1340 ÷ 6728 = 19.92%``; empty where there is none.
        numbers: The numbers of the calculation by name, in order; pairs such as ``("part", Decimal(1340))`` are taken.
        mend: The smallest change that would mend it, or None.
        path: Where in the record it is, for what has no source: ``reports[2].organization``; else None.
        clause: The standard's clause that it offends, such as ``GB/T 9704-2012, 5.2.1``; else None.
        advice_en: What to do, in one English sentence, where a mend is no change of words; else None.
        advice_zh: The same in Chinese.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The code is not a letter or more and three digits, or a message is blank.

    Example:
        >>> finding = Finding(
        ...     code="A101", severity=Severity.ERROR, verdict=Verdict.INCONSISTENT,
        ...     message_en="the share is not that of its part and whole", message_zh="占比与分子、分母不符",
        ...     arithmetic="40 ÷ 200 = 20%",
        ... )
        >>> print(finding)
        A101 error: the share is not that of its part and whole (40 ÷ 200 = 20%)
    """

    code: str = attrs.field(validator=matches_re("[A-Z]{1,8}[0-9]{3}"))
    severity: Severity = attrs.field(validator=instance_of(Severity))
    verdict: Verdict = attrs.field(validator=instance_of(Verdict))
    message_en: str = attrs.field(validator=filled())
    message_zh: str = attrs.field(validator=filled())
    sources: tuple[Source, ...] = attrs.field(default=(), validator=tuple_of(Source))
    arithmetic: str = attrs.field(default="", validator=instance_of(str))
    numbers: tuple[Operand, ...] = attrs.field(default=(), converter=_operands, validator=tuple_of(Operand))
    mend: Mend | None = attrs.field(default=None, validator=optional(instance_of(Mend)))
    path: str | None = attrs.field(default=None, validator=optional(filled()))
    clause: str | None = attrs.field(default=None, validator=optional(filled()))
    advice_en: str | None = attrs.field(default=None, validator=optional(filled()))
    advice_zh: str | None = attrs.field(default=None, validator=optional(filled()))

    def __str__(self) -> str:
        sums = f" ({self.arithmetic})" if self.arithmetic else ""
        return f"{self.code} {self.severity}: {self.message_en}{sums}"
