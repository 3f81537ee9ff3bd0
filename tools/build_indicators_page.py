"""Build docs/indicators.md, the catalogue of indicators as a page, from the catalogue itself.

    python tools/build_indicators_page.py

A test compares the page with the catalogue, so that a change of one without the other is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fulian.reference.indicators import CatalogueEntry, catalogue

TARGET = Path(__file__).resolve().parent.parent / "docs" / "indicators.md"

HEAD = """\
# Indicators

<!-- Written by tools/build_indicators_page.py; change src/fulian/reference/data/indicators.csv instead. -->

What the outlines, the statistics and the federations' own reports count: {count} indicators. A reading gives a figure
the code of one of them only where that is sure, and says how sure.

## How a figure gets its indicator

The label is stripped of what says nothing of what is counted: marks, particles, the reporting body, words of time
and manner, a closing 人数 or 比例, and the verbs that the entry allows (举办 before events, 发放 before goods). What
remains must be the entry's name, an alias or one of its wordings, to the last character, and the unit must fit:
persons (人, 名) are not person-times (人次), contracts (笔) are not yuan. So a word that narrows (农村, 省级, 新建)
keeps a figure out of an entry without it. Changes and conditions have no indicator.

| certainty | when |
|---|---|
| 1 | the label is the name or an alias, word for word |
| 0.9 | it is a wording of the entry, or words were dropped that say nothing of what is counted |
| 0.8 | the same, but a stock is told as made (建立, 评选: this year's alone?), or a flow as 累计 (more years'?) |
| 0.7 | something is left unsaid: that those who found work are women, or that a bare noun (女公务员) means all |

Heads that only the federations count (巾帼志愿者, 留守儿童) get no code from a bare noun: mostly these are the people
who took part in something.

## The columns

- **kind**: a *rate* is never added; a *flow* adds over areas and periods; a *stock* adds over areas only.
- **better**: which way is better. Petitions and violence are *neutral*: a rise may be better reporting.
- **targets**: of the outlines 2011-2020 and 2021-2030, each with how sure it is.
- **basis**: WP20, WP30, CP20, CP30: the outlines for women and for children; NBS: the monitoring reports on them; ACWF:
  the federations' own work.
- **sure**: *seen* in a published text; *known* in the field, without a text at hand; *local*: in a local plan that
  repeats it.

An honour has a row for all levels together (`FAM_BEST_FAMILY`) and one for each level (`_NAT` 全国, `_PROV` 省级,
`_CITY` 市级, `_COUNTY` 县级), which are never added to it.
"""

COLUMNS = "| code | indicator | kind | unit | better | targets | basis | sure |\n|---|---|---|---|---|---|---|---|"


def page() -> str:
    """Write the page."""
    entries = list(catalogue().values())
    domains = dict.fromkeys(entry.indicator.domain for entry in entries)
    parts = [HEAD.format(count=len(entries))]
    for domain in domains:
        parts.append(f"\n## {domain}\n\n{COLUMNS}\n")
        parts.extend(f"{row(entry)}\n" for entry in entries if entry.indicator.domain == domain)
        parts.extend(notes([entry for entry in entries if entry.indicator.domain == domain]))
    return "".join(parts)


def row(entry: CatalogueEntry) -> str:
    """Write an entry as a line of its table."""
    one = entry.indicator
    name = one.name if one.name_en is None else f"{one.name}<br>{one.name_en}"
    cells = (
        f"`{one.code}`",
        name,
        one.kind.value,
        "、".join(dict.fromkeys((one.unit, *one.usual_units))),
        one.direction.value,
        "<br>".join(targets(entry)),
        ", ".join(one.basis),
        one.evidence or "",
    )
    return f"| {' | '.join(cells)} |"


def targets(entry: CatalogueEntry) -> Iterator[str]:
    """Write each target with how sure it is."""
    for target in entry.indicator.targets:
        year, aim = target.split(" ", 1)
        sure = entry.target_evidence.get(int(year))
        aim = aim.replace("<=", "≤").replace(">=", "≥").replace("=", "").replace("~", "about ")
        yield f"{year}: {aim}{f' ({sure})' if sure else ''}"


def notes(entries: list[CatalogueEntry]) -> Iterator[str]:
    """Write what is to be known of single entries, and by which other names they are met."""
    yield "\n"
    for entry in entries:
        one = entry.indicator
        aliases = f"也称{'、'.join(one.aliases)}" if one.aliases else ""
        said = "。".join(filter(None, (aliases, one.note)))
        if said:
            yield f"- `{one.code}`：{said}。\n"


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
    print(f"{TARGET}: {len(catalogue())} indicators")
