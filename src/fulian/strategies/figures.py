"""Strategies for figures: indicators, and observations at the places where a document prints them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from fulian.model.document import Document
from fulian.model.indicator import Direction, Indicator, IndicatorKind
from fulian.model.observation import Observation, Status
from fulian.model.organization import Organization
from fulian.model.source import Source
from fulian.strategies._arguments import check_type
from fulian.strategies._sharing import maybe, one_of
from fulian.strategies.bodies import organizations
from fulian.strategies.documents import _standing_in, sources
from fulian.strategies.values import periods, quantities
from fulian.strategies.words import headings
from fulian.values.period import Period
from fulian.values.quantity import Qualifier, Quantity
from fulian.values.span import Span

__all__ = ["indicators", "observations"]

# The figures of the sentences that fulian.strategies.words makes.
_FIGURE: Final = re.compile("([0-9]+)(余?)(个百分点|人次|万元|亿元|课时|[场次名人个所户份册笔件起支期处%])")
_MULTIPLES: Final = {"万元": ("元", 10_000), "亿元": ("元", 100_000_000)}
_LABELS: Final = ("举办招聘会", "培训妇女", "救助困难母亲", "发放贷款", "建成妇女之家", "")
_MOSTLY: Final = st.integers(0, 4).map(bool)
_CODES: Final = ("HEA_MMR", "ORG_FEDERATION_VILLAGE", "ECO_LOAN_AMOUNT", "LAW_CASES_2")


def indicators(*, nasty: bool = False) -> SearchStrategy[Indicator]:
    """Draw indicators (指标): made-up entries of the catalogue's form.

    Args:
        nasty: Whether to draw also names that break naive code.

    Returns:
        A strategy for indicators.

    Raises:
        InvalidArgument: `nasty` is no bool.

    Example:
        >>> from hypothesis import given
        >>> @given(indicators())
        ... def holds(indicator):
        ...     assert indicator.code.isupper()
        >>> holds()
    """
    text = headings(nasty=nasty)
    several = st.lists(text, max_size=2).map(tuple)
    return st.builds(
        Indicator,
        code=st.sampled_from(_CODES),
        name=text,
        name_en=st.sampled_from((None, "Maternal mortality ratio")),
        domain=st.sampled_from(("健康", "经济", "组织建设")),
        kind=st.sampled_from(IndicatorKind),
        unit=st.sampled_from(("/10万", "个", "元", "")),
        usual_units=st.sampled_from(((), ("个", "所"))),
        direction=st.sampled_from(Direction),
        numerator=st.none() | text,
        denominator=st.none() | text,
        multiplier=st.sampled_from((None, 100, 100_000)),
        aliases=several,
        targets=st.sampled_from(((), ("2020 <=20", "2030 <=12"))),
        basis=st.sampled_from(((), ("WP20", "NBS"))),
        evidence=st.sampled_from((None, "seen", "known")),
        note=st.none() | text,
    )


def _printed(document: Document) -> list[tuple[Source, Quantity]]:
    """The figures that the document prints, each with its place."""
    found = []
    for match in _FIGURE.finditer(document.text):
        digits, more, word = match.groups()
        unit, times = _MULTIPLES.get(word, (word, 1))
        quantity = Quantity(
            value=Decimal(digits) * times,
            unit=unit,
            qualifier=Qualifier.OVER if more else Qualifier.EXACT,
            text=match.group(),
        )
        span = Span(start=match.start(), end=match.end())
        found.append((Source(document_id=document.id, span=span, quote=match.group()), quantity))
    return found


@st.composite
def _observations(
    draw: st.DrawFn,
    document: Document,
    *,
    organization: Organization | None,
    period: Period | None,
    statuses: tuple[Status, ...],
    nasty: bool,
) -> Observation:
    printed = _printed(document)
    others: list[Span] = []
    mostly = draw(_MOSTLY)
    if printed and mostly:
        source, quantity = draw(st.sampled_from(printed))
        others = [other.span for other, _ in printed if other.span != source.span]
    else:
        source, quantity = draw(sources(document, max_size=12)), draw(quantities(nasty=nasty))
    indicator = draw(maybe(one_of(_CODES)))
    certainty = draw(one_of((None, Decimal("0.9"), Decimal(1)))) if indicator else None
    related = st.one_of(st.none(), st.sampled_from(others)) if others else st.none()
    return Observation(
        label=draw(one_of(_LABELS)) or draw(headings(nasty=nasty)),
        indicator=indicator,
        certainty=certainty,
        quantity=quantity,
        organization=organization if organization is not None else draw(maybe(organizations(nasty=nasty))),
        period=period if period is not None else draw(maybe(periods())),
        status=draw(one_of(statuses)),
        numerator=draw(related),
        denominator=draw(related),
        source=source,
        trail=draw(one_of(((), ("unit:measure-word=场", "status:section=actual")))),
    )


def observations(
    document: Document | None = None,
    *,
    organization: Organization | None = None,
    period: Period | None = None,
    statuses: tuple[Status, ...] | None = None,
    nasty: bool = False,
) -> SearchStrategy[Observation]:
    """Draw figures that stand in their document (指标值).

    Mostly they are figures that the document prints, with the quantity that the print says; some are at another place.

    Args:
        document: The document they stand in; None for one that is drawn.
        organization: The body they are about; None to draw one or leave it open.
        period: When they hold; None to draw one or leave it open.
        statuses: The standings to choose from; None for all.
        nasty: Whether to draw also words and numbers that break naive code.

    Returns:
        A strategy for observations.

    Raises:
        InvalidArgument: An argument is of the wrong class, or the document is empty.

    Example:
        >>> from hypothesis import given
        >>> document = Document(id="d1", text="全年举办招聘会共44场。")
        >>> @given(observations(document, statuses=(Status.ACTUAL,)))
        ... def holds(figure):
        ...     figure.source.verify(document)
        ...     assert figure.status == "actual"
        >>> holds()
    """
    check_type("organization", organization, Organization)
    check_type("period", period, Period)
    check_type("statuses", statuses, tuple)
    for status in statuses or ():
        check_type("statuses", status, Status)
    return _standing_in(
        document,
        lambda one: _observations(
            one, organization=organization, period=period, statuses=statuses or tuple(Status), nasty=nasty
        ),
        nasty=nasty,
    )
