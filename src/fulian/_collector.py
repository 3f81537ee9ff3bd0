"""The cyclic collector rests while many records are read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collector_paused"]


_MANY = 10_000  # objects: those of a text of two hundred kilobytes


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the cyclic collector from looking again and again at records that all stay (暂停回收).

    A reading makes many records and no cycles worth collecting; of a text of megabytes the collector takes a tenth of
    the time. It goes on afterwards if it was on before, whatever happens. What a long text gave is counted among the
    old objects at once, since all of it was just made to stay: else the collector would begin by walking over it.

    Example:
        >>> with collector_paused():
        ...     gc.isenabled()
        False
        >>> gc.isenabled()
        True
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            if gc.get_count()[0] > _MANY and not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()  # what is thawed is old
            gc.enable()
