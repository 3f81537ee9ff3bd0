"""Records to what people look at (成文): forms that they fill in."""

__all__: list[str] = []
