"""A way to run the command inside the test, and the sample documents it ships."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pytest

from fulian.cli import main


class Ran(NamedTuple):
    """What a run of the command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a function that runs the command as from a pipe, in an English locale."""
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")

    def run_command(*arguments: object) -> Ran:
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run_command


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    """Give a folder that holds the four sample documents and nothing else."""
    folder = tmp_path / "samples"
    folder.mkdir()
    for resource in files("fulian.cli").joinpath("samples").iterdir():
        (folder / resource.name).write_bytes(resource.read_bytes())
    return folder
