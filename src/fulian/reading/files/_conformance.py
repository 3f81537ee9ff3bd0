"""The two conformance classes of Office files: strict ones have other names for everything."""

from __future__ import annotations

import io
import re
import zipfile

from fulian.reading.files._archive import Archive

__all__ = ["STRICT_VERSION", "as_transitional", "version_of"]

STRICT_VERSION = "OOXML strict"

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"


def version_of(part: bytes) -> str:
    """Tell which class a file is of by its main part, as ISO/IEC 29500 names them."""
    return STRICT_VERSION if _STRICT.search(part) else "OOXML transitional"


def as_transitional(archive: Archive) -> bytes:
    """Give a strict file with the names of a transitional one, which is what other programs write and read."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name in archive.names:
            data = archive.read(name)
            file.writestr(name, _STRICT.sub(_TRANSITIONAL, data) if name.endswith((".xml", ".rels")) else data)
    return made.getvalue()
