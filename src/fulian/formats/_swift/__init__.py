"""The quick way for good records: JSON, and the plain data of other formats, that msgspec reads and writes.

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
    # What is raised, here or by msgspec, where something is not as it should be.
    _NOT_GOOD: Final = (Aside, AttributeError, LookupError, OverflowError, RecursionError, TypeError, ValueError)

__all__ = ["INSTALLED", "MISSED", "dumps", "loads", "plain", "structured"]

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
    except _NOT_GOOD:
        return None


def plain(record: Any) -> Any:
    """Give the envelope of a good record, or of a list of such, as plain data; None where the slow way has to."""
    written = dumps(record)
    return None if written is None else msgspec.json.decode(written)


def loads(data: str | bytes) -> Any:
    """Read the envelope of good data from JSON; MISSED where the slow way has to look."""
    if not INSTALLED:
        return MISSED
    try:
        record, keys = _record_and_keys(twins.decoder().decode(data))
    except _NOT_GOOD:
        return MISSED
    return record if _each_key_once(data, keys) else MISSED


def structured(data: Any) -> Any:
    """Read the envelope of good plain data; MISSED where the slow way has to look."""
    if not INSTALLED:
        return MISSED
    try:
        envelope = msgspec.convert(data, twins.envelopes()[data["kind"]])
        _encode(envelope)  # fails at halves of surrogate pairs
        record, _ = _record_and_keys(envelope)
    except _NOT_GOOD:
        return MISSED
    return record


def _record_and_keys(envelope: Any) -> tuple[Any, int]:
    """Give the record of what msgspec read, and how many keys there were at least."""
    if envelope.fulian != migrations.CURRENT or migrations.CURRENT in migrations.STEPS:
        raise Aside
    keys = [3]
    content = envelope.data
    if type(content) is not list:
        return reading.reader_of(envelope)(content, keys), keys[0]
    keys[0] += 2 * len(content)
    return tuple([reading.reader_of(one)(one.data, keys) for one in content]), keys[0]


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
