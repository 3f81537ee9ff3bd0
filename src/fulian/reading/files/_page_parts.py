"""Which lines of a page are the document's, and which the site's own."""

from __future__ import annotations

import re
from itertools import pairwise

from fulian.reading.files._page_lines import PageLine

__all__ = ["part_page"]

_OTHER_PAGES = "新闻|链接|阅读|文件|稿件|文章|信息|报道|喜欢|推荐|资讯|解读|内容"
_RELATED_WORDS = f"(?:相关|推荐|延伸|热门|热点|最新|更多|猜你)(?:{_OTHER_PAGES})[:：>»＞]{{0,2}}"
_RELATED = re.compile(_RELATED_WORDS)
_SITE_LINE = re.compile(
    "(?:当前|您(?:现在)?的?|所在|现在)的?位置.{0,80}"
    "|[^。，>»›＞]{1,16}(?: ?[>»›＞] ?[^。，>»›＞]{1,16}){0,4} ?[>»›＞] ?(?:正文|详情|内容)"
    "|[^。，]{0,16}首页 ?[>»›＞\\-—/|].{0,60}|首页"
    "|(?:字体|字号|大小|打印|关闭|收藏|返回|顶部|回到|分享|扫一扫|二维码|视力保护色|保存|纠错|朗读|繁體|无障碍|本页|此页|正文"
    "|窗口|微信|微博|空间|QQ|[大中小到 :：\\[\\]【】（）()|/>·、])+"
    "|.{0,4}[上下]一[篇条页].{0,60}"
    f"|{_RELATED_WORDS}|扫一扫[^。]{{0,20}}"
    "|(?:共 ?[0-9]+ ?页)?[ 0-9]*(?:首页|上一页|下一页|尾页|末页)[ 0-9首末尾上下一页>.…共第]*"
    "|[0-9]{1,2}(?: [0-9]{1,2})+(?: ?[>…]+)?"
)
_FOOT_LINE = re.compile(
    ".{0,40}(?:版权所有|ICP备|公网安备|网站标识码|技术支持[:：]|网站地图|All Rights Reserved|[Cc]opyright|COPYRIGHT)"
    ".{0,120}"
    "|(?:主办|承办|协办|维护)(?:单位)?[:：].{1,80}"
    "|(?:联系我们|关于我们|网站声明|友情链接)[^。]{0,80}"
    "|(?:地址|邮编|邮政编码|联系电话|网站电话)[:：].{1,80}"
)
_BYLINE = re.compile(
    ".{0,12}(?:来源|作者|记者|通讯员|编辑|责编|审核|供稿|撰稿|发布时间|发布日期|时间|日期|发布机构|发文字号|文号)[^。]{0,3}[:：].*"
    "|[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}.{0,40}"
)
_LABELS = {
    "索引号": "index",
    "信息索引号": "index",
    "统一登记号": "index",
    "主题分类": "subject",
    "信息分类": "subject",
    "分类": "subject",
    "体裁分类": "genre",
    "发文机关": "issuer",
    "发布机构": "issuer",
    "公开机构": "issuer",
    "发文单位": "issuer",
    "成文日期": "issued",
    "发布日期": "published",
    "发文日期": "issued",
    "生成日期": "issued",
    "公开日期": "published",
    "标题": "title",
    "名称": "title",
    "信息名称": "title",
    "发文字号": "number",
    "文号": "number",
    "公开方式": "manner",
    "公开形式": "manner",
    "公开范围": "manner",
    "公开责任部门": "manner",
    "文件编号": "number",
    "有效性": "validity",
    "效力状态": "validity",
    "生效日期": "validity",
    "废止日期": "validity",
    "失效日期": "validity",
    "主题词": "keywords",
    "关键词": "keywords",
}
# A line under a title: a day, then where it comes from and who wrote it.
_DATED = re.compile("[12][0-9]{3}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?(?=[ \u3000]|$)")
_NAMED = re.compile("(来源|作者|记者)[:：][ \u3000]?([^ \u3000:：|]{2,30})")
_NAMES = {"来源": "publisher", "作者": "author", "记者": "author"}
_LABEL = re.compile("[ \u3000]*([^:：]{2,12})[:：] *(.*)")
_LONGEST_VALUE = 60
_PROSE = 40  # a line of so many characters with a stop is running text wherever it stands


def part_page(lines: list[PageLine], title: str | None) -> None:
    """Give each line that is not the document's own its kind of aside, and the fields it holds."""
    for line in lines:
        if line.hidden:
            line.aside = "hidden"
        elif _is_the_sites(line):
            line.aside = "navigation"
    _leave_out_link_lists(lines)
    _leave_out_what_is_related(lines)
    _leave_out_around_the_article(lines, title)
    _take_metadata(lines)
    _leave_out_links_at_the_ends(lines)


def _is_the_sites(line: PageLine) -> bool:
    """Whether a line is the site's by its place in the page or by its words."""
    if line.within:
        return not line.text.startswith("附件")
    if not line.article and (line.surroundings or _FOOT_LINE.fullmatch(line.text)):
        return True
    return len(line.text) <= 120 and _SITE_LINE.fullmatch(line.text) is not None


def _own(lines: list[PageLine]) -> list[PageLine]:
    return [line for line in lines if not line.aside]


def _leave_out_link_lists(lines: list[PageLine]) -> None:
    """Links one after another are a menu or a list of other pages; within an article it takes three."""
    own = _own(lines)
    at = 0
    while at < len(own):
        end = at
        while end < len(own) and own[end].is_link:
            end += 1
        least = 3 if at < len(own) and own[at].article else 2
        if end - at >= least:
            for line in own[at:end]:
                line.aside = "navigation"
        at = max(end, at + 1)


def _leave_out_what_is_related(lines: list[PageLine]) -> None:
    """Links under 相关阅读 and its like are other pages, also one alone, or one with its day."""
    under = False
    for line in lines:
        if line.aside:
            under = under or _RELATED.fullmatch(line.text) is not None
        elif under and line.linked and "。" not in line.text:
            line.aside = "navigation"
        else:
            under = False


def _leave_out_around_the_article(lines: list[PageLine], title: str | None) -> None:
    """Where the page says which element is its article, only title, byline and running text stand outside it."""
    own = _own(lines)
    inside = sum(line.visible for line in own if line.article)
    if not inside or inside < 0.4 * sum(line.visible for line in own):
        return
    first = next(number for number, line in enumerate(own) if line.article)
    titled = _title_before(own[:first], title)
    for number, line in enumerate(own):
        if line.article or (line.visible >= _PROSE and "。" in line.text):
            continue
        if line.table is not None and _is_metadata(line):
            continue
        labelled = _LABEL.match(line.text)
        is_field = labelled is not None and _label(labelled[1]) in _LABELS
        is_annex = line.text.startswith("附件")
        if number not in titled and not is_field and not is_annex and not _BYLINE.fullmatch(line.text):
            line.aside = "navigation"


def _title_before(lines: list[PageLine], title: str | None) -> set[int]:
    """Which lines before the article are its title: headings, the page's title, else the last that may be one."""
    found = {number for number, line in enumerate(lines) if line.heading or _same(line.text, title)}
    if found:
        return found
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        if not line.is_link and line.cells is None and 4 <= len(line.text) <= 60 and not _BYLINE.fullmatch(line.text):
            return {number}
    return set()


def _same(text: str, title: str | None) -> bool:
    """Whether a line is the page's title, which in the page's head often bears the site's name too."""
    words, whole = "".join(text.split()), "".join((title or "").split())
    return len(words) >= 4 and (words == whole or (whole.startswith(words) and whole[len(words)] in "-_—|–"))


def _take_metadata(lines: list[PageLine]) -> None:
    """The block of labels that a government site puts over its documents: at least three of them, near the head."""
    own = _own(lines)[:40]
    for line in own:
        if line.cells is None and len(line.text) <= 120 and (dated := _DATED.match(line.text)):
            named = {name: value for name, value in _NAMED.findall(line.text) if value}
            if named:
                line.aside = "metadata"
                line.fields = [("published", dated[0]), *((_NAMES[name], value) for name, value in named.items())]
    found = [(line, fields) for line in own if (fields := _metadata(line))]
    found += _values_on_the_next_lines(own, found)
    if sum(len(fields) for _, fields in found) < 3:
        return
    for line, fields in found:
        line.aside = "metadata"
        line.fields = [(_LABELS[name], value) for name, value in fields if value and name in _LABELS]


def _values_on_the_next_lines(
    own: list[PageLine], found: list[tuple[PageLine, list[tuple[str, str]]]]
) -> list[tuple[PageLine, list[tuple[str, str]]]]:
    """The lines that hold the value of a label which stands alone on the line before, as in a list of terms."""
    labels = {id(line): fields[0][0] for line, fields in found if line.cells is None and not fields[0][1]}
    known = {id(line) for line, _ in found}
    return [
        (line, [(labels[id(before)], line.text)])
        for before, line in pairwise(own)
        if id(before) in labels and id(line) not in known and line.cells is None and len(line.text) <= _LONGEST_VALUE
    ]


def _is_metadata(line: PageLine) -> bool:
    return bool(_metadata(line))


def _metadata(line: PageLine) -> list[tuple[str, str]]:
    """The labels of a line with their values; empty where it holds anything else."""
    if line.cells is None:
        match = _LABEL.fullmatch(line.text)
        return [(_label(match[1]), match[2])] if match and _label(match[1]) in _LABELS else []
    words = [text for _, text in line.cells]
    pairs: list[tuple[str, str]] = []
    at = 0
    while at < len(words):
        if not words[at]:
            at += 1
            continue
        match = _LABEL.fullmatch(words[at])
        name = _label(match[1] if match else words[at])
        if name not in _LABELS and (match is None or match[2]):
            return []  # beside a known label one that ends with a colon is a label too
        if match and match[2]:
            pairs.append((name, match[2]))
            at += 1
        else:
            pairs.append((name, words[at + 1] if at + 1 < len(words) else ""))
            at += 2
    return pairs if any(name in _LABELS for name, _ in pairs) else []


def _label(words: str) -> str:
    return "".join(words.split()).strip("【】[]:：")


def _leave_out_links_at_the_ends(lines: list[PageLine]) -> None:
    """A lone link before the document's first line or after its last is the site's."""
    own = _own(lines)
    for order in (own, reversed(own)):
        for line in order:
            if not line.is_link or line.heading:
                break
            line.aside = "navigation"
