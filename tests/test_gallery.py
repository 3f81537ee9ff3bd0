"""The gallery of the documentation: what a machine lacks is said in its place, but fails the build in CI."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

EXTENSIONS = Path(__file__).resolve().parent.parent / "docs" / "_ext"


@pytest.fixture
def pictures(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give the module that makes the pictures, on a machine without the programs."""
    monkeypatch.syspath_prepend(str(EXTENSIONS))
    module = importlib.import_module("pictures")
    monkeypatch.setattr(module, "program", lambda _: None)
    yield module
    sys.modules.pop("pictures", None)
    sys.modules.pop("gallery", None)


def test_pictures_that_need_no_program_are_made_without_any(pictures: Any, tmp_path: Path) -> None:
    """Charts and terminal are there; for each other picture it is told what it needs."""
    missing = pictures.make(tmp_path)
    made = {path.name for path in tmp_path.glob("*.svg")}
    every = {name for names in pictures.MAKERS for name in names}
    assert made == every - set(missing)
    assert len(made) == 8
    assert missing["review-zh.png"] == ["chromium", "pdftoppm"]
    assert missing["official-1.png"] == ["soffice", "pdftoppm"]


def test_every_picture_that_the_page_shows_is_made(pictures: Any) -> None:
    """And the page shows nothing else."""
    page = (EXTENSIONS.parent / "gallery.md").read_text(encoding="utf-8")
    shown = {line.split()[1] for line in page.splitlines() if line.startswith("```{picture}")}
    assert shown <= {name for names in pictures.MAKERS for name in names}
    assert len(shown) >= 13


@pytest.mark.usefixtures("pictures")
@pytest.mark.parametrize("in_ci", [False, True])
def test_a_build_without_the_programs_fails_in_ci_only(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    in_ci: bool,  # noqa: FBT001
) -> None:
    """Elsewhere the page says what each picture needs."""
    pytest.importorskip("sphinx", reason="the documentation is built with the extra docs")
    from sphinx.errors import ExtensionError

    gallery: Any = importlib.import_module("gallery")
    monkeypatch.setenv("CI", "1") if in_ci else monkeypatch.delenv("CI", raising=False)
    app = SimpleNamespace(builder=SimpleNamespace(format="html"), srcdir=tmp_path)
    if in_ci:
        with pytest.raises(ExtensionError, match="chromium, pdftoppm, soffice"):
            gallery.build(app)
    else:
        gallery.build(app)
        assert gallery._missing["review-en.png"] == ["chromium", "pdftoppm"]
