"""The quick way for good records: JSON that msgspec reads and writes.

The strict reader follows a description of the fields and gathers faults; that costs. Here each class of fulian's own
has structs for msgspec, and functions between them and the records, all made once from the same description, in the way
that attrs makes its methods. They know only data without a fault: whatever is not as it should be is left to the slow
way, which tells what is wrong, or takes it after all. So both ways accept the same data and give the same records and
the same text; tests hold that. Where msgspec is not installed, everything goes the slow way.

    data -> msgspec -> structs (twins) -> functions (reading) -> records
    records -> functions (writing) -> structs (twins) -> msgspec -> data
"""

from __future__ import annotations

from typing import Any, Final

from fulian.formats import migrations
from fulian.formats._kinds import COLLECTION

try:
    import msgspec
except ImportError:  # Pythons that it is not made for
    INSTALLED = False
else:
    INSTALLED = True
    from fulian.formats._swift import reading, twins, writing
    from fulian.formats._swift.source import Aside

    _encode = msgspec.json.Encoder().encode

__all__ = ["INSTALLED", "MISSED", "dumps", "loads"]

MISSED: Final = object()


def dumps(record: Any) -> bytes | None:
    """Write the envelope of a good record, or of a list of such; None where the slow way has to."""
    if not INSTALLED:
        return None
    try:
        if isinstance(record, (list, tuple)):
            kind = COLLECTION
            data: Any = [twins.item(one.__class__.__name__, writing.struct_of(one)) for one in record]
        else:
            kind, data = record.__class__.__name__, writing.struct_of(record)
        return _encode(twins.envelope(migrations.CURRENT, kind, data))
    except (Aside, AttributeError, OverflowError, RecursionError, TypeError, ValueError):
        return None


def loads(data: str | bytes) -> Any:
    """Read the envelope of good data; MISSED where the slow way has to look."""
    if not INSTALLED:
        return MISSED
    try:
        envelope = twins.decoder().decode(data)
        if envelope.fulian != migrations.CURRENT or migrations.CURRENT in migrations.STEPS:
            return MISSED
        keys = [3]
        content = envelope.data
        record: Any
        if type(content) is list:
            keys[0] += 2 * len(content)
            record = tuple([reading.reader_of(one)(one.data, keys) for one in content])
        else:
            record = reading.reader_of(envelope)(content, keys)
    except (Aside, RecursionError, TypeError, ValueError):
        return MISSED
    return record if _each_key_once(data, keys[0]) else MISSED


def _each_key_once(data: str | bytes, keys: int) -> bool:
    """Tell whether no object had a key twice, which msgspec does not tell.

    Each key that was printed has its colon. Where there are as many colons as keys were surely read, none was printed
    twice. Else texts have colons too, or defaults are printed; then what msgspec reads is written again with the same
    keys and texts, and has as many colons, unless one was hidden in an escape.
    """
    text: Any = data
    colon, escape = (":", "\\u003") if isinstance(data, str) else (b":", b"\\u003")
    colons: int = text.count(colon)
    return colons == keys or (
        escape not in text and colons == _encode(twins.decoder(bare=True).decode(data)).count(b":")
    )
