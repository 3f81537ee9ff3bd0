"""Data of old format versions, brought up to date by one small function a step (格式升级).

An envelope names the version it was written in. ``STEPS`` has, for each old version, the function that makes the next
version of it; a step may change names, places and values, and sets the new version. Version 1 is the first, so there
is no step yet. Each old version keeps a specimen file among the tests, which must stay readable.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

__all__ = ["CURRENT", "STEPS", "Step", "migrate"]

CURRENT: Final = "1"

Step: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]

STEPS: Mapping[str, Step] = MappingProxyType({})


def migrate(envelope: dict[str, Any]) -> dict[str, Any]:
    """Bring an envelope up to the current version, step by step (升级).

    Args:
        envelope: The data with its version under ``fulian``. It is not changed.

    Returns:
        The envelope of the current version; or as it came, where no step knows its version.

    Example:
        >>> migrate({"fulian": "1", "kind": "Period", "data": "2014"})["fulian"]
        '1'
    """
    seen: set[str] = set()
    while (version := str(envelope.get("fulian"))) in STEPS and version not in seen:
        seen.add(version)
        envelope = STEPS[version](dict(envelope))
    return envelope
