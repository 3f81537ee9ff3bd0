"""What the two READMEs show is what the command and the library give.

tools/fill_readmes.py and tools/build_pictures.py put it there.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "pictures"
READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh-CN.md"}


def block(language: str, name: str) -> str:
    """Give the fenced block that follows the marker comment of a README."""
    found = re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```", READMES[language].read_text(encoding="utf-8"), re.DOTALL)
    assert found, f"{READMES[language].name} has no block after <!-- {name} -->"
    return found[1]


@pytest.fixture
def pictures() -> Any:
    """Give the module that makes the pictures of the documentation."""
    spec = importlib.util.spec_from_file_location("pictures", ROOT / "docs" / "_ext" / "pictures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pictures_shown_are_the_pictures_made(pictures: Any, samples: Path) -> None:
    """The terminal's to the byte, the chart's to the word (matplotlib may draw a line otherwise one day)."""
    pictures.terminal(samples)
    pictures.charts(samples)
    for name in ("terminal-en.svg", "terminal-zh.svg"):
        assert (PICTURES / name).read_bytes() == (samples / name).read_bytes(), name
    kept, made = (path.read_text(encoding="utf-8") for path in (PICTURES / "chart.svg", samples / "chart-cities.svg"))
    assert re.findall(r">([^<>]+)</text>", kept) == re.findall(r">([^<>]+)</text>", made)


@pytest.mark.parametrize("language", READMES)
def test_the_example_prints_what_the_readme_says(samples: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """The code runs beside the folder of samples, and its output is the block after it."""
    monkeypatch.chdir(samples.parent)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(block(language, "example"), READMES[language].name, "exec"), {})  # noqa: S102 - our own code
    assert printed.getvalue() == block(language, "example-output")


def test_both_readmes_have_the_same_commands() -> None:
    """Each shell block of the English one that installs or tests stands in the Chinese one too."""
    english, chinese = (path.read_text(encoding="utf-8") for path in READMES.values())
    commands = re.findall(r"^python3 -m venv .*$", english, re.MULTILINE)
    assert len(commands) == 2
    assert all(command in chinese for command in commands)


def test_links_lead_somewhere() -> None:
    """Each file that a README links to exists."""
    for path in READMES.values():
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text(encoding="utf-8")):
            assert (ROOT / target).exists(), f"{path.name}: {target}"


@pytest.mark.parametrize(
    "page", [*READMES.values(), *sorted((ROOT / "docs").rglob("*.md"))], ids=lambda page: page.name
)
def test_links_have_words(page: Path) -> None:
    """A link without words is filled in by Sphinx, and nothing at all wherever else Markdown is shown."""
    if "_build" not in page.parts:
        assert re.findall(r"\[\]\([^)]*\)", page.read_text(encoding="utf-8")) == []


def test_the_readmes_say_what_was_measured() -> None:
    """How many figures of texts never seen come out right is the number of the page on accuracy."""
    told = re.search(r"record (0\.[0-9]+) on", (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8"))
    assert told, "docs/accuracy.md gives the record of the lots as found"
    hundred = round(float(told[1]) * 100)
    english, chinese = (path.read_text(encoding="utf-8") for path in READMES.values())
    assert f"{hundred}\n  of 100 figures" in english or f"{hundred} of 100 figures" in english
    assert f"100 个数字有 {hundred} 个各项全对" in chinese
