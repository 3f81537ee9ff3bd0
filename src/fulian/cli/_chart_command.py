"""The command that draws charts: chart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fulian.cli._inputs import Hints, readings_of
from fulian.cli._options import Manner, debug, files_meant

if TYPE_CHECKING:
    from fulian.model.reading import Reading

__all__ = ["chart"]


@click.command(
    "chart",
    short_help="Draw a chart.",
    epilog="""\b
Examples:
  fulian chart cities reports/ --figure 创业担保贷款 -o cities.svg
  fulian chart years *.txt --figure 扶持妇女创业 --organization 株洲市妇联 -o years.png
  fulian chart targets plan.txt report.txt -o targets.svg
  fulian chart areas plan.txt -o areas.png
  fulian chart tiles cities.txt --figure ECO_LOAN_AMOUNT --province 湖南 -o map.svg

\b
Titles and labels are Chinese unless --language en. The figures of documents that don't say whose they
are, or for when, can be read with fulian read --organization and --year; chart takes saved readings.""",
)
@click.argument("kind", type=click.Choice(["cities", "years", "targets", "areas", "tiles"]))
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OUT",
    required=True,
    help="The picture: a name that ends in .svg or .png.",
)
@click.option("--figure", metavar="WORDS", help="What to show: words of the figures' labels, or an indicator's code.")
@click.option("--organization", metavar="NAME", help="years: whose figures.")
@click.option("--year", type=click.IntRange(1949, 2100), help="cities, targets, tiles: which year; else the latest.")
@click.option("--unit", metavar="UNIT", help="The figures' unit, where the words are used with several.")
@click.option("--province", metavar="NAME", help="cities, tiles: only its cities, and all of them.")
@click.option("--planned", is_flag=True, help="tiles: what was planned, not what was done.")
@click.option("--title", metavar="TEXT", help="What to write over it.")
@click.option("--language", type=click.Choice(["zh", "en"]), help="The language of titles and labels; zh by default.")
@click.option("--scale", type=click.FloatRange(0.5, 10), default=2.0, help="Pixels a point in a .png; 2 by default.")
@click.option("--font", metavar="FONT", help="A Chinese font for a .png: a file or a family; else FULIAN_FONT.")
@debug
@click.pass_obj
def chart(
    manner: Manner,
    /,
    kind: str,
    files: tuple[str, ...],
    *,
    output: Path,
    title: str | None,
    language: str | None,
    scale: float,
    font: str | None,
    **options: Any,
) -> None:
    """Draw a chart: cities compared, a figure over years, targets and deeds, a plan's areas, a map of tiles."""
    from fulian.cli import _chart as charts  # noqa: PLC0415

    if output.suffix.lower() not in (".svg", ".png"):
        raise click.BadParameter(f"{output.name} ends neither in .svg nor in .png", param_hint="'-o' / '--output'")
    if names := charts.misplaced(kind, options):
        raise click.UsageError(f"--{names[0]} is not for a chart of {kind}")
    readings: list[Reading] = []
    for name in files_meant(files):
        with manner.about(name):
            readings += readings_of(name, Hints(None, None))
    with manner.about("chart"):
        drawn = charts.make(kind, readings, options | {"title": title, "language": language})
    with manner.about(str(output)):
        drawn.save(output, scale=scale, font=font)
    click.echo(f"{output}: {drawn.title}")
