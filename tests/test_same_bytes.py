"""What is written depends on what is in it alone: not on the clock, its zone, or the order that sets happen to have."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from fulian import formats

TEXT = """株洲市妇联2024年工作总结
一、维权
全年接待来访1200余人次，调解纠纷86起。醴陵市妇联举办讲座20场，全年接待来访300人次，占25%。
二、家庭建设
评选最美家庭120户。2023年，长沙市妇联评选最美家庭98户。
"""

WRITE = textwrap.dedent("""
    import hashlib, sys
    from pathlib import Path

    import fulian
    from fulian import formats
    from fulian.checks.output import plain, sarif, workbook
    from fulian.checks.run import check_fully
    from fulian.writing.charts.fitting import charts_of
    from fulian.writing.form import collect_forms, dumps_collected, dumps_form, expected_bodies
    from fulian.writing.official.write import write_official
    from fulian.writing.review.write import render_review

    text, folder = Path(sys.argv[1]).read_text(encoding="utf-8"), Path(sys.argv[2])
    reading = fulian.read_text(text)
    written = {name: formats.dumpb(reading, name) for name in formats.formats()}
    inspected = [plain.Inspected(name="a.txt", record=reading, checked=check_fully(reading))]
    written["review"] = render_review(reading).encode()
    written["checked json"] = plain.dumps_json(inspected).encode()
    written["checked sarif"] = sarif.dumps_sarif(inspected).encode()
    written["checked xlsx"] = workbook.dumps_workbook(inspected)
    written["form"] = dumps_form(organization="株洲市妇联", year=2024, record=reading.reports[0])
    forms = folder / "forms"
    forms.mkdir(exist_ok=True)
    (forms / "a.xlsx").write_bytes(written["form"])
    bodies = expected_bodies("湖南省", year=2024)
    collected = collect_forms(forms, expected=bodies, year=2024)
    for format in ("xlsx", "csv"):
        written[f"collected {format}"] = dumps_collected(collected, format)
    write_official(reading, folder / "a.docx")
    written["official"] = (folder / "a.docx").read_bytes()
    for chart in charts_of(reading):
        for suffix in ("svg", "png"):
            chart.save(folder / f"a.{suffix}")
            written[f"{chart.kind} {suffix}"] = (folder / f"a.{suffix}").read_bytes()
    for name, data in written.items():
        print(name, hashlib.sha256(data).hexdigest(), sep="\\t")
""")


def hashes(folder: Path, *, seed: str, zone: str) -> dict[str, str]:
    """Write everything in a new process, and give what came of it, by name."""
    text = folder / "report.txt"
    text.write_text(TEXT, encoding="utf-8")
    told = subprocess.run(  # noqa: S603 - the script above
        [sys.executable, "-c", WRITE, text, folder],
        env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONUTF8": "1"},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert told.returncode == 0, told.stderr
    return dict(line.split("\t") for line in told.stdout.splitlines())


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    """All that fulian writes is the same, byte for byte, in another process and at another time."""
    for package in ("openpyxl", "pyarrow", "docx", "yaml", "msgspec"):
        pytest.importorskip(package)
    first = hashes(tmp_path, seed="1", zone="Asia/Shanghai")
    time.sleep(2)  # the time in a zip file has steps of two seconds
    second = hashes(tmp_path, seed="2", zone="America/Lima")
    assert first.keys() >= {*formats.formats(), "review", "checked xlsx", "form", "collected xlsx", "official"}
    assert {name for name in first | second if first.get(name) != second.get(name)} == set()
