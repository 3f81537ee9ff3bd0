"""A rule: what it is called, what it needs to look at, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs
from attrs.validators import is_callable, matches_re, optional

from fulian.checks.finding import Finding
from fulian.checks.matter import Matter, Need
from fulian.values.validation import filled, tuple_of

__all__ = ["Look", "Rule", "rule"]

Look = Callable[[Matter], Iterable[Finding]]
"""What a rule does: it takes the matter and gives its findings."""


@attrs.frozen(kw_only=True)
class Rule:
    """A rule of checking (检查规则).

    Attributes:
        code: Its stable code: the letter of its family and three digits. Users' rules take ``X`` and their own digits.
        name: A short name in lower-case English with hyphens.
        en: What holds where all is well, in one English sentence.
        zh: The same in Chinese.
        needs: What a record must have for the rule to run.
        example: A text that breaks it, or None where no text alone can.
        look: The function that looks; it gives findings with the rule's code.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: Code or name is not of its form.

    Example:
        >>> from fulian.checks.arithmetic.shares import share_of_whole
        >>> share_of_whole.code, share_of_whole.family
        ('A101', 'A')
    """

    code: str = attrs.field(validator=matches_re("[A-Z]{1,8}[0-9]{3}"))
    name: str = attrs.field(validator=matches_re("[a-z][a-z0-9]*(?:-[a-z0-9]+)*"))
    en: str = attrs.field(validator=filled())
    zh: str = attrs.field(validator=filled())
    needs: tuple[Need, ...] = attrs.field(default=(), validator=tuple_of(Need))
    example: str | None = attrs.field(default=None, validator=optional(filled()), repr=False)
    look: Look = attrs.field(validator=is_callable(), repr=False)

    @property
    def family(self) -> str:
        """The letters of its code."""
        return self.code.rstrip("0123456789")

    def missing(self, matter: Matter) -> tuple[Need, ...]:
        """Tell what the rule needs and the matter does not have (缺少的条件).

        Args:
            matter: What is looked at.

        Returns:
            The needs that are not met, in order; empty where the rule can run.

        Example:
            >>> from fulian.checks.arithmetic.shares import share_of_whole
            >>> from fulian.model import CityReport
            >>> [need.value for need in share_of_whole.missing(Matter(CityReport(year=2016)))]
            ['figures']
        """
        return tuple(need for need in self.needs if not matter.has(need))


def rule(
    code: str, *, name: str, en: str, zh: str, needs: tuple[Need, ...] = (), example: str | None = None
) -> Callable[[Look], Rule]:
    """Make a function a rule (定义规则).

    Args:
        code: Its stable code.
        name: A short name.
        en: What holds where all is well, in one English sentence.
        zh: The same in Chinese.
        needs: What a record must have for the rule to run.
        example: A text that breaks it, for its page; None where no text alone can.

    Returns:
        A decorator that gives the rule.

    Example:
        >>> from fulian.checks.finding import Severity, Verdict
        >>> @rule("X001", name="large-class", en="No class has more than 500 people.", zh="每班不超过500人。",
        ...       needs=(Need.FIGURES,))
        ... def large_class(matter):
        ...     for one in matter.observations:
        ...         if one.label.startswith("培训") and one.quantity.value > 500:
        ...             yield Finding(code="X001", severity=Severity.NOTE, verdict=Verdict.NOTE, sources=(one.source,),
        ...                           message_en=f"{one.quantity} in one class", message_zh=f"一班{one.quantity}")
        >>> import fulian
        >>> [str(one) for one in fulian.check(fulian.read_text("全年培训妇女600人。"), rules=[large_class])]
        ['X001 note: 600人 in one class']
    """

    def make(look: Look) -> Rule:
        return Rule(code=code, name=name, en=en, zh=zh, needs=needs, example=example, look=look)

    return make
