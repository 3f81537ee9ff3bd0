"""What a form's notes say in English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import fulian
from fulian.model.reading import Note
from fulian.reading.form.reader import form_faults
from fulian.writing._form_notes import MEANINGS, in_english
from fulian.writing.form import dumps_form

from ..forms import Form

FORMS = Path(fulian.__file__).parent / "reading" / "form"


def test_every_code_has_its_meaning() -> None:
    """A new code of a form's note needs its English."""
    codes = {code for file in FORMS.glob("*.py") for code in re.findall('"(form-[a-z-]+)"', file.read_text("utf-8"))}
    assert codes == set(MEANINGS)


def test_a_fault_names_its_cell_and_what_stands_there(tmp_path: Path) -> None:
    """The place and what was typed are kept as they are."""
    form = Form(dumps_form("city-report", organization="株洲市妇联", year=2024))
    address = form.write("妇女之家数", "2024年实际", "很多")
    file = tmp_path / "填报.xlsx"
    file.write_bytes(form.data())
    [fault] = form_faults(fulian.read(file))
    assert in_english(fault) == f"{address}: must be a number (“2024年实际”), found “很多”"


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("form-sheet-missing", "缺少工作表“指标数据”，这一表没有读入。", "a sheet is missing, or its head was changed; it was not read (“指标数据”)"),
        ("form-row-missing", "指标数据：缺少指标“妇女之家数”一行。", "指标数据: the row of an indicator is missing (“妇女之家数”)"),
        ("unknown-kind", "no plan", "no plan"),
    ],
)  # fmt: skip
def test_a_form_as_a_whole_is_spoken_of_too(code: str, text: str, said: str) -> None:
    """Without a cell; other notes keep their text."""
    assert in_english(Note(code=code, text=text)) == said
