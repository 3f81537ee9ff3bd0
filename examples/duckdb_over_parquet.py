"""Figures of several documents kept as Parquet files, and questions to them in SQL with DuckDB.

Needs the extra `tables`, and duckdb.
"""

from __future__ import annotations

import tempfile

import duckdb

import fulian
from fulian.formats import parquet

TEXTS = (
    "浏阳市妇联2023年工作总结\n2023年，浏阳市妇联举办招聘会20场，帮助1200名妇女就业，发放创业贷款350万元。\n",
    "醴陵市妇联2023年工作总结\n2023年，醴陵市妇联举办招聘会9场，帮助860名妇女就业，培训巾帼志愿者300人次。\n",
)

with tempfile.TemporaryDirectory() as folder:
    parquet.dump_folder([fulian.read_text(text) for text in TEXTS], folder)

    figures = duckdb.read_parquet(f"{folder}/observations.parquet")
    bodies = duckdb.read_parquet(f"{folder}/organizations.parquet")

    print("Who did what:")
    print(
        duckdb.sql("""
            select bodies.short_name as body, label, quantity_value::double as value, quantity_unit as unit
            from figures join bodies on figures.organization_key = bodies.key
            where status = 'actual'
            order by label, value desc
        """)
    )

    print("Altogether:")
    print(
        duckdb.sql("""
            select quantity_unit as unit, count(*) as figures, sum(quantity_value)::double as total
            from figures
            group by unit
            order by total desc
        """)
    )

    # The same files give the readings back, equal to what was written.
    for reading in parquet.load_folder(folder):
        print(reading.document.title, "-", len(reading.observations), "figures")
