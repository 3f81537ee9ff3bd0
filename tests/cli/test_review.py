"""``fulian review``: a page, a line that says where it is, plain words where it cannot be written."""

from __future__ import annotations

from pathlib import Path

import pytest

import fulian

from .conftest import Run


def test_it_writes_a_page_and_says_where(run: Run, samples: Path, tmp_path: Path) -> None:
    """One line on standard output: the file, the documents, the figures."""
    page = tmp_path / "review.html"
    ran = run("review", samples / "round-up.txt", "-o", page)
    figures = len(fulian.read(samples / "round-up.txt").observations)
    assert ran == (0, f"{page}: 1 document, {figures} figures\n", "")
    assert page.read_text(encoding="utf-8").startswith('<!doctype html>\n<html lang="en">')


def test_a_folder_becomes_one_page(run: Run, samples: Path, tmp_path: Path) -> None:
    """Each document has its article; the page opens in the language asked for."""
    page = tmp_path / "review.html"
    ran = run("review", samples, "-o", page, "--language", "zh")
    count = len(list(samples.iterdir()))
    assert f"{count} 份文件" in ran.out
    text = page.read_text(encoding="utf-8")
    assert text.count("<article ") == count
    assert '<html lang="zh-CN">' in text


def test_saved_readings_are_taken(run: Run, samples: Path, tmp_path: Path) -> None:
    """What was read before need not be read again."""
    saved, page = tmp_path / "readings.jsonl", tmp_path / "review.html"
    run("read", samples, "-o", saved)
    assert run("review", saved, "-o", page).out.startswith(f"{page}: {len(list(samples.iterdir()))} documents")


def test_a_bad_file_does_not_stop_the_rest(run: Run, samples: Path, tmp_path: Path) -> None:
    """It is named, the page is written, the status is 1."""
    page = tmp_path / "review.html"
    ran = run("review", samples / "plan.txt", tmp_path / "none.txt", "-o", page)
    assert ran.status == 1
    assert "none.txt" in ran.err
    assert page.is_file()


def test_without_any_reading_no_page_is_written(run: Run, tmp_path: Path) -> None:
    """Standard error says so."""
    page = tmp_path / "review.html"
    ran = run("review", tmp_path / "none.txt", "-o", page)
    assert ran.status == 1
    assert f"{page}: not written, for nothing was read" in ran.err
    assert not page.exists()


def test_the_name_has_to_end_in_html(run: Run, samples: Path, tmp_path: Path) -> None:
    """A page under another name would open as something else."""
    ran = run("review", samples / "plan.txt", "-o", tmp_path / "page.txt")
    assert ran.status == 2
    assert "'-o' / '--output': page.txt does not end in .html" in ran.err
    ran = run("review", samples / "plan.txt", "-o", tmp_path / "nowhere" / "page.html")
    assert ran.status == 2
    assert "there is no folder" in ran.err


def test_rules_are_chosen_in_pyproject(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that is ignored there is not on the page; one that is none is refused."""
    monkeypatch.chdir(tmp_path)
    document, page, project = tmp_path / "slip.txt", tmp_path / "page.html", tmp_path / "pyproject.toml"
    document.write_text("2020年，全县公务员200名，其中女性40名，占30%。", encoding="utf-8")
    run("review", document, "-o", page)
    assert 'data-label="A101"' in page.read_text(encoding="utf-8")
    project.write_text('[tool.fulian]\nignore = ["A101"]\n', encoding="utf-8")
    run("review", document, "-o", page)
    assert 'data-label="A101"' not in page.read_text(encoding="utf-8")
    project.write_text('[tool.fulian]\nignore = ["no-such-rule"]\n', encoding="utf-8")
    assert run("review", document, "-o", page).status == 2
