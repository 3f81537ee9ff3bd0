"""Whatever the code page of the terminal, the command says what it can and fails at nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CODE_PAGES = ("cp936", "cp1252", "cp437", "ascii", "utf-8")


def fulian(folder: Path, encoding: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a folder, its streams in an encoding."""
    env = {**os.environ, "PYTHONIOENCODING": encoding, "LANG": "C.UTF-8"}
    command = [sys.executable, "-m", "fulian", *arguments]
    return subprocess.run(command, capture_output=True, check=False, cwd=folder, env=env)  # noqa: S603 - our own command


@pytest.mark.parametrize("encoding", CODE_PAGES)
def test_help_errors_and_pages_come_in_any_code_page(samples: Path, encoding: str) -> None:
    """Help holds Chinese words, errors name Chinese files, pages are Chinese: ? stands for what cannot be said."""
    told = fulian(samples, encoding, "--help")
    assert (told.returncode, told.stderr) == (0, b"")
    assert b"Examples:" in told.stdout
    missing = fulian(samples, encoding, "show", "没有.txt")
    assert missing.returncode == 1
    assert b".txt: " in missing.stderr
    assert b"Traceback" not in missing.stderr
    explained = fulian(samples, encoding, "explain", "plan.txt", "--figure", "1")
    assert explained.returncode == 0
    assert ("宣讲" in explained.stdout.decode(encoding)) is (encoding in ("cp936", "utf-8"))


def test_data_is_utf8_in_any_code_page(samples: Path) -> None:
    """What goes into a pipe as data does not depend on the terminal."""
    assert fulian(samples, "cp1252", "read", "plan.txt").stdout == fulian(samples, "utf-8", "read", "plan.txt").stdout
