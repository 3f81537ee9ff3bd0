"""Save every figure of some documents as a table: python figures_to_csv.py OUT.csv FILE...

``fulian table FILE... -o OUT.csv`` does the same.
"""

import sys

import fulian
from fulian.formats import dump_table


def main(output: str, *documents: str) -> None:
    """Write one row a figure: who, when, what, how much, whether done, and where it stands."""
    dump_table([fulian.read(document) for document in documents], output)


if __name__ == "__main__":
    main(*sys.argv[1:])
