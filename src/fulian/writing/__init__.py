"""Records to what people look at (成文): official documents, pages to review a reading on, forms, charts."""

__all__: list[str] = []
