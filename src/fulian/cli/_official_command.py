"""The command that writes official documents: write."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fulian.cli._inputs import Hints
from fulian.cli._options import Manner, debug, hinted
from fulian.errors import ParseError

if TYPE_CHECKING:
    from fulian.values.document_number import DocumentNumber

__all__ = ["write"]


def _number(_: click.Context, __: click.Parameter, text: str | None) -> DocumentNumber | None:
    if text is None:
        return None
    from fulian.text import parse_document_number  # noqa: PLC0415 - loads the readers of text

    try:
        return parse_document_number(text)
    except ParseError as error:
        raise click.BadParameter(str(error)) from error


def _day(_: click.Context, __: click.Parameter, moment: datetime | None) -> date | None:
    return moment.date() if moment else None


_DAY: dict[str, Any] = {"type": click.DateTime(["%Y-%m-%d"]), "callback": _day, "metavar": "YYYY-MM-DD"}


@click.command(
    "write",
    short_help="Write an official document (公文).",
    epilog="""\b
Examples:
  fulian write plan.txt -o plan.docx
  fulian write plan.json -o notice.docx --number "湘妇字〔2024〕1号" --issued 2024-02-03
      --recipient 各市州妇联 --recipient 省直妇工委 --printing 省妇联办公室
  fulian write round-up.txt --record 2 -o report.docx --issuer 株洲市妇女联合会 --unsealed

\b
What the options leave open is taken from the document. FILE is a document or saved records; where it holds
several plans and reports, --record chooses one. The file is looked at again before it is put in its
place; fulian check OUT --layout says the same of anybody's file.""",
)
@click.argument("file", metavar="FILE")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="OUT",
    help="The Word file (.docx) to write, whole or not at all.",
)
@click.option("--record", type=click.IntRange(min=1), metavar="N", help="Of several plans and reports the N-th.")
@click.option("--issuer", metavar="NAME", help="The issuing body's full name (发文机关).")
@click.option("--masthead", metavar="WORDS", help="The red masthead (发文机关标志); the issuer with 文件 by default.")
@click.option("--number", callback=_number, metavar="NUMBER", help="The document number (发文字号).")
@click.option("--title", metavar="TITLE", help="The title (标题).")
@click.option("--recipient", "recipients", multiple=True, metavar="NAME", help="A main recipient (主送机关).")
@click.option("--issued", help="The date of issue (成文日期).", **_DAY)
@click.option(
    "--annex",
    "annexes",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="A further annex (附件): its first line is its title.",
)
@click.option("--unsealed", is_flag=True, help="The document will bear no seal (不加盖印章).")
@click.option("--copy-number", metavar="DIGITS", help="The number of this copy (份号), six digits.")
@click.option("--secrecy", metavar="WORDS", help="Secrecy and its term (密级和保密期限), such as 秘密★1年.")
@click.option("--urgency", metavar="WORDS", help="Urgency (紧急程度), such as 特急.")
@click.option("--signatory", metavar="NAME", help="Who signs a document to a superior (签发人).")
@click.option("--note", metavar="WORDS", help="A note under the date (附注), without brackets.")
@click.option("--copy", "copies", multiple=True, metavar="NAME", help="Who gets a copy (抄送机关).")
@click.option("--printing", metavar="NAME", help="The organ that prints it (印发机关).")
@click.option("--printed", help="The day of printing (印发日期); the date of issue by default.", **_DAY)
@hinted
@debug
@click.pass_obj
def write(
    manner: Manner,
    /,
    file: str,
    output: Path,
    record: int | None,
    annexes: tuple[Path, ...],
    *,
    unsealed: bool,
    hints: Hints,
    **frame: Any,
) -> None:
    """Write a plan or a report as an official document (公文): a Word file that meets GB/T 9704-2012."""
    from fulian.cli import _write as writing  # noqa: PLC0415
    from fulian.cli._lines import one_line  # noqa: PLC0415 - loads rich

    if output.suffix.lower() != ".docx":
        raise click.BadParameter(f"{output.name} does not end in .docx", param_hint="'-o' / '--output'")
    with manner.about(file):
        chosen = writing.choose_record(file, record, hints)
    read = []
    for annex in annexes:
        with manner.about(str(annex)):
            read.append(writing.read_annex(annex))
    try:
        made = writing.OfficialFrame(**frame, annexes=tuple(read), sealed=not unsealed)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    with manner.about(str(output)):
        writing.write_official(chosen, output, frame=made)
    click.echo(f"{output}: {one_line(made.title or writing.named(chosen))}")
