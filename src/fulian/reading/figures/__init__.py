"""The figures of a document (文件中的数据): what was counted, how much, by whom, for when, and whether it was done.

One pass over the text finds quantities, times and bodies; then each sentence is settled by small rules, one module a
question: `_when`, `_whose`, `_standing`, `_ties`, `_label`, `_distribute`; the rows of tables by `_tables`. Every
decision leaves a line in the trail.
"""

from fulian.reading.figures._observe import observe

__all__ = ["observe"]
