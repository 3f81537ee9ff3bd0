"""The Word file around the text: an empty package of python-docx, stripped of its template and given our own styles."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from fulian.formats._extras import needed
from fulian.formats._packages import UndatedZip
from fulian.reference.official_layout import (
    BOTTOM_MM,
    CHARACTERS_A_LINE,
    FOOTER_MM,
    LEFT_MM,
    LINES_A_PAGE,
    PAGE_HEIGHT_MM,
    PAGE_WIDTH_MM,
    RIGHT_MM,
    TEXT_HEIGHT_MM,
    TEXT_WIDTH_MM,
    TOP_MM,
    Element,
    Face,
    fonts_of,
    look_of,
)
from fulian.writing.official._markup import CHARACTER, LINE, fonts, twips, w

__all__ = ["close_package", "open_package", "page_setup"]

_KEPT = ("styles", "settings", "footer")
_WHAT = "the official document"
_NORMAL_SIZE = 16.0
# The page says the grid; the text keeps to its pitch by itself, by exact lines and characters set closer, because
# programs differ in how they set a grid that is narrower than its characters. One twip more than the grid asks for
# leaves room for their rounding; lines are justified to the full width anyhow.
_CLOSER = CHARACTER - round(_NORMAL_SIZE * 20) - 1


def open_package(*, title: str, author: str | None, issued: date | None) -> Any:
    """Open an empty document without the template's styles, theme, picture and words."""
    docx = needed("docx", extra="word", what=_WHAT)
    document = docx.Document()
    for holder in (document.part, document.part.package):
        for key, relation in list(holder.rels.items()):
            kind = relation.reltype.rpartition("/")[2]
            if kind not in (*_KEPT, "officeDocument", "core-properties"):
                holder.rels.pop(key)
    _fill(document.styles.element, _styles())
    _fill(document.settings.element, _settings())
    for child in list(document.element.body):
        document.element.body.remove(child)
    _name_fonts(document)
    core = document.core_properties
    core.title, core.author, core.comments, core.last_modified_by = title[:250], (author or "")[:250], "", ""
    core.created = core.modified = datetime.combine(issued or date(1980, 1, 1), time(), tzinfo=UTC).replace(tzinfo=None)
    return document


def _name_fonts(document: Any) -> None:
    """Say which fonts may stand in for those that a machine lacks, such as 仿宋 for 仿宋_GB2312."""
    opc = {
        name: needed(f"docx.opc.{name}", extra="word", what=_WHAT) for name in ("constants", "oxml", "packuri", "part")
    }
    made = [
        w(
            "font",
            {"name": fonts_of(face)[0]},
            [w("altName", {"val": ",".join(fonts_of(face)[1:])}), w("charset", {"val": "86"})],
        )
        for face in Face
    ]
    kind, relation = opc["constants"].CONTENT_TYPE.WML_FONT_TABLE, opc["constants"].RELATIONSHIP_TYPE.FONT_TABLE
    data = opc["oxml"].serialize_part_xml(w("fonts", children=made))
    part = opc["part"].Part(opc["packuri"].PackURI("/word/fontTable.xml"), kind, data, document.part.package)
    document.part.relate_to(part, relation)


def close_package(document: Any) -> bytes:
    """Give the file's bytes: the same for the same content, whenever it is written."""
    written, packed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, UndatedZip(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
    return packed.getvalue()


def _fill(element: Any, children: list[Any]) -> None:
    for child in list(element):
        element.remove(child)
    for child in children:
        element.append(child)


def page_setup(footers: list[tuple[str, str]]) -> Any:
    """The page of GB/T 9704-2012, 5: its size, its margins, the grid of 22 lines by 28 characters, its footers."""
    pitch = TEXT_WIDTH_MM / 25.4 * 72 / CHARACTERS_A_LINE
    setup = w("sectPr")
    for kind, key in footers:
        setup.append(w("footerReference", {"type": kind, "r:id": key}))
    setup.append(w("pgSz", {"w": twips(PAGE_WIDTH_MM), "h": twips(PAGE_HEIGHT_MM)}))
    margins = {"top": TOP_MM, "right": RIGHT_MM, "bottom": BOTTOM_MM, "left": LEFT_MM}
    setup.append(
        w(
            "pgMar",
            {
                **{side: twips(width) for side, width in margins.items()},
                "header": twips(15),
                # The footer's line is 16 pt high, its dashes stand in the middle.
                "footer": twips(BOTTOM_MM - FOOTER_MM - 8 / 72 * 25.4),
                "gutter": 0,
            },
        )
    )
    setup.append(w("cols", {"space": 425}))
    setup.append(
        w(
            "docGrid",
            {
                "type": "linesAndChars",
                "linePitch": twips(TEXT_HEIGHT_MM) // LINES_A_PAGE,
                "charSpace": round((pitch - _NORMAL_SIZE) * 4096),
            },
        )
    )
    return setup


def _settings() -> list[Any]:
    compatibility = w("compat", children=[w("useFELayout")])
    compatibility.append(
        w(
            "compatSetting",
            {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": 15},
        )
    )
    return [
        w("zoom", {"percent": 100}),
        w("evenAndOddHeaders"),
        w("defaultTabStop", {"val": 420}),
        w("characterSpacingControl", {"val": "doNotCompress"}),
        compatibility,
        w("themeFontLang", {"val": "en-US", "eastAsia": "zh-CN"}),
    ]


# -------------------------------------------------------------------- styles


def _styles() -> list[Any]:
    look = look_of(Element.BODY)
    language = w("lang", {"val": "en-US", "eastAsia": "zh-CN"})
    closer = [w("color", {"val": "000000"}), w("spacing", {"val": _CLOSER})]
    layout = [
        w("widowControl", {"val": 0}),
        w("autoSpaceDE", {"val": 0}),
        w("autoSpaceDN", {"val": 0}),
        w("snapToGrid", {"val": 0}),
        w("spacing", {"before": 0, "after": 0, "line": LINE, "lineRule": "exact"}),
        w("jc", {"val": "both"}),
    ]
    return [
        w(
            "docDefaults",
            children=[
                w("rPrDefault", children=[w("rPr", children=[*_run(look.face, look.size), language])]),
                w("pPrDefault", children=[w("pPr")]),
            ],
        ),
        w(
            "style",
            {"type": "paragraph", "default": 1, "styleId": "Normal"},
            children=[
                w("name", {"val": "Normal"}),
                w("qFormat"),
                w("pPr", children=layout),
                w("rPr", children=_run(look.face, look.size, closer)),
            ],
        ),
        *(_style(element) for element in Element if look_of(element).face is not None),
    ]


_CENTRED = (Element.MASTHEAD, Element.NUMBER, Element.TITLE, Element.ANNEX_TITLE)
_INDENTED = (Element.BODY, Element.LEVEL_1, Element.LEVEL_2, Element.LEVEL_3, Element.LEVEL_4, Element.NOTE)
_FLUSH = (Element.RECIPIENTS, Element.ANNEX_MARK, Element.COPY_NUMBER, Element.SECRECY, Element.URGENCY)
_OUTLINE = {Element.TITLE: 0, Element.ANNEX_TITLE: 0, Element.LEVEL_1: 1, Element.LEVEL_2: 2}


def _style(element: Element) -> Any:
    look = look_of(element)
    layout = w("pPr")
    if element in (Element.LEVEL_1, Element.LEVEL_2):
        layout.append(w("keepNext"))
    if element in _INDENTED:
        layout.append(w("ind", {"firstLineChars": 200, "firstLine": 2 * CHARACTER}))
    if element in _CENTRED:
        layout.append(w("jc", {"val": "center"}))
    elif element in _FLUSH:
        layout.append(w("jc", {"val": "left"}))
    if element in _OUTLINE:
        layout.append(w("outlineLvl", {"val": _OUTLINE[element]}))
    return w(
        "style",
        {"type": "paragraph", "customStyle": 1, "styleId": style_id(element)},
        children=[
            w("name", {"val": f"公文{element.zh}"}),
            w("basedOn", {"val": "Normal"}),
            w("qFormat"),
            layout,
            w("rPr", children=_run(look.face, look.size)),
        ],
    )


def _run(face: Face | None, size: float | None, between: Sequence[Any] = ()) -> list[Any]:
    """The properties of a run, in the order of the schema."""
    made = [*([] if face is None else [fonts(fonts_of(face)[0])]), *between]
    if size is not None:
        made += [w("sz", {"val": round(size * 2)}), w("szCs", {"val": round(size * 2)})]
    return made


def style_id(element: Element) -> str:
    """The id of an element's paragraph style."""
    return "Official" + "".join(part.capitalize() for part in element.value.split("-"))
