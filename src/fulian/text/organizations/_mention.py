"""A body or an area where it stands in running text, and which one it means."""

from __future__ import annotations

from functools import lru_cache

import attrs
from attrs.validators import instance_of

from fulian.errors import ParseError
from fulian.model.level import Level
from fulian.model.organization import Organization, OrganizationKind
from fulian.text.organizations._place import MASKED, area_of, relative_place
from fulian.text.organizations.parsing import parse_organization
from fulian.values.term import Term
from fulian.values.validation import whole_number

__all__ = ["BodyForm", "BodyMention"]


class BodyForm(Term):
    """How a text names a body (称谓形式).

    Example:
        >>> from fulian.text.organizations import find_bodies
        >>> [mention.form.zh for mention in find_bodies("市妇联在全市推广慈利县经验")]
        ['相对称谓的妇联', '相对称谓的地区', '地名']
    """

    FEDERATION = "federation", "妇联"
    DEPARTMENT = "department", "内设部门"
    COMMITTEE = "committee", "委员会"
    RELATIVE_FEDERATION = "relative-federation", "相对称谓的妇联"
    RELATIVE_COMMITTEE = "relative-committee", "相对称谓的委员会"
    SELF = "self", "自称"
    RELATIVE_AREA = "relative-area", "相对称谓的地区"
    PLACE = "place", "地名"
    COMMUNITY = "community", "乡镇和村居"
    SEVERAL = "several", "泛称"


@attrs.frozen(kw_only=True, weakref_slot=False)
class BodyMention:
    """A body or an area where it stands in a text (机构或地区称谓).

    Attributes:
        start: The first code point, from zero.
        end: The code point after the last.
        text: The words: 株洲市妇联, 市妇联, 全市, 慈利县, 万安镇景乐社区.
        form: How it is named.
        in_title: Whether it stands in a title in 《》, where it names a paper and no body of the sentence.

    Raises:
        TypeError: A field is of the wrong type.

    Example:
        >>> from fulian.text.organizations import find_bodies
        >>> [mention] = find_bodies("截至年底，全市建成妇女之家120个。")
        >>> zhuzhou = parse_organization("株洲市妇联")
        >>> str(mention.resolve(zhuzhou, 2016)), mention.resolve(zhuzhou, 2016).kind.zh
        ('株洲市', '地区')
    """

    start: int = attrs.field(validator=whole_number(0))
    end: int = attrs.field(validator=whole_number(1))
    text: str = attrs.field(validator=instance_of(str))
    form: BodyForm = attrs.field(validator=instance_of(BodyForm))
    in_title: bool = attrs.field(default=False, validator=instance_of(bool))

    def resolve(self, home: Organization | None = None, year: int | None = None) -> Organization | None:
        """Tell which body is meant when the one that reports is `home` (确定所指机构).

        Args:
            home: The body whose text it is, or None where that is not known.
            year: The calendar year that the text speaks of, or None.

        Returns:
            The body; an area for 全市, 慈利县 and the like. None where home does not settle it: a relative name without
            home, a county's name that several counties have, 各县市区.

        Example:
            >>> from fulian.text.organizations import find_bodies
            >>> [mention] = find_bodies("省妇联将其定为示范点")
            >>> str(mention.resolve(parse_organization("张家界市妇联"))), mention.resolve()
            ('湖南省妇联', None)
        """
        return _meant(self.text, self.form, home, year)


@lru_cache(maxsize=65536)
def _meant(text: str, form: BodyForm, home: Organization | None, year: int | None) -> Organization | None:
    if form is BodyForm.SEVERAL:
        return None
    if form is BodyForm.SELF:
        return _self(home)
    if form is BodyForm.RELATIVE_AREA:
        return _relative_area(text, home, year)
    try:
        found = parse_organization(text, year=year, within=home)
    except ParseError:
        return None
    unsettled = found.level is Level.COUNTY and found.division_code is None and not MASKED.search(text)
    return None if unsettled else found


def _self(home: Organization | None) -> Organization | None:
    """我会: the federation that speaks; of an area, its federation."""
    if home is None or home.kind is not OrganizationKind.AREA:
        return home
    try:
        return parse_organization(f"{home.name}妇联", within=home)
    except ParseError:
        return None


def _relative_area(text: str, home: Organization | None, year: int | None) -> Organization | None:
    unit = text.removeprefix("我们").lstrip("全我本该")
    if unit == "国":
        return Organization(name="全国", kind=OrganizationKind.AREA, level=Level.NATIONAL)
    if home is None:
        return None
    place = relative_place(unit, year, home)
    return None if place is None else area_of(place)
