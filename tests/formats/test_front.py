"""Files are written whole or not at all, and the format follows from the suffix."""

from __future__ import annotations

import gc
import importlib
import os
import stat
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

import fulian
from fulian import formats

YEAR = fulian.Period.year(2014)


def test_a_failed_dump_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a record cannot be written or the disk fails, the old file stays and nothing is left beside it."""
    file = tmp_path / "year.json"
    formats.dump(YEAR, file)
    before = file.read_bytes()
    with pytest.raises(fulian.DataError):
        formats.dump(fulian.Note(code="a", text="\ud83d"), file)
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError, match="No space left"):
        formats.dump(fulian.Period.year(2015), file)
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_keeps_its_permissions_and_a_link_its_target(tmp_path: Path) -> None:
    """Writing again keeps the mode of the old file, and writes where a link points."""
    file, link = tmp_path / "year.json", tmp_path / "link.json"
    formats.dump(YEAR, file)
    file.chmod(0o640)
    link.symlink_to(file)
    formats.dump(fulian.Period.year(2015), link)
    assert link.is_symlink()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert formats.load(file) == fulian.Period.year(2015)


@pytest.mark.parametrize("name", formats.formats())
@pytest.mark.parametrize(
    "record",
    [YEAR, [YEAR, YEAR], [], fulian.Note(code="a", text="时间：9时"), formats.WithUnknown(record=YEAR, unknown=())],
    ids=repr,
)
def test_bytes_are_those_of_the_text(name: str, record: Any) -> None:
    """Whatever the format, there are bytes, which are the text's where it is text, and are read."""
    written, text = formats.dumpb(record, name), formats.dumps(record, name)
    assert written == (text.encode() if isinstance(text, str) else text)
    assert formats.loads(written, name) == formats.loads(text, name)
    if name == "json":
        assert formats.dumpb(record, indent=2) == formats.dumps(record, indent=2).encode()


def test_a_file_ends_with_one_line_break(tmp_path: Path) -> None:
    """Text files end as text files do."""
    formats.dump(YEAR, tmp_path / "year.json")
    assert (tmp_path / "year.json").read_bytes().endswith(b"}\n")


def test_a_suffix_without_a_format_is_told(tmp_path: Path) -> None:
    """Both ways the suffixes that there are, are named."""
    with pytest.raises(fulian.DataError, match=r"path: expected a file name with one of the suffixes \.json"):
        formats.dump(YEAR, tmp_path / "year.docx")
    with pytest.raises(fulian.ReadError, match=r"year\.docx: expected a file with one of the suffixes \.json"):
        formats.load(tmp_path / "year.docx")
    formats.dump(YEAR, tmp_path / "year.docx", format="json")
    assert formats.load(tmp_path / "year.docx", format="json") == YEAR


def test_an_unknown_format_is_told() -> None:
    """A format that is none is refused with those that are."""
    with pytest.raises(fulian.DataError, match="format: expected one of json"):
        formats.dumps(YEAR, "xml")


@pytest.mark.parametrize(("name", "package"), [("yaml", "ruamel.yaml"), ("msgpack", "msgpack")])
def test_a_missing_package_is_told_with_its_extra(name: str, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a format's package is not installed, the error names the extra."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(fulian.ReadError, match=rf"pip install 'fulian\[{name}\]'") as caught:
        formats.loads(b"", name)
    assert caught.value.extra == name


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """What cannot be read is told in fulian's own error, which is an OSError too."""
    (tmp_path / "a.json").mkdir()
    with pytest.raises(fulian.ReadError):
        formats.load(tmp_path / "a.json")


@attrs.frozen(kw_only=True)
class RatedTask(fulian.KeyTask):
    """A task with a field more (评分任务)."""

    rating: int = attrs.field(validator=attrs.validators.in_(range(1, 6)))


@pytest.fixture
def rated_task() -> Any:
    """Make the class known once."""
    return formats.register(RatedTask)


def test_a_subclass_keeps_its_fields(rated_task: type) -> None:
    """A record of a registered subclass comes back whole, also inside a field typed as its base."""
    source = fulian.Source(document_id="d1", span=fulian.Span(start=0, end=2), quote="办会")
    task = rated_task(title="办会", text="办会", source=source, rating=5)
    plan = fulian.AnnualPlan(key_tasks=(task,))
    for record in (task, plan):
        assert formats.loads(formats.dumps(record)) == record
    text = formats.dumps(plan).replace('"rating":5', '"rating":9')
    with pytest.raises(fulian.DataError) as caught:
        formats.loads(text)
    assert str(caught.value) == "data.key_tasks[0].rating: expected one of 1, 2, 3, 4, 5, found 9"


def test_a_subclass_that_is_not_registered_is_refused() -> None:
    """A field that data does not know is never dropped silently."""

    @attrs.frozen(kw_only=True)
    class Secret(fulian.Organization):
        mood: str

    parent = Secret(name="a", kind=fulian.OrganizationKind.OTHER, mood="good")
    child = fulian.Organization(name="b", kind=fulian.OrganizationKind.OTHER, parent=parent)
    with pytest.raises(
        fulian.DataError, match=r"data\.parent: expected Organization itself or a registered subclass, found a Secret"
    ):
        formats.dumps(child)


def test_what_cannot_be_registered() -> None:
    """A class must be an attrs class, of types that data can hold, under a free name."""

    @attrs.frozen
    class Floating:
        weight: float

    @attrs.frozen
    class Span:
        start: int

    with pytest.raises(TypeError, match="attrs class"):
        formats.register(int)
    with pytest.raises(TypeError, match=r"Floating\.weight: data can hold str, int, .* not <class 'float'>"):
        formats.register(Floating)
    with pytest.raises(ValueError, match="'Span' is taken"):
        formats.register(Span)
    with pytest.raises(ValueError, match="'Collection' is taken"):
        formats.register(Span, kind="Collection")


def test_the_collector_rests_while_much_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Over a long text the cyclic collector is off, over a short one it is not, and afterwards it is as it was."""
    module = importlib.import_module("fulian.formats.json")
    monkeypatch.setattr(module, "loads", lambda *_, **__: gc.isenabled())
    assert formats.loads(" " * 200_000) is False
    assert formats.loads(" ") is True
    assert gc.isenabled()
