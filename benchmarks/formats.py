"""How fast and small are fulian's formats, beside pydantic, msgspec and plain cattrs on records of the same shape?

A report of 8 achievements with 3 figures each and 4 commitments, written as compact JSON in bytes and in text, read,
and held in memory. Every library gets its own classes of the very same shape, made from fulian's, and the same data.
Ratios to pydantic v2 are what counts: above 1 is faster. Needs pydantic, msgspec and orjson.

    python benchmarks/formats.py [speed|memory] [--repeats N]
"""

from __future__ import annotations

import argparse
import gc
import json
import platform
import random
import statistics
import subprocess
import sys
import time
import types
import typing
from collections.abc import Callable
from decimal import Decimal
from importlib.metadata import version
from typing import Any

import attrs

import fulian
from fulian import formats
from fulian.formats import _json_text, _swift
from fulian.formats._envelope import unwrap, wrap
from fulian.formats._rules import schema_of_rule

WORDS = "全市各级妇联组织动员广大妇女投身乡村振兴，举办巾帼志愿服务活动，培训农村电商带头人，帮扶困境儿童和留守老人，"


def report(seed: int) -> fulian.CityReport:
    """Make the report, with a text of its own for each seed."""
    year, document = 2012 + seed % 12, f"hn-{seed:06d}"
    province = fulian.Organization(
        name="湖南省妇女联合会",
        kind=fulian.OrganizationKind.FEDERATION,
        level=fulian.Level.PROVINCE,
        division_code="430000",
    )
    body = fulian.Organization(
        name="株洲市妇女联合会",
        short_name="株洲市妇联",
        kind=fulian.OrganizationKind.FEDERATION,
        level=fulian.Level.PREFECTURE,
        division_code="430200",
        parent=province,
    )

    def source(start: int, quote: str) -> fulian.Source:
        return fulian.Source(document_id=document, span=fulian.Span(start=start, end=start + len(quote)), quote=quote)

    def figure(start: int, status: fulian.Status) -> fulian.Observation:
        number = (seed * 7919 + start * 104729) % 20000 + 1
        quote = f"{number / 100:.2f}万人"
        return fulian.Observation(
            label="培训妇女",
            indicator="EDU_TRAINED",
            certainty=Decimal("0.9"),
            quantity=fulian.Quantity(value=Decimal(number * 100), unit="人", text=quote),
            period=fulian.Period.year(year),
            status=status,
            source=source(start, quote),
        )

    return fulian.CityReport(
        organization=body,
        year=year,
        headline=f"为妇女就业保驾护航{seed}",
        achievements=tuple(
            fulian.Achievement(
                text=f"{seed}-{place}{WORDS}",
                area=fulian.WorkArea.ECONOMY,
                observations=tuple(figure(place * 100 + one, fulian.Status.ACTUAL) for one in range(3)),
                source=source(place * 100, WORDS[:20]),
            )
            for place in range(8)
        ),
        commitments=tuple(
            fulian.KeyTask(
                title=WORDS[:12],
                text=WORDS[:24],
                due=fulian.Period.year(year + 1),
                source=source(900 + place, WORDS[:24]),
            )
            for place in range(4)
        ),
        commitment_period=fulian.Period.year(year + 1),
        document_id=document,
    )


def hint_for(annotation: Any, made: dict[type, Any]) -> Any:
    """The same annotation over another library's classes; periods and credit codes as text."""
    if annotation in (fulian.Period, fulian.CreditCode):
        return str
    if isinstance(annotation, type) and annotation in made:
        return made[annotation]
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (types.UnionType, typing.Union):
        return typing.Optional[hint_for(next(one for one in arguments if one is not type(None)), made)]  # noqa: UP045
    if origin is tuple:
        return tuple[hint_for(arguments[0], made), ...]
    return annotation


SHAPE = (
    fulian.Span, fulian.Source, fulian.Quantity, fulian.Organization, fulian.Observation, fulian.Passage,
    fulian.Achievement, fulian.KeyTask, fulian.CityReport,
)  # fmt: skip


def rebuilt(make: Callable[[str, list[tuple[str, Any, Any]]], Any]) -> Any:
    """Make each class of the shape with another library, in order; give the report's."""
    made: dict[type, Any] = {}
    for cls in SHAPE:
        hints = typing.get_type_hints(cls)
        fields = []
        for field in attrs.fields(cls):
            if hints[field.name] in (fulian.Organization, fulian.Organization | None) and cls is fulian.Organization:
                kind: Any = typing.Optional["Organization"]  # noqa: F821 - the class being made
            else:
                kind = hint_for(hints[field.name], made)
            default = ... if field.default is attrs.NOTHING else field.default
            fields.append((field.name, kind, default))
        made[cls] = make(cls.__name__, fields)
    return made[fulian.CityReport]


def ruled(cls: str, field: str, kind: Any) -> Any:
    """The same type with the rules that pydantic can check without Python: bounds, patterns, lengths."""
    import pydantic  # noqa: PLC0415 - each process imports only what it measures

    rule = schema_of_rule(attrs.fields_dict(getattr(fulian, cls))[field].validator)
    said: dict[str, Any] = {}
    if "minimum" in rule:
        said = {"ge": rule["minimum"], "le": rule.get("maximum")}
    elif rule.get("pattern", "").endswith(r"$(?!\n)"):
        said = {"pattern": rule["pattern"].removesuffix(r"(?!\n)")}
    elif "pattern" in rule:  # text that is not blank
        said = {"min_length": 1}
    if not said:
        return kind
    optional = next((one for one in typing.get_args(kind) if one is not type(None)), None)
    held = typing.Annotated[optional or kind, pydantic.Field(**said)]
    return typing.Optional[held] if optional else held  # noqa: UP045 - of values


def pydantic_family(*, rules: bool = True) -> tuple[Any, Any]:
    """Pydantic v2, frozen models that refuse unknown keys, with the same rules on fields but none between fields."""
    import pydantic  # noqa: PLC0415 - each process imports only what it measures

    def make(name: str, fields: list[tuple[str, Any, Any]]) -> Any:
        model = pydantic.create_model(
            name,
            __config__=pydantic.ConfigDict(frozen=True, extra="forbid" if rules else "ignore"),
            **{field: (ruled(name, field, kind) if rules else kind, default) for field, kind, default in fields},
        )
        if name == "Organization":
            model.model_rebuild(_types_namespace={"Organization": model})
        return model

    top = rebuilt(make)
    return (lambda one: one.model_dump_json(exclude_defaults=True)), top.model_validate_json


def pydantic_types_family() -> tuple[Any, Any]:
    """Pydantic v2, types only, defaults written too: as it comes."""
    _, decode = pydantic_family(rules=False)
    return (lambda one: one.model_dump_json()), decode


def msgspec_family() -> tuple[Any, Any]:
    """Msgspec structs, frozen."""
    import msgspec  # noqa: PLC0415 - each process imports only what it measures

    space: dict[str, Any] = {}

    def make(name: str, fields: list[tuple[str, Any, Any]]) -> Any:
        module = types.ModuleType(f"bench_{name}")
        sys.modules[module.__name__] = module
        made = msgspec.defstruct(
            name,
            [(field, kind) if default is ... else (field, kind, default) for field, kind, default in fields],
            frozen=True,
            kw_only=True,
            omit_defaults=True,
            module=module.__name__,
        )
        setattr(module, name, made)
        space[name] = made
        return made

    top = rebuilt(make)
    return msgspec.json.Encoder().encode, msgspec.json.Decoder(top).decode


def cattrs_family() -> tuple[Any, Any]:
    """Attrs classes without validators, cattrs' orjson converter, as its documentation has it."""
    from cattrs.preconf.orjson import make_converter  # noqa: PLC0415 - each process imports only what it measures

    converter = make_converter(detailed_validation=False, omit_if_default=True)
    converter.register_structure_hook(Decimal, lambda value, _: Decimal(value))
    converter.register_unstructure_hook(Decimal, str)

    def make(name: str, fields: list[tuple[str, Any, Any]]) -> Any:
        namespace = {
            field: attrs.field(type=kind) if default is ... else attrs.field(type=kind, default=default)
            for field, kind, default in fields
        }
        made = attrs.make_class(name, namespace, frozen=True, slots=True, kw_only=True)
        if name == "Organization":
            attrs.resolve_types(made, {"Organization": made, "Optional": typing.Optional})
        return made

    top = rebuilt(make)
    import orjson  # noqa: PLC0415 - each process imports only what it measures

    return (
        lambda one: orjson.dumps(converter.unstructure(one)),
        lambda data: converter.structure(orjson.loads(data), top),
    )


def floor_family() -> tuple[Any, Any]:
    """Python's own json on plain data, no types."""
    return (
        lambda one: json.dumps(one, ensure_ascii=False),
        json.loads,
    )


FAMILIES: dict[str, Callable[[], tuple[Any, Any]]] = {
    "pydantic v2": pydantic_family,
    "pydantic v2, types only": pydantic_types_family,
    "msgspec structs (no rules)": msgspec_family,
    "attrs + cattrs orjson (no rules)": cattrs_family,
    "json on dicts (no types)": floor_family,
}


def plain(record: fulian.CityReport) -> bytes:
    """The data of a report without its envelope, compact."""
    data = wrap(record)["data"]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def each(action: Callable[[Any], Any], things: list[Any]) -> None:
    """Do it with each thing, some times over; the result is let go at once."""
    for _ in range(5):
        for thing in things:
            action(thing)


def both_ways(encode: Callable[[Any], Any], one: Any) -> tuple[Callable[[Any], bytes], Callable[[Any], str]]:
    """Give what writes bytes and what writes text, of which a library has one."""
    if isinstance(encode(one), bytes):
        return encode, lambda one: encode(one).decode()
    return (lambda one: encode(one).encode()), encode


# What is timed of a library: writing all records as bytes, as text, and reading all data.
Timed = tuple[Callable[[], Any], Callable[[], Any], Callable[[], Any]]


def contenders(records: list[fulian.CityReport]) -> dict[str, Timed]:
    """What is timed of each library."""
    found: dict[str, Timed] = {}
    data = [plain(record).decode() for record in records]
    for name, family in FAMILIES.items():
        encode, decode = family()
        own = [decode(one) for one in data]
        as_bytes, as_text = both_ways(encode, own[0])
        found[name] = (
            lambda as_bytes=as_bytes, own=own: each(as_bytes, own),
            lambda as_text=as_text, own=own: each(as_text, own),
            lambda decode=decode: each(decode, data),
        )
    enveloped = [formats.dumps(record) for record in records]
    assert all(_swift.loads(one) is not _swift.MISSED for one in enveloped)
    found["fulian"] = (
        lambda: each(formats.dumpb, records),
        lambda: each(formats.dumps, records),
        lambda: each(formats.loads, enveloped),
    )
    as_bytes, as_text = both_ways(lambda record: _json_text.compact(wrap(record)), records[0])
    found["fulian, the slow way"] = (
        lambda: each(as_bytes, records),
        lambda: each(as_text, records),
        lambda: each(lambda one: unwrap(_json_text.parse(one)), enveloped),
    )
    return found


def speed(repeats: int) -> None:
    """Print the table of speeds: processor time, repeats shuffled, medians of each repeat's ratio."""
    records = [report(seed) for seed in range(40)]
    size = statistics.mean(len(formats.dumps(record).encode()) for record in records)
    print(f"a report: {size:,.0f} bytes with its envelope, defaults left out")
    timed = contenders(records)
    times: dict[str, tuple[list[float], ...]] = {name: ([], [], []) for name in timed}
    gc.collect()
    gc.freeze()  # what the others hold is nobody's work
    order = list(timed)
    shuffle = random.Random(1).shuffle  # noqa: S311 - no secret
    for _ in range(repeats):
        shuffle(order)
        for name in order:
            for action, taken in zip(timed[name], times[name], strict=True):
                start = time.process_time()
                action()
                taken.append(time.process_time() - start)
    base = times["pydantic v2"]
    print(f"{'':34}{'bytes us':>10}{'x pyd':>8}{'text us':>10}{'x pyd':>8}{'read us':>10}{'x pyd':>8}")
    for name, three in times.items():
        line = f"{name:34}"
        for taken, beside in zip(three, base, strict=True):
            ratio = statistics.median(one / other for one, other in zip(beside, taken, strict=True))
            line += f"{statistics.median(taken) * 1e6 / len(records) / 5:10.1f}{ratio:8.2f}"
        print(line)


def hold(name: str, count: int) -> None:
    """Read many reports and hold them; print the memory they take, in bytes a report, and the time, in microseconds."""
    import resource  # noqa: PLC0415 - each process imports only what it measures

    data = [plain(report(seed)) for seed in range(200)]
    if name == "fulian":
        lines = [b'{"fulian": "1", "kind": "CityReport", "data": ' + one + b"}" for one in data]
        formats.loads(b"\n".join(lines), "jsonl")
        text = b"\n".join(lines * (count // len(lines)))
    else:
        decode = FAMILIES[name]()[1]
        decode(data[0])
    gc.collect()
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    held = formats.loads(text, "jsonl") if name == "fulian" else [decode(data[place % 200]) for place in range(count)]
    taken = time.process_time() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print((after - before) * 1024 // len(held), round(taken * 1e6 / len(held)))


def memory(count: int = 4000) -> None:
    """Print the table of memory, one process for each library."""
    names = ["pydantic v2", "msgspec structs (no rules)", "attrs + cattrs orjson (no rules)", "fulian"]
    taken = {}
    for name in names:
        command = [sys.executable, __file__, "hold", "--family", name, "--count", str(count)]
        taken[name] = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()  # noqa: S603
    base = [int(one) for one in taken["pydantic v2"]]
    for name, (size, spent) in taken.items():
        print(
            f"{name:34}{int(size):>10,} bytes a report{int(size) / base[0]:8.2f} x pyd"
            f"{int(spent):8,} us to read one{base[1] / int(spent):8.2f} x pyd"
        )


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", choices=("speed", "memory", "hold"), default="speed")
    parser.add_argument("--repeats", type=int, default=15)
    parser.add_argument("--family", default="fulian")
    parser.add_argument("--count", type=int, default=4000)
    options = parser.parse_args()
    if options.what == "hold":
        hold(options.family, options.count)
        return
    packages = " ".join(f"{name} {version(name)}" for name in ("attrs", "cattrs", "pydantic", "msgspec", "orjson"))
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, {packages}")
    if options.what == "speed":
        speed(options.repeats)
    else:
        memory(options.count)


if __name__ == "__main__":
    main()
