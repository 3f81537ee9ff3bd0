"""Files to records (读取): a published document becomes typed records that know where they stand."""

from fulian.reading._pipeline import read, read_text
from fulian.reading.files import Place, SourceText, read_source

__all__ = ["Place", "SourceText", "read", "read_source", "read_text"]
