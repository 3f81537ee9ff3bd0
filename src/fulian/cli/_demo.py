"""``fulian demo``: the sample documents that come with the package."""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO
from pathlib import Path

from rich.text import Text

from fulian.cli._lines import wrap
from fulian.cli._show import show_reading
from fulian.cli._terminal import Screen
from fulian.reading import read

__all__ = ["copy_samples", "sample_names", "show_samples"]

_SAMPLES = {
    "plan.txt": ("a province's yearly plan", "一份省级年度工作要点"),
    "round-up.txt": ("a news round-up of six cities' reports", "一篇六市工作的新闻综述"),
    "summary.txt": ("a county-level city's summary", "一份县级市的工作总结"),
    "cities.txt": ("a province's tables of its cities' figures", "一份列有各市州数据的通报"),
}


def sample_names() -> tuple[str, ...]:
    """Name the sample documents, in the order they are shown."""
    return tuple(_SAMPLES)


def _sample(name: str) -> bytes:
    return files("fulian.cli").joinpath("samples", name).read_bytes()


def show_samples(screen: Screen, *, full: bool = False) -> None:
    """Read the samples, show them, and say what to try next."""
    say = screen.say
    _say(
        screen,
        say(
            "Four documents in the manner of those that women's federations publish. The places are real; "
            "the texts and every figure in them are invented.",
            "以下四份文件仿照妇联公开文件写成：地名是真的，文字和其中的每个数字都是虚构的。",
        ),
    )
    for name, kind in _SAMPLES.items():
        screen.line()
        [*lines, last] = wrap(Text(f"{name}{screen.guides.dot.center(3)}{say(*kind)}", style="bold"), screen.width)
        for line in lines:
            screen.line(line)
        screen.line(last.append(f" {screen.guides.rule * max(0, screen.width - last.cell_len - 1)}"))
        screen.line()
        show_reading(screen, read(BytesIO(_sample(name))), full=full, name=name)
    screen.line()
    _next(screen)


def _next(screen: Screen) -> None:
    say = screen.say
    screen.line(say("To try next", "接下来可以试试"), style="head")
    rows = (
        ("fulian demo --save samples", say("keep the four documents in a folder", "把四份文件存到一个文件夹")),
        ("fulian explain samples/summary.txt --figure 12", say("why a figure was read so", "看一个数字为何这样读")),
        ("fulian read samples -o readings.jsonl", say("all of it as data", "把全部内容存为数据")),
        ("fulian show YOUR-FILE.txt", say("a document of your own", "看您自己的文件")),
    )
    widest = max(len(command) for command, _ in rows)
    for command, what in rows:
        if widest + 6 + Text(what).cell_len <= screen.width:
            screen.line(Text.assemble("  ", (command.ljust(widest), "number"), f"  {what}"))
        else:
            for line in wrap(Text(command, style="number"), screen.width - 2):
                screen.line(Text("  ").append_text(line))
            screen.line(Text(f"    {what}"))


def copy_samples(folder: Path) -> list[Path]:
    """Save the samples in a folder, which is made where there is none; a file that is there already stays as it is.

    Returns:
        The files written.

    Raises:
        FileExistsError: A file of that name is there, and holds something else.
        OSError: The folder or a file cannot be written.
    """
    held = {folder / name: _sample(name) for name in _SAMPLES}
    for path, data in held.items():
        if path.exists() and path.read_bytes() != data:
            raise FileExistsError(17, "is there already and holds something else; choose another folder", str(path))
    folder.mkdir(parents=True, exist_ok=True)
    for path, data in held.items():
        path.write_bytes(data)
    return list(held)


def _say(screen: Screen, words: str) -> None:
    for line in wrap(Text(words), screen.width):
        screen.line(line)
