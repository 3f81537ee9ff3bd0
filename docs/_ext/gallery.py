"""Sphinx: makes the pictures of the gallery when pages are built, and shows each, or says what it needs."""

from __future__ import annotations

import os
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import directives
from pictures import MAKERS, make
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

__all__ = ["setup"]

_FOLDER = "gallery"
_missing: dict[str, list[str]] = {}
"""For each picture that could not be made what it needs."""


def build(app: Sphinx) -> None:
    """Make the pictures, for pages only; in CI all of them have to be made."""
    if app.builder.format != "html":
        _missing.update({name: ["a builder of pages"] for names in MAKERS for name in names})
        return
    _missing.update(make(Path(app.srcdir) / _FOLDER))
    lacking = ", ".join(sorted({need for needs in _missing.values() for need in needs}))
    if lacking and os.environ.get("CI"):
        raise ExtensionError(f"the gallery needs programs that this machine lacks: {lacking}")


class Picture(SphinxDirective):
    """``{picture} NAME``: a picture of the gallery with a caption, or what it needs."""

    required_arguments = 1
    has_content = True
    option_spec = {"alt": directives.unchanged_required, "width": directives.unchanged}  # noqa: RUF012 - as Sphinx has it

    def run(self) -> list[nodes.Node]:
        """Give the figure, or a note."""
        name = self.arguments[0]
        needs = _missing.get(name)
        caption = nodes.caption("", "")
        self.state.nested_parse(self.content, self.content_offset, caption)
        inline = [part for child in caption.children for part in child.children]
        if needs:
            words = f"This picture ({self.options['alt']}) needs {' and '.join(needs)}, which this machine lacks."
            return [nodes.note("", nodes.paragraph("", words))]
        self.env.note_dependency(str(Path(self.env.srcdir) / _FOLDER / name))
        image = nodes.image(uri=f"{_FOLDER}/{name}", alt=self.options["alt"], classes=["picture"])
        if "width" in self.options:
            image["width"] = self.options["width"]
        figure = nodes.figure("", image)
        if inline:
            figure += nodes.caption("", "", *inline)
        return [figure]


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx."""
    app.add_directive("picture", Picture)
    app.connect("builder-inited", build)
    return {"parallel_read_safe": True}
