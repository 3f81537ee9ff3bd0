"""A plan or a report as an official document (公文): a Word file that meets GB/T 9704-2012."""

from fulian.writing.official.frame import Annex, OfficialFrame
from fulian.writing.official.write import write_official

__all__ = ["Annex", "OfficialFrame", "write_official"]
