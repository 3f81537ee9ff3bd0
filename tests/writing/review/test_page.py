"""The page in a browser: the mouse, the keys, the printer, and nothing on the console."""

from __future__ import annotations

import base64
import csv
import io
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from selenium.webdriver.common.keys import Keys

import fulian
from fulian.formats.observations import COLUMNS
from fulian.model.document import Document
from fulian.model.reading import Note, Reading
from fulian.writing._chinese import in_chinese
from fulian.writing.review import write_review

from ...programs import run_program
from .conftest import Browser, Open

ROWS = "#rows tr[data-row]"


def shown_quotes(browser: Browser) -> list[str]:
    """Give the figures of the rows that are drawn, in their order."""
    return [
        str(one)
        for one in browser.run(
            f"return [...document.querySelectorAll('{ROWS} .quote strong')].map(one => one.textContent)"
        )
    ]


def choose(browser: Browser, key: str, value: str) -> None:
    """Choose in a filter what begins with some words."""
    for option in browser(f"[data-filter={key}]").find_elements("css selector", "option"):
        if option.text.startswith(value):
            option.click()
            return
    raise AssertionError(f"{key} has no choice {value}")


# ---------------------------------------------------------------- what is on it


def test_it_shows_title_issuer_year_and_counts(browser: Browser, opened: Open, reading: Reading) -> None:
    """The head of the page says whose document it is and what was read."""
    opened(reading)
    assert browser("h1").text == "石门县妇联2023年工作总结"
    assert "2023" in browser("#facts").text
    counts = dict(zip(browser("#counts").text.split("\n")[1::2], browser("#counts").text.split("\n")[::2], strict=True))
    assert counts["figures"] == str(len(reading.observations))
    assert (counts["findings"], counts["doubts"], counts["reports"]) == ("1", "2", "1")
    assert counts["in records"] == f"{int(reading.coverage * 1000) / 10:g}%"


def test_the_text_seen_is_the_documents_text(browser: Browser, opened: Open, reading: Reading) -> None:
    """To the letter, whatever is marked in it; the numbers of lines and codes of findings are not part of it."""
    opened(reading)
    assert browser.run("return document.querySelector('#d0').textContent") == reading.document.text


def test_every_kind_of_mark_is_there(browser: Browser, opened: Open, reading: Reading) -> None:
    """Figures by their standing, bodies, programmes, instruments, the finding, the doubt, what was not read."""
    opened(reading)
    words = browser.run(
        "return [...document.querySelectorAll('#d0 mark')].map(one => [one.className, one.textContent])"
    )
    marks = {(name, text) for name, text in words}
    assert {
        ("figure actual", "20场"),
        ("figure change", "12.5%"),
        ("figure condition", "16岁"),
        ("figure target", "500人次"),
        ("body", "石门县妇联"),
        ("programme", "巾帼暖心"),
        ("instrument", "家庭教育促进法"),
        ("finding error", "30%"),
        ("note", "农村家庭"),
        ("unread", "二、下一步打算"),
    } <= marks


def test_kinds_of_marks_can_be_left_out_and_brought_back(browser: Browser, opened: Open, reading: Reading) -> None:
    """The legend's boxes take the line away, not the words."""
    opened(reading)
    line = "return getComputedStyle(document.querySelector('#d0 mark.programme')).textDecorationLine"
    assert browser.run(line) == "underline"
    browser("#legend input[value=programme]").click()
    assert browser.run(line) == "none"
    browser("#legend input[value=programme]").click()
    assert browser.run(line) == "underline"


def test_records_are_shown_with_their_figures(browser: Browser, opened: Open, reading: Reading) -> None:
    """Achievements and commitments of the report, with figures that lead to the text."""
    opened(reading, place="lang=en&tab=records")
    sheet = browser("#sheet-records").text
    assert "Achievements" in sheet
    assert "Commitments" in sheet
    assert "主要成效" in sheet
    browser("#sheet-records .chip[data-figure='9']").click()
    browser.settle()
    assert browser.focused() == "d0-figure-9"
    assert browser.in_sight("#d0-figure-9")


def test_a_figure_of_a_workbook_names_its_cell(browser: Browser, opened: Open, reading: Reading) -> None:
    """The card says where in the file a figure stands; the record of the document says what kind of file it is."""
    place = fulian.Place(sheet="汇总<b>", cell="C7")
    stretches = (fulian.Stretch(start=0, end=len(reading.document.text), place=place),)
    document = attrs.evolve(reading.document, file_kind=fulian.FileKind.XLS, file_version="BIFF8", stretches=stretches)
    opened(attrs.evolve(reading, document=document), place="lang=en&tab=records")
    assert "BIFF8" in browser("#sheet-records").text
    browser("#sheet-records .chip[data-figure='9']").click()
    browser.settle()
    assert "汇总<b>!C7" in browser("body").text


def test_findings_are_listed_and_lead_to_their_places(browser: Browser, opened: Open, reading: Reading) -> None:
    """Message, sum, mend; the places of what it was judged by are set off in the text."""
    opened(reading, place="lang=en&tab=findings")
    found = browser(".found.error").text
    for words in ("error A101", "the share 30% is not that of 40名 in 200名", "40 ÷ 200 = 20%", "30% → 20%"):
        assert words in found
    browser.all(".found .place")[1].click()
    stretch = "return [...CSS.highlights.get('stretch')].map(range => range.toString())"
    assert browser.run(stretch) == ["40名"]
    assert browser.all("#d0 p.within")[0].text.startswith("全县公务员")


def test_doubts_and_unread_passages_are_shown(browser: Browser, opened: Open, reading: Reading) -> None:
    """Neither is hidden; both lead to their places."""
    opened(reading, place="lang=zh&tab=doubts")
    sheet = browser("#sheet-doubts").text
    assert "农村家庭可能是农户" in sheet
    assert "二、下一步打算" in sheet
    browser(".left .place").click()
    assert browser.all("#d0 p.within")[0].text == "二、下一步打算"
    opened(reading, place="lang=en&tab=doubts")
    assert "农村家庭 may be 农户" in browser("#sheet-doubts").text


def test_a_body_says_which_one_is_meant_and_leads_to_its_figures(
    browser: Browser, opened: Open, reading: Reading
) -> None:
    """From 全县 to the county, and to the rows about it."""
    opened(reading)
    browser.run("[...document.querySelectorAll('#d0 mark.body')].find(one => one.textContent === '全县').click()")
    assert "石门县" in browser("#card").text
    browser("#card [data-body]").click()
    assert shown_quotes(browser) == ["200名", "40名", "30%"]


def test_a_programme_leads_to_where_it_stands_next(browser: Browser, opened: Open, reading: Reading) -> None:
    """Both places name the same programme; from the last the way leads back to the first."""
    opened(reading)
    browser("#d0-programme-0").click()
    assert "Named 2 times" in browser("#card").text
    browser("#card [data-mark]").click()
    assert "current" in str(browser("#d0-programme-1").get_attribute("class"))


def test_the_rules_that_decided_are_told(browser: Browser, opened: Open, reading: Reading) -> None:
    """The details of a figure name each rule with its reason, in the language of the page."""
    english = "A number with a measure word or a unit counts."
    chinese = in_chinese(english)
    assert chinese != english
    opened(reading, place="lang=en&figure=1")
    browser(".why summary").click()
    assert english in browser(".why").text
    opened(reading, place="lang=zh&figure=1")
    browser(".why summary").click()
    assert chinese in browser(".why").text
    assert english not in browser(".why").text


def test_several_documents_can_be_switched_between(browser: Browser, opened: Open, reading: Reading) -> None:
    """The list names them; the address keeps which one is shown."""
    other = fulian.read_text("桑植县妇联2022年工作总结\n2022年，桑植县妇联举办讲座7场。")
    opened(reading, other)
    titles = [one.text for one in browser.all("#shelf strong")]
    assert titles == ["石门县妇联2023年工作总结", "桑植县妇联2022年工作总结"]
    browser.all("#shelf button")[1].click()
    assert browser("h1").text == "桑植县妇联2022年工作总结"
    assert shown_quotes(browser) == ["7场"]
    assert not browser("#d0").is_displayed()
    assert "doc=2" in browser.driver.current_url
    browser(f"{ROWS}").click()
    assert "current" in str(browser("#d1-figure-0").get_attribute("class"))


def test_a_document_without_figures_or_records_says_so(browser: Browser, opened: Open) -> None:
    """No empty table without a word."""
    opened(Reading(document=Document(id="d1", text="妇联")))
    assert "The document states no figures" in browser("#rows").text
    browser("#tab-records").click()
    assert "Neither plan nor report" in browser("#sheet-records").text
    browser("#tab-findings").click()
    assert "Nothing found" in browser("#sheet-findings").text


def test_without_scripts_the_text_is_there_with_its_marks(browser: Browser, opened: Open, reading: Reading) -> None:
    """The page says what is missing, and shows nothing that would not work."""
    browser.command("Emulation.setScriptExecutionDisabled", value=True)
    opened(reading, place="", language="en")
    assert "Without scripts" in browser("noscript").text
    assert "同比增长12.5%" in browser("#d0").text
    assert not browser("#panel").is_displayed()
    assert not browser("#legend").is_displayed()


# ---------------------------------------------------------------- the table


@pytest.mark.parametrize(
    ("key", "value", "quotes"),
    [
        ("filterStatus", "planned", ["500人次", "6个"]),
        ("filterStatus", "condition", ["16岁"]),
        ("filterPeriod", "2024", ["500人次", "6个"]),
        ("filterBody", "石门县 (", ["200名", "40名", "30%"]),
        ("filterIndicator", "any indicator", ["20场", "1200余名", "200名", "40名"]),
    ],
)
def test_the_table_can_be_filtered(
    browser: Browser, opened: Open, reading: Reading, key: str, value: str, quotes: list[str]
) -> None:
    """By body, time, status and indicator; the count says how many are left, and a button brings all back."""
    opened(reading)
    total = len(reading.observations)
    choose(browser, key, value)
    assert shown_quotes(browser) == quotes
    assert browser("#shown").text == f"{len(quotes)} of {total} figures"
    browser("#clear").click()
    assert len(shown_quotes(browser)) == total
    assert not browser("#clear").is_displayed()


def test_the_table_can_be_searched_and_narrowed_to_findings(browser: Browser, opened: Open, reading: Reading) -> None:
    """Every word of a search has to stand in the row; a row with a finding carries its code."""
    opened(reading)
    browser("#search").send_keys("2024 家政")
    assert shown_quotes(browser) == ["500人次"]
    browser("#clear").click()
    browser("#with-finding").click()
    assert shown_quotes(browser) == ["200名", "40名", "30%"]
    assert browser(f"{ROWS} .badge").text == "A101"


@pytest.mark.parametrize(
    ("key", "of"),
    [
        ("quote", lambda one: one.quantity.value),
        ("status", lambda one: one.status.value),
        ("period", lambda one: str(one.period)),
        ("ordinal", lambda one: one.source.start),
    ],
)
def test_the_table_can_be_sorted_both_ways(
    browser: Browser, opened: Open, reading: Reading, key: str, of: Callable[[fulian.Observation], object]
) -> None:
    """By any head; figures that are equal stay in the order of the text; the head says which way."""
    opened(reading)
    browser("[data-sort=label]").click()
    browser(f"[data-sort={key}]").click()
    rising = [one.source.quote for one in sorted(reading.observations, key=of)]  # type: ignore[arg-type]
    assert shown_quotes(browser) == rising
    assert browser(f"th[data-column={key}]").get_attribute("aria-sort") == "ascending"
    browser(f"[data-sort={key}]").click()
    falling = sorted(reading.observations, key=lambda one: one.source.start, reverse=True)
    falling.sort(key=of, reverse=True)  # type: ignore[arg-type]
    if key == "ordinal":
        assert shown_quotes(browser) == [one.source.quote for one in falling]
    assert browser(f"th[data-column={key}]").get_attribute("aria-sort") == "descending"


def test_what_is_shown_can_be_copied_as_csv(browser: Browser, opened: Open, reading: Reading) -> None:
    """The rows that the filters leave, in their order, with the columns of the table of observations."""
    opened(reading)
    choose(browser, "filterPeriod", "2024")
    browser("[data-sort=quote]").click()
    browser("#copy").click()
    browser.settle()
    assert browser("#announcement").text == "2 rows copied as CSV"
    browser.command("Browser.grantPermissions", permissions=["clipboardReadWrite"])
    text = browser.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    browser.command("Browser.resetPermissions")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert list(rows[0]) == list(COLUMNS)
    assert [(row["quote"], row["value"], row["unit"], row["status"]) for row in rows] == [
        ("6个", "6", "个", "target"),
        ("500人次", "500", "人次", "target"),
    ]
    place = reading.document.text.index("500人次")
    assert (rows[1]["start"], rows[1]["end"]) == (str(place), str(place + 5))


def test_a_copied_cell_is_no_formula(browser: Browser, opened: Open, reading: Reading) -> None:
    """Text that a spreadsheet would calculate gets an apostrophe in front, as in fulian's own CSV; numbers do not."""
    opened(reading)
    cells = browser.run("return ['=1+1', '@SUM(A1)', '-3', '-3岁', '+86', 'a,\"b\"'].map(one => FigureTable.cell(one))")
    assert cells == ["'=1+1", "'@SUM(A1)", "-3", "'-3岁", "'+86", '"a,""b"""']


# ---------------------------------------------------------------- from a figure to its words and back


def test_the_mouse_leads_from_a_row_to_the_words_and_back(browser: Browser, opened: Open, reading: Reading) -> None:
    """A row shows its figure in the text; a figure in the text shows its row."""
    opened(reading)
    browser(f"{ROWS}[data-row='9']").click()
    browser.settle()
    assert browser.in_sight("#d0-figure-9")
    assert [one.text for one in browser.all("mark.current")] == ["500人次"]
    browser("#d0-figure-0").click()
    assert browser("tr[aria-selected=true] .quote strong").text == "20场"
    assert "figure=1" in browser.driver.current_url


def test_the_keys_lead_from_a_row_to_the_words_and_back(browser: Browser, opened: Open, reading: Reading) -> None:
    """/ searches, arrows walk, Enter jumps, Escape goes back to where the jump began."""
    opened(reading)
    browser.press("/")
    assert browser.focused() == "search"
    browser.press("家政", Keys.ESCAPE)
    assert browser.focused() == "rows"
    browser.press(Keys.ARROW_DOWN, Keys.ENTER)
    assert browser.focused() == "d0-figure-9"
    browser.press(Keys.ARROW_RIGHT)
    assert browser.focused() == "d0-figure-10"
    browser.press(Keys.ENTER)
    assert browser.focused() == "rows"
    assert browser("tr[aria-selected=true] .quote strong").text == "6个"
    assert browser("#rows").get_attribute("aria-activedescendant") == "row-10"
    browser.press(Keys.ESCAPE)
    assert browser.focused() == "d0-figure-10"
    assert not browser("#card").is_displayed()


def test_a_row_that_filters_hide_is_shown_when_it_is_asked_for(
    browser: Browser, opened: Open, reading: Reading
) -> None:
    """The filters go, and the page says so."""
    opened(reading)
    choose(browser, "filterPeriod", "2024")
    browser("#d0-figure-0").click()
    assert len(shown_quotes(browser)) == len(reading.observations)
    assert browser("#announcement").text == "Filters cleared to show this figure"


def test_arrows_walk_through_the_text_and_the_table(browser: Browser, opened: Open, reading: Reading) -> None:
    """Home and End too; at the ends nothing moves."""
    opened(reading)
    last = len(reading.observations) - 1
    browser.run("document.querySelector('#d0-figure-0').focus()")
    browser.press(Keys.ARROW_LEFT)
    assert browser.focused() == "d0-figure-0"
    browser.press(Keys.END, Keys.ARROW_DOWN)
    assert browser.focused() == f"d0-figure-{last}"
    browser.press(Keys.ARROW_UP, Keys.ARROW_LEFT)
    assert browser.focused() == f"d0-figure-{last - 2}"
    browser.run("document.querySelector('#rows').focus()")
    for keys, row in (
        ([Keys.HOME], 0),
        ([Keys.END], last),
        ([Keys.ARROW_UP], last - 1),
        ([Keys.HOME, Keys.ARROW_UP], 0),
    ):
        browser.press(*keys)
        assert browser("tr[aria-selected=true]").get_attribute("data-row") == str(row)


def test_only_one_mark_is_in_the_tab_order(browser: Browser, opened: Open, reading: Reading) -> None:
    """A thousand figures are one stop for the tab key: the one that was looked at last."""
    opened(reading)
    stops = "return [...document.querySelectorAll('#text mark')].filter(one => one.tabIndex === 0).map(one => one.id)"
    assert browser.run(stops) == ["d0-figure-0"]
    browser("#d0-figure-4").click()
    assert browser.run(stops) == ["d0-figure-4"]


def test_tabs_are_walked_through_by_arrows(browser: Browser, opened: Open, reading: Reading) -> None:
    """The arrow opens the tab beside; the address keeps it."""
    opened(reading)
    browser("#tab-figures").click()
    browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    assert browser.focused() == "tab-findings"
    assert browser("#sheet-findings").is_displayed()
    assert "tab=findings" in browser.driver.current_url


def test_help_lists_the_keys_and_single_keys_can_be_switched_off(
    browser: Browser, opened: Open, reading: Reading
) -> None:
    """The dialog opens by its key; what is switched off there does nothing any more."""
    opened(reading)
    browser.press("?")
    assert browser("#help").is_displayed()
    assert "search the figures" in browser("#help").text
    browser("#single-keys").click()
    browser("#help-close").click()
    browser.press("?")
    assert not browser("#help").is_displayed()


# ---------------------------------------------------------------- charts


@pytest.fixture(scope="module")
def cities() -> Reading:
    """Give a reading in which three counties report the same figure."""
    counties = ("石门县", "桑植县", "慈利县")
    lines = [f"2022年，{name}妇联扶持妇女创业{number}人。" for number, name in enumerate(counties, start=120)]
    return fulian.read_text("\n".join(["湖南省妇联2022年工作交流", *lines]))


def test_charts_stand_on_a_tab_where_they_are_asked_for(
    browser: Browser, cities: Reading, reading: Reading, tmp_path: Path
) -> None:
    """A picture with its words; each figure of it leads to its place, in another document too."""
    page = tmp_path / "charts.html"
    write_review([reading, cities], page, charts=True)
    browser.open(page, "lang=en&doc=2&tab=charts")
    picture = browser("#sheet-charts .chart img")
    assert browser.run("return arguments[0].decode().then(() => arguments[0].naturalWidth > 100)", picture)
    assert picture.get_attribute("alt")
    browser("#sheet-charts summary").click()
    browser("#sheet-charts [data-figure]").click()
    assert browser.focused().startswith("d1-figure-")


def test_there_is_no_tab_for_charts_that_nobody_asked_for(browser: Browser, opened: Open, cities: Reading) -> None:
    """Nor can an address lead to it."""
    opened(cities, place="lang=en&tab=charts")
    assert browser.all("#tab-charts") == []
    assert browser("#sheet-figures").is_displayed()


# ---------------------------------------------------------------- languages, layouts, addresses


def test_the_language_is_switched_remembered_and_in_the_address(
    browser: Browser, opened: Open, reading: Reading
) -> None:
    """Everything is said anew; the address wins over what was chosen before, that over how the page was made."""
    opened(reading, place="", language="zh")
    assert browser("#tab-figures").text.startswith("数据")
    browser("#language").click()
    assert browser("#tab-figures").text.startswith("Figures")
    assert browser.run("return document.documentElement.lang") == "en"
    assert "lang=en" in browser.driver.current_url
    opened(reading, place="", language="zh")
    assert browser("#tab-figures").text.startswith("Figures")
    opened(reading, place="lang=zh")
    assert browser("#tab-figures").text.startswith("数据")
    browser("#search").send_keys("场")
    browser("#language").click()
    assert browser("#search").get_attribute("value") == "场"
    assert shown_quotes(browser) == ["20场"]


def test_no_word_of_the_other_language_is_left(browser: Browser, opened: Open, reading: Reading) -> None:
    """In English no Chinese stands outside the document's words, which are marked as Chinese, and messages."""
    opened(reading)
    for tab in ("figures", "records", "findings", "doubts"):
        browser(f"#tab-{tab}").click()
    browser.press("?")
    left = browser.run(
        """const found = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (/[\\u4e00-\\u9fff]/.test(node.data) && !node.parentElement.closest('[lang=zh], p[lang=en], .message, script, style, select, noscript')) {
            found.push(node.data);
          }
        }
        return found"""
    )
    assert left == []


def test_an_address_leads_to_a_figure(browser: Browser, opened: Open, reading: Reading) -> None:
    """Its words are in sight, its row is chosen, its details are open."""
    opened(reading, place="lang=zh&figure=10")
    browser.settle()
    assert browser.in_sight("#d0-figure-9")
    assert "#10" in browser("#card").text
    assert browser("tr[aria-selected=true]").get_attribute("data-row") == "9"


def test_on_a_phone_one_pane_is_seen_at_a_time(browser: Browser, opened: Open, reading: Reading) -> None:
    """From a row to the words the pane changes, and back; nothing is wider than the screen."""
    browser.command("Emulation.setDeviceMetricsOverride", width=390, height=844, deviceScaleFactor=2, mobile=True)
    opened(reading, place="lang=zh&view=panel")
    assert not browser("#text").is_displayed()
    browser(f"{ROWS}[data-row='4']").click()
    browser("#card [data-words]").click()
    browser.settle()
    assert browser("#text").is_displayed()
    assert browser.in_sight("#d0-figure-4")
    assert "300个" in browser("#card").text
    browser.press(Keys.ENTER)
    assert browser("#sheet-figures").is_displayed()
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")


# ---------------------------------------------------------------- paper


def test_on_paper_everything_stands_one_after_the_other(
    browser: Browser, opened: Open, reading: Reading, tmp_path: Path
) -> None:
    """The text, all rows, records, findings, doubts; no controls; afterwards the page is as it was."""
    opened(reading)
    pdf = tmp_path / "page.pdf"
    printed = browser.command("Page.printToPDF", printBackground=True, preferCSSPageSize=True)
    pdf.write_bytes(base64.b64decode(printed["data"]))
    text = run_program("pdftotext", "-layout", pdf, "-").decode()
    for words in ("石门县妇联2023年工作总结", "500人次", "Achievements", "40 ÷ 200 = 20%", "a-doubt"):
        assert words in text, words
    for words in ("Copy as CSV", "Side by side", "Search"):
        assert words not in text, words
    assert browser("#sheet-figures").is_displayed()
    assert not browser("#sheet-records").is_displayed()


def test_a_long_table_is_printed_whole(browser: Browser, opened: Open, tmp_path: Path) -> None:
    """Rows that were not drawn on the screen are on paper."""
    text = "\n".join(f"第{number}社区举办讲座{number + 100}场。" for number in range(300))
    opened(fulian.read_text(text))
    assert len(browser.all(ROWS)) < 100
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(base64.b64decode(browser.command("Page.printToPDF", preferCSSPageSize=True)["data"]))
    printed = run_program("pdftotext", "-layout", pdf, "-").decode()
    assert printed.count("399场") >= 2
    heads = [line.split() for line in printed.splitlines() if line.split()[:1] == ["No."]]
    assert len(heads) > 3, "the table's head stands on every page of it"
    assert "1 / " in printed
    assert len(browser.all(ROWS)) < 100


def test_paper_is_white_in_the_dark_too(browser: Browser, opened: Open, reading: Reading) -> None:
    """Who reads light on dark prints dark on light."""
    dark = [{"name": "prefers-color-scheme", "value": "dark"}]
    browser.command("Emulation.setEmulatedMedia", media="print", features=dark)
    opened(reading)
    assert browser.run("return getComputedStyle(document.querySelector('#d0 p')).color") == "rgb(38, 35, 32)"
    browser.command("Emulation.setEmulatedMedia", media="screen", features=dark)
    assert browser.run("return getComputedStyle(document.querySelector('#d0 p')).color") == "rgb(235, 230, 219)"


# ---------------------------------------------------------------- safety


HOSTILE = "</script><script>window.hacked = 1</script><!--<script><img src=x onerror='window.hacked = 1'>\"'&lt;𠮷👩‍👧\u202e妇联\u202c שלום"


def test_hostile_words_stay_words(browser: Browser, opened: Open) -> None:
    """In the text, the title, the file's name, a doubt, a label: what looks like markup is read as it stands."""
    read = fulian.read_text(f"{HOSTILE}\n2023年，石门县妇联举办{HOSTILE}讲座12场。")
    document = attrs.evolve(read.document, title=HOSTILE, file=HOSTILE, publisher=HOSTILE)
    figures = tuple(attrs.evolve(one, label=HOSTILE) for one in read.observations)
    hostile = attrs.evolve(read, document=document, observations=figures, notes=(Note(code="a", text=HOSTILE),))
    opened(hostile, Reading(document=Document(id="d2", title=HOSTILE, text=HOSTILE)))
    browser(f"{ROWS}").click()
    for tab in ("records", "findings", "doubts", "figures"):
        browser(f"#tab-{tab}").click()
    browser.all("#shelf button")[1].click()
    assert browser.run("return document.querySelector('#d0').textContent") == hostile.document.text
    assert browser.run("return document.querySelector('#d1').textContent") == HOSTILE
    assert browser.run("return document.querySelector('h1').textContent") == HOSTILE
    assert browser.run("return [window.hacked, document.querySelectorAll('img, b').length]") == [None, 0]


def test_a_mark_that_turns_the_writing_is_seen_and_turns_nothing(browser: Browser, opened: Open) -> None:
    """The characters after a right-to-left override stand in their order, and the override shows its code."""
    opened(fulian.read_text("讲座\u202e12场。"))
    assert browser.run("return getComputedStyle(document.querySelector('.odd'), '::before').content") == '"U+202E"'
    first, second = browser.run(
        """const node = document.querySelector('#d0-figure-0').firstChild;
        return [0, 2].map(place => { const range = new Range();
          range.setStart(node, place); range.setEnd(node, place + 1); return range.getBoundingClientRect().left })"""
    )
    assert first < second


def test_the_policy_stops_scripts_that_are_not_the_pages(browser: Browser, opened: Open, reading: Reading) -> None:
    """Not even markup put in by a script gets in; nothing was fetched."""
    opened(reading)
    assert browser.run("return performance.getEntriesByType('resource').length") == 0
    refused = browser.run("try { document.body.innerHTML = '<b>x</b>'; return '' } catch (error) { return error.name }")
    assert refused == "TypeError"
    browser.run("const script = document.createElement('script'); try { script.text = 'window.hacked = 1' } catch {}")
    assert len(browser.messages()) == 2


# ---------------------------------------------------------------- names for those who do not see


def test_everything_that_can_be_worked_has_a_name(browser: Browser, opened: Open, reading: Reading) -> None:
    """By Chromium's own account of what a screen reader is told: every control and landmark has a name."""
    opened(reading, place="lang=en&figure=1")
    nodes = browser.command("Accessibility.getFullAXTree")["nodes"]
    roles: dict[str, list[str]] = {}
    for node in nodes:
        if not node["ignored"]:
            name = node.get("name", {}).get("value", "")
            roles.setdefault(node["role"]["value"], []).append(name)
    for role in (
        "button",
        "checkbox",
        "combobox",
        "searchbox",
        "tab",
        "grid",
        "complementary",
        "region",
        "tabpanel",
        "main",
    ):
        assert roles[role], role
        assert all(name.strip() for name in roles[role]), (role, roles[role])
    assert roles["grid"] == ["Table of figures"]
    assert len(roles["heading"]) >= 2
