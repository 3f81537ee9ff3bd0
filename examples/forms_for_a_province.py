"""A province asks its cities for a year's figures: forms go out, two come back filled in, the rest are missing.

Needs the extras `files` and `tables`.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import openpyxl

import fulian
from fulian.writing.form import collect_forms, dumps_form, expected_bodies

cities = expected_bodies("湖南省", year=2024)

with tempfile.TemporaryDirectory() as folder:
    for city, homes in zip(cities[:2], (1020, "约860"), strict=True):
        file = Path(folder, f"{city}.xlsx")
        file.write_bytes(dumps_form(organization=str(city), year=2024, indicators=["ORG_HOMES", "LAW_PETITION_CLOSED"]))

        # Somebody fills the form in.
        book = openpyxl.load_workbook(file)
        sheet = book["指标数据"]
        for row in sheet.iter_rows(min_row=4):
            if row[1].value == "妇女之家数":
                row[4].value = homes
            if row[1].value == "信访办结率":
                row[4].value = "120%"
        book.save(file)

    reading = fulian.read(file)
    for note in reading.notes:
        print(f"what is wrong with the form of {city}: {note.text}")

    collected = collect_forms(folder, year=2024, expected=cities)
    for total in collected.totals():
        print(f"{total.indicator} together: {total.qualifier} {total.value}{total.unit}, of {total.bodies} forms")
    print("not handed in:", "、".join(str(city) for city in collected.missing))
