"""``fulian show``: a reading as a page, at any width, in colour or plain."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

import fulian
from fulian.cli._figures import plain_number, spelled_out
from fulian.cli._show import show_reading
from fulian.cli._terminal import STYLES, Guides, Screen
from fulian.cli._words import Speech, default_language
from fulian.model.document import FrameRole
from fulian.model.file_kind import FileKind
from fulian.model.reading import Reading
from fulian.model.stretch import Stretch
from fulian.strategies import readings
from fulian.values.place import Place
from fulian.values.quantity import Qualifier, Quantity

from .conftest import Run, at_terminal


def shown(reading: Reading, width: int, *, language: str = "en", full: bool = False) -> str:
    """Show a reading on a screen of its own."""
    page = io.StringIO()
    console = Console(file=page, width=width, theme=STYLES, highlight=False, markup=False)
    show_reading(Screen(console, Guides(), Speech(language), width), reading, full=full)
    return page.getvalue()


@given(readings(nasty=True), st.sampled_from([40, 60, 83, 84, 100, 200]), st.sampled_from(["en", "zh"]), st.booleans())
def test_any_reading_fits_any_width(reading: Reading, width: int, language: str, full: bool) -> None:  # noqa: FBT001
    """Whatever a reading holds, it is shown, and no line is wider than the screen, numbers apart that are wider."""
    widest = max((cell_len(spelled_out(one.quantity, Speech("en"))) + cell_len(str(one.quantity))
                  for one in reading.observations), default=0)  # fmt: skip
    for line in shown(reading, width, language=language, full=full).splitlines():
        assert cell_len(line) <= width + widest


@pytest.mark.parametrize("full", [False, True])
def test_a_long_place_has_lines_of_its_own(full: bool) -> None:  # noqa: FBT001
    """What was not read, from one sheet with a long name to another, stands below its place where the screen is narrow."""
    text = "表一\n办班3期"
    stretches = tuple(
        Stretch(start=start, end=end, place=Place(sheet=sheet, cell="A1"))
        for start, end, sheet in ((0, 2, "各县市区妇联工作情况"), (3, 7, "各县市区妇女之家建设情况"))
    )
    document = fulian.Document(id="d1", text=text, file_kind=FileKind.XLSX, stretches=stretches)
    source = fulian.Source(document_id="d1", span=fulian.Span(start=0, end=7), quote=text)
    unread = fulian.Passage(text=text, role=FrameRole.BODY, source=source)
    lines = shown(fulian.Reading(document=document, unread=(unread,)), 40, full=full).splitlines()
    assert max(map(cell_len, lines)) <= 40
    assert lines[-1] == "    表一 办班3期"
    assert "各县市区妇女之家建设情况!A1)" in "".join(line.strip() for line in lines)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 160, 200])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_samples_fit_widths_from_40_to_200(run: Run, samples: Path, width: int, language: str) -> None:
    """No line is wider than asked for, counting a Chinese character as two."""
    ran = run("show", samples, "--width", width, "--language", language)
    assert (ran.status, ran.err) == (0, "")
    assert max(map(cell_len, ran.out.splitlines())) <= width


@pytest.mark.parametrize("width", [60, 100])
def test_every_figure_is_shown_once(run: Run, samples: Path, width: int) -> None:
    """With its number, as printed; with the hedge and the number it stands for where the print does not say them."""
    for name in ("plan.txt", "round-up.txt", "summary.txt"):
        out = run("show", samples / name, "--width", width).out
        reading = fulian.read(samples / name)
        for number, one in enumerate(reading.observations, start=1):
            assert out.count(f" #{number}  {one.quantity}") == 1
            if one.quantity.qualifier is not Qualifier.EXACT:
                assert spelled_out(one.quantity, Speech("en")) in out


def test_a_page_says_who_when_and_what_was_not_read(run: Run, samples: Path) -> None:
    """The head has number, issuer, date and annexes; the foot has the figures by standing, the share read, notes."""
    out = run("show", samples / "plan.txt").out
    for piece in ("赣妇字〔2022〕6号", "江西省妇联", "2022-02-18", "各设区市妇联", "1. 江西省妇联2022年工作要点"):
        assert piece in out
    assert out.rstrip().splitlines()[-1].startswith("100% of the text stands in a record")
    assert "5 sections · 12 tasks · 8 key tasks" in out


def test_what_was_not_read_is_listed(run: Run, tmp_path: Path) -> None:
    """A saved reading's unread passages and notes stand at the end, with their places."""
    text = "甲乙丙丁"
    document = fulian.Document(id="d1", text=text)
    source = fulian.Source(document_id="d1", span=fulian.Span(start=2, end=4), quote="丙丁")
    unread = fulian.Passage(text="丙丁", role=fulian.FrameRole.BODY, source=source)
    reading = fulian.Reading(
        document=document, unread=(unread,), notes=(fulian.Note(code="odd", text="which 丙", source=source),)
    )
    fulian.dump(reading, tmp_path / "reading.json")
    out = run("show", tmp_path / "reading.json").out
    assert "50% of the text stands in a record · 1 passage unread · 1 note" in out
    assert "  unread at 2  丙丁\n  note at 2  odd: which 丙\n" in out


def test_a_pipe_gets_plain_text(run: Run, samples: Path) -> None:
    """No escape sequence, and a width of a hundred where nothing says another."""
    out = run("show", samples / "round-up.txt").out
    assert "\x1b" not in out
    assert 90 < max(map(cell_len, out.splitlines())) <= 100


@pytest.mark.parametrize(
    ("encoding", "box"), [("utf-8", True), ("ascii", False), ("gb18030", False), ("cp936", False), ("cp1252", False)]
)
def test_box_characters_need_utf8(samples: Path, encoding: str, box: bool) -> None:  # noqa: FBT001
    """Another encoding, Windows code pages too, gets a tree of plain characters, and ? for what it does not have."""
    command = [sys.executable, "-m", "fulian", "show", str(samples / "plan.txt")]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": encoding})  # noqa: S603 - our own command
    out = done.stdout.decode(encoding)
    assert ("├─" in out) is box
    assert ("|- " in out) is not box
    assert ("江西省妇联" in out) is (encoding in ("utf-8", "gb18030", "cp936"))


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("no_color", [False, True])
def test_a_terminal_gets_colour_unless_it_is_refused(samples: Path, no_color: bool) -> None:  # noqa: FBT001
    """Numbers are in colour on a terminal; NO_COLOR takes the colours away."""
    refused = {"NO_COLOR": "1"} if no_color else {}
    out, _ = at_terminal("stdout", "show", "plan.txt", folder=samples, TERM="xterm-256color", COLUMNS="80", **refused)
    assert (b"\x1b[36m" in out) is not no_color


def test_saved_readings_are_shown_too(run: Run, samples: Path, tmp_path: Path) -> None:
    """What was saved looks as it did when it was read; other records are refused by name."""
    saved = tmp_path / "saved.jsonl"
    run("read", samples, "-o", saved)
    assert run("show", saved).out == run("show", samples).out
    fulian.dump(fulian.Period.year(2014), tmp_path / "period.json")
    ran = run("show", tmp_path / "period.json")
    assert ran.status == 1
    assert "expected saved readings, found records of the kind Period" in ran.err


def test_a_collection_is_shown_part_by_part(run: Run, tmp_path: Path) -> None:
    """Each part has its title, and under it what was read from it."""
    file = tmp_path / "two.txt"
    file.write_text(
        "第一篇：甲县妇联2019年工作总结\n一、维权工作\n接待来访30件。\n二、下一步打算\n加强普法。\n"
        "第二篇：乙县妇联2020年工作总结\n一、家庭工作\n评选最美家庭40户。\n二、下一步打算\n办好课堂。\n",
        encoding="utf-8",
    )
    out = run("show", file).out
    first, second = out.index("Part 1"), out.index("Part 2")
    assert first < out.index("30件  ") < second < out.index("40户  ")


def test_a_bad_file_does_not_stop_the_others(run: Run, samples: Path) -> None:
    """It is named on standard error; the status is 1."""
    ran = run("show", samples / "missing.txt", samples / "plan.txt")
    assert ran.status == 1
    assert "江西省妇联" in ran.out
    assert ran.err.startswith(str(samples / "missing.txt"))


def test_full_shows_passages_whole(run: Run, samples: Path) -> None:
    """Nothing is cut with …, and every achievement's words are there."""
    out = "".join(run("show", samples / "summary.txt", "--full", "--width", 60).out.replace("│", "").split())
    assert "…" not in out
    assert "持证心理咨询师仅有6人。" in out


def test_headings_follow_the_language_of_the_terminal(monkeypatch: pytest.MonkeyPatch, run: Run, samples: Path) -> None:
    """Chinese for a Chinese locale, English for any other, and as --language says."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert default_language() == "zh"
    assert "发文字号" in run("show", samples / "plan.txt", "--language", "zh").out
    assert "发文字号" not in run("show", samples / "plan.txt", "--language", "en").out


@pytest.mark.parametrize(
    ("quantity", "en", "zh"),
    [
        (Quantity(value=Decimal(75700), unit="个"), "75,700 个", "75,700 个"),
        (Quantity(value=Decimal("2.50"), unit="%", qualifier=Qualifier.ABOUT), "about 2.5 %", "约 2.5 %"),
        (Quantity(value=Decimal(13), high=Decimal(15), unit="家"), "13 – 15 家", "13 – 15 家"),
        (Quantity(value=Decimal("1E+3"), unit="", qualifier=Qualifier.OVER), "at least 1,000", "至少 1,000"),
        (Quantity(value=Decimal(2000), unit="人", qualifier=Qualifier.UNDER), "at most 2,000 人", "至多 2,000 人"),
    ],
)
def test_quantities_are_spelled_out(quantity: Quantity, en: str, zh: str) -> None:
    """Hedge, number with commas, range and unit."""
    assert (spelled_out(quantity, Speech("en")), spelled_out(quantity, Speech("zh"))) == (en, zh)


@pytest.mark.parametrize(("value", "plain"), [("100", "100"), ("1.10", "1.1"), ("0.0", "0"), ("-1234.5", "-1,234.5")])
def test_plain_numbers_lose_no_zeros_that_count(value: str, plain: str) -> None:
    """Only those behind the decimal point that say nothing."""
    assert plain_number(Decimal(value)) == plain
