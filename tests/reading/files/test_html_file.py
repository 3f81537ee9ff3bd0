"""Web pages: the document's own text, and what of the site was left out."""

from __future__ import annotations

from pathlib import Path

import pytest

import fulian
from fulian.errors import ReadError
from fulian.reading.files import SourceText, read_bytes
from fulian.values import Span

from .web_pages import CITY_PORTAL, COUNTY_SITE, NEWS_SITE, OLD_SITE, PRINTED_PAPER

pytest.importorskip("lxml")

DATA = Path(__file__).parent / "data"
OWN = "县妇联2021年工作总结\n来源：县妇联 发布时间：2022-01-10 【字体：大 中 小】\n全年办班12期，培训妇女600人次。\n一、维权工作\n接访43件。\n办结40件。\n附件：获奖名单.docx\n"


def page(body: str) -> SourceText:
    """Read a page with a body."""
    return read_bytes(f"<!DOCTYPE html><html><body>{body}</body></html>".encode())


def test_a_government_page_gives_its_document() -> None:
    """Navigation, metadata, related news and the site's foot are left out, and listed."""
    source = read_bytes(COUNTY_SITE.encode())
    assert source.text == OWN
    kinds = {
        kind: [one.text for one in source.asides if one.kind == kind] for kind in ("navigation", "metadata", "hidden")
    }
    assert [len(kinds["metadata"]), kinds["hidden"]] == [2, ["统计代码"]]
    for words in ("首页", "相关新闻", "别县的一件事", "下一页", "主办：青禾县政府办公室"):
        assert any(words in text for text in kinds["navigation"])


def test_the_tags_of_a_government_page_say_what_the_document_is() -> None:
    """Publisher, day, author, number and address come from the tags and the metadata block."""
    document = fulian.read(read_bytes(COUNTY_SITE.encode())).document
    assert (document.title, document.publisher, str(document.published)) == (
        "县妇联2021年工作总结",
        "县妇联",
        "2022-01-10",
    )
    assert (str(document.number), document.authors) == ("青妇字〔2022〕1号", ("林月",))
    assert read_bytes(COUNTY_SITE.encode()).field("annex") == "附件：获奖名单.docx </files/名单.docx>"


def test_a_citys_portal_gives_its_document() -> None:
    """Title and byline stand apart from the text; pages, pictures and related papers are the portal's."""
    source = read_bytes(CITY_PORTAL.encode())
    assert source.text.splitlines() == [
        "市妇联多措并举推进家庭文明建设", "今年以来，市妇联评选最美家庭120户，开展家庭教育讲座36场，覆盖家长4800人次。",
        "一是建强阵地。建成社区家长学校58所，配备指导员116名。", "讲座现场　林月 摄",
        "二是关爱帮扶。走访困难家庭260户，发放慰问金13万元。", "责任编辑：周青",
    ]  # fmt: skip
    document = fulian.read(source).document
    assert (document.publisher, str(document.published), document.editor) == ("市妇联", "2021-05-18", "周青")
    assert (source.field("site"), source.field("column")) == ("青禾市人民政府门户网站", "部门动态")
    left_out = [one.text for one in source.asides]
    assert {"1 2 下一页 尾页", "相关稿件", "最美家庭评选启动2021-04-02", "微信微博"} <= set(left_out)


def test_an_old_site_of_tables_gives_its_document() -> None:
    """Menus left and above, the block of labels and the lines around are left out; the table of the text stays."""
    source = read_bytes(OLD_SITE.encode("gb18030"))
    assert source.encoding == "gb18030"
    lines = source.text.splitlines()
    assert (lines[0], lines[-1]) == ("关于印发《青禾县妇女工作要点》的通知", "附件：任务分解表.xls")
    assert lines[-5:-1] == ["乡镇\t任务数", "\t宣讲（场）\t培训（人）", "东镇\t18\t70", "西镇\t12\t50"]
    assert len(lines) == 15
    reading = fulian.read(source)
    document = reading.document
    assert (str(document.number), str(document.issued), str(document.published)) == (
        "青妇字〔2020〕3号", "2020-03-10", "2020-03-12",
    )  # fmt: skip
    assert [str(one.quantity.value) for one in reading.observations] == ["30", "120", "18", "70", "12", "50"]
    assert source.field("annex") == "任务分解表.xls </uploadfiles/202003/1.xls>"


def test_a_printed_papers_page_gives_its_article() -> None:
    """In a page built of tables, the line under the title says when, where and by whom; the menus are left out."""
    source = read_bytes(PRINTED_PAPER.encode("gb18030"))
    assert source.text == "巾帼志愿服务进社区\n3月7日，县妇联在东镇举办活动，参与妇女120人次。\n"
    document = fulian.read(source).document
    assert (str(document.published), document.publisher, document.authors) == ("2021-03-08", "青禾日报", ("林月",))


def test_a_news_site_gives_its_article() -> None:
    """Path, disclaimer, buttons and what is hot are the site's, though some stand within the article's element."""
    source = read_bytes(NEWS_SITE.encode())
    lines = source.text.splitlines()
    assert [line[:8] for line in lines] == ["青禾妇联：为留守", "来源：某某网 作", "某某网青禾6月1", "活动现场，12名"]
    document = fulian.read(source).document
    assert (document.title, document.publisher, document.authors, document.editor, str(document.published)) == (
        "青禾妇联：为留守儿童点亮微心愿", "某某网", ("林月",), "周青", "2021-06-01",
    )  # fmt: skip
    left_out = [one.text for one in source.asides]
    assert {"某某网 > 青禾频道 > 正文", "点赞收藏", "热门推荐"} <= set(left_out)


def test_a_title_outside_the_article_is_kept() -> None:
    """Where no tag and no heading gives the title, the last line before the article is it; an annex after it stays."""
    source = page(
        "<div class=header><a href=/>网站首页</a></div><ul><li><a href=1>机构职能</a><li><a href=2>通知公告</a></ul>"
        "<div class=t>关于开展最美家庭评选的通知</div><div><span>发布时间：2020-05-01</span></div>"
        "<div class=article_con><p>各乡镇妇联：</p><p>全县评选最美家庭30户，请于5月底前报送推荐表。</p></div>"
        "<div>附件：<a href=x.doc>推荐表.doc</a></div><div>Copyright © 县妇联</div>"
    )
    assert source.text.splitlines() == [
        "关于开展最美家庭评选的通知", "发布时间：2020-05-01", "各乡镇妇联：", "全县评选最美家庭30户，请于5月底前报送推荐表。", "附件：推荐表.doc",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("declared", "codec", "encoding"),
    [
        ("gb2312", "gb18030", "gb18030"),
        ("gbk", "gbk", "gb18030"),
        ("utf-8", "utf-8", "utf-8"),
        ("gb2312", "utf-8", "utf-8"),
        ("utf-8", "gb18030", "gb18030"),
        ("big5", "big5", "big5hkscs"),
    ],
)
def test_the_encoding_is_told_by_the_bytes(declared: str, codec: str, encoding: str) -> None:
    """Where a page declares gb2312, GB18030 is meant; a wrong declaration is found out."""
    words = (
        "婦聯舉辦培訓班十二期，參加婦女六百人次。"
        if codec == "big5"
        else "朱镕基家乡妇联㙍组织培训，参加妇女六百人次。"
    )
    words = words if codec in ("utf-8", "gb18030", "big5") else words.replace("㙍", "")
    source = read_bytes(f'<html><meta charset="{declared}"><p>{words}'.encode(codec))
    assert (source.text, source.encoding) == (f"{words}\n", encoding)


def test_a_page_with_a_few_broken_bytes_is_read() -> None:
    """A few bytes that are none of the declared encoding become replacement signs, and a remark says so."""
    source = read_bytes(b'<html><meta charset="utf-8"><p>' + ("妇女工作。" * 200).encode() + b"\xff\xe5\x9c</p>")
    assert source.encoding == "utf-8"
    assert source.text.startswith("妇女工作。")


def test_a_line_broken_in_the_source() -> None:
    """Within Chinese text a new line in the source is nothing, but a space where an office program wrote it."""
    broken = "<p>县妇联\n办班12期，参加 600\n人次。</p>"
    assert page(broken).text == "县妇联办班12期，参加 600人次。\n"
    program = '<meta name="generator" content="LibreOffice 7.4 (Linux)">'
    assert page(program + broken).text == "县妇联 办班12期，参加 600 人次。\n"


def test_tables_are_rows_with_places() -> None:
    """A cell over several rows or columns stands once; each cell can be located."""
    source = page(
        "<table><tr><th rowspan=2>乡镇<th colspan=2>人数</tr><tr><td>女<td>男</tr><tr><td>东镇<td>3<td>4</tr></table>"
    )
    assert source.text == "乡镇\t人数\n\t女\t男\n东镇\t3\t4\n"
    start = source.text.index("4")
    assert [str(place) for place in source.locate(Span(start=start, end=start + 1))] == ["table 1, C3"]


def test_tables_that_arrange_a_page_are_none() -> None:
    """In a table around tables, and in one with running text, the paragraphs are lines."""
    inner = "<table><tr><td>甲<td>1</tr></table>"
    assert page(f"<table><tr><td><p>左</p></td><td>{inner}</td></tr></table>").text == "左\n甲\t1\n"
    assert page(f"<table><tr><td>左<td><p>{'长' * 400}</p><p>乙</p></tr></table>").text == f"左\n{'长' * 400}\n乙\n"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<ol><li>甲<li>乙</ol>", "1. 甲\n2. 乙\n"),
        ("<ol start=3 type=a><li>甲<li value=9>乙</ol>", "c. 甲\ni. 乙\n"),
        ('<ol style="list-style-type: cjk-ideographic"><li>甲</ol>', "一、甲\n"),
        ('<ol style="list-style: none"><li>一、甲</ol>', "一、甲\n"),
        ("<ul><li>甲</ul>", "甲\n"),
    ],
)
def test_lists_are_numbered_as_seen(written: str, shown: str) -> None:
    """A browser's numbers are part of what a person sees."""
    assert page(written).text == shown


def test_prose_is_never_left_out() -> None:
    """Running text stays, whatever the name of the element it stands in."""
    prose = "全年办班十二期。接访四十三件。走访家庭六十户。调解纠纷九起。"
    for name in ("nav", "footer", "related", "position-box"):
        assert page(f'<div class="{name}"><p>{prose}</p></div>').text == f"{prose}\n"


def test_nothing_of_a_page_is_lost() -> None:
    """Every visible character of a page is in the text or in an aside."""
    source = read_bytes(COUNTY_SITE.encode())
    held = "".join("".join(text.split()) for text in (source.text, *(one.text for one in source.asides)))
    for words in ("政务公开", "又一件事", "湘ICP备00000001号", "000014/2022-00012", "办结40件。"):
        assert words in held


def test_scripts_and_comments_are_no_text() -> None:
    """What no person sees is not read, nor counted as left out."""
    source = page(
        "<script>var a='甲'</script><style>p{}</style><!-- 乙 --><p>丙<sup>[1]</sup></p><template>丁</template>"
    )
    assert (source.text, source.asides) == ("丙[1]\n", ())


@pytest.mark.parametrize("written", ["quoted-printable", "base64", "8bit"])
def test_saved_pages_are_read(written: str) -> None:
    """A page saved with its pictures in one file (.mht) is read, whatever its transfer encoding."""
    import base64
    import quopri

    body = "<html><body><p>接访43件。</p></body></html>".encode("gbk")
    packed = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}.get(written, bytes)(body)
    data = (
        b'From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: text/html; charset=gbk\r\nContent-Location: http://example.org/a.html\r\n"
        b"Content-Transfer-Encoding: " + written.encode() + b"\r\n\r\n" + packed + b"\r\n--x--\r\n"
    )
    source = read_bytes(data, file="a.mht")
    assert (source.kind, source.text, source.field("url")) == ("mht", "接访43件。\n", "http://example.org/a.html")
    with pytest.raises(ReadError, match="without a page"):
        read_bytes(data.replace(b"text/html", b"text/plain"), file="a.mht")


def test_hostile_pages_are_read() -> None:
    """Deep nesting, huge spans, entities and a cut end neither stop the reader nor make it swell."""
    assert page("<div>" * 2000 + "底").text == "底\n"
    with pytest.raises(ReadError, match="nested too deeply"):
        page("<div>" * 3000 + "底")
    wide = page('<table><tr><td colspan="99999999">甲<td rowspan="65000">乙</tr><tr><td>丙<td>丁</tr></table>').text
    assert len(wide) < 5000
    bomb = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><html><p>甲&b;&nbsp;乙</p></html>'
    assert len(read_bytes(bomb.encode()).text) < 100
    assert read_bytes(b"<html><body><p>\xe7\x94\xb2</p><table><tr><td>1<td").text == "甲\n1\n"
    assert read_bytes(b"<html>").text == ""


def test_a_label_that_no_list_knows_is_one_beside_others() -> None:
    """In a block of labels each has a colon; sites have some of their own."""
    rows = [
        ("公开目录：", "工作总结", "发文字号：", "青妇字〔2022〕1号"),
        ("服务对象：", "公众", "发布日期：", "2022-01-10"),
    ]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    source = page(f"<table>{table}</table><h1>县妇联2021年工作总结</h1><p>全年接访43件。</p>")
    assert source.text == "县妇联2021年工作总结\n全年接访43件。\n"
    assert str(fulian.read(source).document.number) == "青妇字〔2022〕1号"
    figures = page("<table><tr><td>乡镇：<td>东镇<td>人数：<td>12</tr></table><p>全年接访43件。</p>")
    assert "东镇\t人数：\t12" in figures.text


def test_a_version_is_what_the_page_says() -> None:
    """A page without a declaration says none."""
    transitional = (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">'
    )
    assert read_bytes(f"{transitional}<p>接访43件。".encode()).version == "HTML 4.01 Transitional"
    assert read_bytes("<html><p>接访43件。".encode()).version is None
    assert read_bytes("<!DOCTYPE html><p>接访43件。".encode()).version is None


def test_raised_numbers_of_a_page_are_raised_characters() -> None:
    """A note's mark and a power are seen to be raised."""
    source = page("<p>接访43件<sup><a href='#n1'>1</a></sup>，绿化30m<sup>2</sup>，办结41件<sup>[2]</sup>。</p>")
    assert source.text == "接访43件¹，绿化30m²，办结41件[2]。\n"
    assert [figure.label for figure in fulian.read(source).observations] == ["接访", "绿化", "办结"]


def test_values_may_stand_on_lines_of_their_own() -> None:
    """A list of terms has each label and each value in an element of its own."""
    terms = "<dl><dt>索引号：</dt><dd>QH001</dd><dt>发文字号：</dt><dd>青妇字〔2022〕1号</dd><dt>发布日期：</dt><dd>2022-01-10</dd></dl>"
    source = page(f"{terms}<h1>县妇联2021年工作总结</h1><p>全年接访43件。</p>")
    assert source.text == "县妇联2021年工作总结\n全年接访43件。\n"
    assert (source.field("number"), source.field("published")) == ("青妇字〔2022〕1号", "2022-01-10")


def test_one_related_page_is_left_out_too() -> None:
    """A link under 相关阅读 is another page's, though its day stands beside it; prose ends the list."""
    related = "<p>相关阅读：</p><ul><li><a href=1>走访慰问</a> 2021-01-02</li></ul><p>扫一扫在手机打开当前页</p>"
    source = page(f"<h1>县妇联2021年工作总结</h1><p>全年接访43件。</p>{related}")
    assert source.text == "县妇联2021年工作总结\n全年接访43件。\n"
    assert [one.text for one in source.asides] == ["相关阅读：", "走访慰问 2021-01-02", "扫一扫在手机打开当前页"]
