"""Programs that some tests look through: LibreOffice, Chromium, poppler.

Where one is missing the test that asks for it is skipped; in CI, which installs them, it fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

_LONGEST_SECONDS = 180
_NAMES = {
    "soffice": "LibreOffice",
    "chromium": "Chromium",
    "chromedriver": "Chromium's driver",
    "pdftoppm": "poppler",
    "pdftotext": "poppler",
    "node": "Node.js",
}


def program(name: str) -> str:
    """Give the path of a program; without it the test is skipped, in CI it fails."""
    found = shutil.which(name)
    if found is not None:
        return found
    message = f"the program {name} ({_NAMES.get(name, name)}) is not installed"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


def run_program(name: str, *arguments: str | Path) -> bytes:
    """Run a program to its end and give what it prints; a program that fails fails the test."""
    command = [program(name), *(str(one) for one in arguments)]
    done = subprocess.run(command, capture_output=True, timeout=_LONGEST_SECONDS, check=False)  # noqa: S603 - no shell
    assert done.returncode == 0, f"{name} failed: {done.stderr.decode(errors='replace')[-2000:]}"
    return done.stdout


def office_files(given: list[Path], suffix: str, folder: Path) -> list[Path]:
    """Have LibreOffice write files in another kind into a folder, all in one start, which takes it some seconds."""
    with tempfile.TemporaryDirectory(prefix="office-") as profile:
        run_program(
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation={Path(profile).as_uri()}",
            "--convert-to",
            suffix,
            "--outdir",
            folder,
            *given,
        )
    made = [folder / f"{one.stem}.{suffix.partition(':')[0]}" for one in given]
    assert all(one.is_file() for one in made), f"LibreOffice wrote no {suffix} of {[one.name for one in given]}"
    return made


def printed_page(page: Path, made: Path) -> Path:
    """Have Chromium print a web page as a PDF file."""
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    run_program("chromium", *options, f"--print-to-pdf={made}", page.resolve().as_uri())
    assert made.is_file(), f"Chromium printed no {made.name}"
    return made
