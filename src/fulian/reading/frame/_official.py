"""The head and the foot of an official document, after GB/T 9704-2012 and what is met in print."""

from __future__ import annotations

import re

from fulian.errors import ParseError
from fulian.model.document import FrameRole
from fulian.reading.frame._roles import BODY_NAME, DAY, Roles, day_in
from fulian.reading.outline import Block, BlockKind
from fulian.text.document_numbers import parse_document_number
from fulian.text.list_markers import MarkerStyle

__all__ = ["find_official_lines"]

_SHORT = 80  # a line of a frame is short; recipients are looked at apart
_HEAD = 12  # blocks within which a head ends
_LASTS = frozenset("发份）)日0123456789")  # what a signature, a date or an imprint ends with
_LONGEST_TRANSMITTAL = 500

_DATE = re.compile(f"[（(]?(?:{DAY}|(?:19|20)[0-9]{{2}}[-./][0-9]{{1,2}}[-./][0-9]{{1,2}})[）)]?")
_MARKING = re.compile(
    "[0-9]{6}|(?:绝密|机密|秘密) ?(?:★ ?[0-9一二三四五六七八九十]{1,3} ?(?:年|个月)|★ ?长期)?"
    "|特急|加急|特提|平急|签发人 ?[:：].{1,20}"
)
_SIGNATORY = re.compile("[ \t]*签发人 ?[:：].{1,20}")
_MASTHEAD = re.compile("[\u4e00-\u9fff（）()×ＸX*]{4,40}文件")
_NUMBER_LIKE = re.compile(".{2,20}[〔\\[【（(﹝［].{2,4}[〕\\]】）)﹞］].{1,6}号[）)]?")
_MASKED = re.compile("[×ＸX*＊]")
_ANNEX_MARK = re.compile("附 ?件 ?[0-9一二三四五六七八九十]{0,2} ?[:：]?")
_ANNEX_LIST = re.compile("附 ?件 ?[0-9]{0,2}[:：] ?(?:[0-9]{1,2}[.、．] ?)?(?=[^ ])")
_IMPRINT = re.compile(
    "[（(] ?此(?:页无正文|件[^）)]{0,12}) ?[）)]"
    "|.{0,40}[0-9日] ?印发"
    "|(?:抄送|抄报|主送|分送|发|主题词|印发)[:：].{2,120}"
    "|共印 ?[0-9]+ ?份.{0,4}"
    "|校对[:：].{0,20}"
)
_RECIPIENTS = re.compile("(?!.*(?:来源|点击|浏览|阅读|作者))[^。！？!?]{2,160}[:：]")
_ADDRESSEE = re.compile("各|妇联|妇工委|妇委会|委员会|单位|部门|部室|党组|党委|政府|省|市|区|县|同志")
_NAMES = re.compile("(?:[^、；;，,（(]|[（(][^）)]*[）)])+")
_ANNOUNCES = re.compile("如下|以下|下列|是|要求|汇报|报告|梳理")
_SEVERAL = re.compile("[各、；]")
_TRANSMITS = re.compile("现将|印发|转发|特此通知|请.{0,12}(?:遵照|贯彻|执行|落实)")


def find_official_lines(roles: Roles) -> None:
    """Give roles to the lines of an official document's head and foot.

    Args:
        roles: The account of roles.
    """
    for number, block in enumerate(roles.blocks):
        if block.end - block.start > _SHORT or number in roles.of:
            continue
        if number < _HEAD or _may_be_of_a_foot(roles.text, block):
            role = _role(roles, number)
            if role is not None:
                roles.of[number] = role
    _find_recipients(roles)
    _find_undated_signature(roles)


def _may_be_of_a_foot(text: str, block: Block) -> bool:
    """Whether a line begins or ends as annexes, imprints and signatures do: at a glance, since few do."""
    start = block.start
    if text[block.end - 1] in _LASTS or text[start] == "附":
        return True
    near = min(block.end, start + 6)
    return text.find("：", start, near) >= 0 or text.find(":", start, near) >= 0


def _find_undated_signature(roles: Roles) -> None:
    """The name of the masthead once more, alone on a line behind the text: a signature whose date is not given."""
    if roles.frame.masthead is None or roles.frame.signature is not None:
        return
    name = roles.text[slice(*roles.frame.masthead)].replace(" ", "")
    for number in range(len(roles.blocks) - 1, 2, -1):
        block = roles.blocks[number]
        short = block.end - block.start <= _SHORT
        if short and number not in roles.of and roles.line(number).replace(" ", "") == name:
            roles.of[number] = FrameRole.SIGNATURE
            roles.frame.signature = (block.start, block.end)
            return


def _role(roles: Roles, number: int) -> FrameRole | None:
    line = roles.line(number)
    if line[0] == "附":
        return _annex(roles, number, line)
    if (line[-1] in "发份）)" or "：" in line[:6] or ":" in line[:6]) and _IMPRINT.fullmatch(line):
        roles.frame.issued = roles.frame.issued or day_in(line)
        return FrameRole.IMPRINT
    if number < _HEAD and _MARKING.fullmatch(line) and _above_the_title(roles, number):
        return FrameRole.MARKING
    if number < _HEAD and "签发人" in line:
        line = _SIGNATORY.sub("", line) or line
    if number < _HEAD and line.endswith(("号", "）", ")")) and _NUMBER_LIKE.fullmatch(line.replace(" ", "")):
        return _number(roles, line)
    if number < _HEAD // 2 and line.endswith("文件") and _MASTHEAD.fullmatch(line.replace(" ", "")):
        roles.frame.masthead = (roles.blocks[number].start, roles.blocks[number].end - 2)
        return FrameRole.MASTHEAD
    return _signed(roles, number, line) if line[-1] in "日）)0123456789" else None


def _above_the_title(roles: Roles, number: int) -> bool:
    """Whether nothing but an official document's head stands above a line."""
    return all(above in roles.of for above in range(number))


def _number(roles: Roles, line: str) -> FrameRole | None:
    """The document number; one whose sign was masked is a number all the same."""
    if _MASKED.search(line):
        return FrameRole.NUMBER
    try:
        roles.frame.number = roles.frame.number or parse_document_number(line.strip("（）() "))
    except ParseError:
        return None
    return FrameRole.NUMBER


def _signed(roles: Roles, number: int, line: str) -> FrameRole | None:
    """A date, with the name above it or before it on the line."""
    frame, block = roles.frame, roles.blocks[number]
    if _DATE.fullmatch(line.replace(" ", "")):
        above = number - 1
        day = day_in(line.replace(" ", ""))
        if number and above not in roles.of and roles.is_body_name(above):
            roles.of[above] = FrameRole.SIGNATURE
            frame.signature = (roles.blocks[above].start, roles.blocks[above].end)
            frame.issued = day or frame.issued
        frame.issued = frame.issued or day
        return FrameRole.DATE
    name = roles.split_signed(line)
    if not name:
        return None
    frame.signature = (block.start, block.start + len(name))
    frame.issued = day_in(line) or frame.issued
    return FrameRole.SIGNATURE


def _annex(roles: Roles, number: int, line: str) -> FrameRole | None:
    """The mark at the head of an annex (附件1), or the list of annexes under a notice (附件：1.…)."""
    if _ANNEX_MARK.fullmatch(line):
        following = roles.blocks[number + 1] if number + 1 < len(roles.blocks) else None
        if line[-1] in "：:" and following and (following.style, following.ordinal) == (MarkerStyle.ARABIC, 1):
            _annex_list(roles, number, [])
            return FrameRole.ANNEX_LIST
        roles.frame.annexes.append(number)
        return FrameRole.ANNEX_MARK
    match = _ANNEX_LIST.match(line)
    if match is None:
        return None
    _annex_list(roles, number, [line[match.end() :]])
    return FrameRole.ANNEX_LIST


def _annex_list(roles: Roles, number: int, titles: list[str]) -> None:
    """The numbered titles that follow the first."""
    following = number + 1
    while following < len(roles.blocks):
        block = roles.blocks[following]
        listed = block.style is MarkerStyle.ARABIC and block.ordinal == len(titles) + 1
        if not listed or block.end - block.start > _SHORT:
            break
        titles.append(roles.text[block.text : block.end])
        roles.of[following] = FrameRole.ANNEX_LIST
        following += 1
    roles.frame.attachments += [" ".join(title.split()).rstrip("。；;") for title in titles if title.strip()]


def _find_recipients(roles: Roles) -> None:
    """The line of recipients near the head, with what stands above it and below it."""
    for number, block in enumerate(roles.blocks[:9]):
        if block.style is not None and block.style.rank <= MarkerStyle.ARABIC.rank:
            return
        line = roles.line(number)
        if number in roles.of or line[-1] not in "：:" or not _RECIPIENTS.fullmatch(line):
            continue
        if not _ADDRESSEE.search(line) or _ANNOUNCES.search(line[-8:]):
            continue
        if block.kind is BlockKind.HEADING and not _SEVERAL.search(line) and not _is_superior(roles, number):
            continue
        roles.of[number] = FrameRole.RECIPIENTS
        names = (name.strip() for name in _NAMES.findall(line.rstrip("：:")))
        roles.frame.recipients = tuple(name for name in names if name)
        _find_masthead(roles, number)
        _find_transmittal(roles, number + 1)
        return


def _is_superior(roles: Roles, number: int) -> bool:
    """Whether a line is one body's name, under the head of an official document (省妇联：)."""
    headed = any(roles.of.get(above) in (FrameRole.MASTHEAD, FrameRole.NUMBER) for above in range(number))
    return headed and BODY_NAME.fullmatch(roles.line(number).rstrip("：: ").replace(" ", "")) is not None


def _find_masthead(roles: Roles, recipients: int) -> None:
    """Above the recipients stand only the masthead, the number and the title."""
    for number in range(recipients):
        if number not in roles.of and roles.line(number).replace(" ", "").endswith("文件"):
            roles.of[number] = FrameRole.MASTHEAD


def _find_transmittal(roles: Roles, first: int) -> None:
    """A covering letter's few words, where a document of its own follows."""
    number = first
    while number < len(roles.blocks) and number not in roles.of:
        number += 1
    if number == first:
        return
    words = roles.text[roles.blocks[first].start : roles.blocks[number - 1].end]
    left = sum(block.end - block.start for block in roles.blocks[number:])
    if len(words) < _LONGEST_TRANSMITTAL and left > len(words) and _TRANSMITS.search(words):
        for covered in range(first, number):
            roles.of[covered] = FrameRole.TRANSMITTAL
