"""Where in a file something stands: the paragraph, the cell, the page."""

from __future__ import annotations

from decimal import Decimal

import attrs
from attrs.validators import instance_of, matches_re, optional

from fulian.values.validation import exact_number, filled, whole_number

__all__ = ["Box", "Place"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Box:
    """The box of a stretch on its page (版面框), from the page's lower left corner.

    Attributes:
        left: Where it begins.
        bottom: Its foot.
        right: Where it ends; not before `left`.
        top: Its head; not below `bottom`.

    Units:
        Points, 1/72 inch.

    Raises:
        TypeError: A side is no Decimal.
        ValueError: A side is not finite or prints more than 1000 characters, or two are out of order.

    Example:
        >>> print(Box(left=Decimal(72), bottom=Decimal(500), right=Decimal("310.5"), top=Decimal(512)))
        (72, 500, 310.5, 512)
    """

    left: Decimal = attrs.field(validator=exact_number())
    bottom: Decimal = attrs.field(validator=exact_number())
    right: Decimal = attrs.field(validator=exact_number())
    top: Decimal = attrs.field(validator=exact_number())

    def __attrs_post_init__(self) -> None:
        sides = (self.left, self.bottom, self.right, self.top)
        if self.right < self.left or self.top < self.bottom:
            raise ValueError(f"a box ends after it begins, got {', '.join(map(str, sides))}")

    def __str__(self) -> str:
        return f"({self.left:f}, {self.bottom:f}, {self.right:f}, {self.top:f})"


@attrs.frozen(kw_only=True, weakref_slot=False)
class Place:
    """Where in a file a stretch of its text stands (文件位置).

    What a kind of file doesn't have is None: a web page has no pages, a PDF no paragraphs.

    Attributes:
        page: The page, from 1.
        box: The stretch's box on the page.
        paragraph: The paragraph, from 1, counted through the document; those in tables are not counted.
        table: The table, from 1, counted through the document.
        sheet: The sheet's name; None in a CSV file, which is one sheet without a name.
        cell: The cell's address, such as ``C7``; in a Word table or a web page's, column and row are counted as there.
        line: The line of a plain text, from 1.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: A number is less than 1, the sheet's name is blank, the cell is no address, a box has no page, or
            nothing is said.

    Example:
        >>> print(Place(sheet="汇总", cell="C7"), Place(paragraph=14), Place(paragraph=14).zh)
        汇总!C7 paragraph 14 第14段
        >>> box = Box(left=Decimal(72), bottom=Decimal(500), right=Decimal("310.5"), top=Decimal(512))
        >>> print(Place(page=3, box=box), Place(page=3, box=box).zh)
        page 3 (72, 500, 310.5, 512) 第3页
    """

    page: int | None = attrs.field(default=None, validator=optional(whole_number(1)))
    box: Box | None = attrs.field(default=None, validator=optional(instance_of(Box)))
    paragraph: int | None = attrs.field(default=None, validator=optional(whole_number(1)))
    table: int | None = attrs.field(default=None, validator=optional(whole_number(1)))
    sheet: str | None = attrs.field(default=None, validator=optional(filled()))
    cell: str | None = attrs.field(default=None, validator=optional(matches_re(r"[A-Z]{1,6}[1-9][0-9]{0,9}")))
    line: int | None = attrs.field(default=None, validator=optional(whole_number(1)))

    def __attrs_post_init__(self) -> None:
        if self.box is not None and self.page is None:
            raise ValueError(f"a box stands on a page, got {self.box} and no page")
        if (self.page, self.paragraph, self.table, self.sheet, self.cell, self.line) == (None,) * 6:
            raise ValueError("a place must say where something stands, got nothing")

    def __str__(self) -> str:
        on_a_page = self.box is not None and self.page is not None and self.en == f"page {self.page}"
        return f"{self.en} {self.box}" if on_a_page else self.en

    @property
    def en(self) -> str:
        """The place in English, without its box: ``page 3``."""
        return self._named("page {}", "table {}", ", ", "paragraph {}", "line {}")

    @property
    def zh(self) -> str:
        """The place in Chinese, without its box: 第3页."""
        return self._named("第{}页", "表{}", " ", "第{}段", "第{}行")

    def _named(self, page: str, table: str, between: str, paragraph: str, line: str) -> str:
        if self.sheet is not None:
            return f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        if self.table is not None:
            return table.format(self.table) + (f"{between}{self.cell}" if self.cell else "")
        for words, number in ((page, self.page), (paragraph, self.paragraph), (line, self.line)):
            if number is not None and self.cell is None:
                return words.format(number)
        return self.cell or ""
