"""What names, folders and patterns on a command line mean."""

from __future__ import annotations

from pathlib import Path

import pytest

import fulian
from fulian.cli._inputs import complaint, expand, many_named
from fulian.errors import DataError, Fault, ParseError, ReadError

from .conftest import Run


def test_folders_are_searched_by_name(tmp_path: Path) -> None:
    """Text files at any depth, in order; hidden ones and other kinds are left out."""
    for name in ("b.txt", "a.TXT", "deep/c.txt", ".hidden.txt", ".git/d.txt", "e.json"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.touch()
    assert expand([str(tmp_path)]) == [str(tmp_path / name) for name in ("a.TXT", "b.txt", "deep/c.txt")]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    """The order is that of the first naming."""
    one, two = tmp_path / "1.txt", tmp_path / "2.txt"
    one.touch()
    two.touch()
    assert expand([str(two), str(tmp_path / "*.txt"), str(two)]) == [str(two), str(one)]


def test_a_pattern_without_files_stays_to_be_complained_of(tmp_path: Path) -> None:
    """Also a name with brackets in it, where such a file is there, is just a name."""
    pattern = str(tmp_path / "*.txt")
    assert expand([pattern]) == [pattern]
    odd = tmp_path / "湘妇字[2014]1号.txt"
    odd.touch()
    assert expand([str(odd)]) == [str(odd)]
    assert not many_named([str(odd)])


@pytest.mark.parametrize("command", [("show",), ("check",), ("read",), ("explain",)])
def test_an_empty_name_means_no_folder(
    run: Run, samples: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """A variable that is not set is no wish to read all that lies around."""
    monkeypatch.chdir(samples)
    ran = run(*command, "")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("'': expected a path")


def test_a_folder_or_pattern_means_many(tmp_path: Path) -> None:
    """Even where it happens to hold one file, so that the form of the output does not depend on it."""
    assert many_named([str(tmp_path)])
    assert many_named([str(tmp_path / "*.txt")])
    assert many_named(["a", "b"])
    assert not many_named(["-"])


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ReadError(file="a.pdf", found="a PDF file", expected="text", extra="files"),
         "x/a.pdf: expected text, found a PDF file; install it with: pip install 'fulian[files]'"),
        (ReadError(file="b.txt", found="none of that name", expected="a file"),
         "b.txt: expected a file, found none of that name"),
        (PermissionError(13, "Permission denied", "x/a.pdf"), "x/a.pdf: Permission denied"),
        (ParseError(text="一体", position=1, expected="a digit"), "x/a.pdf: '一体' at 1: expected a digit, found '体'"),
        (DataError([Fault(path="a", expected="b", value="c")] * 2), "x/a.pdf:\n  a: expected b, found c\n  a: expected b, found c"),
    ],
)  # fmt: skip
def test_complaints_name_the_file_as_the_user_did(error: ReadError | PermissionError, said: str) -> None:
    """Also where the error knows only the last part of the name."""
    assert complaint("x/a.pdf", error) == said


@pytest.mark.parametrize("command", [("show",), ("check",), ("read",), ("review", "-o", "page.html")])
def test_an_empty_folder_is_not_all_clear(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    """Whoever named it is told, and the status is 1."""
    ran = run(*command, tmp_path)
    assert (ran.status, ran.out) == (1, "")
    assert "no files to read" in ran.err


@pytest.mark.parametrize("command", ["show", "read", "check"])
def test_a_pattern_that_nothing_fits_is_told_as_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """The name that is missing is no file's; so says `read_many` too."""
    monkeypatch.chdir(tmp_path)
    ran = run(command, "*.txt")
    assert ran.status == 1
    assert ran.err.startswith("*.txt: expected a file, found none that fits the pattern\n")
    [result] = fulian.read_many("*.txt")
    assert str(result.error) == "*.txt: expected a file, found none that fits the pattern"
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert run(command, "*.txt").err.startswith("*.txt：没有符合这个通配名的文件\n")
