"""Forms that people fill in (填报表): what a form is, and how a filled one becomes records.

`fulian.read` knows a form by its hidden sheet. A filled form gives a reading whose report or plan holds what was
written; each fault is a note that names the cell in a Chinese sentence, and what could not be understood stays unread.
"""

__all__: list[str] = []
