"""Quantities in running text: one pass that finds numbers with their units and hedges, and refuses what counts nothing.

The pattern finds candidates, each by a character class first; small named rules then take or refuse them. A rule sees
the text around a candidate, never the document's layout.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from fulian.errors import ParseError
from fulian.reference.counted_nouns import counted_nouns
from fulian.reference.fixed_phrases import fixed_phrase_at, hollow_nouns
from fulian.reference.measure_words import measure_words
from fulian.values.numeral import parse_numeral
from fulian.values.quantity import Qualifier, Quantity

__all__ = ["Figure", "find_quantities", "parse_quantity"]


class Figure(NamedTuple):
    """A quantity and where it stands (数量的位置).

    Attributes:
        start: The first character of the number, in code points.
        end: The character after the unit.
        quantity: What it says.
        rule: The name of the rule that took it.

    Example:
        >>> figure = find_quantities("培训妇女5049人。")[0]
        >>> figure.start, figure.end, figure.quantity.unit
        (4, 9, '人')
    """

    start: int
    end: int
    quantity: Quantity
    rule: str


# ---------------------------------------------------------------- the pattern

_NUMERALS = "零〇一二两三四五六七八九十百千万亿半几数廿卅"
_CHINESE = f"[{_NUMERALS}]{{1,16}}+(?:点[零〇一二三四五六七八九]{{1,6}}+)?(?:[余多][万亿]?)?"
# Groups of three by comma or thin space; single digits that a typesetter spaced out; a plain run.
_ARABIC = (
    r"(?:[0-9]{1,3}(?:[,\u00a0\u2009\u202f ][0-9]{3}(?![0-9])){1,5}+|[0-9](?: [0-9]){1,6}+(?![0-9.])|[0-9]{1,24}+)"
    r"(?:\.[0-9]{1,10}+)?"
)
_MULTIPLIERS = (
    r"(?:[余多几]?(?:[ ](?=[万亿]))?(?:个(?=[万亿]))?(?:[万亿]|十(?!分)|百(?!分)|千(?![克米瓦卡字分]))"
    r"(?:[0-9]{1,4}+(?:\.[0-9]{1,4}+)?(?=[千百十万]))?){0,3}+(?:[余多])?"
)
_NUMBER = f"(?:{_ARABIC}{_MULTIPLIERS}|{_CHINESE})"
_DASH = r"(?:[-—–－~～―]{1,2}|至|到)"
_GAP = "[ \u00a0\u2009]?"


def _unit_pattern() -> str:
    """Every measure word, longest first, with what may not follow it; a second may stand in brackets: 人(次)."""
    alternatives = []
    for word in sorted(measure_words().values(), key=lambda one: (-len(one.word), one.word)):
        unless = "|".join(sorted(re.escape(one) for one in word.unless_followed_by))
        alternatives.append(re.escape(word.word) + (f"(?!{unless})" if unless else ""))
    second = "".join(sorted(word for word in measure_words() if len(word) == 1 and word.isalpha()))
    return "(?:" + "|".join(alternatives) + f")(?:[(（][{second}][)）])?"


@cache
def _pattern() -> re.Pattern[str]:
    unit = _unit_pattern()
    percent = f"(?P<whole>十?[百千万]分之)(?P<share>{_CHINESE}|{_ARABIC})"
    words = "(?P<below>[二两三四五六七八九十]{1,2}+)分之(?P<above>[一二两三四五六七八九十]{1,2}+)"
    slash = "(?<![0-9])1/(?P<slash>[2-9])(?![0-9/])"
    return re.compile(
        f"(?=[0-9{_NUMERALS}])(?:{percent}|{words}|{slash}|(?P<half>半数|一半|(?<=过)半(?!年))"
        f"|(?P<first>{_NUMBER})"
        f"(?:(?P<middle>{_GAP}{unit})?{_GAP}(?P<dash>{_DASH}){_GAP}(?P<second>{_NUMBER}))?"
        f"(?:(?P<gap>{_GAP})(?P<unit>{unit}))?)"
    )


# ---------------------------------------------------------------- hedges

_BEFORE = (
    (
        Qualifier.OVER,
        "(?:(?<!不)超过?|逾|突破|不少于|不低于|不小于|不下于?|高于|大于|多于|至少|最少|起码|[≥>＞])[达为到]?[ ]?$",
    ),
    (
        Qualifier.UNDER,
        "(?:(?<![最附临靠就亲远邻新])近|接近|不足|不到|不超过?|不高于|不大于|不多于|低于|少于|小于|不满|未满|最多|至多|[≤<＜])[ ]?$",
    ),
    (Qualifier.ABOUT, "(?:约|大概|约为|约有|约占|约达|估计)[ ]?$"),
)
_HEDGES_BEFORE = tuple((qualifier, re.compile(pattern)) for qualifier, pattern in _BEFORE)
# 至少开展4次: these hedge a number across its verb.
_AT_LEAST = re.compile("(?:(?P<over>至少|最少|起码)|(?:至多|最多))[^，,。；;、0-9\n]{1,6}$")
# 低于15/10万的目标: a comparison with a mark, not a hedge.
_MARKS = ("的目标", "的要求", "的标准", "的平均", "的规定", "目标", "的指标", "的国家", "的全省", "的全国")
_HEDGE_ENDS = frozenset("近足到过于满多超逾破下少码约概为有占达计≤<＜≥>＞ ")
_HEDGES_AFTER = {
    "以上": Qualifier.OVER,
    "之多": Qualifier.OVER,
    "以下": Qualifier.UNDER,
    "以内": Qualifier.UNDER,
    "之内": Qualifier.UNDER,
    "左右": Qualifier.ABOUT,
    "上下": Qualifier.ABOUT,
}
_ROUND = frozenset("百千万亿")  # 上百名, 过万人: 上 and 过 hedge only a number that begins with its multiplier


def _hedge(text: str, start: int, end: int, inside: Qualifier) -> Qualifier:
    """The hedge inside the number wins, then the one behind it, then the one before."""
    if inside is not Qualifier.EXACT:
        return inside
    following = text[end : end + 2]
    if following:
        behind = _HEDGES_AFTER.get(following)
        if behind is not None:
            return behind
        if following[0] in "+＋余" or (following[0] == "多" and text[end - 1] in "成倍岁"):
            return Qualifier.OVER
    last = text[start - 1] if start else ""
    if last in _HEDGE_ENDS:
        before = text[max(0, start - 5) : start]
        for qualifier, pattern in _HEDGES_BEFORE:
            if pattern.search(before):
                return Qualifier.EXACT if last in "于过" and text.startswith(_MARKS, end) else qualifier
    if last in "上过超破" and last and text[start] in _ROUND:
        return Qualifier.OVER
    reach = text[max(0, start - 10) : start]
    if "少" in reach or "多" in reach or "起码" in reach:
        across = _AT_LEAST.search(reach)
        if across:
            return Qualifier.OVER if across["over"] else Qualifier.UNDER
    return Qualifier.EXACT


# ---------------------------------------------------------------- values


class _Value(NamedTuple):
    value: Decimal
    high: Decimal | None
    hedge: Qualifier
    scaled: bool  # 万 or 亿 stands in the number


@lru_cache(maxsize=16384)
def _number(first: str, second: str | None) -> _Value | None:
    """The value of one number or of a range; None where the characters are no number."""
    try:
        low = parse_numeral(first)
        if second is None:
            return _Value(low.value, low.high, Qualifier(low.hedge), "万" in first or "亿" in first)
        high = parse_numeral(second)
        shared = "".join(char for char in second if char in _ROUND)
        if shared and not any(char in _ROUND for char in first) and low.value < high.value / 10:
            low = parse_numeral(first + shared)  # 二至三万, 5-8万: the multiplier stands once
    except ParseError:
        return None
    if high.value <= low.value:
        return None
    return _Value(low.value, high.value, Qualifier(high.hedge), "万" in second or "亿" in second)


@lru_cache(maxsize=16384)
def _quantity(value: Decimal, high: Decimal | None, unit: str, qualifier: Qualifier, text: str) -> Quantity:
    return Quantity(value=value, high=high, unit=unit, qualifier=qualifier, text=text)


def _figure(text: str, start: int, end: int, value: _Value, unit: str, rule: str) -> Figure:
    hedge = _hedge(text, start, end, value.hedge)
    if rule == "duration" and text[start - 1 : start] == "近":
        hedge = value.hedge  # 近三年 is the last three years, not nearly three
    return Figure(start, end, _quantity(value.value, value.high, unit, hedge, text[start:end]), rule)


# ---------------------------------------------------------------- what counts nothing

_NO_NUMBER_AFTER = frozenset("第〔[【#＃№双首.．·•/—-－+＋×")
_STOPS = frozenset('，,。；;、：:！!？?\n（）()“”《》‘’"')
_DIGITS = frozenset("零〇○一二两三四五六七八九")
_EACH = frozenset("每同另某任何这那该第统唯之哪")


def _is_digit_string(number: str) -> bool:
    """三八, 七五, 二〇一四: digits without 十 name things; 两三 and 三四 are pairs that count."""
    if len(number) < 2 or not _DIGITS.issuperset(number):
        return False
    value = _number(number, None)
    return value is None or value.high is None


def _opened_at(text: str, position: int, opening: str, closing: str, reach: int) -> int:
    """Where the mark was opened that a position stands inside of; -1 where none is, within `reach` characters."""
    opened = text.rfind(opening, max(0, position - reach), position)
    if opened >= 0 and text.find(closing, opened, position) < 0 and text.find("\n", opened, position) < 0:
        return opened
    return -1


def _is_quoted_name(text: str, start: int) -> bool:
    """“三项服务”, “百名讲师进乡村”: a short quoted name that begins with a Chinese numeral, or nearly so."""
    opened = _opened_at(text, start, "“", "”", 12)
    if opened < 0 or start - opened > 6:
        return False
    closed = text.find("”", start, start + 16)
    return closed >= 0 and _STOPS.isdisjoint(text[start:closed])


def _is_chain(text: str, start: int, end: int) -> bool:
    """千家万户, 百县千村万户: round numbers in a row are a figure of speech."""
    return text[start] in _ROUND and not _ROUND.isdisjoint(text[max(0, start - 2) : start] + text[end : end + 2])


@cache
def _hollow() -> tuple[str, ...]:
    return tuple(hollow_nouns())


def _counts_hollow(text: str, end: int) -> bool:
    """五个方面, 三项重点工作: what is counted is a slogan's word."""
    phrase = text[end : end + 7]
    for place, char in enumerate(phrase):
        if char in _STOPS or char == "的":
            phrase = phrase[:place]
            break
    return phrase.startswith(_hollow()) or phrase.endswith(_hollow())


# ---------------------------------------------------------------- rules that take a candidate with its unit

_SPAN_BEFORE = re.compile(
    "(?:近|过去|未来|今后|为期|历时|最近|连续|累计|每|满|前|后|长达|持续|第一个|约|超过|这|又|达|了|任期|用)$"
)
_SPAN_AFTER = re.compile(
    "(?:多?来|以来|间|规划|行动|计划|攻坚|任期|以上|以内|以下|内|之内|后|前|期|工作|时间|制|奋斗|再|的)"
)
_SCORED = re.compile("(?:满意|分值|得分|评分|均分|成绩|考核|测评|总分)[^，,。；;\n]{0,8}$")


def _rule_for(text: str, start: int, end: int, number: str, unit: str, value: _Value) -> str | None:
    """The rule that takes a number with this unit, or None where it counts nothing."""
    counts = measure_words()[unit].counts if unit in measure_words() else "firm"
    chinese = not number[0].isdigit()
    if counts in ("ordinal", "date"):
        return None
    if chinese and not _chinese_counts(text, start, end, number, counts):
        return None
    if unit.endswith("年"):
        return "duration" if _is_span_of_years(text, start, end, value) else None
    if counts == "article" and chinese and value.value < 2:
        return None
    if counts == "tenths":
        return "tenths" if chinese and value.value < 10 and _ends_share(text, end) else None
    if counts == "doubling":
        return "doubling" if text[max(0, start - 2) : start].rstrip("了").endswith("翻") else None
    if counts == "score":
        return "score" if not chinese and _SCORED.search(text, max(0, start - 16), start) else None
    if counts == "loose" and value.value <= 12 and _counts_hollow(text, end):
        return None
    return "measure-word" if counts != "place" else "division"


def _chinese_counts(text: str, start: int, end: int, number: str, counts: str) -> bool:
    """Whether a Chinese numeral before a measure word counts; far more of them name things than Arabic ones do."""
    if counts in ("doubling", "tenths"):
        return True
    if number == "一":
        return _is_one_after_noun(text, start, end, counts)
    if _is_digit_string(number) or fixed_phrase_at(text, start) or number in ("半", "零"):
        return False
    return not (_is_quoted_name(text, start) or _is_chain(text, start, end))


def _is_one_after_noun(text: str, start: int, end: int, counts: str) -> bool:
    """一 counts behind its noun, at the end of a clause: 举办座谈会一次。 Before a noun it is an article."""
    if counts != "firm" or (end < len(text) and text[end] not in _STOPS):
        return False
    before = text[max(0, start - 3) : start]
    return bool(before) and before[-1].isalpha() and _EACH.isdisjoint(before) and before[-1] not in "的了有是"


def _is_span_of_years(text: str, start: int, end: int, value: _Value) -> bool:
    """五年规划, 近三年, 四年来: a length of time rather than a date."""
    if value.value > 60 or value.value == 1:
        return False
    return bool(_SPAN_BEFORE.search(text, max(0, start - 3), start) or _SPAN_AFTER.match(text, end))


def _ends_share(text: str, end: int) -> bool:
    following = text[end : end + 1]
    return not following or following in _STOPS or following in _DIGITS or following in "以左上多的女妇家群农由来为是在"


# ---------------------------------------------------------------- numbers without a unit

# What the number counts is said before it: 人数达100万, 贷款2000万.
_HEADS = (
    ("人", "(?:人数|人口|粉丝[量数]?|用户|会员|人次|执委|志愿者|党员|人员|妇女|总数)"),
    ("户", "(?:户数)"),
    ("元", "(?:资金|贷款|金额|经费|善款|捐款|投入|贴息|保费|保额|产值|收入|营业额|筹资)"),
)
_HEAD_PATTERNS = tuple((unit, re.compile(f"{head}(?:[^，,。；;、：:0-9\n]{{0,6}})$")) for unit, head in _HEADS)


@cache
def _noun_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """A pattern for each implied unit: up to nine characters of description, then the noun: 农村适龄妇女."""
    by_unit: dict[str, list[str]] = {}
    for noun, unit in counted_nouns().items():
        by_unit.setdefault(unit, []).append(re.escape(noun))
    described = f"(?!周年|[年月日号时点届中后级楼路])[^\\W0-9_的了{_NUMERALS}]{{0,9}}?"
    # A name that goes on is no count: 妇女节, 妇女工作.
    ends = "(?!节|联|会|儿|工委|之家|权|事业|工作|发展|组织|热线|维权|维护)"
    return tuple(
        (unit, re.compile(f"{described}(?:{'|'.join(sorted(nouns, key=len, reverse=True))}){ends}"))
        for unit, nouns in by_unit.items()
    )


def _noun_unit(text: str, start: int, end: int, number: str, value: _Value) -> tuple[str, str] | None:
    """The unit that the noun behind a number, or the one before it, implies."""
    if not value.scaled and (value.value != value.value.to_integral_value() or value.high is not None):
        return None
    looks_like_year = len(number) == 4 and 1949 <= value.value <= 2049
    hedged = _hedge(text, start, end, value.hedge) is not Qualifier.EXACT
    if looks_like_year and not hedged:
        return None
    for unit, pattern in _noun_patterns():
        match = pattern.match(text, end)
        if match is not None and (value.scaled or value.value >= 10 or match.end() - end <= 6):
            return unit, "noun-implies-unit"
    if text[start:end].endswith("个亿"):
        return "元", "sum-of-money"
    if value.scaled or (hedged and text[start] in _ROUND):
        for unit, pattern in _HEAD_PATTERNS:
            if pattern.search(text, max(0, start - 16), start):
                return unit, "head-implies-unit"
    return None


# ---------------------------------------------------------------- parts of a whole

_SHARES = {"百分之": "%", "千分之": "‰", "万分之": "/万", "十万分之": "/10万"}


def _part_of_a_whole(text: str, match: re.Match[str]) -> Figure | None:
    """百分之八十, 三分之二, 1/3, 半数, 过半."""
    start, end = match.span()
    if match["half"]:
        if text[max(0, start - 3) : start] in ("时间过", "任务过"):
            return None
        hedge = Qualifier.OVER if text[start - 1 : start] == "过" else Qualifier.EXACT
        return _figure(text, start, end, _Value(Decimal(50), None, hedge, False), "%", "half")
    if match["share"]:
        value = _number(match["share"], None)
        return value and _figure(text, start, end, value, _SHARES[match["whole"]], "share-in-words")
    above, below = (match["above"], match["below"]) if match["above"] else ("一", match["slash"])
    top, bottom = _number(above, None), _number(below, None)
    if top is None or bottom is None or top.value >= bottom.value:
        return None
    # A third has no end in decimals: four places, as percentages are printed with two.
    ratio = (top.value / bottom.value).quantize(Decimal("0.0001")).normalize()
    return _figure(text, start, end, _Value(ratio, None, Qualifier.EXACT, False), "", "fraction")


# ---------------------------------------------------------------- the scan

_AND = frozenset(("、", "和", "与", "及", "，", ",", "、近", "和近"))


def find_quantities(text: str) -> list[Figure]:
    """Find every quantity that a text states (数量识别), and none of what only holds a numeral.

    Args:
        text: Running text with half-width digits; paragraphs end with a line feed.

    Returns:
        The quantities in the order of the text, none overlapping another.

    Example:
        >>> [figure.quantity.text for figure in find_quantities("2016年举办招聘会44场，提供岗位7.57万个。")]
        ['44场', '7.57万个']
        >>> find_quantities("增强“四个意识”，做好“两癌”检查，纪念第12个节日。")
        []
    """
    figures: list[Figure] = []
    waiting: list[tuple[int, int, _Value]] = []  # numbers without a unit: the last of their list may have one
    for match in _pattern().finditer(text):
        if match["first"] is None:
            figure = _part_of_a_whole(text, match)
            if figure is not None:
                figures.append(figure)
            continue
        start = match.start()
        before = text[start - 1] if start else "\n"
        if before in _NO_NUMBER_AFTER or (before.isascii() and before.isalnum()):
            continue
        if match["unit"] is None:
            _take_without_unit(text, match, figures, waiting)
        else:
            _take_with_unit(text, match, figures, waiting)
    return figures


def _take_with_unit(
    text: str, match: re.Match[str], figures: list[Figure], waiting: list[tuple[int, int, _Value]]
) -> None:
    start, end = match.span()
    first, second, unit = match["first"], match["second"], match["unit"]
    if second is not None and match["dash"] in "至到" and _opened_from(text, start):
        # 从30%到50%: two figures, not a range.
        if match["middle"]:
            _take(text, start, match.end("middle"), first, None, match["middle"].strip(), figures)
        _take(text, match.start("second"), end, second, None, unit, figures)
        return
    if (
        match["gap"]
        and len(first) <= 2
        and first.isdigit()
        and unit.isalpha()
        and (start == 0 or text[start - 1] == "\n")
    ):
        return  # "2 家政服务": a section's number and its heading
    before = len(figures)
    if _take(text, start, end, first, second, unit, figures):
        _share_unit(text, before, figures, waiting)


def _share_unit(text: str, last: int, figures: list[Figure], waiting: list[tuple[int, int, _Value]]) -> None:
    """168.3万、203.9万和141.5万人: the members of a list that wait for a unit take that of the last."""
    unit, start = figures[last].quantity.unit, figures[last].start
    while waiting and text[waiting[-1][1] : start] in _AND:
        start, end, value = waiting.pop()
        figures.insert(last, _figure(text, start, end, value, unit, "list-shares-unit"))
    waiting.clear()
    previous = figures[last - 1] if last else None
    if (
        previous
        and unit.endswith("点")
        and unit[0] == "个" == previous.quantity.unit
        and text[previous.end : start] in _AND
    ):
        # 0.21个和0.15个千分点
        number = _Value(previous.quantity.value, None, previous.quantity.qualifier, False)
        figures[last - 1] = _figure(text, previous.start, previous.end, number, unit, "list-shares-unit")


def _opened_from(text: str, start: int) -> bool:
    """Whether 从 or 由 stands before the number in its clause."""
    before = text[max(0, start - 12) : start]
    return max(before.rfind("从"), before.rfind("由")) > max(before.rfind(char) for char in "，,。；;\n")


def _take(text: str, start: int, end: int, first: str, second: str | None, unit: str, figures: list[Figure]) -> int:
    value = _number(first, second)
    if value is None:
        return 0
    word = unit
    if "个多" in unit:  # 3个多月
        word, value = unit.replace("多", ""), value._replace(hedge=Qualifier.OVER)
    plain = word.split("(")[0].split("（")[0]
    rule = _rule_for(text, start, end, first, plain, value)
    if rule is None:
        return 0
    if rule == "tenths" and text[end : end + 1] in _DIGITS:  # 三成五
        value = _Value(value.value + Decimal(_digit(text[end])) / 10, None, value.hedge, False)
        end += 1
    figures.append(_figure(text, start, end, value, word, rule))
    return 1


def _digit(char: str) -> int:
    return int(parse_numeral(char).value)


def _take_without_unit(
    text: str, match: re.Match[str], figures: list[Figure], waiting: list[tuple[int, int, _Value]]
) -> None:
    first, second = match["first"], match["second"]
    value = _number(first, second)
    if value is None:
        return
    start, end = match.span()
    if first[0].isdigit() or (value.scaled and value.value >= 10000):
        implied = _noun_unit(text, start, end, first, value)
        if implied is not None and not fixed_phrase_at(text, start):
            figures.append(_figure(text, start, end, value, *implied))
            return
    previous = figures[-1] if figures else None
    if previous and value.scaled and previous.rule == "head-implies-unit" and start - previous.end <= 6:
        if _STOPS.isdisjoint(text[previous.end : start]):  # 由1.2万增至3.9万
            figures.append(_figure(text, start, end, value, previous.quantity.unit, "head-implies-unit"))
            return
    if first[0].isdigit() and text[end : end + 1] in "、和与及":
        if waiting and text[waiting[-1][1] : start] not in _AND:
            waiting.clear()
        waiting.append((start, end, value))


def parse_quantity(text: str) -> Quantity:
    """Read one whole quantity (解析数量): a number with its unit, hedges before or behind it welcome.

    Args:
        text: The quantity and nothing else, such as ``近2000人``, ``7.57万个``, ``百分之八十以上``.

    Returns:
        The quantity; its `text` is the number and unit without the hedges around it.

    Raises:
        ParseError: `text` holds no quantity, more than one, or something besides.

    Example:
        >>> quantity = parse_quantity("近2000人")
        >>> quantity.value, quantity.unit, quantity.qualifier.value
        (Decimal('2000'), '人', 'under')
        >>> parse_quantity("四个意识")
        Traceback (most recent call last):
        ...
        fulian.errors.ParseError: '四个意识' at 0: expected a number with its unit, found '四个意识'
    """
    plain = text.strip()
    for wide, narrow in zip("０１２３４５６７８９．％", "0123456789.%", strict=True):
        plain = plain.replace(wide, narrow)
    found = find_quantities(plain)
    if not found:
        raise ParseError(text=text, position=0, expected="a number with its unit")
    figure = found[0]
    before, after = plain[: figure.start].strip(), plain[figure.end :].strip()
    if before and not any(pattern.fullmatch(before) for _, pattern in _HEDGES_BEFORE) and before not in "上过超破翻":
        raise ParseError(text=text, position=0, expected="a number, or a hedge such as 近, 约 or 超过")
    if after and after not in _HEDGES_AFTER and after not in ("余", "多", "+"):
        raise ParseError(text=text, position=text.find(after), expected="the end, or a hedge such as 以上 or 左右")
    return figure.quantity
