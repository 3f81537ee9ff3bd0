"""The layout of official documents (公文版式): rules of GB/T 9704-2012 over what a Word file looks like."""

__all__: list[str] = []
