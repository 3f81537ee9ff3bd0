"""Files to records (读取): a published document becomes typed records that know where they stand."""

from fulian.reading._pipeline import read, read_text
from fulian.reading.files import SourceText, read_source
from fulian.reading.many import ReadResult, read_many

__all__ = ["ReadResult", "SourceText", "read", "read_many", "read_source", "read_text"]
