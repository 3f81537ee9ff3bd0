"""Lines and their trees of marks."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from fulian.writing.review._lines import Marked, Node, Odd, stretches
from fulian.writing.review._marks import KINDS, Mark


def characters(nodes: list[Node], within: tuple[Mark, ...] = ()) -> Iterator[tuple[str, tuple[Mark, ...]]]:
    """Give each character with the marks that it stands in, from outside in."""
    for node in nodes:
        if isinstance(node, Marked):
            yield from characters(node.inside, (*within, node.mark))
        elif isinstance(node, Odd):
            yield node.char, within
        else:
            yield from ((char, within) for char in node)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """Draw a text with marks that lie across each other in any way."""
    text = draw(st.text(st.sampled_from("妇联44场，\n\r\u202e\x00𠮷<"), min_size=1, max_size=40))
    bounds = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda pair: pair[0] < pair[1])
    drawn = draw(st.lists(st.tuples(st.sampled_from(KINDS), bounds), max_size=8))
    return text, [Mark(kind, number, *place) for number, (kind, place) in enumerate(drawn)]


@given(marked_texts())
def test_each_character_stands_in_its_marks_and_no_other(drawn: tuple[str, list[Mark]]) -> None:
    """The lines together are the text, and around each character are the marks that reach over it, outer kinds first."""
    text, marks = drawn
    seen = [one for part in stretches(text, marks) for line in part.lines for one in characters(line.nodes)]
    assert "".join(char for char, _ in seen) == text
    for place, (_, within) in enumerate(seen):
        assert set(within) == {mark for mark in marks if mark.start <= place < mark.end}
        ranks = [KINDS.index(mark.kind) for mark in within]
        assert ranks == sorted(ranks)


@given(marked_texts())
def test_a_mark_begins_once(drawn: tuple[str, list[Mark]]) -> None:
    """However many pieces a mark is cut into, one of them is the first, so that its name is unique on the page."""

    def pieces(nodes: list[Node]) -> Iterator[Marked]:
        for node in nodes:
            if isinstance(node, Marked):
                yield node
                yield from pieces(node.inside)

    text, marks = drawn
    firsts = [
        one.mark for part in stretches(text, marks) for line in part.lines for one in pieces(line.nodes) if one.first
    ]
    assert sorted(firsts) == sorted(marks)


def test_lines_keep_their_numbers_and_places_across_stretches() -> None:
    """A long text comes in several stretches; its lines are counted on."""
    text = "".join(f"第{number}行，共二十个字的一句话。\n" for number in range(400))
    parts = list(stretches(text, ()))
    lines = [line for part in parts for line in part.lines]
    assert len(parts) > 3
    assert [line.number for line in lines] == list(range(1, 401))
    assert all(text[line.start : line.end].endswith("\n") for line in lines)


def test_characters_that_nobody_sees_are_set_apart() -> None:
    """A mark that turns the direction of writing is shown by its code; the joiner within an emoji is left alone."""
    [part] = stretches("妇\u202e联👩\u200d👧", ())
    assert part.lines[0].nodes == ["妇", Odd("\u202e", "U+202E"), "联👩\u200d👧"]
