"""A chart as a picture: fit for a page, the same bytes every time, whatever the names are."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fulian
from fulian.model.observation import Observation, Status
from fulian.model.organization import Organization, OrganizationKind
from fulian.model.reading import Reading
from fulian.values.period import Period
from fulian.values.quantity import Quantity
from fulian.writing.charts import Chart, areas_chart, cities_chart, targets_chart, tiles_chart, years_chart

from .conftest import SVG, Picture

LOAN = "发放妇女创业担保贷款"
HOSTILE = (
    "<script>alert(1)</script>", "\"quoted\" & 'single'", "$x^2$ ${}$ \\frac", "]]>&lt;<!--", "שלום עולם", "\u202e乱序",
    "𠮷野家😀", "a\x00b\x07c", "é\u0301\u0301\u0301", "\ud800", "\ufffe", "甲" * 300, "（", "",
)  # fmt: skip


def every_kind(tables: Reading, language: str = "zh") -> list[Chart]:
    """Draw one chart of each kind."""
    plan = fulian.read_text("甲县妇联2020年工作要点\n一、家庭建设\n（一）寻找最美家庭20户。\n（二）发放贷款300万元。")
    return [
        cities_chart(tables, LOAN, language=language),
        years_chart(tables, LOAN, organization="株洲市妇联", language=language),
        targets_chart(tables, LOAN, language=language),
        targets_chart(tables, language=language),
        areas_chart(plan, language=language),
        tiles_chart(tables, LOAN, language=language),
    ]


def of_city(name: str, value: int, *, label: str = "办班", code: str | None = None) -> Observation:
    """Make a figure of a body."""
    body = Organization(name=name, kind=OrganizationKind.OTHER, division_code=code) if name.strip() else None
    source = fulian.Source(document_id=f"d{value}", span=fulian.Span(start=0, end=1), quote="1")
    return Observation(
        label=label, quantity=Quantity(value=fulian.parse_numeral(str(value)).value, unit="期"), organization=body,
        period=Period.year(2020), status=Status.ACTUAL, source=source,
    )  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_kind_is_a_page_fit_svg(tables: Reading, language: str) -> None:
    """One svg element with a name and a description, no style sheet, no style attribute, no metadata, no XML head."""
    for chart in every_kind(tables, language):
        text = chart.svg()
        root = ET.fromstring(text)  # noqa: S314 - our own output
        assert text.startswith("<svg ")
        assert root.get("role") == "img"
        names = {element.tag.removeprefix(SVG) for element in root.iter()}
        assert names <= {"svg", "title", "desc", "defs", "g", "path", "text", "use", "pattern", "rect", "clipPath"}
        assert all("style" not in element.attrib for element in root.iter())
        labelled = root.attrib["aria-labelledby"].split()
        told = {element.get("id"): element.text for element in root.iter() if element.get("id")}
        assert [told[name] for name in labelled] == [chart.title, chart.description]


@pytest.mark.usefixtures("chinese_font")
def test_the_same_chart_gives_the_same_bytes(tables: Reading) -> None:
    """Twice drawn is once drawn, as SVG and as PNG; settings that a user made do not show."""
    import matplotlib as mpl

    for chart in every_kind(tables):
        svg, png = chart.svg(), chart.png(scale=1)
        with mpl.rc_context({"lines.linewidth": 9, "font.size": 30, "text.parse_math": True, "svg.fonttype": "path"}):
            assert chart.svg() == svg
            assert chart.png(scale=1) == png


def test_ids_of_two_charts_in_one_page_differ(tables: Reading) -> None:
    """Nothing of one picture can point into another."""
    ids = [
        {element.attrib["id"] for element in ET.fromstring(chart.svg()).iter() if "id" in element.attrib}  # noqa: S314 - ours
        for chart in every_kind(tables)
    ]
    assert all(ids)
    assert len(set().union(*ids)) == sum(map(len, ids))


def test_marks_lead_back_to_the_document(tables: Reading) -> None:
    """The group of a figure says where it stands; the words there are the figure's."""
    chart = cities_chart(tables, LOAN)
    found = Picture(chart)
    for number, mark in enumerate(chart.marks):
        group = found.groups[number][0]
        title = group.find(f"{SVG}title")
        assert title is not None
        assert title.text == f"{mark.row} {mark.text}"
        if mark.observation:
            start, end = int(group.attrib["data-start"]), int(group.attrib["data-end"])
            assert tables.document.text[start:end] == mark.observation.source.quote


def test_the_source_stands_under_the_chart(tables: Reading) -> None:
    """Title, issuer and date of the document, and in the description too."""
    for chart in every_kind(tables)[:4]:
        assert chart.sources == ("《湖南省妇联关于2022年贷款发放情况的通报》（湖南省妇联，2023-01-16）",)
        assert f"资料来源：{chart.sources[0]}" in Picture(chart).texts
        assert chart.sources[0] in chart.description


def test_many_sources_are_counted() -> None:
    """Four are named, the rest counted; the chart itself knows them all."""
    chart = cities_chart([of_city(f"{place}市", 10 + at) for at, place in enumerate("甲乙丙丁戊己")], "办班")
    assert len(chart.sources) == 6
    assert "资料来源：d10；d11；d12；d13等6份文件" in Picture(chart).texts


@pytest.mark.usefixtures("chinese_font")
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_drawn_as_text(name: str) -> None:
    """Names of bodies, labels and titles stay text: no element comes of them, no formula, no turned direction."""
    figures = [of_city(name, 5, label=f"办班{name}"), of_city("甲市", 7, label=f"办班{name}")]
    chart = cities_chart(figures, "办班", title=f"题{name}")
    found = Picture(chart)
    assert {element.tag for element in found.root.iter()} <= {f"{SVG}{tag}" for tag in
           ("svg", "title", "desc", "defs", "g", "path", "text", "use", "pattern", "rect", "clipPath")}  # fmt: skip
    assert not any(char in text for text in found.texts for char in "\u202e\x00\x07")
    shown = fulian.text.wrapping.one_line(name).replace("\ud800", "\ufffd").replace("\ufffe", "\ufffd")
    if shown and len(shown) < 40:
        assert shown in "".join(found.texts)
    assert chart.png(scale=0.5).startswith(b"\x89PNG")


@settings(max_examples=15)
@given(st.text(max_size=30), st.text(min_size=1, max_size=30))
def test_any_text_is_drawn(title: str, name: str) -> None:
    """Whatever a name or a title holds, the SVG can be parsed, and no text leaves the sheet's characters behind."""
    chart = cities_chart([of_city(f"甲{name}", 5)], "办班", title=f"题{title}")
    texts = Picture(chart).texts
    assert texts[0].startswith("题")
    assert any(text.startswith("甲") for text in texts)


@pytest.mark.usefixtures("chinese_font")
def test_a_png_is_as_large_as_asked_for(tables: Reading) -> None:
    """720 points wide, times the scale."""
    chart = cities_chart(tables, LOAN)
    for scale in (1, 2.5):
        width, _ = struct.unpack(">II", chart.png(scale=scale)[16:24])
        assert width == 720 * scale
    with pytest.raises(ValueError, match="'scale' must be above 0"):
        chart.png(scale=0)


@pytest.mark.usefixtures("chinese_font")
def test_a_chart_is_saved_whole_or_not_at_all(tables: Reading, tmp_path: Path) -> None:
    """The suffix gives the kind; another one is refused, and an old file stays."""
    chart = cities_chart(tables, LOAN)
    chart.save(tmp_path / "a.SVG")
    chart.save(tmp_path / "a.png", scale=1)
    assert (tmp_path / "a.SVG").read_text(encoding="utf-8") == chart.svg() + "\n"
    assert (tmp_path / "a.png").read_bytes() == chart.png(scale=1)
    with pytest.raises(fulian.DataError, match=r"expected a name that ends in \.svg or \.png") as caught:
        chart.save(tmp_path / "a.gif")
    assert caught.value.faults[0].path == "path"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.SVG", "a.png"]


def test_without_the_extra_a_chart_says_what_to_install(tables: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    """Making a chart needs no matplotlib, drawing it does."""
    import sys

    monkeypatch.setitem(sys.modules, "matplotlib", None)
    chart = cities_chart(tables, LOAN)
    for draw in (chart.svg, chart.png):
        with pytest.raises(fulian.ReadError, match=r"pip install 'fulian\[charts\]'") as caught:
            draw()
        assert caught.value.extra == "charts"


def test_a_notebook_shows_the_svg(tables: Reading, picture: Callable[[Chart], Picture]) -> None:
    """By the method that notebooks look for; its texts are those of the SVG."""
    chart = cities_chart(tables, LOAN)
    assert chart._repr_svg_() == chart.svg()
    assert chart.title in picture(chart).texts
