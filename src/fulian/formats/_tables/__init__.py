"""Plain data as a set of related tables, and back: what CSV packages, workbooks and Parquet files share."""

from __future__ import annotations

from fulian.formats._tables.joining import join
from fulian.formats._tables.layout import RECORDS, Column, Owner, Row, Spec, Tables, owners_of, specs
from fulian.formats._tables.splitting import split

__all__ = ["RECORDS", "Column", "Owner", "Row", "Spec", "Tables", "join", "owners_of", "specs", "split"]
