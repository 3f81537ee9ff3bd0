"""The id of a document: the same for the same text on any machine."""

from __future__ import annotations

import hashlib

__all__ = ["id_of"]


def id_of(text: str) -> str:
    """Give the first sixteen hexadecimal digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()[:16]
