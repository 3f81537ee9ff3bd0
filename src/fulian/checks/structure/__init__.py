"""Rules about how a document is built (结构检查): numbers of sections, annexes, marks, the cities of a round-up."""

__all__: list[str] = []
