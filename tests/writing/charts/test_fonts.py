"""A font with Chinese characters is found, or it is said what to install."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import matplotlib as mpl
import pytest
from matplotlib import font_manager

import fulian
from fulian.writing.charts import _fonts, areas_chart
from fulian.writing.charts._fonts import find_font

LATIN = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Forget what was found, before and after."""
    monkeypatch.delenv("FULIAN_FONT", raising=False)
    for cache in (_fonts._named, _fonts._installed):
        cache.cache_clear()
    yield
    for cache in (_fonts._named, _fonts._installed):
        cache.cache_clear()


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the machine one that has only the Latin font of matplotlib."""
    latin = [one for one in font_manager.fontManager.ttflist if one.name == "DejaVu Sans"]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", latin)
    monkeypatch.setattr(font_manager, "findSystemFonts", list)


@pytest.mark.usefixtures("chinese_font")
def test_a_known_font_is_found() -> None:
    """What is found has the characters of this trade."""
    family = find_font()
    assert any(one.name == family and _fonts._has_chinese(one) for one in font_manager.fontManager.ttflist)


@pytest.mark.usefixtures("bare")
def test_a_bare_machine_is_told_what_to_install() -> None:
    """The error names the package and the variable; an SVG needs no font."""
    chart = areas_chart(fulian.read_text("甲县妇联2020年工作要点\n一、家庭建设\n（一）寻找最美家庭20户。"))
    with pytest.raises(fulian.ReadError, match=r"fonts-noto-cjk.*FULIAN_FONT.*found none on this machine"):
        chart.png()
    assert "家庭建设" in chart.svg()


@pytest.mark.usefixtures("chinese_font")
def test_a_font_installed_since_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Matplotlib's own list of fonts is from when it was first used; the machine is asked again."""
    path = next(one.fname for one in font_manager.fontManager.ttflist if one.name == find_font())
    _fonts._installed.cache_clear()
    monkeypatch.setattr(font_manager.fontManager, "ttflist", [])
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda: [str(LATIN), path])
    assert find_font() in {one.name for one in font_manager.fontManager.ttflist if one.fname == path}


@pytest.mark.usefixtures("chinese_font")
def test_a_font_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As a family or a file, by the argument or by FULIAN_FONT."""
    family = find_font()
    assert find_font(family) == family
    path = next(one.fname for one in font_manager.fontManager.ttflist if one.name == family)
    copy = tmp_path / f"mine{Path(path).suffix}"
    shutil.copy(path, copy)
    monkeypatch.setenv("FULIAN_FONT", str(copy))
    assert find_font() in {one.name for one in font_manager.fontManager.ttflist if one.fname == str(copy)}
    font_manager.fontManager.ttflist[:] = [one for one in font_manager.fontManager.ttflist if one.fname != str(copy)]


def test_a_font_that_will_not_do_is_refused(tmp_path: Path) -> None:
    """One that is not there, one without Chinese characters, a file that is no font."""
    with pytest.raises(fulian.ReadError, match="found no font 'No Such Sans'"):
        find_font("No Such Sans")
    with pytest.raises(fulian.ReadError, match="'DejaVu Sans', which has none"):
        find_font("DejaVu Sans")
    (tmp_path / "a.ttf").write_text("妇联", encoding="utf-8")
    with pytest.raises(fulian.ReadError, match="found no font") as caught:
        find_font(str(tmp_path / "a.ttf"))
    assert caught.value.file == str(tmp_path / "a.ttf")
