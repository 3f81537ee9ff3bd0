"""``fulian convert``: saved data from one format to another."""

from __future__ import annotations

from pathlib import Path

import fulian

from .conftest import Run


def test_data_survives_conversion(run: Run, samples: Path, tmp_path: Path) -> None:
    """JSON to JSON Lines and back gives the same readings."""
    run("read", samples, "-o", tmp_path / "a.json")
    figures = sum(len(fulian.read(file).observations) for file in samples.iterdir())
    for source, target in (("a.json", "b.jsonl"), ("b.jsonl", "c.json")):
        ran = run("convert", tmp_path / source, tmp_path / target)
        assert ran == (0, "", f"{tmp_path / target}: 4 readings, {figures} figures\n")
    assert fulian.load(tmp_path / "c.json") == fulian.load(tmp_path / "a.json")


def test_standard_input_is_converted_by_its_content(run: Run, piped: Run, samples: Path, tmp_path: Path) -> None:
    """What read writes can be piped on; a document is refused, and a name of which there is no file."""
    lines = run("read", samples).out.encode()
    ran = piped(lines, "convert", "-", tmp_path / "a.json")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith(f"{tmp_path / 'a.json'}: 4 readings, ")
    assert len(fulian.load(tmp_path / "a.json")) == 4
    ran = piped((samples / "plan.txt").read_bytes(), "convert", "-", tmp_path / "b.json")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("standard input: expected saved records, found a document")
    assert run("convert", tmp_path / "none", tmp_path / "b.json").err.endswith(
        "expected a file, found none of that name\n"
    )
    assert not (tmp_path / "b.json").exists()


def test_a_suffix_of_no_format_is_a_usage_error(run: Run, tmp_path: Path) -> None:
    """The suffixes there are get named."""
    ran = run("convert", tmp_path / "a.json", tmp_path / "b.docx")
    assert ran.status == 2
    assert ".json, .jsonl" in " ".join(ran.err.split())


def test_data_that_does_not_fit_is_said_fault_by_fault(run: Run, tmp_path: Path) -> None:
    """Each fault with its path, under the file's name; nothing is written."""
    file = tmp_path / "bad.json"
    file.write_text('{"fulian": "1", "kind": "Quantity", "data": {"value": 44, "unti": "场"}}', encoding="utf-8")
    ran = run("convert", file, tmp_path / "good.json")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(f"{file}:\n  data.value: expected")
    assert not (tmp_path / "good.json").exists()


def test_keys_of_newer_data_can_be_carried_over(run: Run, tmp_path: Path) -> None:
    """With --keep-unknown they stand in the new file as well."""
    file = tmp_path / "newer.json"
    data = '{"fulian": "1", "kind": "Quantity", "data": {"value": "44", "unit": "场", "mood": "glad"}}'
    file.write_text(data, encoding="utf-8")
    assert run("convert", file, tmp_path / "a.jsonl").status == 1
    ran = run("convert", file, tmp_path / "a.jsonl", "--keep-unknown")
    assert (ran.status, ran.err) == (0, f"{tmp_path / 'a.jsonl'}: 1 record\n")
    assert '"mood":"glad"' in (tmp_path / "a.jsonl").read_text(encoding="utf-8")
