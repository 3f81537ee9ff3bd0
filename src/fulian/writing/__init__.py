"""Records to what people look at (成文): pages to review a reading on, forms that they fill in, charts."""

__all__: list[str] = []
