"""Old Word files, WPS, RTF and OpenDocument texts: read through LibreOffice, where it is installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import attrs

from fulian.errors import ReadError
from fulian.model.file_kind import FileKind
from fulian.reading.files import word_file
from fulian.reading.files._office_version import version_of_old_file
from fulian.reading.files.kinds import ENGLISH
from fulian.reading.files.source_text import Remark, SourceText

__all__ = ["read"]

_LONGEST_SECONDS = 180
_COMMANDS = ("soffice", "libreoffice")
# The filter is named, because LibreOffice takes what no filter knows for a text and gives its bytes as words.
_FILTERS = {FileKind.DOC: "MS Word 97", FileKind.RTF: "Rich Text Format", FileKind.ODT: "writer8"}
_BINARY = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f]")
# LibreOffice asks the system for its proxy; one that answers nothing keeps it from following links to the outside.
_NO_NETWORK = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy"), "http://127.0.0.1:9")
_HOW = "a .docx: open the file in Word, WPS or LibreOffice and save it as .docx; or install LibreOffice, which does it"


def read(data: bytes, *, kind: FileKind, file: str | None) -> SourceText:
    """Read a text that LibreOffice can turn into a Word file (读取旧版 Word、WPS、RTF 文档).

    Args:
        data: The file's bytes.
        kind: The kind that was told by its content.
        file: Its name, for the error.

    Returns:
        The text, as of the Word file that LibreOffice makes of it; its paragraphs are counted there.

    Raises:
        ReadError: LibreOffice is not installed, or cannot open the file.

    Example:
        >>> import os, unittest.mock
        >>> with unittest.mock.patch.dict(os.environ, PATH=""):
        ...     read(b"...", kind=FileKind.DOC, file="plan.doc")
        Traceback (most recent call last):
        ...
        fulian.errors.ReadError: plan.doc: expected a .docx: open the file in Word, WPS or LibreOffice and save it ...
    """
    converted = _converted(data, kind, file)
    source = word_file.read(converted, kind=kind, file=file)
    remark = Remark("converted", f"the {kind} file was turned into .docx by LibreOffice")
    version = version_of_old_file(data, kind, file=file)
    return attrs.evolve(source, version=version, remarks=(remark, *source.remarks))


def _converted(data: bytes, kind: FileKind, file: str | None) -> bytes:
    if kind is FileKind.RTF and _BINARY.search(data) and b"\\bin" not in data:
        raise ReadError(file=file, found="one with bytes in it that are no text", expected="an RTF file")
    command = next((found for name in _COMMANDS if (found := shutil.which(name))), None)
    if command is None:
        raise ReadError(file=file, found=ENGLISH[kind], expected=_HOW)
    with tempfile.TemporaryDirectory(prefix="fulian-") as folder:
        given = Path(folder, f"document.{kind}")
        given.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        out = Path(folder, "out")
        arguments = [
            command,
            "--headless",
            "--norestore",
            profile,
            f"--infilter={_FILTERS[kind]}",
            "--convert-to",
            "docx",
            "--outdir",
            str(out),
            str(given),
        ]
        try:
            subprocess.run(  # noqa: S603 - no shell, and no name that the file gave
                arguments, env={**os.environ, **_NO_NETWORK}, capture_output=True, timeout=_LONGEST_SECONDS, check=True
            )
            return (out / "document.docx").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            found = "one that LibreOffice cannot open"
            raise ReadError(file=file, found=found, expected=ENGLISH[kind]) from error
