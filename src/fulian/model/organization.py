"""A body that publishes, does or answers for the work."""

from __future__ import annotations

import attrs
from attrs.validators import instance_of, matches_re, optional

from fulian.model.level import Level
from fulian.values.credit_code import CreditCode
from fulian.values.term import Term
from fulian.values.validation import filled

__all__ = ["Organization", "OrganizationKind"]


class OrganizationKind(Term):
    """What kind of body it is (机构类别).

    Source:
        Charter of the All-China Women's Federation (revised 2023) for federations, women's committees and working
        committees; the rest follows the bodies that the documents name.

    Example:
        >>> OrganizationKind.FEDERATION.zh
        '妇女联合会'
    """

    FEDERATION = "federation", "妇女联合会"
    WORKING_COMMITTEE = "working-committee", "妇女工作委员会"
    WOMENS_COMMITTEE = "womens-committee", "妇女委员会"
    CHILDRENS_WORK_COMMITTEE = "childrens-work-committee", "妇女儿童工作委员会"
    CHILDRENS_WORK_OFFICE = "childrens-work-office", "妇女儿童工作委员会办公室"
    DEPARTMENT = "department", "内设部门"
    AFFILIATED_UNIT = "affiliated-unit", "直属单位"
    ASSOCIATION = "association", "社会团体"
    PARTY_OR_GOVERNMENT = "party-or-government", "党政机关"
    AREA = "area", "地区"
    OTHER = "other", "其他"


@attrs.frozen(kw_only=True, cache_hash=True)  # bodies are what many tables are kept by
class Organization:
    """A body (组织): a federation, a department of one, a committee, or the place a figure is about.

    Attributes:
        name: The name in full, such as 株洲市妇女联合会.
        short_name: The name as texts shorten it, such as 株洲市妇联; None where there is none.
        kind: What kind of body it is.
        level: The level it works at, or None where that cannot be known.
        division_code: The six-digit code of its county, prefecture or province, or None. A township's or village's body
            carries the code of its county where that is known.
        parent: The body it is part of or is guided by, or None.
        credit_code: Its unified social credit code, or None.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The name is blank, or the division code is not six digits.

    Source:
        Charter of the All-China Women's Federation (revised 2023); GB/T 2260 for codes.

    Example:
        >>> zhuzhou = Organization(
        ...     name="株洲市妇女联合会", short_name="株洲市妇联", kind=OrganizationKind.FEDERATION,
        ...     level=Level.PREFECTURE, division_code="430200",
        ... )
        >>> print(zhuzhou)
        株洲市妇联
    """

    name: str = attrs.field(validator=filled())
    short_name: str | None = attrs.field(default=None, validator=optional(filled()))
    kind: OrganizationKind = attrs.field(validator=instance_of(OrganizationKind))
    level: Level | None = attrs.field(default=None, validator=optional(instance_of(Level)))
    division_code: str | None = attrs.field(default=None, validator=optional(matches_re("[1-9][0-9]{5}")))
    parent: Organization | None = attrs.field(default=None)
    credit_code: CreditCode | None = attrs.field(default=None, validator=optional(instance_of(CreditCode)))

    @parent.validator
    def _check_parent(self, attribute: attrs.Attribute[Organization | None], value: object) -> None:
        if value is not None and not isinstance(value, Organization):
            raise TypeError(f"'parent' must be Organization or None, got {value!r}")

    def __str__(self) -> str:
        return self.short_name or self.name
