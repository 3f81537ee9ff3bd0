"""Numbers of official documents in Chinese text: one whole number, or all in a running text."""

from __future__ import annotations

import re

from fulian.errors import ParseError
from fulian.values.document_number import DocumentNumber
from fulian.values.numeral import parse_numeral

__all__ = ["find_document_numbers", "parse_document_number"]

_OPENING = "〔\\[［【（(﹝〖｛{〈<"
_CLOSING = "〕\\]］】）)﹞〗｝}〉>"
_DIGIT = "[0-9０-９]"
_SPACE = "[ \u00a0\u3000]{0,2}"
# From the bracket to 号, with two spaces at most between, so that no pattern runs away.
_REST = (
    f"[{_OPENING}]{_SPACE}(?P<year>{_DIGIT}{{2,4}}|[一二][〇○零OＯ0-9一二三四五六七八九]{{3}})年?{_SPACE}[{_CLOSING}]{_SPACE}"
    f"(?:第{_SPACE})?(?P<serial>{_DIGIT}{{1,6}}|[一二三四五六七八九十百零〇]{{1,6}}){_SPACE}"
)
_IN_TEXT = re.compile(_REST + "(?:(?P<sign>号)(?![楼院线机门车馆])|(?=[\\s)）】〕,，。;；、》]|$))")
_WHOLE = re.compile(f"(?P<prefix>[\u4e00-\u9fff]{{2,14}}){_REST}号?")
_CHINESE_BEFORE = re.compile("[\u4e00-\u9fff]+$")
_LONGEST_PREFIX = 14
# An organ's sign begins with its province's letter, or with 国, 中, 全 or 妇 for national organs.
_HEADS = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇云藏陕甘青宁新国中全"
# Words that lead up to a number and belong to no organ's sign; last, an organ's name before the head of a sign.
_LEADS = re.compile(
    "根据|按照|依据|依照|遵照|参照|参见|详见|转发|印发|下发|贯彻|落实|执行|制定|文件|文号|字号|号文|编号|通知|意见|决定"
    "|规定|精神|[和与及或以由在是为的了于见即将对按经从据因凡]"
    f"|(?:妇联|联合会|委员会|政府|[党省市县区]委|[厅局部室])(?=[{_HEADS}妇])"
)
_LONG_SIGN = 8
_EXPECTED_SIGN = "an organ's sign of two to fourteen Chinese characters, such as 湘妇字"
_EXPECTED_YEAR = "a year in brackets, such as 〔2014〕"
_EXPECTED_SERIAL = "a number from 1 and 号 behind the year"


def parse_document_number(text: str) -> DocumentNumber:
    """Read one document number in any of the forms met in print (解析发文字号).

    Args:
        text: The number alone, or a title that ends with it. Any brackets, 第, leading zeros, full-width digits,
            spaces, Chinese digits, a year of two digits (49 to 99 are 1949 to 1999) and a missing 号 are accepted.

    Returns:
        The number; its `text` is the part of `text` that it was read from.

    Raises:
        ParseError: Sign, year or serial is missing or impossible; the position says where.

    Source:
        GB/T 9704-2012, 7.2.5, for the normal form, which ``str`` of the result prints.

    Example:
        >>> [str(parse_document_number(text)) for text in ("湘妇字[2014]第01号", "培训通知（湘妇字〔２０１４〕１号）")]
        ['湘妇字〔2014〕1号', '湘妇字〔2014〕1号']
        >>> parse_document_number("湘妇字1号")
        Traceback (most recent call last):
        ...
        fulian.errors.ParseError: '湘妇字1号' at 3: expected a year in brackets, such as 〔2014〕, found '1号'
    """
    places = [place for place, char in enumerate(text) if not char.isspace()]
    bare = "".join(text[place] for place in places)
    match = _WHOLE.fullmatch(bare)
    if match is not None:
        year, serial = _year(match["year"]), _serial(match["serial"])
        if year is not None and serial is not None:
            return DocumentNumber(prefix=match["prefix"], year=year, serial=serial, text=text.strip())
    found = find_document_numbers(bare)
    if len(found) == 1 and not bare[found[0][1] :].strip(')）】〕]」”"。'):
        start, end, number = found[0]
        return DocumentNumber(
            prefix=number.prefix, year=number.year, serial=number.serial, text=text[places[start] : places[end - 1] + 1]
        )
    place, expected = (found[0][1], "nothing behind the number") if found else _fault(bare)
    raise ParseError(text=text, position=places[place] if place < len(places) else len(text), expected=expected)


def find_document_numbers(text: str) -> list[tuple[int, int, DocumentNumber]]:
    """Find the document numbers in running text (查找发文字号).

    The organ's sign is the Chinese characters before the bracket, less the words that lead up to it (根据, 文件 …).

    Args:
        text: Running text.

    Returns:
        For each number where it starts, where it ends (excluded), and the number, in the order of the text; no two
        overlap; empty where there is none.

    Units:
        Code points of `text`.

    Example:
        >>> [(start, end, str(number)) for start, end, number in find_document_numbers("根据湘妇字〔2014〕1号文件要求")]
        [(2, 13, '湘妇字〔2014〕1号')]
    """
    found: list[tuple[int, int, DocumentNumber]] = []
    reached = 0
    for match in _IN_TEXT.finditer(text):
        year, serial = _year(match["year"]), _serial(match["serial"])
        if year is None or serial is None or (match["sign"] is None and text[match.start()] in "（(<〈"):
            continue
        start, last = _sign_before(text, reached, match.start())
        if last - start < 2:
            continue
        end = match.end("sign") if match["sign"] else match.end("serial")
        number = DocumentNumber(prefix=text[start:last], year=year, serial=serial, text=text[start:end])
        found.append((start, end, number))
        reached = end
    return found


def _sign_before(text: str, reached: int, bracket: int) -> tuple[int, int]:
    """Give where the organ's sign right before a bracket begins and ends; an empty stretch where none stands there."""
    last = bracket
    while last > reached and bracket - last < 2 and text[last - 1] in " \u00a0\u3000":
        last -= 1
    run = _CHINESE_BEFORE.search(text, max(last - 2 * _LONGEST_PREFIX, reached), last)
    if run is None:
        return last, last
    start = run.start()
    for lead in _LEADS.finditer(text, start, last):
        if last - lead.end() >= 2:
            start = lead.end()
    if last - start > _LONG_SIGN:
        heads = [place for place in range(start, last - 1) if text[place] in _HEADS]
        start = next((place for place in heads if last - place <= _LONG_SIGN), start)
    return (start, last) if last - start <= _LONGEST_PREFIX else (last, last)


def _year(digits: str) -> int | None:
    if digits[0] in "一二":
        digits = "".join("0" if digit in "〇○零OＯ" else str(parse_numeral(digit).value) for digit in digits)
    year = int(digits)
    if len(digits) == 2:
        return year + (1900 if year >= 49 else 2000)
    return year if 1900 <= year <= 2099 else None


def _serial(digits: str) -> int | None:
    try:
        serial = int(parse_numeral(digits).value)
    except ParseError:
        return None
    return serial if 1 <= serial <= 99999 else None


def _fault(bare: str) -> tuple[int, str]:
    """Say where a text that is no document number stops being one."""
    sign = re.match("[\u4e00-\u9fff]*", bare)
    place = sign.end() if sign else 0
    bracket = re.search(f"[{_OPENING}]{_DIGIT}{{2,4}}年?[{_CLOSING}]", bare)
    if bracket is None:
        return (place, _EXPECTED_YEAR) if 2 <= place <= _LONGEST_PREFIX else (0, _EXPECTED_SIGN)
    if _year(re.sub("[^0-9０-９]", "", bracket[0])) is None:
        return bracket.start() + 1, "a year from 1900 to 2099"
    if not 2 <= bracket.start() <= _LONGEST_PREFIX or place != bracket.start():
        return 0, _EXPECTED_SIGN
    return bracket.end(), _EXPECTED_SERIAL
