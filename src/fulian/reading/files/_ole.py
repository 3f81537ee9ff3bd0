"""Old Office files: a container of streams, from which one is taken."""

from __future__ import annotations

import io

from fulian.reading.files._extras import needed

__all__ = ["stream_of"]


def stream_of(data: bytes, *names: str, file: str | None, what: str) -> bytes | None:
    """Give the first stream of a name that the container holds; None where it holds none, or is damaged.

    The container is read by olefile, which bounds each stream by the size of the file; chains of sectors that lead back
    into themselves would keep xlrd's own reader for ever.
    """
    olefile = needed("olefile", file=file, what=what)
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            name = next((name for name in names if container.exists(name)), None)
            found: bytes | None = container.openstream(name).read() if name else None
    except Exception:  # noqa: BLE001 - olefile raises whatever a damaged sector makes it stumble over
        return None
    return found
