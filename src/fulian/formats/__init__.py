"""Records to data and back (格式): lossless, strict when reading, written whole or not at all.

======================  ============  ==============================================================
format                  suffix        module
======================  ============  ==============================================================
JSON                    ``.json``     :mod:`fulian.formats.json`
JSON Lines              ``.jsonl``    :mod:`fulian.formats.jsonl`, streamed
YAML                    ``.yaml``     :mod:`fulian.formats.yaml`, for people; extra ``yaml`` to read
MessagePack             ``.msgpack``  :mod:`fulian.formats.msgpack`, small; extra ``msgpack``
CSV data package        ``.zip``      :mod:`fulian.formats.csv`, related tables
Excel workbook          ``.xlsx``     :mod:`fulian.formats.xlsx`, related tables; extra ``tables``
Parquet                 see there     :mod:`fulian.formats.parquet`, related tables; extra ``tables``
======================  ============  ==============================================================

Written data is an envelope: ``{"fulian": "1", "kind": "CityReport", "data": {…}}``; a collection of records has the
kind ``Collection`` and a list of such objects, each with ``kind`` and ``data``.
"""

from fulian.formats._front import (
    convert,
    dump,
    dumpb,
    dumps,
    format_of,
    formats,
    load,
    loads,
    losses,
    register,
    suffixes,
)
from fulian.formats.converters import configure_converter, make_converter
from fulian.formats.figure_table import dump_table, dumps_table
from fulian.formats.jsonl import dump_each, load_each
from fulian.formats.observations import observations_table
from fulian.formats.schemas import schema
from fulian.formats.unknown import Unknown, WithUnknown

__all__ = [
    "Unknown",
    "WithUnknown",
    "configure_converter",
    "convert",
    "dump",
    "dump_each",
    "dump_table",
    "dumpb",
    "dumps",
    "dumps_table",
    "format_of",
    "formats",
    "load",
    "load_each",
    "loads",
    "losses",
    "make_converter",
    "observations_table",
    "register",
    "schema",
    "suffixes",
]
