"""The quick way and the slow way through JSON accept the same data and give the same records and text."""

from __future__ import annotations

import copy
import gc
import json
import pickle
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fulian
from fulian import formats, strategies
from fulian.formats import _shapes, _swift
from fulian.formats._envelope import unwrap, wrap
from fulian.formats._json_text import compact, parse
from fulian.formats._rules import schema_of_rule
from fulian.formats._swift import rules
from fulian.formats._swift.rules import rule_in_line
from fulian.formats._swift.source import Names
from fulian.strategies._registration import STRATEGIES
from fulian.values.validation import LARGEST_WHOLE


class Odd(Decimal):
    """A number that msgspec does not take for one."""


class Looping:
    """A class whose rule is more than a condition."""

    low = high = 0

    def __attrs_post_init__(self) -> None:
        for end in (self.low, self.high):
            if end < 0:
                raise ValueError(end)


KINDS: list[type] = sorted(STRATEGIES, key=lambda cls: cls.__name__)


def drawn(cls: type) -> st.SearchStrategy[Any]:
    """Draw instances of a class, half of them nasty."""
    make = STRATEGIES[cls]
    try:
        return st.one_of(make(), make(nasty=True))
    except TypeError:
        return make()


def slow(text: str | bytes) -> Any:
    """Read by the slow way alone; MISSED where it refuses."""
    try:
        return unwrap(parse(text))
    except fulian.DataError:
        return _swift.MISSED


def quick(text: str | bytes) -> Any:
    """Read by the quick way, which takes whatever was written."""
    read = _swift.loads(text)
    assert read is not _swift.MISSED
    return read


def objects(data: Any) -> Iterator[dict[str, Any]]:
    """Walk through all objects of plain data."""
    if isinstance(data, dict):
        yield data
        for value in data.values():
            yield from objects(value)
    elif isinstance(data, list):
        for item in data:
            yield from objects(item)


def records_in(value: Any) -> Iterator[Any]:
    """Walk through a record and all records in it."""
    if isinstance(value, tuple):
        for item in value:
            yield from records_in(item)
    elif attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            yield from records_in(getattr(value, field.name))


@pytest.mark.parametrize("cls", KINDS, ids=lambda cls: cls.__name__)
def test_both_ways_agree(cls: type, exactly: Callable[[Any], Any]) -> None:
    """Both ways write the same bytes, and read the same records, which are those that were written."""

    @given(drawn(cls))
    def holds(record: Any) -> None:
        text = compact(wrap(record))
        assert _swift.dumps(record) == text.encode()
        for data in (text, text.encode()):
            read = quick(data)
            assert exactly(read) == exactly(slow(text)) == exactly(record)
            assert type(read) is cls
            assert hash(read) == hash(record)
            assert repr(read) == repr(record)
        plain = wrap(record)
        assert repr(_swift.plain(record)) == repr(plain)  # the order of keys too
        assert exactly(_swift.structured(plain)) == exactly(record)

    holds()


@pytest.mark.parametrize("cls", KINDS, ids=lambda cls: cls.__name__)
def test_what_is_read_is_a_record_like_any(cls: type) -> None:
    """What the quick way makes without constructors passes every validator, and is frozen."""

    @given(drawn(cls))
    def holds(record: Any) -> None:
        for one in records_in(quick(compact(wrap(record)))):
            fields = attrs.fields(type(one))
            attrs.validate(one)
            assert type(one)(**{field.alias: getattr(one, field.name) for field in fields}) == one
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(one, fields[0].name, None)

    holds()


@given(st.lists(st.one_of(*map(drawn, KINDS)), max_size=3))
def test_collections_agree(records: list[Any]) -> None:
    """Collections of any kinds go the quick way too, with the same bytes and records."""
    text = compact(wrap(records))
    assert _swift.dumps(records) == text.encode()
    assert quick(text) == slow(text) == tuple(records)


@given(strategies.readings(), st.sampled_from((None, 2)), st.booleans())
def test_data_of_other_programs_goes_the_quick_way(
    reading: fulian.Reading,
    indent: int | None,
    ascii_only: bool,  # noqa: FBT001 - drawn
) -> None:
    """Spaces, escapes, another order of keys and defaults that are written out do not send good data the slow way."""
    plain = json.loads(formats.dumps(reading))
    for figure in plain["data"].get("observations", ()):
        figure.setdefault("certainty", None)
        figure.setdefault("trail", [])
        figure["quantity"].setdefault("qualifier", "exact")
    text = json.dumps(dict(reversed(plain.items())), indent=indent, ensure_ascii=ascii_only, sort_keys=indent is None)
    assert _swift.loads(text) == reading


ODD: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 0, 1, 2.0, -1, 2**63, 2**70, 1e300, "", " ", "\u3000", "NaN", "1_0", " 1", "+1", "1.", ".5", "1E+5", "１",
     "1e9999999", "-0", "1" * 1001, [], {}, [None], "actual", "2014", "2014-02-30", "20140220", "430100\n", "A\n"]
)  # fmt: skip


@pytest.mark.parametrize("cls", KINDS, ids=lambda cls: cls.__name__)
def test_spoiled_data_gets_the_same_verdict(cls: type, exactly: Callable[[Any], Any]) -> None:
    """Whatever the slow way refuses, the quick way does not take; what the quick way takes, the slow way takes alike."""

    @given(drawn(cls), st.data())
    def holds(record: Any, data: st.DataObject) -> None:
        plain = json.loads(compact(wrap(record)))
        target = data.draw(st.sampled_from(list(objects(plain))))
        key = data.draw(st.sampled_from([*target, "strange"]))
        if data.draw(st.booleans()):
            target[key] = data.draw(ODD)
        else:
            target.pop(key, None)
        text = json.dumps(plain, ensure_ascii=data.draw(st.booleans()))
        read = _swift.loads(text)
        assert read is _swift.MISSED or exactly(read) == exactly(slow(text))

    holds()


NO_JSON: st.SearchStrategy[Any] = st.sampled_from(
    [
        b"",
        b"YQ==",
        float("nan"),
        1e300,
        Decimal(1),
        "\ud83d",
        "a\udc00",
        {1: 2},
        {None: 1},
        {"": "\ud83d"},
    ]
)


@pytest.mark.parametrize("cls", KINDS, ids=lambda cls: cls.__name__)
def test_spoiled_plain_data_gets_the_same_verdict(cls: type, exactly: Callable[[Any], Any]) -> None:
    """So it is with the plain data that parsers of other formats give, which may hold what no JSON holds."""

    @given(drawn(cls), st.data())
    def holds(record: Any, data: st.DataObject) -> None:
        plain = json.loads(compact(wrap(record)))
        target = data.draw(st.sampled_from(list(objects(plain))))
        key = data.draw(st.sampled_from([*target, "strange", 1]))
        target[key] = data.draw(ODD | NO_JSON)
        read = _swift.structured(plain)
        if read is not _swift.MISSED:
            assert exactly(read) == exactly(unwrap(plain))

    holds()


@pytest.mark.parametrize("plain", [None, [], "Span", {}, {"kind": []}, {"kind": "Spam", "data": {}, "fulian": "1"}])
def test_the_slow_way_looks_at_what_is_no_envelope(plain: Any) -> None:
    """Plain data of any other form is not taken."""
    assert _swift.structured(plain) is _swift.MISSED


@pytest.mark.parametrize("cls", KINDS, ids=lambda cls: cls.__name__)
def test_a_key_that_stands_twice_is_never_missed(cls: type) -> None:
    """Wherever a key is written a second time, and with the same value, the quick way does not take the data."""

    @given(drawn(cls), st.data())
    def holds(record: Any, data: st.DataObject) -> None:
        text = compact(wrap(record))
        # A text that ends in a brace, or has quotes in it, is no object.
        places = [match.start(1) for match in re.finditer(r'"(?:[^"\\]|\\.)*"|(\{)(?=")', text) if match[1]]
        place = data.draw(st.sampled_from(places))
        _, end = json.JSONDecoder().raw_decode(text, place + 1)  # the key
        _, end = json.JSONDecoder().raw_decode(text, end + 1)  # its value
        doubled = f"{text[:end]},{text[place + 1 :]}"
        assert slow(doubled) is _swift.MISSED
        assert _swift.loads(doubled) is _swift.MISSED

    holds()


@pytest.mark.parametrize(
    "text",
    [
        '{"fulian": "1", "kind": "Span", "data": {"start": 1, "end": 3, "start": 2}}',
        '{"fulian": "1", "kind": "Span", "data": {"start" :1, "start":1, "end": 3}}',
        '{"fulian": "1", "kind": "Span", "kind": "Span", "data": {"start": 1, "end": 3}}',
        '{"fulian": "1", "kind": "Note", "data": {"code": "a:b", "text": "c", "text": "c"}}',
        '{"fulian": "1", "kind": "Note", "data": {"code": "a\\u003ab", "text": "c", "text": "c"}}',
        '{"fulian": "1", "kind": "Note", "data": {"code": "a\\u003Ab", "text": "c", "source": null, "source": null}}',
        '{"fulian": "1", "kind": "Note", "data": {"code": "\\ud83d", "text": "b"}}',
        '{"fulian": "1", "kind": "Note", "data": {"code": "a", "text": "b", "source": null, "x": 1}}',
        '{"fulian": "2", "kind": "Span", "data": {"start": 1, "end": 3}}',
        '{"fulian": "1", "kind": "Collection", "data": null}',
        '{"fulian": "1", "kind": "Collection", "data": [{"kind": "Span"}]}',
        '{"fulian": "1", "kind": "Span", "data": {"start": 1, "end": 36893488147419103232}}',
        '{"fulian": "1", "kind": "Span", "data": {"start": 1, "end": 9223372036854775808}}',
        "[" * 100_000,
        "\ud83d",
    ],
)
def test_the_slow_way_looks_at_what_is_odd(text: str) -> None:
    """Keys that stand twice, halves of surrogate pairs, unknown keys and other versions are not taken."""
    assert _swift.loads(text) is _swift.MISSED


def test_colons_in_texts_do_no_harm() -> None:
    """A text with colons and quotes in it is read the quick way all the same."""
    for words in ("时间：9:30", 'a": "b', "x :y", ":::"):
        note = fulian.Note(code="a", text=words)
        assert quick(fulian.dumps(note)) == quick(fulian.dumps(note, indent=2)) == note


@pytest.mark.parametrize(
    "record",
    [
        fulian.Note(code="a", text="\ud83d"),
        fulian.Quantity(value=Odd("1.5"), unit="个"),
        "no record",
    ],
)
def test_what_cannot_be_written_is_left_to_the_slow_way(record: Any) -> None:
    """Halves of surrogate pairs, numbers of a class of one's own, and what is no record."""
    assert _swift.dumps(record) is None


@pytest.mark.parametrize("cls", [cls for cls in KINDS if attrs.has(cls)])
def test_numbers_are_bounded_by_the_classes(cls: type) -> None:
    """The quick way asks no number for its size, because no record of fulian's own holds one that cannot be written."""
    for field in _shapes.record_shape(cls).fields:
        shape = field.shape.shape if isinstance(field.shape, _shapes.Maybe) else field.shape
        if isinstance(shape, _shapes.Whole):
            assert schema_of_rule(field.attribute.validator)["maximum"] <= LARGEST_WHOLE
        if isinstance(shape, _shapes.Number):
            assert "six digits of exponent" in repr(field.attribute.validator)


def numbers_of(cls: type) -> list[str]:
    """Name the fields of a class that hold a number."""
    shape = _shapes.top_shape(cls)
    fields = shape.fields if isinstance(shape, _shapes.RecordShape) else ()
    inner = {
        field.name: field.shape.shape if isinstance(field.shape, _shapes.Maybe) else field.shape for field in fields
    }
    return [name for name, shape in inner.items() if isinstance(shape, _shapes.Number)]


@pytest.mark.parametrize(("cls", "name"), [(cls, name) for cls in KINDS for name in numbers_of(cls)])
@pytest.mark.parametrize("number", ["NaN", "-NaN", "sNaN", "Infinity", "-Infinity"])
def test_every_number_is_finite_by_its_class(cls: type, name: str, number: str) -> None:
    """No class takes a number that is not finite, so that none has to be looked for when a record is written."""

    @settings(max_examples=5)
    @given(drawn(cls))
    def holds(record: Any) -> None:
        with pytest.raises((ValueError, ArithmeticError)):
            attrs.evolve(record, **{name: Decimal(number)})

    holds()


@pytest.fixture
def derived() -> Iterator[dict[type, type]]:
    """A subclass of each class, as a program may have them, for as long as a test takes."""
    made: dict[type, type] = {cls: type(f"Own{cls.__name__}", (cls,), {"__slots__": ()}) for cls in KINDS}
    yield made
    made.clear()
    gc.collect()


@pytest.mark.parametrize("cls", KINDS, ids=lambda cls: cls.__name__)
def test_both_ways_write_alike_where_there_are_subclasses(cls: type, derived: dict[type, type]) -> None:
    """A program's own subclasses change nothing of how other records are written."""
    assert derived[cls] in cls.__subclasses__()

    @settings(max_examples=20)
    @given(drawn(cls))
    def holds(record: Any) -> None:
        assert _swift.dumps(record) == compact(wrap(record)).encode()

    holds()


def test_a_subclass_goes_the_slow_way(derived: dict[type, type]) -> None:
    """A record of a program's own class is written by what knows its fields, wherever it stands."""
    span = fulian.Span(start=0, end=2)
    own: Any = derived[fulian.Span](start=0, end=2)
    source = fulian.Source(document_id="d1", span=own, quote="3场")
    note = fulian.Note(code="a", text="b", source=source)
    reading = fulian.Reading(document=fulian.Document(id="d1", text="3场"), notes=(note,))
    for record in (own, source, note, reading, [span, note]):
        assert _swift.dumps(record) is None
    assert _swift.dumps([span, attrs.evolve(note, source=attrs.evolve(source, span=span))]) is not None


def test_equal_words_are_one_object() -> None:
    """What a report says again and again is held once."""
    source = '{"document_id":"d1","span":{"start":0,"end":2},"quote":"3场"}'
    figure = f'{{"label":"培训","quantity":{{"value":"3","unit":"场"}},"status":"actual","source":{source}}}'
    item = f'{{"kind":"Observation","data":{figure}}}'
    one, other = fulian.loads(f'{{"fulian":"1","kind":"Collection","data":[{item},{item}]}}')
    assert one.source.document_id is other.source.document_id
    assert one.quantity.value is other.quantity.value
    assert one.label is other.label
    assert one.quantity.unit is other.quantity.unit


@pytest.mark.parametrize("number", ["0", "-1", "1.50", "1E+5", "1E-999999", "0E-999999", "-12345678.9", "9" * 1000])
@pytest.mark.parametrize("end", [2**30, 2**53 - 1])
def test_numbers_at_the_bounds_go_the_quick_way(number: str, end: int) -> None:
    """The longest numbers that can be written, and the greatest."""
    quantity = fulian.Quantity(value=Decimal(number), unit="个")
    for record in (quantity, fulian.Span(start=end - 1, end=end)):
        written = _swift.dumps(record)
        assert written is not None
        assert written.decode() == compact(wrap(record))
        assert quick(written) == record


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])  # noqa: S301 - its own
def test_copies_go_the_quick_way(again: Callable[[Any], Any]) -> None:
    """A copied record is written as quickly as the record: its periods know how they print."""
    plan = fulian.KeyTask(
        title="培训",
        text="培训妇女",
        due=fulian.Period.quarter(2014, 3),
        source=fulian.Source(document_id="d1", span=fulian.Span(start=0, end=2), quote="培训"),
    )
    assert _swift.dumps(again(plan)) == _swift.dumps(plan) == compact(wrap(plan)).encode()


def test_it_works_without_msgspec() -> None:
    """Where msgspec is not installed, the same text comes and the same record, the slow way."""
    program = (
        "import sys; sys.modules['msgspec'] = None\n"
        "import fulian\nfrom fulian.formats import _swift\n"
        "note = fulian.Note(code='时间', text='9:30')\n"
        "assert not _swift.INSTALLED and _swift.dumps(note) is None and _swift.plain(note) is None\n"
        "text = fulian.dumps(note)\n"
        'assert text == \'{"fulian":"1","kind":"Note","data":{"code":"时间","text":"9:30"}}\'\n'
        "assert _swift.loads(text) is _swift.MISSED and fulian.loads(text) == note\n"
        "assert _swift.structured({}) is _swift.MISSED and fulian.loads(fulian.dumps(note, 'csv'), 'csv') == (note,)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603


def test_threads_make_the_functions_together() -> None:
    """Threads that read and write at once, in a process that has not yet, get what one gets alone."""
    program = (
        "import fulian, sys\nfrom concurrent.futures import ThreadPoolExecutor\nfrom fulian.formats import _swift\n"
        "sys.setswitchinterval(1e-6)\n"
        "texts = ['2023年，浏阳市妇联举办招聘会20场，帮助1200名妇女就业。'] * 8\n"
        "readings = [fulian.read_text(text) for text in texts]\n"
        "with ThreadPoolExecutor(8) as pool:\n"
        "    written = list(pool.map(_swift.dumps, readings))\n"
        "    read = list(pool.map(_swift.loads, written))\n"
        "assert len(set(written)) == 1 and read == readings"
    )
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603


def test_a_rule_that_cannot_be_in_line_is_called() -> None:
    """Only conditions on fields are copied in line; a loop, or a class whose source is not at hand, is left as it is."""
    space: dict[str, Any] = {}
    exec("class Bare:\n    def __attrs_post_init__(self):\n        raise ValueError\n", space)  # noqa: S102 - its own
    names = Names("try", lambda _: None)
    fields = {"start": "v1", "end": "v2", "low": "v3", "high": "v4"}
    assert rule_in_line(fulian.Span, fields, names) == ["if v2 <= v1:", "    raise Aside"]
    assert rule_in_line(Looping, fields, names) is None
    assert rule_in_line(space["Bare"], fields, names) is None


@pytest.mark.parametrize(
    "other",
    [
        "    low: int\n",
        "    def __attrs_post_init__(self):\n        if self.end < self.start:\n            raise ValueError\n",
        "    def __attrs_post_init__(self):\n        if self.end <= self.begin:\n            raise ValueError\n",
        "    def other(self):\n        return 1\n\n    def more(self):\n        return 2\n",
    ],
)
def test_a_rule_whose_file_has_changed_is_called(other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package may be replaced under a program that runs: its file no longer tells what was loaded."""
    monkeypatch.setattr(rules, "_source", lambda _: textwrap.dedent(other))
    assert rule_in_line(fulian.Span, {"start": "v1", "end": "v2"}, Names("try", lambda _: None)) is None
