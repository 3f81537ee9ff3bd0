"""Files to text (文件读取): the bytes of a file become the text that every span counts in, with the way back."""

from fulian.reading.files.kinds import FILE_KINDS, Handled, file_kind, readable_suffixes
from fulian.reading.files.opening import read_bytes, read_source
from fulian.reading.files.source_text import Aside, Heading, Remark, SourceText
from fulian.reading.files.text_file import DecodedText, decode, open_text

__all__ = [
    "FILE_KINDS",
    "Aside",
    "DecodedText",
    "Handled",
    "Heading",
    "Remark",
    "SourceText",
    "decode",
    "file_kind",
    "open_text",
    "read_bytes",
    "read_source",
    "readable_suffixes",
]
