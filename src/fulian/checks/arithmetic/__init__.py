"""Rules that calculate (算术检查): shares, changes, sums, averages, whole numbers, all by what the prints allow."""

__all__: list[str] = []
