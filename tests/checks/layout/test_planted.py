"""Each planted fault is found, once, where it stands; and nothing else is said."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

import pytest

import fulian
from fulian.checks import Finding, all_rules
from fulian.checks.layout.front import check_layout
from fulian.reference.official_layout import Element

from .planted import (
    Change,
    blanks_before,
    both,
    colour,
    font,
    lines,
    notice,
    of,
    plant,
    report,
    say,
    section,
    size,
    without,
)

DOCUMENT, SETTINGS, STYLES = "word/document.xml", "word/settings.xml", "word/styles.xml"
ODD, EVEN = "word/footer1.xml", "word/footer2.xml"
MASTHEAD, NUMBER, TITLE, RECIPIENTS = "甘泉县妇女联合会文件", "甘妇〔20", "关于印发", "各乡镇（街道）妇联"
BODY, LIST, SECOND, DATE, NOTE = "现将《", "附件：1.", "2.", "2020年3月5日", "（此件"
MARK, INNER, HEADING, ITEM = "附件1", "2020年全县妇联工作要点", "一、聚焦", "（三）"
COPIES, PRINTING, GUIDANCE = "抄送", "甘泉县妇女联合会办公室", "2020年全县妇联工作的"


class Planted(NamedTuple):
    """A fault: its code, the change that makes it, where it is told, the part of the file it is in."""

    code: str
    change: Change
    place: str  # how the words begin that the finding stands on, or its path
    part: str = DOCUMENT
    mend: str | None = None


IN_NOTICE = {
    "letter paper": Planted("L101", section("pgSz", w=12240, h=15840), "section 1"),
    "upper margin of Word": Planted("L102", section("pgMar", top=1440, bottom=2642), "section 1"),
    "left margin of Word": Planted("L102", section("pgMar", left=1800, right=1261), "section 1"),
    "30 points a line": Planted("L103", section("spacing", line=600), "section 1", STYLES),
    "grid of 40 characters": Planted("L104", section("docGrid", charSpace=-20000), "section 1"),
    "blue text": Planted("L105", colour(BODY, "0070C0"), BODY),
    "masthead in 宋体": Planted("L201", font(MASTHEAD, "宋体"), MASTHEAD),
    "black masthead": Planted("L202", colour(MASTHEAD, "000000"), MASTHEAD),
    "masthead at the left": Planted("L203", of(MASTHEAD, "jc", val="left"), MASTHEAD),
    "masthead too high": Planted("L204", of(MASTHEAD, "spacing", before=0, line=840, lineRule="exact"), MASTHEAD),
    "square brackets": Planted("L205", say(NUMBER, "〔2020〕", "[2020]"), "甘妇[2020]3号", mend="甘妇〔2020〕3号"),
    "leading zeros": Planted("L205", say(NUMBER, "3号", "003号"), "甘妇〔2020〕003号", mend="甘妇〔2020〕3号"),
    "第 in the number": Planted("L205", say(NUMBER, "3号", "第3号"), "甘妇〔2020〕第3号", mend="甘妇〔2020〕3号"),
    "number at the left": Planted("L206", of(NUMBER, "jc", val="left"), NUMBER),
    "number in 黑体": Planted("L207", font(NUMBER, "黑体"), NUMBER),
    "number too small": Planted("L207", size(NUMBER, 14), NUMBER),
    "no red line": Planted("L208", without("pBdr", NUMBER), NUMBER),
    "number right under the masthead": Planted("L209", blanks_before(NUMBER, 0), NUMBER),
    "urgency in 仿宋": Planted("L210", font("特急", "仿宋_GB2312"), "特急"),
    "title in 黑体": Planted("L301", font(TITLE, "黑体"), TITLE),
    "title in 3号": Planted("L302", size(TITLE, 16), TITLE),
    "title at the left": Planted("L303", of(TITLE, "jc", val="left"), TITLE),
    "title as an hourglass": Planted(
        "L304", lines(TITLE, "关于印发《2020年全县", "妇联工作", "要点》的通知请照此办理"), TITLE
    ),
    "title right under the line": Planted("L305", blanks_before(TITLE, 0), TITLE),
    "recipients moved in": Planted("L311", of(RECIPIENTS, "ind", firstLineChars=200), RECIPIENTS),
    "half-width colon": Planted("L312", say(RECIPIENTS, "：", ":"), ":", mend="："),
    "recipients three lines below": Planted("L313", blanks_before(RECIPIENTS, 3), RECIPIENTS),
    "text in 宋体": Planted("L321", font(BODY, "宋体"), BODY),
    "text in 小四": Planted("L322", size(BODY, 12), BODY),
    "no indent": Planted("L323", of(BODY, "ind", firstLineChars=0, firstLine=0), BODY),
    "all lines moved in": Planted("L323", of(GUIDANCE, "ind", leftChars=200, firstLine=0, firstLineChars=0), GUIDANCE),
    "first level in 仿宋": Planted("L324", font(HEADING, "仿宋_GB2312"), HEADING),
    "second level in 黑体": Planted("L324", font(ITEM, "黑体", run=0), ITEM),
    "half-width brackets": Planted("L325", say(ITEM, "（三）", "(三)"), "(三)", mend="（三）"),
    "third level under the first": Planted("L326", both(font(ITEM, "仿宋_GB2312"), say(ITEM, "（三）", "3.")), "3."),
    "list of annexes without a line above": Planted("L401", blanks_before(LIST, 0), LIST),
    "stop behind an annex's name": Planted("L402", say(LIST, "要点", "要点。"), "。", mend=""),
    "annex's name in 《》": Planted(
        "L402", say(LIST, "2020年全县妇联工作要点", "《2020年全县妇联工作要点》"), "《2020", mend=INNER
    ),
    "、 behind an annex's number": Planted("L402", say(SECOND, "2.", "2、"), "、", mend="."),
    "date at the right edge": Planted("L411", of(DATE, "ind", right=0), DATE),
    "date with leading zeros": Planted("L412", say(DATE, "3月5日", "03月05日"), "2020年03月05日", mend=DATE),
    "date in Chinese numerals": Planted(
        "L412",
        both(say(DATE, DATE, "二〇二〇年三月五日"), of("甘泉县妇女联合会$", "ind", rightChars=500)),
        "二〇二〇",
        mend=DATE,
    ),
    "note in half-width brackets": Planted(
        "L413", lines(NOTE, "(此件公开发布)"), "(此件公开发布)", mend="（此件公开发布）"
    ),
    "annex's mark in 仿宋": Planted("L421", font(MARK, "仿宋_GB2312"), MARK),
    "annex on the same page": Planted("L422", without("pageBreakBefore", MARK), MARK),
    "annex's mark moved in": Planted("L423", of(MARK, "ind", firstLineChars=200), MARK),
    "colon behind an annex's mark": Planted("L424", say(MARK, "附件1", "附件1："), "附件1：", mend="附件1"),
    "annex's title on the second line": Planted("L425", blanks_before(INNER, 0), INNER),
    "annex called otherwise": Planted("L426", say(LIST, "工作要点", "工作计划"), INNER),
    "copies in 3号": Planted("L501", size(COPIES, 16), COPIES),
    "copies without a stop": Planted("L502", say(COPIES, "室。", "室"), "室", mend="室。"),
    "half-width colon behind 抄送": Planted("L502", say(COPIES, "抄送：", "抄送:"), ":", mend="："),
    "day of printing with zeros": Planted("L503", say(PRINTING, "3月5日", "03月05日"), "2020年03月05日", mend=DATE),
    "no line above the copies": Planted("L504", without("pBdr", COPIES), COPIES),
    "no page number": Planted("L511", without("p"), "footer of even pages", EVEN),
    "page number between hyphens": Planted("L512", say("—", "— ", "- "), "footer of odd pages", ODD),
    "one foot for all pages": Planted("L513", without("evenAndOddHeaders"), "footer of odd pages", SETTINGS),
    "even pages numbered right": Planted("L513", of("—", "jc", val="right"), "footer of even pages", EVEN),
    "page number in Times": Planted("L514", font("—", "Times New Roman", slot="ascii"), "footer of odd pages", ODD),
    "page number too small": Planted("L514", size("—", 10.5), "footer of odd pages", ODD),
    "page number at the edge": Planted("L515", of("—", "ind", right=0), "footer of odd pages", ODD),
}
IN_REPORT = {
    "copy number in the middle": Planted("L212", of("000012", "jc", val="center"), "000012"),
    "secrecy too small": Planted("L210", size("秘密", 12), "秘密"),
    "signatory in 仿宋": Planted("L211", font("甘妇", "仿宋_GB2312", run=3), "甘妇〔2021〕30号"),
    "number beside the signatory at the edge": Planted("L206", of("甘妇", "ind", firstLine=0), "甘妇〔2021〕30号"),
    "signature under its date": Planted("L411", of("甘泉县妇女联合会$", "ind", right=3000), "2021年12月20日"),
}


def place_of(finding: Finding) -> str:
    """The words a finding stands on, or its path."""
    return finding.sources[0].quote if finding.sources else finding.path or ""


@pytest.fixture(scope="module")
def good_notice() -> bytes:
    """The notice that faults are planted in."""
    return notice()


@pytest.fixture(scope="module")
def good_report() -> bytes:
    """The report that faults are planted in."""
    return report()


def test_the_good_files_are_good(good_notice: bytes, good_report: bytes) -> None:
    """Nothing is said of them before anything is planted."""
    assert check_layout(BytesIO(good_notice)) == ()
    assert check_layout(BytesIO(good_report)) == ()


def assert_found(data: bytes, planted: Planted) -> None:
    """The planted fault is told, with its clause and what to do; nothing else is told."""
    found = check_layout(BytesIO(plant(data, planted.change, planted.part)))
    assert {one.code for one in found} == {planted.code}, [str(one) for one in found]
    finding = found[0]
    assert place_of(finding).startswith(planted.place)
    assert (finding.clause or "").startswith("GB/T 9704-2012, ")
    assert finding.advice_en
    assert finding.advice_zh
    assert not [
        one for one in Element if f"{one.zh} is" in finding.message_en or f"under {one.zh}" in finding.message_en
    ]
    assert (finding.mend.text if finding.mend else None) == planted.mend


@pytest.mark.parametrize("name", IN_NOTICE)
def test_a_fault_in_a_notice_is_found(good_notice: bytes, name: str) -> None:
    """Exactly that fault, exactly there."""
    assert_found(good_notice, IN_NOTICE[name])


@pytest.mark.parametrize("name", IN_REPORT)
def test_a_fault_in_a_report_is_found(good_report: bytes, name: str) -> None:
    """Exactly that fault, exactly there."""
    assert_found(good_report, IN_REPORT[name])


def test_every_rule_on_layout_has_a_planted_fault() -> None:
    """No rule that nothing has shown to speak."""
    planted = {one.code for one in (*IN_NOTICE.values(), *IN_REPORT.values())}
    assert {rule.code for rule in all_rules() if rule.family == "L"} == planted


def test_a_mend_mends(good_notice: bytes) -> None:
    """With its words in place of those there, the fault is gone."""
    planted = plant(good_notice, say(NUMBER, "〔2020〕3号", "[2020]03号"))
    [finding] = check_layout(BytesIO(planted))
    assert finding.mend is not None
    mended = plant(planted, say("甘妇[2020]", finding.mend.source.quote, finding.mend.text))
    assert fulian.check_layout(BytesIO(mended)) == ()
