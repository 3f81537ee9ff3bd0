"""The administrative divisions of China, from the county up, as they stood at the end of each year since 1995."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib.resources import files

from fulian.errors import ParseError
from fulian.model.division import Division
from fulian.model.level import Level

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "all_divisions",
    "children",
    "division",
    "find_divisions",
    "parent",
    "short_names",
    "successor_in",
    "successors",
]

FIRST_YEAR = 1995
"""The first year whose list (of 31 December) is in the table; a year before it is read as this one."""
LAST_YEAR = 2025
"""The last year whose list is in the table; a year after it is read as this one."""

_LEVELS = {"1": Level.PROVINCE, "2": Level.PREFECTURE, "3": Level.COUNTY}
# The names of peoples as the names of autonomous places carry them; a few stand without 族.
_PEOPLES = re.compile(
    "(?:(?:土家|布依|朝鲜|哈尼|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|蒙古|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|普米|怒"
    "|鄂温克|保安|裕固|独龙|回|藏|苗|彝|壮|满|侗|瑶|白|维吾尔|哈萨克|柯尔克孜|锡伯|塔吉克|各)族"
    "|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔)+$"
)
# What long names are called at home: by their first character with 州 or 盟.
_CALLED_AT_HOME = {
    "博尔塔拉": "博州",
    "克孜勒苏": "克州",
    "锡林郭勒盟": "锡盟",
    "阿拉善盟": "阿盟",
    "阿拉善左旗": "阿左旗",
}
_BANNER = re.compile("(.).*([左右])翼([前中后])旗")  # 科尔沁右翼中旗: 科右中旗
# Longest first: 自治州 before 州.
_ENDINGS = (
    *("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区"),
    *("省", "市", "县", "区", "盟", "旗"),
)


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[Division, ...], dict[str, tuple[Division, ...]], dict[str, tuple[str, ...]]]:
    """Load the table: all rows in code order, the rows of each code, and the codes that replaced each code."""
    rows: list[Division] = []
    followers: dict[str, tuple[str, ...]] = {}
    lines = files("fulian.reference").joinpath("data", "divisions.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(lines):
        replaced_by = tuple(row["successor"].split(";")) if row["successor"] else ()
        if replaced_by:
            followers[row["code"]] = replaced_by
        rows.append(
            Division(
                code=row["code"],
                name=row["name"],
                level=_LEVELS[row["level"]],
                start=int(row["start"]) if row["start"] else None,
                end=int(row["end"]) if row["end"] else None,
                successor=replaced_by[0] if replaced_by else None,
            )
        )
    by_code: dict[str, tuple[Division, ...]] = {}
    for one in rows:
        by_code[one.code] = (*by_code.get(one.code, ()), one)
    return tuple(rows), by_code, followers


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[Division, ...]]:
    """Index the table by every full and short name; candidates in code order."""
    index: dict[str, list[Division]] = {}
    for one in all_divisions():
        for name in (one.name, *short_names(one.name)):
            index.setdefault(name, []).append(one)
    return {name: tuple(found) for name, found in index.items()}


def _listed(year: int) -> int:
    """The year whose list answers for `year`."""
    return min(max(year, FIRST_YEAR), LAST_YEAR)


def all_divisions() -> tuple[Division, ...]:
    """Give the whole table (行政区划表), valid or not, in code order, the names of one code in the order of time.

    Returns:
        Some 4,700 divisions: provinces, prefectures and counties.

    Source:
        Lists of the Ministry of Civil Affairs, by way of the two packages that the project's THIRD_PARTY.md names;
        ``tools/build_divisions.py`` makes the table.

    Example:
        >>> [one.name for one in all_divisions() if one.level is Level.PREFECTURE and one.code.startswith("4302")]
        ['株洲市']
    """
    return _table()[0]


def division(code: str, year: int | None = None) -> Division:
    """Give the division of a code (按代码查行政区划).

    Args:
        code: Six digits.
        year: The calendar year whose list of 31 December counts; None for the code's latest name. A year before 1995
            is read as 1995, one after 2025 as 2025.

    Returns:
        The division that had the code in that year.

    Raises:
        ParseError: No division has this code, or none had it in that year.

    Example:
        >>> division("420600", 2009).name, division("420600").name
        ('襄樊市', '襄阳市')
        >>> division("430122", 2014)
        Traceback (most recent call last):
        ...
        fulian.errors.ParseError: '430122' at 0: expected the code of a division in use in 2014, found '430122'
    """
    rows = _table()[1].get(code, ())
    if year is not None:
        rows = tuple(one for one in rows if one.is_valid(_listed(year)))
    if not rows:
        when = "" if year is None else f" in use in {year}"
        raise ParseError(text=code, position=0, expected=f"the code of a division{when}")
    return rows[-1]


@lru_cache(maxsize=8192)
def find_divisions(
    name: str, *, year: int | None = None, within: str | None = None, level: Level | None = None
) -> tuple[Division, ...]:
    """Find the divisions that a name may mean (按名称查行政区划).

    Args:
        name: A full name or a short one: 株洲市, 株洲, 湘西土家族苗族自治州, 湘西州, 内蒙古, 新晃县.
        year: The calendar year whose list counts; None for all years.
        within: The code of a province or a prefecture that the division is or lies in; None for anywhere.
        level: The level it must have; None for any.

    Returns:
        All candidates in code order; empty where none has the name.

    Example:
        >>> [one.code for one in find_divisions("永定区", year=2020)]
        ['350803', '430802']
        >>> [one.code for one in find_divisions("永定区", year=2020, within="430800")]
        ['430802']
        >>> [one.name for year in (2010, 2014) for one in find_divisions("望城", year=year)]
        ['望城县', '望城区']
    """
    found = _by_name().get(name, ())
    if year is not None:
        listed = _listed(year)
        found = tuple(one for one in found if one.is_valid(listed))
    if within is not None:
        stem = _stem(within)
        found = tuple(one for one in found if one.code.startswith(stem))
    if level is not None:
        found = tuple(one for one in found if one.level is level)
    return found


def _stem(code: str) -> str:
    """The digits that a code shares with all that lies in it."""
    if code.endswith("0000"):
        return code[:2]
    return code[:4] if code.endswith("00") else code


def parent(division: Division) -> Division | None:
    """Give the division that a division lies in (上级行政区划).

    Args:
        division: A division of the table.

    Returns:
        The prefecture of a county, or the province where there is no prefecture between; the province of a prefecture;
        None for a province. As of the last year in which the division was in use.

    Example:
        >>> [county] = find_divisions("慈利县")
        >>> parent(county).name, parent(parent(county)).name, parent(parent(parent(county)))
        ('张家界市', '湖南省', None)
    """
    year = LAST_YEAR if division.end is None else division.end - 1
    for code in (division.prefecture_code, division.province_code):
        if code is None or code == division.code:
            continue
        valid = [one for one in _table()[1].get(code, ()) if one.is_valid(_listed(year))]
        if valid:
            return valid[-1]
    return None


def children(division: Division, *, year: int) -> tuple[Division, ...]:
    """Give the divisions that lie right in a division (下级行政区划).

    Args:
        division: A province or a prefecture of the table.
        year: The calendar year whose list counts.

    Returns:
        In code order: the prefectures of a province and the counties that it governs itself, the counties of a
        prefecture; empty for a county.

    Example:
        >>> [hunan] = find_divisions("湖南省", year=2024)
        >>> len(children(hunan, year=2024)), children(hunan, year=2024)[0].name
        (14, '长沙市')
        >>> [one.name for one in children(find_divisions("海口市", year=2024)[0], year=2024)]
        ['秀英区', '龙华区', '琼山区', '美兰区']
    """
    stem, listed = _stem(division.code), _listed(year)
    below = (one for one in _table()[0] if one.code.startswith(stem) and one.is_valid(listed))
    return tuple(one for one in below if (above := parent(one)) is not None and above.code == division.code)


def successors(division: Division) -> tuple[Division, ...]:
    """Give the divisions that replaced a division, one step on (承继的行政区划).

    Args:
        division: A division of the table.

    Returns:
        Usually one; two where it was split; empty while it is in use, and where the table knows none.

    Example:
        >>> [one.name for one in successors(division("433001"))]
        ['鹤城区', '中方县']
    """
    if division.end is None:
        return ()
    _, by_code, followers = _table()
    found = []
    for code in followers.get(division.code, ()) if division.successor else ():
        later = [one for one in by_code.get(code, ()) if one != division and (one.end or LAST_YEAR + 1) > division.end]
        found += later[:1]
    return tuple(found)


def successor_in(division: Division, year: int) -> Division | None:
    """Follow a division through renamings and new codes to a year (沿革).

    Args:
        division: A division of the table.
        year: The calendar year to arrive at.

    Returns:
        The division itself where it was in use in that year; else the one that its line of successors (the first of
        them, where it was split) reached then; None where the line ends before, or had not begun.

    Example:
        >>> successor_in(division("430122"), 2014).name, successor_in(division("430112"), 2009)
        ('望城区', None)
    """
    listed = _listed(year)
    current: Division | None = division
    seen: set[Division] = set()
    while current is not None and current not in seen:
        if current.is_valid(listed):
            return current
        seen.add(current)
        following = successors(current)
        current = following[0] if following and current.end is not None and current.end <= listed else None
    return None


def short_names(name: str) -> tuple[str, ...]:
    """Give the short forms of a division's name (简称), the shortest first.

    市, 县, 区, 省 … is dropped where two characters stay; an autonomous place also drops its peoples' names and has
    forms with 州, 县, 旗. A few long names are called by their first character (博州, 锡盟). A name of two characters
    has no short form.

    Args:
        name: The full name.

    Returns:
        The short forms, without the name itself; may be empty.

    Source:
        Ours, after usage in the federations' documents.

    Example:
        >>> short_names("湘西土家族苗族自治州")
        ('湘西', '湘西州', '湘西自治州')
        >>> short_names("新晃侗族自治县"), short_names("内蒙古自治区"), short_names("和县")
        (('新晃', '新晃县', '新晃自治县'), ('内蒙古',), ())
    """
    for ending in _ENDINGS:
        if not name.endswith(ending):
            continue
        rest = name.removesuffix(ending)
        if ending.startswith("自治"):
            return _autonomous(rest, ending)
        forms = (rest,) if len(rest) >= 2 else ()
        called = _CALLED_AT_HOME.get(name) or _called_banner(name)
        return (called, *forms) if called else forms
    return ()


def _called_banner(name: str) -> str | None:
    """The short name of a banner of a wing: its first character, 左 or 右, and 前, 中 or 后."""
    banner = _BANNER.fullmatch(name)
    return "".join((*banner.groups(), "旗")) if banner else None


def _autonomous(rest: str, ending: str) -> tuple[str, ...]:
    """Shorten the name of an autonomous place, its 自治州, 自治县 … already cut off."""
    stem = rest if rest == "内蒙古" else _PEOPLES.sub("", rest)
    if len(stem) < 2:  # 东乡族自治县 is named for its people alone
        stem = rest.removesuffix("族")
    if ending == "自治区":
        return (stem,)
    forms: tuple[str, ...] = (stem, stem + ending[-1], stem + ending)
    if stem in _CALLED_AT_HOME:
        forms = (_CALLED_AT_HOME[stem], *forms)
    return tuple(form for form in forms if form != rest + ending)  # 鄂伦春自治旗 is its own long form
