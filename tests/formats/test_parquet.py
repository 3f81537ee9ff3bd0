"""Parquet: types of their own, and readable for others."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import fulian
from fulian import formats
from fulian.formats import parquet

pa: Any = pytest.importorskip("pyarrow")
pq: Any = pytest.importorskip("pyarrow.parquet")

FIGURE = fulian.Observation(
    label="举办招聘会",
    quantity=fulian.Quantity(value=Decimal("1.10"), unit="亿元"),
    status=fulian.Status.ACTUAL,
    source=fulian.Source(document_id="d1", span=fulian.Span(start=0, end=2), quote="44"),
    trail=("status:verb=actual",),
)


def test_columns_have_types_of_their_own(tmp_path: Path) -> None:
    """Numbers are decimal128, days date32, closed vocabularies dictionaries, words lists."""
    parquet.dump_folder((FIGURE, fulian.Document(id="d1", text="")), tmp_path)
    schema = pq.read_schema(tmp_path / "observations.parquet")
    assert schema.field("quantity_value").type == pa.decimal128(38, 10)
    assert schema.field("status").type == pa.dictionary(pa.int32(), pa.string())
    assert schema.field("trail").type.value_type == pa.string()
    assert pq.read_schema(tmp_path / "documents.parquet").field("issued").type == pa.date32()
    assert parquet.load_folder(tmp_path)[0] == FIGURE


def test_large_numbers_get_a_wider_column() -> None:
    """A column becomes wider where its numbers need it, and refuses what no column holds."""
    large = [fulian.Quantity(value=Decimal(text), unit="") for text in ("1E+30", "1E-30")]
    assert formats.loads(formats.dumps(large, "parquet"), "parquet") == tuple(large)
    huge = [fulian.Quantity(value=Decimal(text), unit="") for text in ("1E+50", "1E-50")]
    with pytest.raises(
        fulian.DataError, match="quantities, value: expected numbers of at most 76 digits in one column"
    ):
        formats.dumps(huge, "parquet")


def test_duckdb_joins_the_files(tmp_path: Path) -> None:
    """DuckDB opens the files of a folder as they are."""
    duckdb: Any = pytest.importorskip("duckdb")
    parquet.dump_folder(FIGURE, tmp_path)
    found = duckdb.sql(f"select label, quantity_value from '{tmp_path}/observations.parquet' where status = 'actual'")  # noqa: S608 - our own path
    assert found.fetchall() == [("举办招聘会", Decimal("1.1000000000"))]


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="counts the threads that Linux tells")
def test_reading_leaves_no_thread_at_work() -> None:
    """A thread of Arrow's that is still at work when Python ends aborts the process, after all went well."""
    program = (
        "import os, fulian\n"
        "span = fulian.Span(start=1, end=3)\n"
        "data = fulian.dumps(span, 'parquet')\n"
        "before = len(os.listdir('/proc/self/task'))\n"
        "assert fulian.loads(data, 'parquet') == (span,)\n"
        "assert len(os.listdir('/proc/self/task')) == before"
    )
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603


def test_what_is_no_parquet_is_told() -> None:
    """A file of the package that is no Parquet is named."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("records.parquet", b"PAR1")
    with pytest.raises(fulian.DataError, match=r"records\.parquet: expected a Parquet file"):
        formats.loads(buffer.getvalue(), "parquet")
