"""Archives opened with care: no member grows beyond what a document can be."""

from __future__ import annotations

import contextlib
import io
import zipfile
import zlib

from fulian.errors import ReadError

__all__ = ["MOST_BYTES", "Archive"]

MOST_BYTES = 256 << 20
"""What the members of an archive may hold together, in bytes."""

_MOST_MEMBERS = 20_000
_CHUNK = 1 << 20
_UTF_8_NAME = 0x800  # the flag of a member whose name is in UTF-8
_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError)


class Archive:
    """A ZIP archive of which members are read whole, up to a bound for all together."""

    def __init__(self, data: bytes, *, file: str | None, what: str) -> None:
        self.file, self.what = file, what
        self._left = MOST_BYTES
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            raise self._damaged() from error
        members = self._zip.infolist()
        if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > MOST_BYTES:
            raise self._too_large()
        self.names = [member.filename for member in members if _is_file(member)]

    def members(self) -> list[tuple[str, str]]:
        """Name each member, as it is read and as its maker wrote it: old archivers write Chinese names in GBK."""
        found = []
        for member in self._zip.infolist():
            name = shown = member.filename
            if not member.flag_bits & _UTF_8_NAME:
                with contextlib.suppress(UnicodeError):
                    shown = name.encode("cp437").decode("gb18030")
            if _is_file(member):
                found.append((name, shown))
        return found

    def read(self, name: str) -> bytes:
        """Read a member; what its header says of its size is not believed."""
        pieces = []
        try:
            with self._zip.open(name) as member:
                while piece := member.read(_CHUNK):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise self._too_large()
                    pieces.append(piece)
        except ReadError:
            raise
        except KeyError as error:
            raise ReadError(file=self.file, found=f"none: it has no {name}", expected=self.what) from error
        except _FAULTS as error:
            raise self._damaged() from error
        return b"".join(pieces)

    def get(self, name: str) -> bytes | None:
        """Read a member, or give None where there is none of the name."""
        return self.read(name) if name in self.names else None

    def _damaged(self) -> ReadError:
        return ReadError(
            file=self.file, found="one that is damaged, cut short or locked with a password", expected=self.what
        )

    def _too_large(self) -> ReadError:
        found = f"an archive that unpacks to more than {MOST_BYTES >> 20} MB or {_MOST_MEMBERS:,} members"
        return ReadError(file=self.file, found=found, expected=self.what)


def _is_file(member: zipfile.ZipInfo) -> bool:
    """Whether a member is no folder; one without a name, which zipfile cannot judge, is none that anybody asks for."""
    return bool(member.filename) and not member.is_dir()
