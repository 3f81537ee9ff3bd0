"""YAML is for people: readable, with comments on input, and safe."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fulian
from fulian import formats
from fulian.formats.yaml import _word

HEAD = 'fulian: "1"\nkind: Document\ndata:\n'


def test_text_of_several_lines_is_a_block() -> None:
    """A document's text stands line by line, as a person reads it."""
    document = fulian.Document(id="d1", title="清溪县妇联2023年工作要点", text="第一行\n\n  第二行：完\n")
    assert formats.dumps(document, "yaml") == (
        HEAD + "  id: d1\n  title: 清溪县妇联2023年工作要点\n  text: |\n    第一行\n\n      第二行：完\n"
    )
    assert formats.loads(formats.dumps(document, "yaml"), "yaml") == document


def test_what_people_write_is_read() -> None:
    """Comments, plain days, other quotes and other layouts are welcome."""
    text = HEAD + "  # checked by hand\n  id: 'd1'\n  issued: 2014-02-12  # no quotes needed\n  text: >-\n    一行\n"
    document = formats.loads(text, "yaml")
    assert str(document.issued) == "2014-02-12"
    assert document.text == "一行"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", 'data: expected an envelope that begins with fulian: "1", found nothing'),
        ("a: [1", "line 1 column 6: expected YAML, found expected ',' or ']', but got '<stream end>'"),
        (HEAD + "  id: &a d1\n  text: *a\n", "line 4 column 7: expected no aliases, found one"),
        (HEAD + "  id: !!python/name:os.system d1\n", "line 4 column 7: expected no tags, found"),
        (HEAD + "  ? [1]\n  : 2\n", "line 4 column 5: expected a key that is text, found a sequence"),
        (HEAD + "  id: d1\n  id: d2\n  text: ''\n", "data.id: expected each key once, found 'id' more than once"),
        ("fulian: 1\nkind: Period\ndata: '2014'", 'fulian: expected the format version as text, "1", found 1'),
        (
            'fulian: "1"\nkind: Quantity\ndata: {value: 44, unit: 场}',
            'data.value: expected a number as text, such as "12.5", found 44',
        ),
        ('fulian: "1"\nkind: Period\ndata: 2014', "data: expected a period such as"),
        ("- " * 20_000, "data: expected data nested"),
        ("[" * 20_000, "data: expected data nested"),
        (HEAD + "  id: " + "[" * 20_000 + "]" * 20_000, "data: expected data nested"),
    ],
)
def test_what_does_not_fit_is_told(text: str, message: str) -> None:
    """YAML that is wrong, unsafe or made to hurt is refused with its place."""
    with pytest.raises(fulian.DataError) as caught:
        formats.loads(text, "yaml")
    assert str(caught.value).startswith(message)


def test_a_text_that_would_take_minutes_is_refused() -> None:
    """A hundred million digits are refused at once, and so is writing what could not be read."""
    with pytest.raises(fulian.DataError, match="YAML of at most sixteen million characters"):
        formats.loads("1" * 100_000_000, "yaml")
    with pytest.raises(fulian.DataError, match="YAML of at most sixteen million characters"):
        formats.dumps(fulian.Document(id="d1", text="长" * 16_000_000), "yaml")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_one_word(text: str) -> None:
    """Text written in one line is read as the same text, in a list in brackets too, whatever it looks like."""
    ruamel: Any = pytest.importorskip("ruamel.yaml")
    assert ruamel.YAML(typ="safe", pure=True).load(f"[{_word(text)}, x]") == [text, "x"]


@pytest.mark.parametrize(
    "text",
    [
        "null",
        "Yes",
        "1.0",
        "0x1F",
        "~",
        "2014-01-01",
        "=",
        "<<",
        "- a",
        "a: b",
        "a #b",
        "",
        " a",
        "NaN",
        "12e3",
        "1_000",
        "190:20",
    ],
)
def test_text_that_looks_like_something_else_is_quoted(text: str) -> None:
    """What YAML would take for something else stands in quotes."""
    assert _word(text) == f'"{text}"'


def test_small_objects_stand_in_one_line() -> None:
    """With one object within them too, where that fits the width; a place is not three lines high."""
    stretch = fulian.Stretch(start=0, end=14, place=fulian.Place(paragraph=1))
    lines = formats.dumps(fulian.Document(id="d1", text="一" * 14, stretches=(stretch,)), "yaml").splitlines()
    assert lines[-1] == "    - {start: 0, end: 14, place: {paragraph: 1}}"
    source = fulian.Source(document_id="d1", span=fulian.Span(start=0, end=2), quote="办班")
    lines = formats.dumps(fulian.Passage(text="办班", role=fulian.FrameRole.TITLE, source=source), "yaml").splitlines()
    assert lines[-1] == "  source: {document_id: d1, span: {start: 0, end: 2}, quote: 办班}"
