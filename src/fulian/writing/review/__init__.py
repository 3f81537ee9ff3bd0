"""The review page (审阅页): one file of HTML that shows what was read, where it stands, and what to doubt.

Needs the extra ``review``.
"""

from fulian.writing.review.write import render_review, write_review

__all__ = ["render_review", "write_review"]
