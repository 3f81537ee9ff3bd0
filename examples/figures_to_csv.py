"""Save every figure of some documents as a table: python figures_to_csv.py OUT.csv FILE..."""

import csv
import sys
from pathlib import Path

import fulian


def main(output: str, *documents: str) -> None:
    """Write one row a figure: who, when, what, how much, whether done, and where it stands."""
    with Path(output).open("w", encoding="utf-8-sig", newline="") as file:  # the mark at the start lets Excel see UTF-8
        table = csv.writer(file)
        table.writerow(
            ["file", "body", "period", "status", "label", "value", "high", "unit", "qualifier", "start", "end"]
        )
        for document in documents:
            for figure in fulian.read(document).observations:
                quantity = figure.quantity
                table.writerow(
                    [
                        document,
                        figure.organization or "",
                        figure.period or "",
                        figure.status,
                        figure.label,
                        f"{quantity.value:f}",
                        "" if quantity.high is None else f"{quantity.high:f}",
                        quantity.unit,
                        quantity.qualifier,
                        figure.source.start,
                        figure.source.end,
                    ]
                )


if __name__ == "__main__":
    main(*sys.argv[1:])
