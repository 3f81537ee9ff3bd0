"""The commands for saved data: schema, convert."""

from __future__ import annotations

from pathlib import Path

import click

from fulian.cli._inputs import STDIN, standard_input
from fulian.cli._options import Manner, debug, known_format

__all__ = ["convert", "schema"]


@click.command(
    "schema",
    short_help="Print the JSON Schema of a kind of data.",
    epilog="""\b
Examples:
  fulian schema                             the kinds of data there are
  fulian schema CityReport > CityReport.schema.json""",
)
@click.argument("kind", required=False, metavar="KIND")
@debug
@click.pass_obj
def schema(manner: Manner, kind: str | None) -> None:
    """Print the JSON Schema (2020-12) of a kind of data, or the names of the kinds."""
    import json  # noqa: PLC0415

    from fulian.formats.schemas import schema, schema_kinds  # noqa: PLC0415

    if kind is None:
        click.echo("\n".join(schema_kinds()))
        return
    with manner.about(kind):
        click.echo(json.dumps(schema(kind), ensure_ascii=False, indent=2))


@click.command(
    "convert",
    short_help="Write saved data in another format.",
    epilog="""\b
Examples:
  fulian convert readings.json readings.jsonl
  fulian convert readings.jsonl readings.yaml
  fulian read *.txt | fulian convert - readings.xlsx""",
)
@click.argument("source", metavar="SRC")
@click.argument("target", metavar="DST", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--keep-unknown", is_flag=True, help="Carry over keys that fulian does not know, instead of refusing.")
@debug
@click.pass_obj
def convert(manner: Manner, source: str, target: Path, *, keep_unknown: bool) -> None:
    """Write saved data in another format; suffixes give the formats, of - (standard input) its content."""
    from fulian.cli._saved import load_saved, written  # noqa: PLC0415
    from fulian.formats import dump  # noqa: PLC0415

    known_format(target, "'DST'")
    with manner.about(source):
        records = load_saved(source, standard_input() if source == STDIN else None, keep_unknown=keep_unknown)
    with manner.about(str(target)):
        dump(records, target)
    click.echo(written(target, records), err=True)
