"""Where in a Word file its parts are: what the relationships say, which need not be the usual names."""

from __future__ import annotations

from posixpath import dirname, join, normpath

from fulian.reading.files._archive import Archive
from fulian.reading.files._xml import parse_xml

__all__ = ["WordParts"]

_MAIN = "word/document.xml"


class WordParts:
    """The names of a Word file's parts within its archive.

    Attributes:
        main: The name of the document itself, mostly word/document.xml; Word on the web writes word/document2.xml.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.main = self._related("").get("officeDocument", _MAIN)
        self._names = self._related(self.main)

    def name(self, kind: str) -> str:
        """Give the name of the part of a kind, such as styles: as the document relates it, else the usual one."""
        return self._names.get(kind, f"word/{kind}.xml")

    def _related(self, part: str) -> dict[str, str]:
        """The parts that one is related to, by the last word of the relationship's type; the first of a type counts."""
        folder = dirname(part)
        data = self._archive.get(join(folder, "_rels", f"{part[len(folder) :].lstrip('/')}.rels"))
        if data is None:
            return {}
        found: dict[str, str] = {}
        for one in parse_xml(data, file=self._archive.file, what=self._archive.what):
            target = one.get("Target", "") if isinstance(one.tag, str) else ""
            if target and one.get("TargetMode") != "External":
                name = normpath(join("/", folder, target)).lstrip("/")
                if name in self._archive.names:
                    found.setdefault(one.get("Type", "").rpartition("/")[2], name)
        return found
