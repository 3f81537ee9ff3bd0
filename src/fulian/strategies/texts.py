"""Strategies that know the truth (带答案的文本): Chinese text as documents print it, drawn together with what it says.

A reader of such text, fulian's own or another, can be held to the answer: read it, and compare with
:func:`~fulian.strategies.differences`. What counts as the same is small on purpose: the same places, numbers, units,
hedges, standings and times; labels and bodies are a matter of words and are left to each reader's own tests.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Final, Generic, TypeVar

import attrs
from attrs.validators import instance_of
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from fulian.strategies._arguments import chosen
from fulian.strategies._sharing import one_of
from fulian.values.numeral import format_numeral
from fulian.values.quantity import Qualifier, Quantity
from fulian.values.span import Span

__all__ = ["Written", "quantity_forms", "written_quantities"]

_T = TypeVar("_T")


@attrs.frozen(kw_only=True)
class Written(Generic[_T]):
    """A piece of text and what it says (文本与答案).

    Attributes:
        text: The text, hedges included: ``超过500场``.
        span: Where in it the value itself stands: for a quantity from its number to its unit, without hedges around it.
        truth: What the text says.
        form: The name of the printed form.

    Raises:
        TypeError: A field is of the wrong type.

    Example:
        >>> written = Written(text="近2000人", span=Span(start=1, end=6), truth=Decimal(2000), form="hedged")
        >>> written.quote
        '2000人'
    """

    text: str = attrs.field(validator=instance_of(str))
    span: Span = attrs.field(validator=instance_of(Span))
    truth: _T
    form: str = attrs.field(validator=instance_of(str))

    @property
    def quote(self) -> str:
        """The characters of the value itself."""
        return self.span.of(self.text)


_COUNTED: Final = ("人", "名", "个", "场", "户", "件", "人次", "期")
_MYRIADS: Final = ("人", "名", "元", "人次", "户")
_BEFORE: Final = {
    Qualifier.UNDER: ("近", "不足", "不超过"),
    Qualifier.ABOUT: ("约", "大约"),
    Qualifier.OVER: ("超过", "不少于", "逾", "突破"),
}
_AFTER: Final = {Qualifier.OVER: ("以上",), Qualifier.ABOUT: ("左右",), Qualifier.UNDER: ("以下", "以内")}
_FULL_WIDTH: Final = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
_DASHES: Final = ("-", "—", "～", "至")

_Form = Callable[[], SearchStrategy[Written[Quantity]]]


def _written(
    form: str,
    quote: str,
    value: Decimal | int,
    unit: str,
    *,
    high: Decimal | int | None = None,
    qualifier: Qualifier = Qualifier.EXACT,
    before: str = "",
    after: str = "",
) -> Written[Quantity]:
    quantity = Quantity(
        value=Decimal(value),
        high=None if high is None else Decimal(high),
        unit=unit,
        qualifier=qualifier,
        text=quote,
    )
    span = Span(start=len(before), end=len(before) + len(quote))
    return Written(text=f"{before}{quote}{after}", span=span, truth=quantity, form=form)


def _points(draw: st.DrawFn, low: int, high: int, places: int) -> Decimal:
    """A number with up to so many places, without a zero at its end: 7.57."""
    shift = 10**places
    number = draw(st.integers(low * shift + 1, high * shift - 1))
    return _bare(Decimal(number) / shift)


def _bare(number: Decimal) -> Decimal:
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def _chinese(number: Decimal) -> str:
    whole, _, places = f"{number:f}".partition(".")
    digits = "".join("零一二三四五六七八九"[int(digit)] for digit in places)
    return format_numeral(int(whole)) + (f"点{digits}" if digits else "")


@st.composite
def _plain(draw: st.DrawFn) -> Written[Quantity]:
    number, unit = draw(st.integers(1, 99_999)), draw(one_of(_COUNTED))
    return _written("plain", f"{number}{unit}", number, unit)


@st.composite
def _commas(draw: st.DrawFn) -> Written[Quantity]:
    number, unit = draw(st.integers(1000, 99_999_999)), draw(one_of(_COUNTED))
    return _written("commas", f"{number:,}{unit}", number, unit)


@st.composite
def _thin_spaces(draw: st.DrawFn) -> Written[Quantity]:
    number, unit = draw(st.integers(10_000, 999_999)), draw(one_of(_COUNTED))
    return _written("spaces", f"{number:,}{unit}".replace(",", draw(one_of((" ", "\u2009")))), number, unit)


@st.composite
def _full_width(draw: st.DrawFn) -> Written[Quantity]:
    number, unit = draw(st.integers(1, 99_999)), draw(one_of(_COUNTED))
    return _written("full-width", str(number).translate(_FULL_WIDTH) + unit, number, unit)


@st.composite
def _myriads(draw: st.DrawFn) -> Written[Quantity]:
    number, unit = _points(draw, 0, 3000, draw(st.integers(0, 2))), draw(one_of(_MYRIADS))
    word, times = draw(one_of((("万", 10**4), ("亿", 10**8))))
    return _written("myriads", f"{number:f}{word}{unit}", _bare(number * times), unit)


@st.composite
def _yi_and_wan(draw: st.DrawFn) -> Written[Quantity]:
    yi, thousands = draw(st.integers(1, 99)), draw(st.integers(1, 9))
    return _written("yi-and-wan", f"{yi}亿{thousands}千万元", yi * 10**8 + thousands * 10**7, "元")


@st.composite
def _words(draw: st.DrawFn) -> Written[Quantity]:
    # 一 alone is more often a word than a count, and a bare digit before 百 or 万 reads as the next place.
    number, unit = draw(st.integers(3, 9999)), draw(one_of(("名", "个", "场", "户")))
    return _written("words", format_numeral(number) + unit, number, unit)


@st.composite
def _percent(draw: st.DrawFn) -> Written[Quantity]:
    number, unit = _points(draw, 0, 100, draw(st.integers(0, 2))), draw(one_of(("%", "‰", "个百分点")))
    return _written("percent", f"{number:f}{unit}", number, unit)


@st.composite
def _percent_in_words(draw: st.DrawFn) -> Written[Quantity]:
    number, (word, unit) = (
        _points(draw, 0, 100, draw(st.integers(0, 1))),
        draw(one_of((("百分之", "%"), ("千分之", "‰")))),
    )
    return _written("percent-in-words", word + _chinese(number), number, unit)


@st.composite
def _tenths(draw: st.DrawFn) -> Written[Quantity]:
    number = draw(st.integers(1, 9))
    return _written("tenths", f"{format_numeral(number)}成", number, "成")


@st.composite
def _more_inside(draw: st.DrawFn) -> Written[Quantity]:
    number, unit, more = draw(st.integers(1, 999)) * 10, draw(one_of(_MYRIADS)), draw(one_of(("余", "多")))
    if draw(st.booleans()):
        return _written("more-inside", f"{number}{more}{unit}", number, unit, qualifier=Qualifier.OVER)
    return _written("more-inside", f"{number}{more}万{unit}", number * 10**4, unit, qualifier=Qualifier.OVER)


@st.composite
def _hedged_before(draw: st.DrawFn) -> Written[Quantity]:
    qualifier = draw(one_of(tuple(_BEFORE)))
    number, unit, hedge = draw(st.integers(1, 9999)) * 10, draw(one_of(_COUNTED)), draw(one_of(_BEFORE[qualifier]))
    return _written("hedged-before", f"{number}{unit}", number, unit, qualifier=qualifier, before=hedge)


@st.composite
def _hedged_after(draw: st.DrawFn) -> Written[Quantity]:
    qualifier = draw(one_of(tuple(_AFTER)))
    number, unit, hedge = draw(st.integers(1, 9999)) * 10, draw(one_of(_COUNTED)), draw(one_of(_AFTER[qualifier]))
    return _written("hedged-after", f"{number}{unit}", number, unit, qualifier=qualifier, after=hedge)


@st.composite
def _ranges(draw: st.DrawFn) -> Written[Quantity]:
    low, more, unit = draw(st.integers(1, 900)), draw(st.integers(1, 99)), draw(one_of(_COUNTED))
    return _written("range", f"{low}{draw(one_of(_DASHES))}{low + more}{unit}", low, unit, high=low + more)


@st.composite
def _myriad_ranges(draw: st.DrawFn) -> Written[Quantity]:
    low, more, unit = draw(st.integers(1, 900)), draw(st.integers(1, 99)), draw(one_of(_MYRIADS))
    quote = f"{low}万{draw(one_of(_DASHES))}{low + more}万{unit}"
    return _written("myriad-range", quote, low * 10**4, unit, high=(low + more) * 10**4)


@st.composite
def _rough(draw: st.DrawFn) -> Written[Quantity]:
    word, times = draw(one_of((("十", 10), ("百", 100), ("千", 1000), ("万", 10**4))))
    some, unit = draw(one_of(("数", "几"))), draw(one_of(("人", "名", "个", "户")))
    quote = f"{some}{word}{unit}"
    return _written("rough", quote, 2 * times, unit, high=9 * times, qualifier=Qualifier.ABOUT)


@st.composite
def _neighbours(draw: st.DrawFn) -> Written[Quantity]:
    digit, unit = draw(st.integers(2, 8)), draw(one_of(("人", "名", "户")))
    quote = f"{format_numeral(digit)}{format_numeral(digit + 1)}十{unit}"
    return _written("neighbours", quote, digit * 10, unit, high=digit * 10 + 10, qualifier=Qualifier.ABOUT)


@st.composite
def _bare_multiples(draw: st.DrawFn) -> Written[Quantity]:
    word, number = draw(one_of((("百", 100), ("千", 1000), ("万", 10**4), ("亿", 10**8))))
    unit = draw(one_of(("人", "名", "元")))
    qualifier, hedge = draw(one_of(((Qualifier.UNDER, "近"), (Qualifier.OVER, "上"))))
    return _written("bare-multiple", f"{word}{unit}", number, unit, qualifier=qualifier, before=hedge)


@st.composite
def _multiples(draw: st.DrawFn) -> Written[Quantity]:
    number = _points(draw, 1, 20, 1)
    return _written("multiple", f"{number:f}倍", number, "倍")


@st.composite
def _rates(draw: st.DrawFn) -> Written[Quantity]:
    number, unit = _points(draw, 0, 100, draw(st.integers(0, 2))), draw(one_of(("/10万", "/万")))
    return _written("rate", f"{number:f}{unit}", number, unit)


@st.composite
def _yi_with_measure(draw: st.DrawFn) -> Written[Quantity]:
    number = draw(st.integers(1, 999))
    return _written("yi-with-measure", f"{number}个亿元", number * 10**8, "元")


_FORMS: Final[dict[str, _Form]] = {
    "plain": _plain,
    "commas": _commas,
    "spaces": _thin_spaces,
    "full-width": _full_width,
    "myriads": _myriads,
    "yi-and-wan": _yi_and_wan,
    "words": _words,
    "percent": _percent,
    "percent-in-words": _percent_in_words,
    "tenths": _tenths,
    "more-inside": _more_inside,
    "hedged-before": _hedged_before,
    "hedged-after": _hedged_after,
    "range": _ranges,
    "myriad-range": _myriad_ranges,
    "rough": _rough,
    "neighbours": _neighbours,
    "bare-multiple": _bare_multiples,
    "multiple": _multiples,
    "rate": _rates,
    "yi-with-measure": _yi_with_measure,
}


def quantity_forms() -> tuple[str, ...]:
    """Name the printed forms of quantities (数量写法).

    Returns:
        The names, as :func:`written_quantities` takes them.

    Example:
        >>> quantity_forms()[:3]
        ('plain', 'commas', 'spaces')
    """
    return tuple(_FORMS)


@cache
def _made_quantities(forms: tuple[str, ...]) -> SearchStrategy[Written[Quantity]]:
    return st.one_of([_FORMS[form]() for form in forms])


def written_quantities(*, forms: tuple[str, ...] | None = None) -> SearchStrategy[Written[Quantity]]:
    """Draw quantities as documents print them, with what they say (数量与答案).

    Args:
        forms: The printed forms to choose from, of :func:`quantity_forms`; None for all.

    Returns:
        A strategy for :class:`Written` whose truth is a quantity; the truth's text is the quote.

    Raises:
        InvalidArgument: A form is none, or there is nothing to choose.

    Example:
        >>> from hypothesis import given
        >>> @given(written_quantities(forms=("hedged-before",)))
        ... def holds(written):
        ...     assert written.truth.qualifier != "exact"
        ...     assert written.text.endswith(written.truth.text)
        >>> holds()
    """
    return _made_quantities(chosen("forms", forms, quantity_forms()))
