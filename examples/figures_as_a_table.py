"""The figures of a document as a table, in polars, pandas and DuckDB.

Needs the extra `tables`, and polars, pandas and duckdb for the parts that use them.
"""

from __future__ import annotations

import duckdb
import polars as pl

import fulian

TEXT = """慈利县妇联2023年工作总结
2023年，县妇联举办招聘会20场，帮助1200名妇女就业，发放创业贷款350万元。
"""

reading = fulian.read_text(TEXT)

# polars
frame = pl.from_arrow(fulian.observations_table(reading))
print("The figures in polars:", frame.select("label", "value", "unit", "status"), sep="\n")

# pandas
print(
    "The same in pandas:",
    fulian.observations_table(reading).to_pandas()[["label", "value", "unit", "status"]],
    sep="\n",
)

# DuckDB finds the table by the name of the variable
figures = fulian.observations_table(reading)
print(
    "Summed by unit in DuckDB:",
    duckdb.sql("select unit, sum(value) as total from figures group by unit order by unit"),
    sep="\n",
)
