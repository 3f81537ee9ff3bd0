"""Pictures of what fulian makes, from the sample documents that ship with it.

Each maker works in a folder that holds the samples and writes its pictures there. What other programs are needed
(LibreOffice, Chromium, Poppler) each one says, so that a machine without them makes the rest.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

import fulian
from fulian.cli._show import show_reading
from fulian.cli._terminal import STYLES, Guides, Screen
from fulian.cli._words import Speech

__all__ = ["MAKERS", "PROGRAMS", "make"]

PROGRAMS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome", "chrome"),
    "soffice": ("soffice", "libreoffice"),
    "pdftoppm": ("pdftoppm",),
}
"""The programs that some pictures need, each with the names it goes by."""

LOAN, STARTED = "发放妇女创业担保贷款", "扶持妇女创业"


def program(name: str) -> str | None:
    """Give the path of a program, or None where the machine has none."""
    return next((path for one in PROGRAMS[name] if (path := shutil.which(one))), None)


def make(folder: Path) -> dict[str, list[str]]:
    """Make every picture that this machine can.

    Args:
        folder: Where they go; samples and other files that they are made from are left there too.

    Returns:
        For each picture that could not be made the programs that are missing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    command("demo", "--save", ".", folder=folder)
    missing = {}
    for names, (needs, maker) in MAKERS.items():
        lacking = [need for need in needs if program(need) is None]
        if lacking:
            missing |= dict.fromkeys(names, lacking)
        else:
            maker(folder)
    return missing


def command(*arguments: str, folder: Path) -> None:
    """Run ``fulian`` in a folder; it has to end well."""
    run(sys.executable, "-m", "fulian", *arguments, folder=folder)


def run(*arguments: str, folder: Path) -> None:
    """Run a program in a folder; what it says is shown where it fails."""
    done = subprocess.run(arguments, cwd=folder, capture_output=True, timeout=120, check=False)  # noqa: S603 - ours
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)}: {done.stderr.decode(errors='replace')[-2000:]}")


# -------------------------------------------------------------------- charts


def charts(folder: Path) -> None:
    """Draw one chart of each kind."""
    cities, plan = fulian.read(folder / "cities.txt"), fulian.read(folder / "plan.txt")
    for name, chart in {
        "chart-cities": fulian.cities_chart(cities, LOAN),
        "chart-years": fulian.years_chart(cities, LOAN, organization="株洲市妇联"),
        "chart-targets": fulian.targets_chart(cities, STARTED),
        "chart-areas": fulian.areas_chart(plan),
        "chart-tiles": fulian.tiles_chart(cities, LOAN),
    }.items():
        chart.save(folder / f"{name}.svg")


# -------------------------------------------------------------------- the terminal


def terminal(folder: Path) -> None:
    """Show a sample as a wide terminal does, and one as a narrow one does."""
    for language in ("zh", "en"):
        draw_show(folder, f"terminal-{language}", "round-up.txt", width=92, lines=31, language=language)
    draw_show(folder, "terminal-narrow", "plan.txt", width=40, lines=31)


def draw_show(folder: Path, name: str, sample: str, *, width: int, lines: int, language: str = "zh") -> None:
    """Write how ``fulian show`` begins as a picture."""
    console = Kept(theme=STYLES, color_system="standard", force_terminal=True, file=io.StringIO(), width=width)
    show_reading(Screen(console, Guides(), Speech(language), width), fulian.read(folder / sample), name=sample)
    drawn = draw_terminal(console, console.kept[:lines], width, f"fulian show {sample}")
    (folder / f"{name}.svg").write_text(drawn, encoding="utf-8")


class Kept(Console):
    """A console that keeps its lines; Rich's own export gives Chinese characters the width of Latin ones."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.kept: list[Text] = []

    def print(self, *lines: Any, **_: Any) -> None:
        """Keep a line."""
        self.kept.extend(line if isinstance(line, Text) else Text(str(line)) for line in lines)


_CELL, _LINE, _SIZE, _EDGE = 9.0, 21, 15, 18
_GROUND, _BAR, _PLAIN, _FAINT = "#18212c", "#222d3a", "#dbe2e9", "#8796a5"
_COLOURS = {
    "red": "#ff8278",
    "green": "#86d492",
    "yellow": "#e8c566",
    "blue": "#86b6ff",
    "magenta": "#dca0dc",
    "cyan": "#67cbd9",
}
_FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', 'PingFang SC', 'Microsoft YaHei', monospace"


def draw_terminal(console: Console, lines: list[Text], width: int, title: str) -> str:
    """Draw lines of a terminal as SVG, every character in its cell."""
    wide, high = 2 * _EDGE + width * _CELL, 40 + 2 * _EDGE + len(lines) * _LINE
    size = f'width="{wide:g}" height="{high:g}" viewBox="0 0 {wide:g} {high:g}"'
    look = f'role="img" aria-label="{escape(title)}" font-family="{_FONTS}" font-size="{_SIZE}"'
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {look}>',
        f'<rect width="{wide:g}" height="{high:g}" rx="9" fill="{_GROUND}"/>',
        f'<path d="M0 36V9a9 9 0 0 1 9-9H{wide - 9:g}a9 9 0 0 1 9 9V36Z" fill="{_BAR}"/>',
        f'<text x="{_EDGE}" y="23" fill="{_FAINT}" font-size="13">$ {escape(title)}</text>',
    ]
    for row, line in enumerate(lines):
        column, y = 0, 36 + _EDGE + _LINE * row + 15
        for segment in console.render(line, console.options.update(no_wrap=True, overflow="ignore")):
            text, style = segment.text.rstrip("\n"), segment.style or Style()
            for word in re.finditer(r"\S+", text):  # SVG draws several spaces as one
                places = _places(word.group(), column + cell_len(text[: word.start()]))
                drawn.append(f'<text x="{places}" y="{y}"{_look(style)}>{escape(word.group())}</text>')
            column += cell_len(text)
    return "\n".join([*drawn, "</svg>", ""])


def _places(text: str, column: int) -> str:
    """Where each character begins, as SVG takes it."""
    places = []
    for char in text:
        places.append(f"{_EDGE + column * _CELL:g}")
        column += cell_len(char)
    return " ".join(places)


def _look(style: Style) -> str:
    colour = _COLOURS.get(style.color.name, _PLAIN) if style.color else _FAINT if style.dim else _PLAIN
    return f' fill="{colour}"' + (' font-weight="bold"' if style.bold else "")


# -------------------------------------------------------------------- the review page


def review(folder: Path) -> None:
    """Take the review page in both languages, and its first printed page."""
    command("review", "summary.txt", "-o", "review.html", folder=folder)
    page = (folder / "review.html").resolve().as_uri()
    for language in ("zh", "en"):
        shoot(f"{page}#lang={language}&figure=6", f"review-{language}.png", folder)
    command("review", "cities.txt", "--charts", "-o", "review-charts.html", folder=folder)
    shoot(f"{(folder / 'review-charts.html').resolve().as_uri()}#lang=zh&tab=charts", "review-charts.png", folder)
    browse(f"--print-to-pdf={folder / 'review.pdf'}", "--no-pdf-header-footer", f"{page}#lang=zh", folder=folder)
    pages("review.pdf", "review-print", folder, most=1)


def shoot(address: str, name: str, folder: Path) -> None:
    """Take a picture of a page as a desktop's window shows it."""
    size = ("--window-size=1280,860", "--force-device-scale-factor=1.5", "--hide-scrollbars")
    browse(*size, "--virtual-time-budget=4000", f"--screenshot={folder / name}", address, folder=folder)


def browse(*arguments: str, folder: Path) -> None:
    """Run Chromium without a window, with a profile of its own."""
    with tempfile.TemporaryDirectory() as profile:
        flags = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}")
        run(str(program("chromium")), *flags, *arguments, folder=folder)


# -------------------------------------------------------------------- Word and Excel


def official(folder: Path) -> None:
    """Write the plan as an official document and take its pages."""
    command("write", "plan.txt", "-o", "official.docx", folder=folder)
    print_office("official.docx", folder)
    pages("official.pdf", "official", folder, most=4)


def form(folder: Path) -> None:
    """Fill a form from the summary and take the sheet of figures."""
    command("form", "city-report", "--from", "summary.txt", "-o", "form.xlsx", folder=folder)
    print_office("form.xlsx", folder)
    pages("form.pdf", "form", folder, most=3, dots=110)


def print_office(name: str, folder: Path) -> None:
    """Print a document of an office as PDF, with a profile of its own."""
    with tempfile.TemporaryDirectory() as profile:
        office = (str(program("soffice")), f"-env:UserInstallation={Path(profile).as_uri()}", "--headless")
        run(*office, "--convert-to", "pdf", name, folder=folder)


def pages(pdf: str, name: str, folder: Path, *, most: int, dots: int = 80) -> None:
    """Take the first pages of a PDF: ``name-1.png`` and on."""
    run(str(program("pdftoppm")), "-r", str(dots), "-png", "-l", str(most), pdf, name, folder=folder)
    for path in folder.glob(f"{name}-*.png"):  # pdftoppm writes -01 where there are ten pages
        path.rename(folder / f"{name}-{int(path.stem.rpartition('-')[2])}.png")


MAKERS: dict[tuple[str, ...], tuple[tuple[str, ...], Callable[[Path], None]]] = {
    ("chart-cities.svg", "chart-years.svg", "chart-targets.svg", "chart-areas.svg", "chart-tiles.svg"): ((), charts),
    ("terminal-zh.svg", "terminal-en.svg", "terminal-narrow.svg"): ((), terminal),
    ("review-zh.png", "review-en.png", "review-charts.png", "review-print-1.png"): (("chromium", "pdftoppm"), review),
    ("official-1.png", "official-2.png", "official-3.png", "official-4.png"): (("soffice", "pdftoppm"), official),
    ("form-3.png",): (("soffice", "pdftoppm"), form),
}
"""What is made: for the names of pictures the programs they need and their maker."""
