"""The files that a page is made of: scripts that parse, words in both languages, nothing that would end its element."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from fulian.model.observation import Status
from fulian.values.quantity import Qualifier
from fulian.writing.review.write import _SCRIPTS

from ...programs import run_program

PAGE = Path(str(files("fulian.writing.review"))) / "page"
WORDS = json.loads((PAGE / "words.json").read_text(encoding="utf-8"))
SOURCES = {path.name: path.read_text(encoding="utf-8") for path in PAGE.iterdir() if path.suffix != ".json"}


def test_every_file_is_used() -> None:
    """The folder holds the page, its style, its words and the scripts that run, and nothing else."""
    assert {path.name for path in PAGE.iterdir()} == {"page.html", "page.css", "words.json", *_SCRIPTS}


@pytest.mark.parametrize("name", _SCRIPTS)
def test_scripts_parse_and_are_strict(name: str) -> None:
    """Node.js reads each without a complaint; none could end the element that it stands in."""
    run_program("node", "--check", PAGE / name)
    assert SOURCES[name].startswith('"use strict";\n')
    assert "</script" not in SOURCES[name]
    assert "<!--" not in SOURCES[name]


@pytest.mark.parametrize("name", _SCRIPTS)
def test_scripts_put_in_text_only(name: str) -> None:
    """No script writes markup, makes code of text, or fetches anything."""
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\bfetch\b|XMLHttp|import\("
    )
    assert re.findall(forbidden, SOURCES[name]) == []


def test_the_style_ends_nothing_and_fetches_nothing() -> None:
    """It names no address, and its own sign for a closing tag does not occur."""
    assert "</" not in SOURCES["page.css"]
    assert "url(" not in SOURCES["page.css"]
    assert "@import" not in SOURCES["page.css"]


def test_every_word_stands_in_both_languages() -> None:
    """English has no Chinese, Chinese has some; both have the same places to fill in."""
    for key, (english, chinese) in WORDS.items():
        assert re.search("[\u4e00-\u9fff]", english) is None, key
        assert sorted(re.findall(r"\{\d\}", english)) == sorted(re.findall(r"\{\d\}", chinese)), key
        assert bool(english) == bool(chinese), key


def test_every_word_that_is_said_is_known_and_every_known_one_is_said() -> None:
    """No key is missing, none is left over."""
    everything = "\n".join(SOURCES.values())
    said = set(re.findall(r"\bsay\(\s*\"(\w+)\"", everything))
    said |= set(re.findall(r"data-(?:say|label)=\"(\w+)\"", everything))
    assert said <= set(WORDS)
    named = set(re.findall(r"\"(\w+)\"|(?<=[{\s])(\w+)(?=:)", everything))
    terms = {term.value for term in (*Status, *Qualifier)}
    assert {key for key in WORDS if key not in said | {one or other for one, other in named} | terms} == set()
