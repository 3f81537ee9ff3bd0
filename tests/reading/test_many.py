"""Many files at once: a stable order, and errors beside the readings."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

import fulian
from fulian.errors import ParseError, ReadError
from fulian.reading._workers import WorkerDiedError
from fulian.reading.many import files_passed_over, find_files

REPORT = "青禾县妇联2021年工作总结\n一、维权工作\n接访43件。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with documents, something else, something hidden and an archive."""
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/d.md", ".hidden.txt", "~$a.docx", "picture.png"):
        (tmp_path / name).write_text(REPORT, encoding="utf-8")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04...")
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.writestr("县区/二.txt", REPORT)
        archive.writestr("县区/一.html", f"<html><p>{REPORT}</p></html>")
        archive.writestr("__MACOSX/._一.txt", "")
        archive.writestr("notes.bin", b"\x00")
        archive.writestr("inner.pdf", b"no pdf")
    return tmp_path


def test_a_folder_is_read_in_order(folder: Path) -> None:
    """Each document gives a result, by name and depth; one that fails stands among the rest."""
    results = list(fulian.read_many(folder))
    assert [Path(one.name).relative_to(folder).as_posix() for one in results] == [
        "a.txt", "b/d.md", "broken.docx", "c.txt", "more.zip/inner.pdf", "more.zip/县区/一.html", "more.zip/县区/二.txt",
    ]  # fmt: skip
    failed = [one for one in results if one.error is not None]
    assert [Path(one.name).name for one in failed] == ["broken.docx", "inner.pdf"]
    assert all((one.reading is None) == (one.error is not None) for one in results)
    first = results[0]
    assert first.reading is not None
    assert first.source is not None
    assert [str(place) for place in first.source.locate(first.reading.observations[0].source.span)] == ["line 3"]


def test_what_is_passed_over_can_be_told(folder: Path) -> None:
    """Files that hold no document by their suffix, in a folder or an archive; what is hidden is not spoken of."""
    assert files_passed_over(folder) == [str(folder / "picture.png")]
    assert files_passed_over(folder / "more.zip") == [f"{folder / 'more.zip'}/notes.bin"]
    assert (
        files_passed_over(folder / "a.txt")
        == files_passed_over("none")
        == files_passed_over(folder / "broken.docx")
        == []
    )


def test_processes_change_nothing(folder: Path) -> None:
    """By two processes the results are those of one, in the same order, errors with their words."""
    alone, together = list(fulian.read_many(folder)), list(fulian.read_many(folder, processes=2))
    assert [one[:3] for one in together] == [one[:3] for one in alone]
    assert [str(one.error) for one in together] == [str(one.error) for one in alone]
    with pytest.raises(ValueError, match="at least one process"):
        list(fulian.read_many(folder, processes=0))


def test_a_file_that_ends_its_process_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a process dies over a file, as over one that a parser cannot bear, that file has an error."""
    died = [WorkerDiedError(), WorkerDiedError()]
    monkeypatch.setattr("fulian.reading.many.work_through", lambda *_: died)
    results = list(fulian.read_many([folder / "a.txt", folder / "c.txt"], processes=2))
    assert [Path(one.name).name for one in results] == ["a.txt", "c.txt"]
    assert all("ended the process" in str(one.error) for one in results)


def test_patterns_and_several_paths_are_read_once_each(folder: Path) -> None:
    """A pattern means its files by name; a file that two paths mean is read once; a missing one is an error."""
    pattern = str(folder / "*.txt")
    results = list(fulian.read_many([folder / "c.txt", pattern, folder / "none.txt"]))
    assert [Path(one.name).name for one in results] == ["c.txt", "a.txt", "none.txt"]
    assert isinstance(results[-1].error, ReadError)
    assert find_files(folder / "no*.txt") == [str(folder / "no*.txt")]
    assert (find_files(""), files_passed_over("")) == ([""], [])


def test_hints_hold_for_every_file(folder: Path) -> None:
    """The body and the year that the caller knows are given to each reading; a bad name is told at once."""
    (folder / "open.txt").write_text("工作总结\n一、维权\n全年接访43件。", encoding="utf-8")
    results = fulian.read_many([folder / "a.txt", folder / "open.txt"], organization="桑植县妇联", year=2020)
    told = [(str(report.organization), report.year) for one in results if one.reading for report in one.reading.reports]
    assert told == [("青禾县妇联", 2021), ("桑植县妇联", 2020)]
    with pytest.raises(ParseError):
        list(fulian.read_many(folder, organization="???"))


def test_names_in_old_archives_are_chinese(tmp_path: Path) -> None:
    """A member's name in GBK, as old archivers write it, is shown as Chinese."""
    path = tmp_path / "old.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ABCD.txt", REPORT)
    path.write_bytes(path.read_bytes().replace(b"ABCD", "县区".encode("gbk")))
    [result] = fulian.read_many(path)
    assert (result.name, result.error) == (f"{path}/县区.txt", None)


@pytest.mark.parametrize("members", [[], ["map.png", "inner.zip"]])
def test_an_archive_without_documents_is_an_error(tmp_path: Path, members: list[str]) -> None:
    """It is told, not passed over in silence."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for member in members:
            archive.writestr(member, b"...")
    [result] = fulian.read_many(path)
    assert str(result.error) == "a.zip: expected documents in an archive, found an archive that holds none"
