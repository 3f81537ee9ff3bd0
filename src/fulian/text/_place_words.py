"""Place names that are also words, or that neighbouring words can form: what running text may not be taken for.

The table ``place_words.csv`` has a name a line, and why it is there:

- ``needs-evidence``: a prefecture's short name that is a word (大同, 来宾, 安康) or arises across two (强|大庆…,
  创|新乡): alone it is no mention;
- ``ordinary-area``: a name with 区 or 县 that is a common noun (老城区, 新建县): a mention only beside another place
  or a body's word;
- ``ordinary-word``: a county's short name that is an everyday word (和平, 合作) or easily arises across words: a
  mention only before 妇联 or in a list of sure names;
- ``not-after``: a name whose first character the character before takes away (隆|重庆|祝, 建|成都|市圈, 日|常德|育).

A name is put there when a text shows that it has to be.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

__all__ = ["DISTRICT_NOUNS", "PlaceWords", "place_words"]

DISTRICT_NOUNS = frozenset({"东区", "北区", "南区", "西区", "城区", "市区", "新区", "矿区", "郊区"})
"""Common nouns that are the whole name of some district, too."""


class PlaceWords(NamedTuple):
    """The table, by kind."""

    needs_evidence: frozenset[str]
    ordinary_areas: frozenset[str]
    ordinary_words: frozenset[str]
    not_after: dict[str, str]


@lru_cache(maxsize=1)
def place_words() -> PlaceWords:
    """Load the table."""
    lines = files("fulian.reference").joinpath("data", "place_words.csv").read_text(encoding="utf-8").splitlines()
    by_kind: dict[str, dict[str, str]] = {}
    for row in csv.DictReader(lines):
        by_kind.setdefault(row["kind"], {})[row["name"]] = row["after"]
    return PlaceWords(
        needs_evidence=frozenset(by_kind["needs-evidence"]),
        ordinary_areas=frozenset(by_kind["ordinary-area"]),
        ordinary_words=frozenset(by_kind["ordinary-word"]),
        not_after=by_kind["not-after"],
    )
