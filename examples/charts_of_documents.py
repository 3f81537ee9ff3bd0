"""Draw what some documents have figures for, each chart with its words for those who cannot see it.

python examples/charts_of_documents.py FOLDER FILE...
"""

from __future__ import annotations

import sys
from pathlib import Path

import fulian


def main(folder: str, *files: str) -> None:
    """Write a chart of each kind that there are figures for, and tell what it shows."""
    readings = [fulian.read(file) for file in files]
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for number, chart in enumerate(fulian.charts_of(readings), start=1):
        path = target / f"{number}-{chart.kind}.svg"
        chart.save(path)
        missing = [mark.row for mark in chart.marks if mark.observation is None]
        print(f"{path.name}  {chart.title}")
        print(f"    marks drawn: {len(chart.marks)}; documents they are from: {len(chart.sources)}")
        if chart.kind != "areas" and missing:
            print(f"    without a figure: {'、'.join(missing)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
