"""The catalogue of indicators: what the outlines, the statistics and the federations' own reports count."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import attrs
from attrs.validators import deep_iterable, in_, instance_of

from fulian.errors import ParseError
from fulian.model.indicator import Direction, Indicator, IndicatorKind
from fulian.values.validation import tuple_of

__all__ = ["CatalogueEntry", "catalogue", "expand_wording", "indicator", "indicators"]

_DEEDS = ("build", "give", "handle", "have", "hold", "honour")


@attrs.frozen(kw_only=True)
class CatalogueEntry:
    """An indicator with what it takes to recognise it in a report (指标目录条目).

    Attributes:
        indicator: The indicator.
        wordings: Ways in which reports put it, besides its name and aliases, as patterns for `expand_wording`; each
            counts only where the unit fits. May be empty.
        vague_wordings: The same, where the words leave something unsaid that the reader has to supply, such as 妇女.
            May be empty.
        deeds: Kinds of verbs that may stand before its name without changing what is counted: ``build`` (建立),
            ``give`` (发放), ``handle`` (受理), ``have`` (现有), ``hold`` (举办), ``honour`` (评选). May be empty.
        target_evidence: How sure each target is, by its year: ``seen`` in the outline's text, ``local`` in a plan that
            repeats it, ``known`` without a text at hand. May be empty.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: A deed is none of the above.

    Example:
        >>> entry = catalogue()["HEA_MMR"]
        >>> entry.indicator.targets, dict(entry.target_evidence)
        (('2020 <=20', '2030 <=12'), {2020: 'seen', 2030: 'known'})
    """

    indicator: Indicator = attrs.field(validator=instance_of(Indicator))
    wordings: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    vague_wordings: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    deeds: frozenset[str] = attrs.field(default=frozenset(), validator=deep_iterable(in_(_DEEDS)))
    target_evidence: MappingProxyType[int, str] = attrs.field(
        factory=lambda: MappingProxyType({}), validator=instance_of(MappingProxyType)
    )


def expand_wording(pattern: str) -> tuple[str, ...]:
    """Write out a pattern of the catalogue (展开说法): ``[…]`` may be left out, ``|`` parts what may stand there.

    Args:
        pattern: Words with ``(a|b)`` for a choice and ``[a|b]`` for a choice that may be left out; they nest.

    Returns:
        Every text that the pattern stands for, each once, in the pattern's order.

    Raises:
        ParseError: A bracket has no counterpart.

    Example:
        >>> expand_wording("发放[妇女]小额(担保|贴息)贷款")
        ('发放小额担保贷款', '发放小额贴息贷款', '发放妇女小额担保贷款', '发放妇女小额贴息贷款')
    """
    texts, end = _choices(pattern, 0, "")
    if end != len(pattern):
        raise ParseError(text=pattern, position=end, expected="an opening bracket before it")
    return tuple(dict.fromkeys(texts))


def _choices(pattern: str, start: int, closing: str) -> tuple[list[str], int]:
    """The texts of a choice that ends at `closing`, and where it ends."""
    done: list[str] = []
    texts = [""]
    at = start
    while at < len(pattern):
        char = pattern[at]
        if char in "([":
            inner, at = _choices(pattern, at + 1, ")" if char == "(" else "]")
            if char == "[":
                inner = ["", *inner]
            texts = [head + tail for head in texts for tail in inner]
        elif char == "|" and closing:
            done, texts = done + texts, [""]
        elif char in ")]":
            if char != closing:
                break
            return done + texts, at
        else:
            texts = [head + char for head in texts]
        at += 1
    if closing:
        raise ParseError(text=pattern, position=at, expected=f"a closing {closing}")
    return texts, at


def _rows() -> csv.DictReader[str]:
    table = files("fulian.reference") / "data" / "indicators.csv"
    return csv.DictReader(table.read_text(encoding="utf-8").splitlines())


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


def _indicator(row: dict[str, str]) -> Indicator:
    return Indicator(
        code=row["code"],
        name=row["name_zh"],
        name_en=row["name_en"] or None,
        domain=row["domain"],
        kind=IndicatorKind(row["kind"]),
        unit=row["unit"],
        usual_units=_listed(row["usual_units"]),
        direction=Direction(row["direction"]),
        numerator=row["numerator"] or None,
        denominator=row["denominator"] or None,
        multiplier=int(row["multiplier"]) if row["multiplier"] else None,
        aliases=_listed(row["aliases"]),
        targets=tuple(f"{year} {row[f'target_{year}']}" for year in (2020, 2030) if row[f"target_{year}"]),
        basis=_listed(row["basis"]),
        evidence=row["evidence"] or None,
        note=row["note"] or None,
    )


def _evidence(cell: str) -> MappingProxyType[int, str]:
    pairs = (pair.split(":") for pair in _listed(cell))
    return MappingProxyType({int(year): evidence for year, evidence in pairs})


@cache
def catalogue() -> dict[str, CatalogueEntry]:
    """Give the catalogue (指标目录) with what it takes to recognise its entries.

    Returns:
        Every entry by its indicator's code, in the order of the table.

    Source:
        The outlines for women's and children's development 2011-2020 and 2021-2030 (国发〔2011〕24号,
        国发〔2021〕16号), the yearly monitoring reports on them, and what federations' published reports count.
        ``Indicator.basis`` and ``Indicator.evidence`` say which, and how sure, for each entry.

    Example:
        >>> sorted(catalogue()["LAW_PETITIONS"].deeds)
        ['handle']
    """
    return {
        row["code"]: CatalogueEntry(
            indicator=indicators()[row["code"]],
            wordings=tuple(one for one in _listed(row["wordings"]) if not one.startswith("~")),
            vague_wordings=tuple(one[1:] for one in _listed(row["wordings"]) if one.startswith("~")),
            deeds=frozenset(_listed(row["deeds"])),
            target_evidence=_evidence(row["target_evidence"]),
        )
        for row in _rows()
    }


@cache
def indicators() -> dict[str, Indicator]:
    """Give the indicators of the catalogue (指标目录).

    Returns:
        Every indicator by its code, in the order of the table.

    Example:
        >>> indicators()["CHD_IMR"].name, indicators()["CHD_IMR"].targets
        ('婴儿死亡率', ('2020 <=10', '2030 <=5.0'))
    """
    return {row["code"]: _indicator(row) for row in _rows()}


def indicator(code: str) -> Indicator:
    """Give the indicator of a code (按代码查指标).

    Args:
        code: A code of the catalogue: ``HEA_MMR``.

    Returns:
        The indicator.

    Raises:
        ParseError: The catalogue has no such code.

    Example:
        >>> indicator("FAM_BEST_FAMILY").name
        '最美家庭户数'
        >>> indicator("FAM_WORST")
        Traceback (most recent call last):
        ...
        fulian.errors.ParseError: 'FAM_WORST' at 0: expected a code of the catalogue of indicators, found 'FAM_WORST'
    """
    found = indicators().get(code)
    if found is None:
        raise ParseError(text=code, position=0, expected="a code of the catalogue of indicators")
    return found
