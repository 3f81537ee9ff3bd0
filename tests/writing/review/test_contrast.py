"""Every pair of colours that is really on the page, computed in both schemes: WCAG 2.2, 1.4.3 and 1.4.11, level AA."""

from __future__ import annotations

import re

import pytest

from fulian.model.reading import Reading

from .conftest import Browser, Open

# The colours of each text that is drawn, with the ground under it: the nearest ground that is not see-through. Labels
# that the style puts behind words count too. Of a hatched ground the colour of the hatch is taken.
_PAIRS = """
const pairs = new Map();
const solid = (colour) => !/^rgba\\(.*, 0\\)$|^transparent$/.test(colour);
function ground(element) {
  for (let at = element; at; at = at.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    const hatch = backgroundImage.match(/rgb\\([^)]*\\)/);
    if (solid(backgroundColor)) return backgroundColor;
    if (hatch) return hatch[0];
  }
  return "rgb(255, 255, 255)";
}
const name = (element) => element.tagName.toLowerCase() + [...element.classList].map((one) => "." + one).join("");
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const element = node.parentElement;
  if (!node.data.trim() || !element.checkVisibility() || element.closest("script, style, noscript")) continue;
  pairs.set(getComputedStyle(element).color + "|" + ground(element), name(element));
}
for (const element of document.querySelectorAll("*")) {
  for (const pseudo of ["::before", "::after", "::placeholder"]) {
    const style = getComputedStyle(element, pseudo);
    if (!element.checkVisibility() || (pseudo !== "::placeholder" && /^(none|normal|"")$/.test(style.content))) continue;
    if (pseudo === "::placeholder" && !element.placeholder) continue;
    const under = solid(style.backgroundColor) ? style.backgroundColor : ground(element);
    pairs.set(style.color + "|" + under, name(element) + pseudo);
  }
}
return [...pairs].map(([pair, where]) => [...pair.split("|"), where]);
"""
# The lines that tell marks apart, and the edges of fields and buttons.
_LINES = """
const lines = [];
for (const mark of document.querySelectorAll("#d0 mark")) {
  const style = getComputedStyle(mark);
  if (style.textDecorationLine !== "none") lines.push([style.textDecorationColor, mark.className]);
  if (style.borderBottomStyle !== "none") lines.push([style.borderBottomColor, mark.className]);
}
for (const field of document.querySelectorAll("select, input[type=search], .tools button:not([aria-pressed=true])")) {
  lines.push([getComputedStyle(field).borderTopColor, field.tagName + field.id]);
}
const paper = getComputedStyle(document.querySelector("#text")).backgroundColor;
return lines.map(([colour, where]) => [colour, paper, where]);
"""


def luminance(colour: str) -> float:
    """Give the relative luminance of a computed colour, which must be opaque."""
    found = re.fullmatch(r"rgb\((\d+), (\d+), (\d+)\)", colour)
    assert found, f"expected an opaque colour, got {colour}"
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (int(one) / 255 for one in found.groups())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_that_of_the_standard() -> None:
    """Black on white is 21, #767676 on white is just above 4.5."""
    assert round(contrast("rgb(0, 0, 0)", "rgb(255, 255, 255)"), 2) == 21
    assert 4.5 < contrast("rgb(118, 118, 118)", "rgb(255, 255, 255)") < 4.6


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_lines_are_seen_in_both_schemes(browser: Browser, opened: Open, reading: Reading, scheme: str) -> None:
    """Text has a contrast of 4.5 at least, lines that carry a meaning 3, on every tab and with a figure chosen."""
    browser.command("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    opened(reading, reading, place="lang=en&figure=8")
    pairs = browser.run(_PAIRS)
    for tab in ("records", "findings", "doubts", "figures"):
        browser(f"#tab-{tab}").click()
        pairs += browser.run(_PAIRS)
    browser.press("?")
    pairs += browser.run(_PAIRS)
    browser("#help-close").click()
    assert len(pairs) > 40
    faint = {(where, text, ground) for text, ground, where in pairs if contrast(text, ground) < 4.5}
    assert faint == set()
    lines = browser.run(_LINES)
    assert len(lines) > 20
    assert {(where, line, ground) for line, ground, where in lines if contrast(line, ground) < 3} == set()


def test_the_schemes_differ(browser: Browser, opened: Open, reading: Reading) -> None:
    """The dark one is really dark."""
    opened(reading)
    grounds = []
    for scheme in ("light", "dark"):
        browser.command("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        grounds.append(luminance(browser.run("return getComputedStyle(document.body).backgroundColor")))
    assert grounds[0] > 0.8
    assert grounds[1] < 0.05


def test_who_wants_no_motion_gets_none(browser: Browser, opened: Open, reading: Reading) -> None:
    """The chosen mark arrives without an animation where the system asks for less motion."""
    name = "return getComputedStyle(document.querySelector('mark.current')).animationName"
    opened(reading, place="lang=en&figure=1")
    assert browser.run(name) == "arrive"
    browser.command("Emulation.setEmulatedMedia", features=[{"name": "prefers-reduced-motion", "value": "reduce"}])
    assert browser.run(name) == "none"


def test_the_focus_is_seen(browser: Browser, opened: Open, reading: Reading) -> None:
    """Walking through the page by the tab key, whatever has the focus has an outline of its own."""
    opened(reading)
    browser.run("document.activeElement.blur()")
    outlines = []
    for _ in range(25):
        browser.press("\ue004")
        outlines.append(
            browser.run(
                "const s = getComputedStyle(document.activeElement); return [document.activeElement.outerHTML.slice(0, 60), s.outlineStyle, parseFloat(s.outlineWidth)]"
            )
        )
    assert [place for place, style, width in outlines if style == "none" or width < 2] == []
