"""What a reader got wrong of a text whose truth is known (差异)."""

from __future__ import annotations

from collections.abc import Iterable

from fulian.model.observation import Observation

__all__ = ["differences"]


def differences(truth: Iterable[Observation], read: Iterable[Observation]) -> tuple[str, ...]:
    """Tell what a reader got wrong of the figures of a text (差异).

    The same means: each figure at the same place, with the same value, high, unit, qualifier, status and period, and no
    figure more.

    Args:
        truth: What the text says.
        read: What a reader found in it.

    Returns:
        A sentence for each difference, in the order of the text; none where the reader is right.

    Example:
        >>> import attrs
        >>> from decimal import Decimal
        >>> from fulian.model import Source, Status
        >>> from fulian.values import Quantity, Span
        >>> figure = Observation(
        ...     label="举办招聘会", quantity=Quantity(value=Decimal(44), unit="场"), status=Status.ACTUAL,
        ...     source=Source(document_id="d1", span=Span(start=8, end=11), quote="44场"),
        ... )
        >>> differences([figure], [attrs.evolve(figure, status=Status.TARGET)])
        ('8 to 11, 44场: status is actual, read as target',)
        >>> differences([figure], [])
        ('8 to 11, 44场: not found',)
    """
    wanted = {one.source.span: one for one in truth}
    found = {one.source.span: one for one in read}
    told = []
    for span in sorted({*wanted, *found}):
        one, other = wanted.get(span), found.get(span)
        where = f"{span.start} to {span.end}, {(one or other).source.quote}"  # type: ignore[union-attr]
        if other is None:
            told.append(f"{where}: not found")
        elif one is None:
            told.append(f"{where}: is no figure, or stands elsewhere")
        else:
            told += [
                f"{where}: {name} is {right}, read as {wrong}"
                for name, right, wrong in _facts(one, other)
                if right != wrong
            ]
    return tuple(told)


def _facts(one: Observation, other: Observation) -> list[tuple[str, object, object]]:
    left, right = one.quantity, other.quantity
    return [
        ("value", left.value, right.value),
        ("high", left.high, right.high),
        ("unit", left.unit, right.unit),
        ("qualifier", left.qualifier.value, right.qualifier.value),
        ("status", one.status.value, other.status.value),
        ("period", one.period and str(one.period), other.period and str(other.period)),
    ]
