"""Rules about who and when (身份检查): numbers, dates, years, bodies, divisions, codes."""

__all__: list[str] = []
