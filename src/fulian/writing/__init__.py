"""Records to what people look at (成文): forms that they fill in, charts."""

__all__: list[str] = []
