"""The frame around a document's body: the head and foot of an official document, a web article's surroundings."""

from __future__ import annotations

import re
from datetime import date

import attrs

from fulian.errors import ParseError
from fulian.model.document import FrameRole
from fulian.reading.draft import PassageDraft
from fulian.reading.outline import PLAIN_LEVEL, Block, BlockKind
from fulian.text.list_markers import MarkerStyle
from fulian.text.periods import parse_period
from fulian.values.document_number import DocumentNumber

__all__ = ["Frame", "read_frame"]

_SHORT = 80  # a line of a frame is short; recipients and transmittals are looked at apart
_NUMBER = re.compile(
    "[（(]?([\u4e00-\u9fff]{2,14}) ?[〔\\[【（(﹝［] ?((?:19|20)?[0-9]{2}) ?[〕\\]】）)﹞］] ?第? ?([0-9]{1,5}) ?号?[）)]?"
)
_NUMBER_LIKE = re.compile(".{2,20}[〔\\[【（(].{2,4}[〕\\]】）)].{1,6}号")
_DAY = "[0-9〇○零一二三四五六七八九]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日"
_DATE = re.compile(f"[（(]?({_DAY}|(?:19|20)[0-9]{{2}}[-./][0-9]{{1,2}}[-./][0-9]{{1,2}})[）)]?")
_MONTH_OR_DAY = re.compile(
    f"[（(]?(?:{_DAY}|[0-9〇○零一二三四五六七八九]{{4}}年[0-9一二三四五六七八九十]{{1,3}}月)[）)]?"
)
_STOP = re.compile("[。！；;]")
_DAY_ANYWHERE = re.compile(f"{_DAY}|(?:19|20)[0-9]{{2}}[-./][0-9]{{1,2}}[-./][0-9]{{1,2}}")
_BODY_NAME = "[\u4e00-\u9fff（）()、×ＸX*]{0,24}(?:妇联|联合会|委员会|妇工委|妇儿工委|办公室|人民政府|党组|党委|协会|基金会|[部局厅处科])"
_SIGNATURE = re.compile(_BODY_NAME)
_SIGNED = re.compile(f"({_BODY_NAME}) ?[（(]?({_DAY})[）)]?")
_MASTHEAD = re.compile("[\u4e00-\u9fff（）()×ＸX*]{4,40}文件")
_ANNEX_MARK = re.compile("附 ?件 ?[0-9一二三四五六七八九十]{0,2} ?[:：]?")
_ANNEX_LIST = re.compile("附 ?件 ?[0-9]{0,2}[:：] ?(?:[0-9]{1,2}[.、．] ?)?(?=[^ ])")
_IMPRINT = re.compile(
    "[（(] ?此(?:页无正文|件[^）)]{0,12}) ?[）)]|.{0,40}[0-9日] ?印发|(?:抄送|抄报|主送|分送|发|主题词|印发)[:：].{2,120}"
    "|共印 ?[0-9]+ ?份.{0,4}|校对[:：].{0,20}"
)
_RECIPIENTS = re.compile("[^。！？!?]{2,160}[:：]")
_ADDRESSEE = re.compile("各|妇联|妇工委|妇委会|委员会|单位|部门|部室|党组|党委|政府|省|市|区|县|同志")
_NAMES_OF_RECIPIENTS = re.compile("(?:[^、；;，,（(]|[（(][^）)]*[）)])+")
_ANNOUNCES = re.compile("如下|以下|下列|是|要求|汇报|报告|梳理")
_TRANSMITS = re.compile("现将|印发|转发|特此通知|请.{0,12}(?:遵照|贯彻|执行|落实)")
_NAVIGATION = re.compile(
    "(?:当前|您(?:现在)?的?|所在)位置.{0,40}|[^。，]{0,20}首页[^。，]{0,30}|.{0,4}(?:上|下)一篇.{0,60}|[（(](?:上接|下转|紧接).{0,16}[）)]"
    "|[-—– ]{0,4}分享[^。]{0,10}|(?:打印|关闭|返回|收藏|字号|字体|大中小|浏览|点击|阅读|扫一扫|相关|热门|推荐|评论|订阅|关注我们|更多)[^。，；]{0,30}"
    "|.{0,6}(?:浏览|阅读|点击)(?:次数|量|数)?[:：] ?[0-9]*.{0,10}"
)
_BYLINE = re.compile(
    "[【（(\\[]?(?:信息)?(?:来源|作者|记者|通讯员|编辑|责任编辑|责编|审核|编审|撰稿|供稿|文/|发布时间|发布日期|发布机构|发布单位|日期|时间|索引号|成文日期|主题分类"
    "|文号|原标题|本文链接|原文链接|链接|网址|声明|版权|免责)[^。]{0,3}[:：].*|本文(?:为|系|来自).{0,60}|.{0,30}转载.{0,40}"
    "|[（(](?:记者|通讯员|作者|供稿)[^）)]{2,60}[）)]|[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日? +[0-9]{1,2}:[0-9]{2}.{0,60}"
)
_FIELD = re.compile(
    "(来源|作者|记者|通讯员|责任编辑|责编|编辑|发布机构|发布单位|本文链接|原文链接|链接|网址|供稿|撰稿)[^:：0-9]{0,2}[:：] ?"
    "(.*?)(?= *(?:来源|作者|记者|通讯员|责任编辑|责编|编辑|发布|日期|时间|浏览|点击|[0-9]{4}[-/年])|$)"
)
_CORRESPONDENTS = re.compile("[（(](?:[^（）()]{0,8}记者|通讯员|作者) ?[^（）()]{2,60}[）)]")
_CALLINGS = re.compile("[^ ]{0,6}记者|通讯员|作者|实习生|摄影报道|报道|文/图")
_NAMES_APART = re.compile("[ 、,，/;；|]+")
_URL = re.compile("https?://[!-~]+")


@attrs.define
class Frame:
    """What stands around a document's body, and what it says (文件框架).

    Attributes:
        passages: The frame's passages, in order.
        body: The stretches of blocks (numbers, end excluded) that are left as body, in order, each with whether an
            annex mark stands before it.
        title: The title's bounds, or None.
        number: The document number, or None.
        masthead: The bounds of the issuer's name in the masthead, or None.
        signature: The bounds of the signature, or None.
        recipients: The recipients' names, in order.
        issued: The date of issue, or None.
        published: The date of publication, or None.
        publisher: The publisher, or None.
        authors: The authors, in order.
        editor: The editor, or None.
        url: The address, or None.
        attachments: The annexes' titles, in order.
    """

    passages: list[PassageDraft] = attrs.Factory(list)
    body: list[tuple[int, int]] = attrs.Factory(list)
    annexes: list[int] = attrs.Factory(list)
    title: tuple[int, int] | None = None
    number: DocumentNumber | None = None
    masthead: tuple[int, int] | None = None
    signature: tuple[int, int] | None = None
    recipients: tuple[str, ...] = ()
    issued: date | None = None
    published: date | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    editor: str | None = None
    url: str | None = None
    attachments: tuple[str, ...] = ()


def read_frame(text: str, blocks: list[Block]) -> Frame:
    """Tell the frame from the body (识别文件框架).

    Args:
        text: The view's text.
        blocks: Its outline.

    Returns:
        The frame; what it did not take is body.
    """
    roles = _Roles(text, blocks)
    roles.official()
    roles.web()
    roles.titles()
    return roles.frame()


class _Roles:
    """A role for each block of the frame, found in passes from the surest sign to the least sure."""

    def __init__(self, text: str, blocks: list[Block]) -> None:
        self.text = text
        self.blocks = blocks
        self.roles: dict[int, FrameRole] = {}
        self.found = Frame()

    def line(self, number: int) -> str:
        block = self.blocks[number]
        return self.text[block.start : block.end]

    def official(self) -> None:
        """The head and the foot of an official document."""
        for number, block in enumerate(self.blocks):
            if block.end - block.start <= _SHORT:
                role = self.official_line(number)
                if role:
                    self.roles[number] = role
        self.recipients()

    def official_line(self, number: int) -> FrameRole | None:
        line = self.line(number)
        closed = line.replace(" ", "")
        if line[0] == "附" and _ANNEX_MARK.fullmatch(line):
            following = self.blocks[number + 1] if number + 1 < len(self.blocks) else None
            if line[-1] in "：:" and following and (following.style, following.ordinal) == (MarkerStyle.ARABIC, 1):
                self.annex_list(number)
                return FrameRole.ANNEX_LIST
            self.found.annexes.append(number)
            return FrameRole.ANNEX_MARK
        if line[0] == "附" and _ANNEX_LIST.match(line):
            self.annex_list(number)
            return FrameRole.ANNEX_LIST
        if line[-1] in "发份）):：" or "：" in line[:6] or ":" in line[:6]:
            if _IMPRINT.fullmatch(line):
                self.date(line)
                return FrameRole.IMPRINT
        if closed[-1] in "号）)0123456789" and (match := _NUMBER.fullmatch(closed)) and number < 12:
            return self.number(match)
        if number < 6 and closed.endswith("文件") and _MASTHEAD.fullmatch(closed):
            block = self.blocks[number]
            self.found.masthead = (block.start, block.end - 2)
            return FrameRole.MASTHEAD
        return self.signature(number, line, closed)

    def number(self, match: re.Match[str]) -> FrameRole | None:
        year = int(match[2]) + (2000 if len(match[2]) == 2 else 0)
        if self.found.number is not None or not int(match[3]):
            return None
        self.found.number = DocumentNumber(prefix=match[1], year=year, serial=int(match[3]), text=match.group())
        return FrameRole.NUMBER

    def signature(self, number: int, line: str, closed: str) -> FrameRole | None:
        if _DATE.fullmatch(closed):
            if number and self.roles.get(number - 1) is None and self.is_signature(number - 1):
                block = self.blocks[number - 1]
                self.roles[number - 1] = FrameRole.SIGNATURE
                self.found.signature = (block.start, block.end)
                self.found.issued = _day(closed) or self.found.issued
            elif self.found.issued is None:
                self.found.issued = _day(closed)
            return FrameRole.DATE
        if closed[-1] in "日）)" and (match := _SIGNED.fullmatch(closed)):
            block = self.blocks[number]
            named = _SIGNED.match(line)
            self.found.signature = (block.start, block.start + len(named[1])) if named else (block.start, block.end)
            self.found.issued = _day(match[2])
            return FrameRole.SIGNATURE
        return None

    def is_signature(self, number: int) -> bool:
        line = self.line(number).replace(" ", "")
        return len(line) <= 40 and self.blocks[number].style is None and _SIGNATURE.fullmatch(line) is not None

    def date(self, line: str) -> None:
        match = _DAY_ANYWHERE.search(line)
        if match and self.found.issued is None:
            self.found.issued = _day(match.group())

    def annex_list(self, number: int) -> None:
        line = self.line(number)
        match = _ANNEX_LIST.match(line)
        titles = [line[match.end() :]] if match and not _ANNEX_MARK.fullmatch(line) else []
        following = number + 1
        while following < len(self.blocks):
            block = self.blocks[following]
            if block.style is not MarkerStyle.ARABIC or block.end - block.start > _SHORT:
                break
            if block.ordinal != len(titles) + 1:
                break
            titles.append(self.text[block.text : block.end])
            self.roles[following] = FrameRole.ANNEX_LIST
            following += 1
        self.found.attachments += tuple(_tidy(title) for title in titles if title.strip())

    def recipients(self) -> None:
        """The line of recipients near the head, and what stands between it and the signature."""
        for number, block in enumerate(self.blocks[:14]):
            if block.style is not None and block.style.rank <= MarkerStyle.ARABIC.rank:
                return
            line = self.line(number)
            if number in self.roles or not _RECIPIENTS.fullmatch(line):
                continue
            if not _ADDRESSEE.search(line) or _ANNOUNCES.search(line[-8:]) or _BYLINE.fullmatch(line) or number > 8:
                continue
            if block.kind is BlockKind.HEADING and not re.search("各|、|；", line):
                continue
            self.roles[number] = FrameRole.RECIPIENTS
            names = _NAMES_OF_RECIPIENTS.findall(line.rstrip("：:"))
            self.found.recipients = tuple(name.strip() for name in names if name.strip())
            self.above_recipients(number)
            self.transmittal(number + 1)
            return

    def above_recipients(self, number: int) -> None:
        """Above the recipients stand only the masthead, the number and the title."""
        for above in range(number):
            closed = self.line(above).replace(" ", "")
            if above in self.roles or len(closed) > _SHORT:
                continue
            if closed.endswith("文件"):
                self.roles[above] = FrameRole.MASTHEAD
            elif _NUMBER_LIKE.fullmatch(closed):
                self.roles[above] = FrameRole.NUMBER

    def transmittal(self, number: int) -> None:
        """A covering letter's few words, where a document of its own follows."""
        first = number
        length = 0
        while number < len(self.blocks) and number not in self.roles:
            length += self.blocks[number].end - self.blocks[number].start
            number += 1
        words = self.text[self.blocks[first].start : self.blocks[number - 1].end] if number > first else ""
        left = sum(block.end - block.start for block in self.blocks[number:])
        if 0 < length < 500 and left > length and _TRANSMITS.search(words):
            for covered in range(first, number):
                self.roles[covered] = FrameRole.TRANSMITTAL

    def web(self) -> None:
        """What a web page puts around an article."""
        count = len(self.blocks)
        first_byline = None
        for number in [*range(min(count, 20)), *range(max(20, count - 14), count)]:
            block = self.blocks[number]
            if number in self.roles or block.end - block.start > 140:
                continue
            line = self.line(number)
            if _BYLINE.fullmatch(line):
                self.roles[number] = FrameRole.BYLINE
                self.byline(line)
                first_byline = number if first_byline is None else first_byline
            elif block.end - block.start <= 60 and _NAVIGATION.fullmatch(line):
                self.roles[number] = FrameRole.NAVIGATION
        if first_byline is not None and first_byline < 12:
            self.sundries(first_byline + 1)
        self.correspondents()

    def sundries(self, number: int) -> None:
        """Short lines between the byline and the first paragraph: the site's own."""
        while number < len(self.blocks):
            block = self.blocks[number]
            if number not in self.roles:
                if block.end - block.start > 10 or block.style is not None or self.text[block.end - 1] in "。：:":
                    return
                self.roles[number] = FrameRole.NAVIGATION
            number += 1

    def byline(self, line: str) -> None:
        found = self.found
        address = _URL.search(line)
        if address:
            found.url = found.url or address.group()
            return
        for match in _FIELD.finditer(line):
            value = match[2].strip(" |")
            if not value:
                continue
            match match[1]:
                case "来源" | "发布机构" | "发布单位":
                    found.publisher = found.publisher or value
                case "编辑" | "责任编辑" | "责编":
                    found.editor = found.editor or value
                case "本文链接" | "原文链接" | "链接" | "网址":
                    pass
                case _:
                    names = tuple(name for name in _NAMES_APART.split(value) if name)
                    found.authors = found.authors or names
        day = _DAY_ANYWHERE.search(line)
        if day and found.published is None and "成文" not in line:
            found.published = _day(day.group())

    def correspondents(self) -> None:
        """The names in （记者 … 通讯员 …） near the head, where no line names the authors."""
        if self.found.authors or not self.blocks:
            return
        end = self.blocks[min(len(self.blocks), 14) - 1].end
        match = _CORRESPONDENTS.search(self.text, 0, min(end, 3000))
        if match:
            words = _CALLINGS.sub(" ", match.group().strip("（）()"))
            self.found.authors = tuple(name for name in _NAMES_APART.split(words) if 2 <= len(name) <= 4)

    def titles(self) -> None:
        """The lines at the head that name the document, its author and its day; below an annex mark readers find them."""
        first = 0
        while first < len(self.blocks) and self.roles.get(first, FrameRole.BYLINE) is not FrameRole.BYLINE:
            first += 1
        taken: list[int] = []
        for number in range(first, min(len(self.blocks) - 1, first + 5)):
            role = self.title_role(number, bool(taken)) if number not in self.roles else None
            if role is None:
                break
            self.roles[number] = role
            if role is FrameRole.TITLE:
                taken.append(number)
        if taken:
            top, last = self.blocks[taken[0]], self.blocks[taken[-1]]
            end = last.heading_end if last.kind is BlockKind.HEADING else last.end
            self.found.title = (top.text, max(end, top.text + 1))

    def title_role(self, number: int, titled: bool) -> FrameRole | None:
        """Whether a line at the head is a title, or the author's name or the day under one."""
        block = self.blocks[number]
        line = self.line(number)
        closed = line.replace(" ", "")
        if titled and _MONTH_OR_DAY.fullmatch(closed):
            self.found.issued = self.found.issued or _day(closed)
            return FrameRole.DATE
        if titled and self.is_signature(number):
            self.found.signature = self.found.signature or (block.start, block.end)
            return FrameRole.SIGNATURE
        if block.style in (MarkerStyle.MARKDOWN, MarkerStyle.BOLD):
            return FrameRole.TITLE if block.kind is BlockKind.HEADING and not titled else None
        if (
            block.style is not None
            or block.end - block.start > 60
            or line[-1] in "。；;：:，,"
            or _STOP.search(line[:-1])
        ):
            return None
        if self.roles.get(number + 1) in (FrameRole.BYLINE, FrameRole.RECIPIENTS, FrameRole.NUMBER) or not titled:
            return FrameRole.TITLE
        heads = block.kind is BlockKind.HEADING and block.level == PLAIN_LEVEL
        return FrameRole.TITLE if heads and not re.search("[:：]", line) else None

    def frame(self) -> Frame:
        found = self.found
        start = None
        for number, block in enumerate(self.blocks):
            role = self.roles.get(number)
            if role is None:
                start = number if start is None else start
                continue
            if start is not None:
                found.body.append((start, number))
                start = None
            found.passages.append(PassageDraft(block.start, block.end, role))
        if start is not None:
            found.body.append((start, len(self.blocks)))
        return found


def _day(words: str) -> date | None:
    match = _DAY_ANYWHERE.search(words)
    if not match:
        return None
    try:
        period = parse_period(match.group())
    except ParseError:
        return None
    return period.first if period.first == period.last else None


def _tidy(words: str) -> str:
    return " ".join(words.split()).rstrip("。；;")
