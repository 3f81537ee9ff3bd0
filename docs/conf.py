import sys
from enum import EnumType
from importlib.metadata import version as installed_version
from pathlib import Path

from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent / "_ext"))  # gallery, which makes the pictures of gallery.md

project = "fulian"
author = "fulian contributors"
copyright = "2026, fulian contributors"
version = release = installed_version("fulian")
language = "en"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
    "sphinx_copybutton",
    "gallery",
]
exclude_patterns = ["_build", "_ext", "gallery/*"]
default_role = "literal"  # `text` in a docstring is code

html_theme = "furo"
html_title = f"fulian {version}"
html_static_path = ["_static"]
html_css_files = ["gallery.css"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_custom_sections = ["Units", "Source"]

copybutton_prompt_text = ">>> |\\.\\.\\. |\\$ "
copybutton_prompt_is_regexp = True

# The examples in docstrings are run by pytest; here only those of the pages are.
doctest_test_doctest_blocks = ""


def list_members(app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:
    """Write the members of a closed vocabulary, with their Chinese terms, under its docstring."""
    if what == "class" and isinstance(obj, EnumType):
        members = [f"- `{member}` {member.zh}" for member in obj if hasattr(member, "zh")]
        lines.extend(["", *members, ""])


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("autodoc-process-docstring", list_members)
