"""From a file or a text to a reading: the whole way, step by step."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import BinaryIO

from fulian._collector import collector_paused
from fulian.model.document import Document, DocumentKind, FrameRole
from fulian.model.file_kind import FileKind
from fulian.model.observation import Status
from fulian.model.organization import Organization
from fulian.model.reading import Reading
from fulian.reading._beside import with_what_the_file_says
from fulian.reading._body import body_of, doubt_of
from fulian.reading._draft import Draft, NoteDraft, PartDraft, PassageDraft
from fulian.reading._entries import find_entries
from fulian.reading._found import Found
from fulian.reading._identity import id_of
from fulian.reading._kinds import kind_of
from fulian.reading._matter import Matter
from fulian.reading._records import Builder
from fulian.reading._table_parts import Table
from fulian.reading._years import term_of, written_in, year_in, year_of
from fulian.reading.figures import observe
from fulian.reading.files import Heading, SourceText, read_source
from fulian.reading.form._cells import find_info
from fulian.reading.frame import Frame, find_contents, read_frame, words_of_footnote
from fulian.reading.outline import outline
from fulian.reading.parts import PartMark, find_parts, find_samples
from fulian.reading.plan import read_plan
from fulian.reading.round_up import read_round_up
from fulian.reading.setting import Setting
from fulian.reading.summary import read_summary
from fulian.reading.table_layout import find_tables
from fulian.text.organizations import parse_organization
from fulian.text.quantities import find_misread
from fulian.text.view import View

__all__ = ["read", "read_text"]


def read(
    source: str | os.PathLike[str] | BinaryIO | SourceText,
    *,
    organization: str | Organization | None = None,
    year: int | None = None,
) -> Reading:
    r"""Read a published document (读取文件) into typed records, each of which knows the characters it came from.

    Args:
        source: A path, or a file opened for reading bytes: a text in UTF-8, GB18030 (GBK) or UTF-16, a web page, a
            Word, PDF or Excel file, told by its content. Or what `read_source` gave, whose places are then at hand.
        organization: The body whose document it is, where neither title nor signature says it; a name is parsed.
        year: The calendar year it is about, where the title does not say it.

    Returns:
        The document with its text unchanged, and every record read from it.

    Raises:
        ReadError: The file cannot be opened, holds no text, or needs a package that is not installed.
        ParseError: `organization` is a name that cannot be understood.

    Example:
        >>> from io import BytesIO
        >>> reading = read(BytesIO("县妇联2020年工作要点\n一、加强引领\n举办宣讲12场。".encode("gb18030")))
        >>> reading.document.encoding, reading.plans[0].year, reading.plans[0].sections[0].title
        ('gb18030', 2020, '加强引领')
    """
    hints = _Hints(organization, year)
    given = source if isinstance(source, SourceText) else read_source(source)
    if given.kind in (FileKind.XLSX, FileKind.XLS) and find_info(given) is not None:
        from fulian.reading.form.reader import read_form, without_formula_remark  # noqa: PLC0415 - few files are forms

        return with_what_the_file_says(read_form(given, organization=hints.organization), without_formula_remark(given))
    hints.headings = given.headings
    reading = _read(given.text, hints, given, given.file)
    return with_what_the_file_says(reading, given)


def read_text(
    text: str,
    *,
    organization: str | Organization | None = None,
    year: int | None = None,
    file: str | None = None,
) -> Reading:
    r"""Read a document that is given as text (读取文本).

    Args:
        text: The text; it is kept unchanged, and every span counts in it.
        organization: The body whose document it is, where neither title nor signature says it; a name is parsed.
        year: The calendar year it is about, where the title does not say it.
        file: A file name to keep with the document.

    Returns:
        The document, and every record read from it.

    Raises:
        ParseError: `organization` is a name that cannot be understood.

    Example:
        >>> reading = read_text("2021年工作总结\n一、维权工作\n全年接访43件。\n二、下一步打算\n加强普法。")
        >>> report = reading.reports[0]
        >>> report.year, report.achievements[0].title, report.commitments[0].text
        (2021, '维权工作', '加强普法。')
    """
    return _read(text, _Hints(organization, year), None, file)


class _Hints:
    """What is known of a document before its lines are read: what the caller says, its tables, and what it mentions."""

    headings: Sequence[Heading] = ()
    levels: Mapping[int, int] = {}  # where a line of the view begins that the file marks as a heading -> its level
    tables: Sequence[Table] = ()
    found: Found
    note_marks: frozenset[str] = frozenset()  # of footnotes, borne by words

    def __init__(self, organization: str | Organization | None, year: int | None) -> None:
        self.year = year
        self.organization = (
            parse_organization(organization, year=year) if isinstance(organization, str) else organization
        )


def _read(text: str, hints: _Hints, given: SourceText | None, file: str | None) -> Reading:
    with collector_paused():
        return _read_whole(text, hints, given, file)


def _read_whole(text: str, hints: _Hints, given: SourceText | None, file: str | None) -> Reading:
    document_id = id_of(text)
    view = View(text)
    hints.levels = {view.seen(heading.start): heading.level for heading in hints.headings}
    hints.tables, hints.found, hints.note_marks = find_tables(view), Found(view.text), view.note_marks
    draft, frame = _read_view(view.text, hints)
    _note_misread(view.text, draft)
    draft.stretches.sort(key=itemgetter(0))
    observations = observe(view, draft.stretches, document_id, hints.tables, hints.found)
    builder = Builder(view, document_id, observations)
    plans, reports, parts = builder.everything(draft)
    document = _document(builder, draft, frame, text, given, file)
    return Reading(
        document=document,
        parts=parts,
        plans=plans,
        reports=reports,
        observations=observations,
        unread=builder.unread(),
        notes=tuple(builder.note(note) for note in draft.notes),
    )


def _note_misread(text: str, draft: Draft) -> None:
    """Say where letters stand for digits: no figure is read there."""
    for start, end in find_misread(text):
        words = f"{text[start:end]} has letters where digits are meant; no figure was read from it"
        draft.notes.append(NoteDraft("letter-for-digit", words, start, end))


def _document(
    builder: Builder, draft: Draft, frame: Frame, text: str, given: SourceText | None, file: str | None
) -> Document:
    passages = sorted(draft.frame, key=lambda passage: passage.start)
    return Document(
        id=builder.id,
        title=builder.title(frame.title),
        kind=draft.kind,
        number=frame.number,
        issuer=draft.organization if frame.masthead or frame.signature else None,
        recipients=frame.recipients,
        issued=frame.issued,
        published=frame.published,
        publisher=frame.publisher,
        authors=frame.authors,
        editor=frame.editor,
        url=frame.url,
        attachments=tuple(frame.attachments),
        frame=builder.passages(passages),
        text=text,
        encoding=given.encoding if given else None,
        file=file or None,
        file_kind=given.kind if given else None,
        file_version=given.version if given else None,
        stretches=given.stretches if given else (),
    )


def _read_view(text: str, hints: _Hints) -> tuple[Draft, Frame]:
    """Read what a view holds: one document, or several."""
    marks = find_parts(text, 0, len(text)) or find_samples(text, 0, len(text))
    if not marks:
        return _read_one(text, 0, len(text), hints)
    draft = Draft(kind=DocumentKind.COLLECTION)
    draft.parts = _read_parts(text, marks, 0, len(text), hints, draft)
    return draft, Frame()


def _read_parts(text: str, marks: list[PartMark], start: int, end: int, hints: _Hints, draft: Draft) -> list[PartDraft]:
    """Read the documents that the marks open, and what stands before the first."""
    _before_the_parts(text, start, marks[0].start, hints, draft)
    parts = []
    for mark, last in zip(marks, [*(mark.start for mark in marks[1:]), end], strict=True):
        draft.frame.append(PassageDraft(mark.start, mark.end, FrameRole.TITLE))
        inner = [] if mark.sample else find_samples(text, mark.end, last)
        part = PartDraft(mark.start, last, DocumentKind.COLLECTION, mark.ordinal, (mark.title, mark.end))
        if inner:
            named = year_in(text[mark.title : mark.end])
            part.year = named if named is not None else hints.year
            part.parts = _read_parts(text, inner, mark.end, last, hints, draft)
        else:
            one, _ = _read_one(text, mark.end, last, hints, title=text[mark.title : mark.end], sample=mark.sample)
            part.kind, part.organization, part.year = one.kind, one.organization, one.year
            _gather(one, draft)
        parts.append(part)
    return parts


def _before_the_parts(text: str, start: int, end: int, hints: _Hints, draft: Draft) -> None:
    """A collector's words before the first document: of the frame."""
    for block in outline(text, start, end, hints.tables, hints.levels):
        draft.frame.append(PassageDraft(block.start, block.end, FrameRole.LEAD))
        draft.stretch(block.start, block.end, Setting())


def _with_contents(tables: Sequence[Table], contents: list[tuple[int, int]]) -> Sequence[Table]:
    """Tables, and tables of contents as such: each is one block, so that its lines number nothing."""
    if not contents:
        return tables
    apart = [one for one in tables if not any(start < one.end and one.start < end for start, end in contents)]
    return sorted([*apart, *(Table(start, end, (), ()) for start, end in contents)], key=itemgetter(0))


def _gather(one: Draft, into: Draft) -> None:
    into.plans += one.plans
    into.reports += one.reports
    into.frame += one.frame
    into.stretches += one.stretches
    into.notes += one.notes


def _read_one(
    text: str, start: int, end: int, hints: _Hints, *, title: str = "", sample: bool = False
) -> tuple[Draft, Frame]:
    """Read one document: its frame, its kind, its body."""
    contents = find_contents(text, start, end)
    blocks = outline(text, start, end, _with_contents(hints.tables, contents), hints.levels)
    frame = read_frame(text, blocks, hints.note_marks, contents)
    inner = text[frame.title[0] : frame.title[1]] if frame.title else ""
    draft = Draft(frame=frame.passages)
    matter = Matter(
        text=text,
        start=start,
        end=end,
        blocks=blocks,
        frame=frame,
        found=hints.found,
        title=f"{title} {inner}".strip(),
        sample=sample,
        year=hints.year,
        tables=hints.tables,
        draft=draft,
    )
    entries = find_entries(matter)
    kind = DocumentKind.ROUND_UP if entries else kind_of(matter)
    draft.kind = kind
    draft.year = year_of(matter, kind)
    draft.organization = body_of(matter, kind, draft.year, hints.organization)
    doubt = doubt_of(matter, draft.organization)
    if doubt is not None:
        draft.notes.append(doubt)
    matter.written, matter.term = written_in(matter, draft.year), term_of(matter, kind, draft.year)
    matter.organization, matter.year = draft.organization, draft.year
    _figures_of_the_title(matter, kind)
    _figures_of_footnotes(matter, kind)
    if not matter.body:
        return draft, frame
    match kind:
        case DocumentKind.ROUND_UP:
            read_round_up(matter, entries)
        case DocumentKind.PLAN:
            read_plan(matter)
        case DocumentKind.OTHER:
            _leave_unread(matter)
        case _:
            read_summary(matter)
    return draft, frame


_OF_SAMPLES = re.compile("篇|范文|模板")  # 总结范文5篇: no figure of the body's


def _figures_of_the_title(matter: Matter, kind: DocumentKind) -> None:
    """A headline may state the figure that its news is about."""
    bounds = matter.frame.title
    if bounds is None or _OF_SAMPLES.search(matter.words(bounds)):
        return
    matter.draft.stretch(*bounds, _setting_of(matter, kind))


def _figures_of_footnotes(matter: Matter, kind: DocumentKind) -> None:
    """What a footnote says is neither an achievement nor a promise; its figures are the document's all the same."""
    footnote = FrameRole.FOOTNOTE
    for one in matter.frame.passages:
        if one.role is footnote:
            start = words_of_footnote(matter.text, one.start, one.end)
            matter.draft.stretch(start, one.end, _setting_of(matter, kind))


def _setting_of(matter: Matter, kind: DocumentKind) -> Setting:
    return matter.setting(Status.TARGET if kind is DocumentKind.PLAN else Status.ACTUAL)


def _leave_unread(matter: Matter) -> None:
    """Place nothing of a text that is not of this field, and say so; its figures are found all the same."""
    setting = matter.setting(Status.ACTUAL)
    for block in matter.body:
        matter.draft.stretch(block.start, block.end, setting)
    words = "no plan, report or study of this field was recognised; the text is left unread"
    matter.draft.notes.append(NoteDraft("unknown-kind", words, matter.body[0].start, matter.body[-1].end))
