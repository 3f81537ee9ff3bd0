"""The measures of GB/T 9704-2012 in their one home."""

from __future__ import annotations

import pytest

from fulian.reference import official_layout as layout
from fulian.reference.official_layout import Element, Face, face_of, fonts_of, look_of


def test_the_page_is_whole() -> None:
    """Margins and text area add up to A4 (5.1, 5.2.1)."""
    assert (layout.RIGHT_MM, layout.BOTTOM_MM) == (26, 35)


@pytest.mark.parametrize("element", Element)
def test_every_element_has_its_look(element: Element) -> None:
    """With the clause that fixes it; sizes are 2号, 3号 or 4号."""
    look = look_of(element)
    assert look.clause.startswith("7.")
    assert look.size in (None, 14, 16, 22)


@pytest.mark.parametrize("face", Face)
def test_every_face_has_fonts_and_no_font_has_two_faces(face: Face) -> None:
    """A font leads back to its face."""
    assert fonts_of(face)
    assert {face_of(font) for font in fonts_of(face)} == {face}
