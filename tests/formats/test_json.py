"""JSON gives back what it was given, and refuses what is not of the vocabulary with words that help."""

from __future__ import annotations

import copy
import json
import pickle
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import fulian
from fulian import formats, strategies
from fulian.formats._envelope import wrap
from fulian.formats._json_text import pretty
from fulian.strategies._registration import STRATEGIES


def drawn(cls: type) -> st.SearchStrategy[Any]:
    """Draw instances of a class, half of them nasty."""
    make = STRATEGIES[cls]
    try:
        return st.one_of(make(), make(nasty=True))
    except TypeError:
        return make()


@given(strategies.readings(nasty=True), st.sampled_from((1, 2, 4)))
def test_lines_change_nothing(reading: fulian.Reading, indent: int) -> None:
    """Over several lines the data is the same as in one, and the same whichever way it was made."""
    text = formats.dumps(reading, indent=indent)
    assert json.loads(text) == json.loads(formats.dumps(reading))
    assert text == pretty(wrap(reading), indent)


@given(strategies.city_reports())
def test_the_text_is_json_that_others_read(report: fulian.CityReport) -> None:
    """Another reader of JSON gets the same data, with keys in the order of the class."""
    data = json.loads(formats.dumps(report, indent=2))
    assert list(data) == ["fulian", "kind", "data"]
    names = [field.name for field in attrs.fields(fulian.CityReport)]
    assert list(data["data"]) == [name for name in names if name in data["data"]]
    assert json.loads(formats.dumps(report)) == data


def test_chinese_stays_readable() -> None:
    """Chinese is written as it is, and a number digit for digit."""
    quantity = fulian.Quantity(value=Decimal("1.10"), unit="万人")
    assert formats.dumps(quantity) == ('{"fulian":"1","kind":"Quantity","data":{"value":"1.10","unit":"万人"}}')


ENVELOPE = '{"fulian": "1", "kind": "%s", "data": %s}'
QUANTITY = '{"value": "44", "unit": "场"}'
SOURCE = '{"document_id": "d1", "span": {"start": 8, "end": 11}, "quote": "44场"}'
OBSERVATION = f'{{"label": "招聘会", "quantity": {QUANTITY}, "status": "actual", "source": {SOURCE}}}'


def of(kind: str, data: str) -> str:
    """Put data of a kind in its envelope."""
    return ENVELOPE % (kind, data)


# What somebody may write by mistake or in bad faith, and what is said to it.
BAD = {
    "nothing at all": ("", "line 1 column 1: expected a value of JSON, found the end"),
    "no JSON": ("year: 2014", "line 1 column 1: expected a value of JSON, found 'year: 2014'"),
    "a file cut off": ('{"fulian": "1", "kind": ', "line 1 column 25: expected a value of JSON, found the end"),
    "single quotes": (
        "{'fulian': '1'}",
        "line 1 column 2: expected a key in double quotes, found \"'fulian': '1'}\"",
    ),
    "two documents": (
        of("Period", '"2014"') + "{}",
        "line 1 column 50: expected nothing after the end of the data, found '{}'",
    ),
    "a list": (
        "[1, 2]",
        'data: expected an envelope such as {"fulian": "1", "kind": "CityReport", "data": {…}}, found a list of 2',
    ),
    "no envelope": (
        QUANTITY,
        (
            'data: expected an envelope such as {"fulian": "1", "kind": "CityReport", "data": {…}}, '
            "found an object with 'value', 'unit'"
        ),
    ),
    "half an envelope": (
        '{"kind": "Quantity", "value": "44"}',
        (
            'fulian: expected the format version, "1" (required), found nothing\n'
            "value: expected a key of the envelope, found 'value'\n"
            "data: expected the data of the record (required), found nothing"
        ),
    ),
    "a comma too few": (
        '{"fulian": "1" "kind": "Period"}',
        'line 1 column 16: expected a comma, or the end of the list or object, found \'"kind": "Period"}\'',
    ),
    "a colon too few": (
        '{"fulian" "1"}',
        "line 1 column 11: expected a colon after the key, found '\"1\"}'",
    ),
    "a text that does not end": (
        '{"fulian": "1, "kind": 7}',
        "line 1 column 17: expected a comma, or the end of the list or object, found 'kind\": 7}'",
    ),
    "a text cut off": (
        '{"fulian": "1',
        "line 1 column 12: expected a quotation mark that ends this text, found '\"1'",
    ),
    "a line break within a text": (
        of("Note", '{"code": "a", "text": "第一行\n第二行"}'),
        (
            "line 1 column 67: expected no control character within a text: "
            "a line break is written \\n, a tab \\t, found '\\n第二行\"}}'"
        ),
    ),
    "a path with single backslashes": (
        of("Document", '{"id": "d1", "text": "", "file": "C:\\妇联.docx"}'),
        (
            "line 1 column 81: expected an escape of JSON after the backslash, such as \\n or \\u5987; "
            "two backslashes for one, found '\\\\妇联.docx\"}}'"
        ),
    ),
    "the version as a number": (
        '{"fulian": 1, "kind": "Period", "data": "2014"}',
        'fulian: expected the format version as text, "1", found 1',
    ),
    "a newer version": (
        '{"fulian": "2", "kind": "Period", "data": "2014"}',
        "fulian: expected the format version \"1\"; keep_unknown=True reads what it can of newer data, found '2'",
    ),
    "no such version": (
        '{"fulian": "one", "kind": "Period", "data": "2014"}',
        "fulian: expected the format version \"1\", found 'one'",
    ),
    "a misspelt kind": (
        of("Cityreport", "{}"),
        "kind: expected a known kind, perhaps 'CityReport', found 'Cityreport'",
    ),
    "a kind that is no text": (of("Period", '"2014"').replace('"Period"', "7"), "kind: expected a known kind: "),
    "a misspelt key of the envelope": (
        '{"fulian": "1", "kind": "Period", "date": "2014"}',
        (
            "date: expected a key of the envelope, perhaps 'data', found 'date'\n"
            "data: expected the data of the record (required), found nothing"
        ),
    ),
    "a number for a number as text": (
        of("Quantity", '{"value": 44, "unit": "场"}'),
        'data.value: expected a number as text, such as "12.5", found 44',
    ),
    "a float": (
        of("Quantity", '{"value": 1.10, "unit": "场"}'),
        'data.value: expected a number as text, such as "12.5", found the number 1.10',
    ),
    "a number with a unit in it": (
        of("Quantity", '{"value": "3.5万", "unit": "场"}'),
        "data.value: expected a number as text, such as \"12.5\", found '3.5万'",
    ),
    "a number with a comma": (
        of("Quantity", '{"value": "77,163", "unit": "人"}'),
        "data.value: expected a number as text, such as \"12.5\", found '77,163'",
    ),
    "full-width digits": (
        of("Quantity", '{"value": "１２", "unit": "人"}'),
        "data.value: expected a number as text, such as \"12.5\", found '１２'",
    ),
    "not a number": (
        of("Quantity", '{"value": "NaN", "unit": "人"}'),
        "data.value: expected a number as text, such as \"12.5\", found 'NaN'",
    ),
    "a bare NaN": (
        of("Quantity", '{"value": NaN, "unit": "人"}'),
        "data.value: expected a value that JSON has, found NaN",
    ),
    "a bare infinity": (
        of("Quantity", '{"value": -Infinity, "unit": "人"}'),
        "data.value: expected a value that JSON has, found -Infinity",
    ),
    "a number for text": (of("Quantity", '{"value": "12", "unit": 12}'), "data.unit: expected text, found 12"),
    "text for a number": (of("Span", '{"start": "7", "end": 9}'), "data.start: expected a whole number, found '7'"),
    "a fraction for a whole number": (
        of("Span", '{"start": 1, "end": 3.9}'),
        "data.end: expected a whole number, found the number 3.9",
    ),
    "true for one": (of("Span", '{"start": true, "end": 9}'), "data.start: expected a whole number, found true"),
    "null for text": (of("Quantity", '{"value": "1", "unit": null}'), "data.unit: expected text, found null"),
    "a misspelt key": (
        of("Quantity", '{"value": "44", "unti": "场"}'),
        (
            "data.unit: expected text (required), found nothing\n"
            "data.unti: expected a key of Quantity, perhaps 'unit', found 'unti'"
        ),
    ),
    "a key twice": (
        of("Span", '{"start": 1, "end": 3, "start": 2}'),
        "data.start: expected each key once, found 'start' more than once",
    ),
    "a misspelt member": (
        of("Observation", OBSERVATION.replace("actual", "actuel")),
        "data.status: expected one of actual, target, change, condition, perhaps 'actual', found 'actuel'",
    ),
    "an empty span": (
        of("Span", '{"start": 3, "end": 3}'),
        "data: expected that a span ends after it starts, found 3 to 3",
    ),
    "a quote too short": (
        of("Source", SOURCE.replace("44场", "44")),
        "data: expected that a quote must be as long as its span, found 2 for Span(start=8, end=11)",
    ),
    "a range upside down": (
        of("Quantity", '{"value": "15", "high": "13", "unit": "家"}'),
        "data: expected that 'high' must not be below 'value', found 15 to 13",
    ),
    "a year out of range": (
        of("AnnualPlan", '{"year": 214}'),
        "data.year: expected a whole number from 1949 to 2100, found 214",
    ),
    "a blank name": (
        of("Organization", '{"name": " ", "kind": "federation"}'),
        "data.name: expected text that is not blank, found ' '",
    ),
    "a code of five digits": (
        of("Organization", '{"name": "长沙市妇联", "kind": "federation", "division_code": "43010"}'),
        "data.division_code: expected text of the form [1-9][0-9]{5}, found '43010'",
    ),
    "a month that does not exist": (of("Period", '"2014-13"'), "data: expected a day that exists, found '2014-13'"),
    "a period in words": (
        of("Period", '"2014年"'),
        "data: expected a period such as 2016, 2009-12, 2010-06-18, 2014-S1, 2014-Q3 or 2016/2020, found '2014年'",
    ),
    "a day that does not exist": (
        of("Document", '{"id": "d1", "text": "", "issued": "2014-02-30"}'),
        "data.issued: expected a day that exists, found '2014-02-30'",
    ),
    "a day in words": (
        of("Document", '{"id": "d1", "text": "", "issued": "2014年2月12日"}'),
        "data.issued: expected a day such as 2014-01-20, found '2014年2月12日'",
    ),
    "an object for a list": (
        of("AnnualPlan", '{"sections": {"title": "一"}}'),
        "data.sections: expected a list, found an object with 'title'",
    ),
    "text for an object": (
        of("Observation", OBSERVATION.replace(QUANTITY, '"44场"')),
        "data.quantity: expected an object (Quantity), found '44场'",
    ),
    "a fault deep inside": (
        of(
            "AnnualPlan",
            '{{"sections": [{{"title": "一", "source": {}, "tasks": [{{"title": "二", "text": "二", "source": {}, '
            '"targets": [{}]}}]}}]}}'.format(SOURCE, SOURCE, OBSERVATION.replace('"44"', "44")),
        ),
        'data.sections[0].tasks[0].targets[0].quantity.value: expected a number as text, such as "12.5", found 44',
    ),
    "many faults": (
        of("Quantity", '{"value": 1, "high": 2, "unit": 3, "qualifier": "exactly", "text": null}'),
        (
            'data.value: expected a number as text, such as "12.5", found 1\n'
            'data.high: expected a number as text, such as "12.5", found 2\n'
            "data.unit: expected text, found 3\n"
            "data.qualifier: expected one of exact, about, over, under, perhaps 'exact', found 'exactly'\n"
            "data.text: expected text, found null"
        ),
    ),
    "rules of several fields": (
        of("Note", '{"code": "", "text": " "}'),
        "data.code: expected text that is not blank, found ''\ndata.text: expected text that is not blank, found ' '",
    ),
    "a certainty without an indicator": (
        of("Observation", OBSERVATION.replace('"label"', '"certainty": "0.5", "label"')),
        "data: expected that 'certainty' needs an indicator, found an object with 'certainty', 'label', 'quantity', …",
    ),
    "half a surrogate pair": (
        of("Quantity", '{"value": "1", "unit": "\\ud83d"}'),
        "data.unit: expected text without lone surrogates, found '\\ud83d'",
    ),
    "a wrong element of a collection": (
        of("Collection", '[{"kind": "Period", "data": "2014"}, {"kind": "Perod", "data": "2015"}, 7]'),
        (
            "data[1].kind: expected a known kind, perhaps 'Period', found 'Perod'\n"
            "data[2]: expected an object with kind and data, found 7"
        ),
    ),
    "an odd key": (
        of("Period", '"2014"').replace('"data"', '"da ta": 1, "data"'),
        "['da ta']: expected a key of the envelope, found 'da ta'",
    ),
    "a subclass nobody knows": (
        of("Note", '{"$kind": "SecretNote", "code": "a", "text": "b"}'),
        "data.$kind: expected one of Note",
    ),
}


@pytest.mark.parametrize("case", list(BAD))
def test_what_does_not_fit_is_told(case: str) -> None:
    """Each bad input gets its message: every fault at once, with its path."""
    text, message = BAD[case]
    with pytest.raises(fulian.DataError) as caught:
        formats.loads(text)
    said = str(caught.value)
    assert said == message or (message.endswith((": ", "Note")) and said.startswith(message))
    assert [str(fault) for fault in caught.value.faults] == said.split("\n")


@pytest.mark.parametrize("case", list(BAD))
def test_the_error_pickles_and_copies(case: str) -> None:
    """The error keeps its faults through pickle and copy."""
    with pytest.raises(fulian.DataError) as caught:
        formats.loads(BAD[case][0])
    for other in (pickle.loads(pickle.dumps(caught.value)), copy.deepcopy(caught.value)):  # noqa: S301 - our own
        assert other.faults == caught.value.faults
        assert str(other) == str(caught.value)


def test_bytes_that_are_no_utf8_are_told() -> None:
    """Bytes in another encoding are refused with the place of the first bad byte."""
    with pytest.raises(fulian.DataError, match="data: expected text in UTF-8, found the byte 0xc4 at 2"):
        formats.loads('{"年": 1}'.encode("gb18030"))


def test_a_byte_order_mark_is_welcome() -> None:
    """Editors that put a byte order mark first do no harm."""
    assert formats.loads("\ufeff" + of("Period", '"2014"')) == fulian.Period.year(2014)
    assert formats.loads(b"\xef\xbb\xbf" + of("Period", '"2014"').encode()) == fulian.Period.year(2014)


DIGITS = "1" * 100_000_000


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000 + "]" * 10_000,
        of("Organization", '{"parent":' * 10_000 + "null" + "}" * 10_000),
        of("Organization", '{"name":"a","kind":"other","parent":' * 400 + "null" + "}" * 400),
        of("Span", '{"start": ' + "1" * 10_000 + ', "end": 2}'),
        of("Span", '{"start": 1e999999999, "end": 2}'),
        of("Quantity", '{"unit": "", "value": "1E+999999999"}'),
        of("Quantity", "{" + ",".join(f'"k{place}": 1' for place in range(20_000)) + "}"),
    ],
    ids=["deep lists", "deep objects", "deep records", "long number", "huge exponent", "huge number", "many keys"],
)
@pytest.mark.parametrize("keep_unknown", [False, True])
def test_hostile_data_is_refused(text: str, keep_unknown: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Data made to hurt gives an error with short words."""
    with pytest.raises(fulian.DataError) as caught:
        formats.loads(text, keep_unknown=keep_unknown)
    assert len(str(caught.value)) < 5000


def test_a_long_string_of_digits_is_refused() -> None:
    """A hundred million digits are no number of the trade, and are not shown."""
    with pytest.raises(fulian.DataError) as caught:
        formats.loads(of("Quantity", f'{{"value": "{DIGITS}", "unit": ""}}'))
    assert len(str(caught.value)) < 200


@formats.register
@attrs.frozen(kw_only=True)
class Endless:
    """A record of a program that holds any number; fulian's own take finite ones only."""

    most: Decimal


UNWRITABLE = {
    "a number that is not finite": (
        Endless(most=Decimal("Infinity")),
        "data.most: expected a finite number, found Infinity",
    ),
    "half a surrogate pair": (
        fulian.Note(code="a", text="\ud83d"),
        "data.text: expected text without lone surrogates, found '\\ud83d'",
    ),
    "an endless number": (
        Endless(most=Decimal("1" * 1001)),
        "data.most: expected a number of at most 1000 characters and six digits of exponent, found one of 1001 characters",
    ),
    "a number too large": (
        Endless(most=Decimal("1E+9999999")),
        "data.most: expected a number of at most 1000 characters and six digits of exponent, found 1E+9999999",
    ),
}


@pytest.mark.parametrize("case", list(UNWRITABLE))
def test_what_cannot_be_written_is_told(case: str) -> None:
    """A record that data cannot hold is refused with the path of what is wrong."""
    record, message = UNWRITABLE[case]
    with pytest.raises(fulian.DataError) as caught:
        formats.dumps(record)
    assert str(caught.value) == message


def test_a_thing_that_is_no_record_is_refused() -> None:
    """Plain objects are not records."""
    with pytest.raises(TypeError, match=r"expected a record of fulian .*, got dict an empty object"):
        formats.dumps({})


@given(drawn(fulian.Observation), st.data())
def test_a_spoiled_field_is_named(figure: fulian.Observation, data: st.DataObject) -> None:
    """Any valid record with one field spoiled is refused, naming that field."""
    plain = json.loads(formats.dumps(figure))
    key = data.draw(st.sampled_from(sorted(plain["data"])))
    plain["data"][key] = 3.9
    with pytest.raises(fulian.DataError) as caught:
        formats.loads(json.dumps(plain))
    assert [fault.path for fault in caught.value.faults] == [f"data.{key}"]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    ),
    st.booleans(),
)
def test_any_data_gives_a_record_or_a_data_error(data: Any, keep: bool) -> None:  # noqa: FBT001 - drawn
    """Whatever stands in an envelope, reading gives a record or a DataError, nothing else."""
    for kind in ("Reading", "Period", "Collection", "Quantity"):
        try:
            formats.loads(json.dumps({"fulian": "1", "kind": kind, "data": data}), keep_unknown=keep)
        except fulian.DataError:
            continue


@given(st.text() | st.binary())
def test_any_text_gives_a_record_or_a_data_error(data: str | bytes) -> None:
    """Whatever is given as JSON, reading gives a record or a DataError, nothing else."""
    with pytest.raises(fulian.DataError):
        formats.loads(data)
