"""Sentences with one slip of arithmetic, planted and named (带错误的语句): what a check must find."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import attrs
from attrs.validators import instance_of
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from fulian.strategies._arguments import chosen
from fulian.strategies._sharing import one_of
from fulian.values.span import Span

__all__ = ["Slip", "slip_kinds", "written_slips"]


@attrs.frozen(kw_only=True)
class Slip:
    """A text with one slip of arithmetic in it, and what it is (算术错误).

    Attributes:
        text: The text.
        kind: ``sum``: parts that do not add up to their whole; ``share``: a percentage that is not that of its part and
            whole; ``growth``: a growth that is not that of its two years.
        span: Where the wrong figure stands.
        printed: The number that stands there.
        right: The number that should stand there.

    Raises:
        TypeError: A field is of the wrong type.

    Example:
        >>> slip = Slip(text="共3场", kind="sum", span=Span(start=1, end=3), printed=Decimal(3), right=Decimal(2))
        >>> slip.span.of(slip.text)
        '3场'
    """

    text: str = attrs.field(validator=instance_of(str))
    kind: str = attrs.field(validator=instance_of(str))
    span: Span = attrs.field(validator=instance_of(Span))
    printed: Decimal = attrs.field(validator=instance_of(Decimal))
    right: Decimal = attrs.field(validator=instance_of(Decimal))


_SLIPS: Final = ("sum", "share", "growth")


@st.composite
def _slips(draw: st.DrawFn, kind: str) -> Slip:
    one, other = draw(st.integers(20, 900)), draw(st.integers(20, 900))
    wrong = draw(st.integers(1, 9)) * draw(one_of((-1, 1)))
    right: Decimal
    match kind:
        case "sum":
            right = Decimal(one + other)
            before, unit, after = "全年举办活动", "场", f"，其中讲座{one}场、培训{other}场。"
        case "share":
            whole = one + other
            right = Decimal(one * 100) / whole
            before, unit, after = f"全市有干部{whole}名，其中女干部{one}名，占", "%", "。"
        case _:
            later = one + draw(st.integers(1, 900))
            right = Decimal((later - one) * 100) / one
            before, unit, after = f"全年办理案件{later}件，上年为{one}件，增长", "%", "。"
    right = right.quantize(Decimal("0.1")) if unit == "%" else right
    printed = right + wrong
    if printed <= 0:
        printed = right + abs(wrong)
    quote = f"{printed}{unit}"
    span = Span(start=len(before), end=len(before) + len(quote))
    return Slip(text=before + quote + after, kind=kind, span=span, printed=printed, right=right)


def slip_kinds() -> tuple[str, ...]:
    """Name the kinds of slips (错误类别).

    Returns:
        The names, as :func:`written_slips` takes them.

    Example:
        >>> slip_kinds()
        ('sum', 'share', 'growth')
    """
    return _SLIPS


def written_slips(*, kinds: tuple[str, ...] | None = None) -> SearchStrategy[Slip]:
    """Draw sentences with one slip of arithmetic, named (带错误的语句).

    Args:
        kinds: Of :func:`slip_kinds`; None for all.

    Returns:
        A strategy for slips; the printed number is off by at least one unit or one percentage point.

    Raises:
        InvalidArgument: A kind is none, or there is nothing to choose.

    Example:
        >>> from hypothesis import given
        >>> @given(written_slips(kinds=("share",)))
        ... def holds(slip):
        ...     assert abs(slip.printed - slip.right) >= 1
        ...     assert slip.span.of(slip.text) == f"{slip.printed}%"
        >>> holds()
    """
    return st.one_of([_slips(kind) for kind in chosen("kinds", kinds, _SLIPS)])
