"""``fulian write``: an official document of what a file holds."""

from __future__ import annotations

from pathlib import Path

import fulian

from .conftest import Run


def test_a_document_is_written_and_read_back(run: Run, samples: Path, tmp_path: Path) -> None:
    """What was written is named; number, recipients and sections are the document's."""
    out = tmp_path / "plan.docx"
    given = fulian.read(samples / "plan.txt")
    assert run("write", samples / "plan.txt", "-o", out) == (0, f"{out}: {given.document.title}\n", "")
    found = fulian.read(out)
    assert found.document.number == given.document.number
    assert [one.title for one in found.plans[0].sections] == [one.title for one in given.plans[0].sections]


def test_options_go_before_the_document(run: Run, samples: Path, tmp_path: Path) -> None:
    """Numbers are read as people write them and printed as the standard does."""
    annex = tmp_path / "annex.txt"
    annex.write_text("参会回执\n单位：\n姓名：", encoding="utf-8")
    out = tmp_path / "notice.docx"
    options = ("--number", "赣妇字[2023]007号", "--issued", "2023-03-01", "--recipient", "各县妇联", "--annex", annex)
    assert run("write", samples / "plan.txt", "-o", out, *options).status == 0
    document = fulian.read(out).document
    assert (str(document.number), str(document.issued)) == ("赣妇字〔2023〕7号", "2023-03-01")
    assert (document.recipients, document.attachments[-1]) == (("各县妇联",), "参会回执")


def test_saved_records_are_written(run: Run, samples: Path, tmp_path: Path) -> None:
    """Saved readings and saved plans alike."""
    reading = fulian.read(samples / "plan.txt")
    fulian.dump(reading, tmp_path / "reading.json")
    fulian.dump(reading.plans[0], tmp_path / "plan.json")
    for name in ("reading", "plan"):
        out = tmp_path / f"{name}.docx"
        assert run("write", tmp_path / f"{name}.json", "-o", out).status == 0
        assert fulian.read(out).plans[0].title == reading.plans[0].title


def test_a_record_without_a_title_is_listed_by_how_it_begins(run: Run, tmp_path: Path) -> None:
    """No entry of the list is empty."""
    text = "举办招聘会20场，帮助妇女就业。"
    source = fulian.Source(document_id="d1", span=fulian.Span(start=0, end=len(text)), quote=text)
    done = fulian.Achievement(text=text, source=source)
    records = (fulian.CityReport(achievements=(done,), source=source), fulian.CityReport(achievements=(done,)))
    fulian.dump(records, tmp_path / "two.json")
    ran = run("write", tmp_path / "two.json", "-o", tmp_path / "a.docx")
    assert f"found 2: 1. {text}; 2. -" in ran.err


def test_of_several_records_one_is_chosen(run: Run, samples: Path, tmp_path: Path) -> None:
    """Without a choice the records are listed; a number that is too high is refused."""
    out = tmp_path / "report.docx"
    ran = run("write", samples / "round-up.txt", "-o", out)
    assert ran.status == 1
    assert "--record to choose one of them, found 6: 1. 合肥市妇联" in ran.err
    assert run("write", samples / "round-up.txt", "-o", out, "--record", 7).status == 1
    assert not out.exists()
    assert run("write", samples / "round-up.txt", "-o", out, "--record", 2).status == 0
    assert str(fulian.read(out).reports[0].organization) == "芜湖市妇联"


def test_what_does_not_fit_is_a_usage_error(run: Run, samples: Path, tmp_path: Path) -> None:
    """Another suffix, a number that is none, a copy number of five digits."""
    for options, said in (
        (("-o", tmp_path / "a.pdf"), "a.pdf does not end in .docx"),
        (
            ("-o", tmp_path / "a.docx", "--number", "七号"),
            "Error: Invalid value for '--number': '七号' at 2: expected a year in brackets",
        ),
        (("-o", tmp_path / "a.docx", "--copy-number", "00012"), "Error: 'copy_number' must be 6 digits, got '00012'\n"),
    ):
        ran = run("write", samples / "plan.txt", *options)
        assert ran.status == 2
        assert said in ran.err
    assert not (tmp_path / "a.docx").exists()
