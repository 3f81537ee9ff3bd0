"""Lines fit their width, break where Chinese text may break, and lose nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from fulian.cli._lines import clip, one_line, pad, wrap

TEXTS = st.text(st.sampled_from("妇联工作，。“”《》（）…12.5%万 ab\u0301🎉——"), max_size=120).map(one_line)


@given(TEXTS, st.integers(2, 60))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    """No line is wider than asked for; put together they are the text, but for spaces at line ends."""
    lines = wrap(Text(text), width)
    assert all(line.cell_len <= width for line in lines)
    assert "".join("".join(line.plain for line in lines).split()) == "".join(text.split())


@given(TEXTS, st.integers(2, 40), st.integers(1, 4))
def test_no_more_lines_than_asked_for(text: str, width: int, most: int) -> None:
    """A text that is longer ends in …."""
    lines = wrap(Text(text), width, most=most)
    assert len(lines) <= most
    assert all(line.cell_len <= width for line in lines)
    if len(wrap(Text(text), width)) > most:
        assert lines[-1].plain.endswith("…")


@given(TEXTS, st.integers(2, 40))
def test_clip_and_pad_meet_their_width(text: str, width: int) -> None:
    """What is clipped is at most as wide, what is padded at least."""
    assert clip(Text(text), width).cell_len <= width
    assert pad(Text(text), width).cell_len == max(width, cell_len(text))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("举办招聘会四十四场，提供岗位", ["举办招聘会四十四", "场，提供岗位"]),
        ("一二三四五六七（八）九", ["一二三四五六七", "（八）九"]),
        ("提供岗位7.57万个，共计", ["提供岗位7.57万个，", "共计"]),
        ("一二三四五六七88888888", ["一二三四五六七", "88888888"]),
    ],
)
def test_lines_break_as_chinese_print_does(text: str, lines: list[str]) -> None:
    """No mark stands alone at the head of a line, no opening one at its end, and numbers stay whole."""
    assert [line.plain for line in wrap(Text(text), 18)] == lines


@given(st.text(max_size=60))
def test_one_line_is_fit_for_a_terminal(text: str) -> None:
    """No control character, no line break, no mark that turns the direction of writing."""
    assert not set(one_line(text)) & {*map(chr, range(32)), "\x7f", "\x9b", "\u2028", "\u202e", "\u2066"}


def test_long_runs_of_marks_break_too() -> None:
    """A document of nothing but full stops is shown in lines as well."""
    lines = wrap(Text("。" * 1000), 40)
    assert all(line.cell_len <= 40 for line in lines)
    assert len(lines) < 100
