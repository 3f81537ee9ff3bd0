"""Readings to the review page."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal, NamedTuple

from fulian.checks.rule import Rule
from fulian.checks.run import Checked, check_fully
from fulian.formats._extras import needed
from fulian.formats._files import replacing
from fulian.model._given import given_readings
from fulian.model.reading import Reading
from fulian.text.view import View
from fulian.writing.review._data import document_data, shared_data
from fulian.writing.review._headings import Headings
from fulian.writing.review._lines import Stretch, stretches
from fulian.writing.review._marks import marks_of, named_bodies

__all__ = ["render_review", "write_review"]

# The scripts in the order in which they run; each may use what those before it define.
_SCRIPTS: Final = (
    "words.js",
    "browser.js",
    "elements.js",
    "readings.js",
    "text.js",
    "table.js",
    "card.js",
    "records.js",
    "findings.js",
    "charts.js",
    "keys.js",
    "page.js",
)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_Language = Literal["zh", "en"]


def write_review(
    readings: Reading | Iterable[Reading],
    path: str | os.PathLike[str],
    *,
    language: _Language = "zh",
    rules: Iterable[Rule | str] | None = None,
    charts: bool = False,
) -> None:
    """Write the review page (审阅页) of some readings: one file of HTML that needs no network.

    It shows each document's own text with every figure, body, programme and instrument marked where it stands, and
    beside it the records, the table of figures, what :func:`fulian.check` finds, what was doubtful and what was not
    read. The file is written whole or not at all.

    Args:
        readings: A reading, or several for one page with a list of documents.
        path: The file to write.
        language: The language that the page opens in: ``zh`` or ``en``; a switch in the page changes it.
        rules: The rules that are checked, as :func:`fulian.check` takes them; None for all.
        charts: Whether to add the charts that suit the documents, which needs the extra ``charts``.

    Raises:
        TypeError: What is given is no reading and no collection of readings.
        ReadError: Jinja2 is not installed, or for charts what draws them; it names the extra.
        ValueError: There is no reading, the language is neither, or a word means no rule.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> import fulian
        >>> reading = fulian.read_text("2023年，县妇联举办招聘会20场。")
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     page = Path(folder, "审阅.html")
        ...     fulian.write_review(reading, page)
        ...     page.read_text(encoding="utf-8").startswith("<!doctype html>")
        True
    """
    page = render_review(readings, language=language, rules=rules, charts=charts)
    with replacing(path) as file:
        file.write(page.encode())


def render_review(
    readings: Reading | Iterable[Reading],
    *,
    language: _Language = "zh",
    rules: Iterable[Rule | str] | None = None,
    charts: bool = False,
) -> str:
    """Give the review page of some readings as text (审阅页内容).

    Args:
        readings: A reading, or several for one page with a list of documents.
        language: The language that the page opens in: ``zh`` or ``en``.
        rules: The rules that are checked, as :func:`fulian.check` takes them; None for all.
        charts: Whether to add the charts that suit the documents, which needs the extra ``charts``.

    Returns:
        The page. It holds no lone surrogates: they are shown as U+FFFD, as is the null character.

    Raises:
        TypeError: What is given is no reading and no collection of readings.
        ReadError: Jinja2 is not installed, or for charts what draws them; it names the extra.
        ValueError: There is no reading, the language is neither, or a word means no rule.

    Example:
        >>> import fulian
        >>> page = render_review(fulian.read_text("全年举办讲座12场。"))
        >>> '<mark class="figure actual" id="d0-figure-0">12场</mark>' in page
        True
    """
    shown = given_readings(readings)
    if not shown:
        raise ValueError("expected at least one reading, got none")
    if language not in ("zh", "en"):
        raise ValueError(f"'language' must be 'zh' or 'en', got {language!r}")
    chosen = None if rules is None else tuple(rules)
    pages = [_Shown.of(one, check_fully(one, chosen)) for one in shown]
    return _SURROGATE.sub("\ufffd", _page(pages, language, charts=charts))


class _Shown(NamedTuple):
    """A reading ready to be shown (待呈现的读取结果)."""

    reading: Reading
    data: dict[str, Any]
    headings: Headings
    text: list[Stretch]

    @classmethod
    def of(cls, reading: Reading, checked: Checked) -> _Shown:
        """Find what is to be marked, and cut the text by it."""
        text = reading.document.text
        view = View(text)
        bodies = named_bodies(reading, view)
        marks = marks_of(reading, view, bodies, checked.findings)
        return cls(reading, document_data(reading, bodies, checked), Headings(reading), list(stretches(text, marks)))


def _page(shown: Sequence[_Shown], language: str, *, charts: bool) -> str:
    words = json.loads(_asset("words.json"))
    style, scripts = _asset("page.css"), [_asset(name) for name in _SCRIPTS]
    readings = [one.reading for one in shown]
    data = {
        "language": language,
        "words": words,
        **shared_data(readings),
        "documents": [one.data for one in shown],
        "charts": _charts(readings) if charts else None,
    }

    def say(key: str) -> str:
        english, chinese = words[key]
        return str(chinese if language == "zh" else english)

    heading = _title(readings[0]) or say("untitled")
    page: str = _template().render(
        language=language,
        say=say,
        heading=heading,
        title=f"{heading} · {say('reviewPage')}",
        documents=shown,
        data=data,
        style=style,
        scripts=scripts,
        policy=_policy(style, scripts),
    )
    return page


def _charts(readings: Sequence[Reading]) -> dict[str, Any]:
    """The charts of each document, and those of all together."""
    from fulian.writing.review._charts import charts_of, charts_together  # noqa: PLC0415 - few pages have charts

    return {"each": [charts_of(one) for one in readings], "together": charts_together(readings)}


def _title(reading: Reading) -> str | None:
    return reading.document.title or reading.document.file


def _policy(style: str, scripts: Iterable[str]) -> str:
    """The Content Security Policy: nothing but the page's own style and scripts, and pictures that are in the page."""
    hashes = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {hashes}; style-src {_hash(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _asset(name: str) -> str:
    return files("fulian.writing.review").joinpath("page", name).read_text(encoding="utf-8")


@cache
def _template() -> Any:
    jinja2 = needed("jinja2", extra="review", what="the review page")
    environment = jinja2.Environment(
        autoescape=True,  # whatever a document says stays text
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    markup = needed("markupsafe", extra="review", what="the review page").Markup
    # A bare carriage return would be read as a line feed.
    environment.filters["exact"] = lambda text: markup.escape(text).replace("\r", markup("&#13;"))
    return environment.from_string(_asset("page.html"))
