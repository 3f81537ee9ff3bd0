"""The JSON Schemas say what the strict reader says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fulian
from fulian import formats
from fulian.formats.schemas import make_schema, schema, schema_kinds
from fulian.strategies._registration import STRATEGIES

jsonschema: Any = pytest.importorskip("jsonschema")
KINDS: list[type] = sorted(STRATEGIES, key=lambda cls: cls.__name__)
OWN = sorted([*(cls.__name__ for cls in STRATEGIES), "Collection"])
VALIDATORS = {kind: jsonschema.Draft202012Validator(schema(kind)) for kind in OWN}
# What a schema cannot say; the strict reader alone tells it. docs/formats.md lists these.
BEYOND_SCHEMAS = (
    "that ",  # rules between fields, order of a period's ends, check characters
    "a day that exists",  # 29 February
    "a credit code",
    "text without lone surrogates",
)
SPOILING: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 3000),
    st.sampled_from(
        ["", " ", "12", "12\n", "1e5", "NaN", "2014", "2014-02-30", "2014-02-29", "2014-13", "2016/2014", "actual"]
    ),
    st.sampled_from(
        [
            "430100",
            "43010",
            "430100\n",
            "HEA_MMR",
            "hea",
            "\u3000",
            "\x1c",
            "\x85",
            "\ufeff",
            "湘妇字",
            "over",
            "county",
        ]
    ),
    st.sampled_from([3.9, [], {}, ["a"], [1], {"a": 1}, {"$kind": "Span", "start": 1, "end": 2}]),
)


@pytest.mark.parametrize("kind", OWN)
def test_a_schema_is_valid_and_up_to_date(kind: str) -> None:
    """The shipped file is what the class gives (else run tools/build_schemas.py), and is a valid schema."""
    jsonschema.Draft202012Validator.check_schema(schema(kind))
    if kind != "Collection":  # other tests register classes of their own
        assert schema(kind) == make_schema(kind)
    assert kind in schema_kinds()


@pytest.mark.parametrize("cls", KINDS, ids=lambda cls: cls.__name__)
def test_schema_and_reader_agree(cls: type) -> None:
    """What is written the schema accepts; what one refuses of spoiled data the other does, but for what is listed."""

    @given(st.from_type(cls), st.data())
    def holds(record: Any, data: st.DataObject) -> None:
        plain = json.loads(formats.dumps(record))
        validator = VALIDATORS[cls.__name__]
        assert list(validator.iter_errors(plain)) == []
        if isinstance(plain["data"], dict):
            spoil(plain["data"], data)
        else:
            plain["data"] = data.draw(SPOILING)
        agree(plain, validator)

    holds()


def spoil(value: dict[str, Any], data: st.DataObject) -> None:
    """Change, add or take away one thing somewhere in an object."""
    key = data.draw(st.sampled_from([*value, "strange", "$kind"]))
    inner = value.get(key)
    if isinstance(inner, list) and inner and isinstance(inner[0], dict) and data.draw(st.booleans()):
        spoil(inner[0], data)
    elif isinstance(inner, dict) and data.draw(st.booleans()):
        spoil(inner, data)
    elif key in value and data.draw(st.booleans()):
        del value[key]
    else:
        value[key] = data.draw(SPOILING)


def agree(plain: dict[str, Any], validator: Any) -> None:
    """Hold that both accept or both refuse."""
    refused = [error.message for error in validator.iter_errors(plain)]
    faults: tuple[fulian.Fault, ...] = ()
    try:
        formats.loads(json.dumps(plain))
    except fulian.DataError as error:
        faults = error.faults
    if refused:
        assert faults
    else:
        assert [str(fault) for fault in faults if not fault.expected.startswith(BEYOND_SCHEMAS)] == []


def test_collections_agree() -> None:
    """A collection's schema takes records of all kinds."""
    records = [fulian.Period.year(2014), fulian.Span(start=1, end=2)]
    plain = json.loads(formats.dumps(records))
    assert list(VALIDATORS["Collection"].iter_errors(plain)) == []
    plain["data"][0]["kind"] = "Perod"
    assert list(VALIDATORS["Collection"].iter_errors(plain))


def test_descriptions_speak_both_languages() -> None:
    """Each record has its Chinese term, each field its meaning, each member of a vocabulary both."""
    described = schema("Observation")["$defs"]
    assert described["Observation"]["title"] == "Observation 指标值"
    assert "target 计划" in described["Observation"]["properties"]["status"]["description"]
    for definition in described.values():
        for key, field in definition["properties"].items():
            assert key == "$kind" or "$ref" in field or "description" in field, key


def test_a_kind_that_is_none_is_told() -> None:
    """A misspelt kind is told with the likely one."""
    with pytest.raises(fulian.DataError, match="kind: expected a known kind, perhaps 'CityReport', found 'CityRport'"):
        schema("CityRport")


def test_what_only_the_reader_tells() -> None:
    """The exceptions that the documentation lists, so that the list stays true."""
    for kind, data in [
        ("Span", {"start": 3, "end": 3}),
        ("Span", {"start": 1.0, "end": 3}),
        ("Period", "2016/2014"),
        ("Period", "2015-02-29"),
        ("Quantity", {"value": "3", "high": "2", "unit": ""}),
    ]:
        plain = {"fulian": "1", "kind": kind, "data": data}
        assert list(VALIDATORS[kind].iter_errors(plain)) == []
        with pytest.raises(fulian.DataError):
            formats.loads(json.dumps(plain))
