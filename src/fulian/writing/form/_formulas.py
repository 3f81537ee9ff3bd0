"""The formulas of a form's checks: they say in the sheet what the reader says of it."""

from __future__ import annotations

from fulian.reading.form.figures import CHOICE, LEAP, NEGATIVE, NOT_A_NUMBER, NOT_WHOLE, PART, Asked

__all__ = [
    "OK",
    "bare",
    "choice_verdict",
    "figure_verdict",
    "leap_verdict",
    "number",
    "part_verdict",
    "row_verdict",
]

OK = "✓"
"""What a row shows in which nothing is wrong."""

_ERROR = "错"
_WIDE = tuple(zip("０１２３４５６７８９．％－−", "0123456789.%--", strict=True)) + tuple(
    (one, "") for one in "，, \u3000＋+"
)
# The longer first, so that what is left of one is not taken for another.
_HEDGES = (
    *(
        "不少于",
        "不低于",
        "不超过",
        "大约",
        "接近",
        "突破",
        "超过",
        "至少",
        "最少",
        "至多",
        "最多",
        "不足",
        "不到",
        "以上",
    ),
    *("以下", "以内", "之内", "左右", "上下", "达到", "约", "近", "超", "逾", "余", "多"),
)
_SCALES = (("亿", 8), ("万", 4), ("千", 3), ("百", 2), ("十", 1))


def _without(text: str, *words: str) -> str:
    for word in words:
        text = f'SUBSTITUTE({text},"{word}","")'
    return text


def bare(cell: str, asked: Asked) -> str:
    """What is left of what was typed without wide characters, hedges and the unit."""
    text = f'{cell}&""'
    for wide, narrow in _WIDE:
        text = f'SUBSTITUTE({text},"{wide}","{narrow}")'
    units = sorted({asked.unit, *asked.units} - {""}, key=lambda unit: (-len(unit), unit))
    return "=" + _without(text, *_HEDGES, *units)


def number(cell: str, left: str, asked: Asked) -> str:
    """The number that a cell holds, in the row's unit without its multiplier, from what `bare` left of it."""
    factor = int(asked.given.factor)
    percent = f"{cell}*100" if asked.unit == "%" else f'"{_ERROR}"'
    plain = f"{cell}*{factor}" if factor != 1 else cell
    format_of = f'LEFT(CELL("format",{cell}),1)'
    as_number = f'IF({format_of}="P",{percent},IF({format_of}="D","{_ERROR}",{plain}))'
    digits = _without(left, *(sign for sign, _ in _SCALES))
    power = "+".join(f'{places}*(LEN({left})-LEN(SUBSTITUTE({left},"{sign}","")))' for sign, places in _SCALES)
    odd = f'SUMPRODUCT(--ISNUMBER(FIND({{"/",":","E","e","(","$","¥","%"}},{left})))+ISNUMBER(FIND("-",{left},2))'
    value = f"VALUE({digits})*10^({power})"
    if factor != 1:
        named = f'ISNUMBER(FIND("{asked.given.unit}",{cell}))'
        scaled = f"LEN({digits})<>LEN({left})"
        whole_unit = f'ISNUMBER(FIND("{asked.unit}",{cell}))'
        value = f'IF({whole_unit},{value}*{factor},IF({named},{value},IF({scaled},"{_ERROR}",{value}*{factor})))'
    as_text = f'IF({odd}>0,"{_ERROR}",IFERROR({value},"{_ERROR}"))'
    return f'=IF({cell}="","",IF(ISNUMBER({cell}),{as_number},{as_text}))'


def figure_verdict(value: str, title: str, asked: Asked) -> str:
    """What is said of one number: an expression that gives a text, each verdict begun by ；."""
    said = []
    if not asked.signed:
        said.append(f'IF({value}<0,"；{title}{NEGATIVE.words}","")')
    if asked.most is not None:
        said.append(f'IF({value}>{asked.most},"；{title}{asked.too_large.words}","")')
    if asked.whole:
        said.append(f'IF(ABS({value}-ROUND({value},0))>0.000001,"；{title}{NOT_WHOLE.words}","")')
    judged = "&".join(said) or '""'
    return f'IF({value}="{_ERROR}","；{title}{NOT_A_NUMBER.words}",IF({value}="","",{judged}))'


def leap_verdict(value: str, last: str, title: str) -> str:
    """This year's number against last year's."""
    judged = f'IF(AND({value}>0,{last}>0,OR({value}>{last}*10,{value}*10<{last})),"；{title}{LEAP.words}","")'
    return f'IF(AND(ISNUMBER({value}),ISNUMBER({last})),{judged},"")'


def part_verdict(part: str, whole: str, title: str) -> str:
    """The part against the whole."""
    return f'IF(AND(ISNUMBER({part}),ISNUMBER({whole})),IF({part}>{whole},"；{title}{PART.words}",""),"")'


def choice_verdict(cell: str, title: str, choices: tuple[str, ...]) -> str:
    """A choice that is none of the list."""
    listed = "|".join(("", *choices, ""))
    return f'IF({cell}="","",IF(ISNUMBER(FIND("|"&{cell}&"|","{listed}")),"","；{title}{CHOICE.words}"))'


def row_verdict(said: str, inputs: list[str]) -> str:
    """What a row shows: nothing while it is empty, a tick where nothing is wrong, else what is said of it."""
    filled = "&".join(inputs)
    return f'=IF({filled}="","",IF({said}="","{OK}",MID({said},2,400)))'
