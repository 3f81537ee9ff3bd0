"""The page as a file: true to what was read, safe whatever a document says."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import fulian
from fulian.model.document import Document
from fulian.model.reading import Reading
from fulian.strategies import readings
from fulian.writing.review import render_review, write_review

from .page_parser import PageParser

OURS = {name for name, _ in PageParser(render_review(fulian.read_text("妇联"))).tags} | {
    "nav",
    "ol",
    "span",
    "mark",
    "p",
}
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "<img src=x onerror=alert(1)>",
    "]]>",
    "{{ 7 * 7 }}",
    "\"'><b>妇联</b>",
    "&lt;b&gt;&amp;",
)


def as_shown(text: str) -> str:
    """Give a text as a page can hold it: without the null character and lone surrogates."""
    return re.sub("[\0\ud800-\udfff]", "\ufffd", text)


@given(readings(nasty=True))
def test_the_text_is_the_documents_text_and_each_figure_its_quote(reading: Reading) -> None:
    """The page is well-formed, its text is the document's to the letter, and each mark holds the quote it stands for."""
    page = PageParser(render_review(reading))
    assert page.articles == [as_shown(reading.document.text)]
    for number, figure in enumerate(reading.observations):
        assert page.marks[f"d0-figure-{number}"] == as_shown(figure.source.quote)
    for number, passage in enumerate(reading.unread):
        assert page.marks[f"d0-unread-{number}"] == as_shown(passage.source.quote)


@given(readings(nasty=True), st.sampled_from(HOSTILE))
def test_nothing_drawn_becomes_markup(reading: Reading, hostile: str) -> None:
    """The page has the elements that it has for a harmless text, no handler, and as many scripts as ever."""
    text = f"{reading.document.text}{hostile}"
    page = PageParser(render_review([reading, fulian.read_text(text), hostile_records(hostile)]))
    assert {name for name, _ in page.tags} <= OURS
    assert not [name for _, told in page.tags for name in told if name.startswith("on") or name in ("src", "style")]
    plain = PageParser(render_review(fulian.read_text("妇联")))
    assert len(page.raw) == len(plain.raw)


def hostile_records(words: str) -> Reading:
    """Give a reading whose title, file and note say something hostile."""
    document = Document(id="d1", title=words, file=words, publisher=words, text=words)
    return Reading(document=document, notes=(fulian.Note(code="a-doubt", text=words),))


@given(readings(nasty=True))
def test_the_data_are_those_of_the_reading(reading: Reading) -> None:
    """What the script works on has a row for each figure, with its quote, number and place."""
    page = PageParser(render_review(reading))
    [text] = [text for _, told, text in page.raw if told.get("id") == "data"]
    data = json.loads(text)
    [document] = data["documents"]
    rows = [dict(zip(data["fields"], row, strict=True)) for row in document["figures"]]
    assert [(row["quote"], row["start"], row["end"]) for row in rows] == [
        (one.source.quote, one.source.start, one.source.end) for one in reading.observations
    ]
    assert [row["value"] for row in rows] == [f"{one.quantity.value:f}" for one in reading.observations]
    assert len(document["notes"]) == len(reading.notes)
    assert len(document["findings"]) == len(fulian.check(reading))


def test_a_figure_says_where_in_its_file_it_stands() -> None:
    """In both languages where the file has places of its own; of plain text its lines say it."""
    reading = fulian.read_text("举办讲座12场。")
    stretches = (fulian.Stretch(start=0, end=8, place=fulian.Place(page=3)),)
    document = attrs.evolve(reading.document, file_kind=fulian.FileKind.PDF, stretches=stretches)
    for one, places, where in (
        (reading, [], None),
        (attrs.evolve(reading, document=document), [["page 3", "第3页"]], 0),
    ):
        [text] = [text for _, told, text in PageParser(render_review(one)).raw if told.get("id") == "data"]
        data = json.loads(text)
        assert data["documents"][0]["places"] == places
        assert data["documents"][0]["figures"][0][data["fields"].index("where")] == where


def test_the_policy_allows_the_pages_own_scripts_and_style_and_nothing_else() -> None:
    """Each script and the style are named by their hash; no other source is allowed but pictures in the page."""
    page = PageParser(render_review(fulian.read_text("举办讲座12场。")))
    [policy] = [told["content"] for _, told in page.tags if told.get("http-equiv") == "Content-Security-Policy"]
    directives = dict(part.split(" ", 1) for part in str(policy).split("; "))
    assert directives["default-src"] == "'none'"
    assert directives["img-src"] == "data:"
    for tag, told, text in page.raw:
        if told.get("type") != "application/json":
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in directives[f"{tag}-src"].split()
    assert "unsafe" not in str(policy)


def test_nothing_is_fetched() -> None:
    """No element names a file or an address but the page itself."""
    page = PageParser(render_review(fulian.read_text("举办讲座12场。")))
    told = {(name, value) for _, told in page.tags for name, value in told.items() if name in ("src", "href")}
    assert told == {("href", "#text")}


def test_the_same_readings_give_the_same_page() -> None:
    """No clock, no chance: the page can be compared with an earlier one."""
    text = "2023年，清溪县妇联举办招聘会20场，帮助1200名妇女就业。"
    assert render_review(fulian.read_text(text)) == render_review(fulian.read_text(text))


def test_only_the_rules_asked_for_are_checked() -> None:
    """A rule that is left out finds nothing on the page."""
    reading = fulian.read_text("公务员200名，其中女性40名，占30%。")
    assert 'data-label="A101"' in render_review(reading)
    assert 'data-label="A101"' not in render_review(reading, rules=["A102"])


def test_a_body_is_marked_with_the_one_that_is_meant() -> None:
    """What a report calls 全市 is the city that reports."""
    text = "株洲市妇联2016年工作总结\n2016年，株洲市妇联举办招聘会44场。全市建成妇女之家120个。"
    page = PageParser(render_review(fulian.read_text(text)))
    [data] = [json.loads(text) for _, told, text in page.raw if told.get("id") == "data"]
    [document] = data["documents"]
    names = [text for name, text in page.marks.items() if "-body-" in name]
    meant = dict(zip(names, document["named"], strict=True))
    body, form = meant["全市"]
    assert (document["bodies"][body]["name"], form) == ("株洲市", "relative-area")


@pytest.mark.parametrize(
    ("readings_", "options", "message"),
    [
        ((), {}, "expected at least one reading, got none"),
        ((fulian.read_text("妇联"),), {"language": "fr"}, "'language' must be 'zh' or 'en', got 'fr'"),
        ((fulian.read_text("妇联"),), {"rules": ["Z9"]}, "expected codes, families or names of rules, got 'Z9'"),
    ],
)
def test_what_cannot_be_shown_is_refused(
    readings_: tuple[Reading, ...], options: dict[str, object], message: str, tmp_path: Path
) -> None:
    """No reading, no such language, no such rule; and no file is left."""
    with pytest.raises(ValueError, match=message):
        write_review(readings_, tmp_path / "page.html", **options)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_the_error_without_jinja_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user learns what to install."""
    from fulian.writing.review import write

    monkeypatch.setitem(__import__("sys").modules, "jinja2", None)
    write._template.cache_clear()
    with pytest.raises(fulian.ReadError) as caught:
        render_review(fulian.read_text("妇联"))
    assert caught.value.extra == "review"


def test_an_old_page_stays_where_a_new_one_cannot_be_written(tmp_path: Path) -> None:
    """The file is put in its place only when it is whole."""
    page = tmp_path / "page.html"
    page.write_text("old", encoding="utf-8")
    with pytest.raises(ValueError, match="language"):
        write_review(fulian.read_text("妇联"), page, language="fr")  # type: ignore[arg-type]
    assert page.read_text(encoding="utf-8") == "old"
