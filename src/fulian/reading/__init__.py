"""Files to records (读取): a published document becomes typed records that know where they stand."""

from fulian.reading._pipeline import read, read_text

__all__ = ["read", "read_text"]
