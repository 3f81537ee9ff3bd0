"""A way to run the command inside the test, and the sample documents it ships."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
import tempfile
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


def at_terminal(stream: str, *arguments: str, folder: Path, **variables: str) -> tuple[bytes, bytes]:
    """Run the command with one stream on a terminal; give what was shown there, and what the other stream got."""
    import pty

    leader, follower = pty.openpty()
    code = f"import sys; from fulian.cli import main; sys.exit(main({list(arguments)!r}))"
    env = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "NO_COLOR")} | variables
    with tempfile.TemporaryFile() as other:
        streams = {"stdout": other, "stderr": other, stream: follower}
        process = subprocess.Popen([sys.executable, "-c", code], cwd=folder, env=env, **streams)  # type: ignore[call-overload] # noqa: S603 - our own command
        os.close(follower)
        shown = b""
        with contextlib.suppress(OSError):  # Linux says so when the other end is closed
            while piece := os.read(leader, 65536):
                shown += piece
        os.close(leader)
        assert process.wait() == 0
        other.seek(0)
        return shown, other.read()


@pytest.fixture
def piped(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a function that runs the command with bytes on its standard input; they come first."""

    def run_on(data: object, *arguments: object) -> Ran:
        assert isinstance(data, bytes)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return run(*arguments)

    return run_on


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    """Give a folder that holds the four sample documents and nothing else."""
    folder = tmp_path / "samples"
    folder.mkdir()
    for resource in files("fulian.cli").joinpath("samples").iterdir():
        (folder / resource.name).write_bytes(resource.read_bytes())
    return folder
