"""The command ``fulian`` (命令行): read documents, look at them, ask why a figure was read as it was.

The commands themselves need the extra ``cli``; this module does not, so that it can say so.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec

__all__ = ["main"]

_NEEDED = ("click", "rich")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command (命令入口).

    Args:
        arguments: What follows ``fulian`` on the command line; that of this process where None.

    Returns:
        The exit status: 0 where all went well, 1 where something could not be read or written, 2 where the command was
        not understood, 130 where it was interrupted.

    Example:
        >>> main(["convert", "readings.json"])
        2
    """
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        print(  # noqa: T201 - there is no rich to print with
            f"fulian: the command needs {' and '.join(missing)}; install it with: pip install 'fulian[cli]'",
            file=sys.stderr,
        )
        return 2
    from fulian.cli._app import run  # noqa: PLC0415 - needs the extra, which may be missing

    return run(sys.argv[1:] if arguments is None else arguments)
