"""The six levels at which federations work."""

from __future__ import annotations

from fulian.values.term import Term

__all__ = ["Level"]


class Level(Term):
    """A level of administration (层级), from the nation down to the village.

    Source:
        Charter of the All-China Women's Federation (revised 2023): national, local (province, prefecture, county) and
        grass-roots (township or sub-district, village or community) organisations.

    Example:
        >>> Level("county").zh, Level.COUNTY.rank > Level.PROVINCE.rank
        ('县级', True)
    """

    NATIONAL = "national", "全国"
    PROVINCE = "province", "省级"
    PREFECTURE = "prefecture", "地级"
    COUNTY = "county", "县级"
    TOWNSHIP = "township", "乡级"
    VILLAGE = "village", "村级"

    @property
    def rank(self) -> int:
        """The place in the order: 0 for the nation, 5 for the village."""
        return _RANKS[self]


_RANKS = {level: rank for rank, level in enumerate(Level)}
