"""The frame around a document's body (文件框架): an official document's head and foot, a web page's surroundings."""

from fulian.reading.frame._contents import find_contents
from fulian.reading.frame._footnotes import words_of_footnote
from fulian.reading.frame._frame import Frame
from fulian.reading.frame._read import read_frame

__all__ = ["Frame", "find_contents", "read_frame", "words_of_footnote"]
