"""Forms to fill in (制表): a workbook in Chinese for a body and a year, and a folder of filled ones as one table."""

from fulian.writing.form.workbook import dumps_form

__all__ = ["dumps_form"]
