"""Files to text (文件解码): the bytes of a file become the text that every span counts in."""

from fulian.reading.files.text_file import DecodedText, decode, open_text

__all__ = ["DecodedText", "decode", "open_text"]
