"""How fast are documents read, beside a bare regular expression, and does the time grow as the text does?

    python benchmarks/extraction.py [speed|growth|hostile] [FOLDER] [--megabytes 5] [--repeats 7]

FOLDER holds documents as UTF-8 *.txt; they are repeated to so many megabytes. Without one, a report is made of the
project's own sentences (tests/reading/figures/scored_set.toml).

- speed: the characters a second of `find_quantities` and of `fulian.read_text`, and their ratios to a compiled pattern
  for a number and its unit that only counts its matches. Each is timed right beside the pattern, and the ratios'
  median is given. The second row draws every digit anew in each copy, so that no number is met twice.
- growth: the time of texts of 1.25, 2.5, 5 and 10 MB; twice the text takes twice the time.
- hostile: the same for texts made to hurt, of half a million characters and of a million.

Processor time of one process, so that other work on the machine counts little; the ratios are what can be compared.
"""

from __future__ import annotations

import argparse
import gc
import platform
import random
import re
import statistics
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import fulian
from fulian.text import clauses
from fulian.text.quantities import find_quantities

UNITS = (
    "平方米 平方公里 个百分点 个工作日 工作日 百分点 人次 万元 亿元 公里 小时 分钟 公顷 公斤 千克 周年 人 名 位 户 家 "
    "个 所 场 次 期 件 条 项 份 篇 笔 元 岁 天 年 月 日 届 批 支 套 座 处 间 台 辆 本 "
    "册 亩 吨 米 倍 成 ％ % 例 对 宗 起 站 类 种 级 层"
)
NUMERALS = "零〇一二两三四五六七八九十百千万亿"
# The yardstick: a character class first, so that the search skips to candidates; it understands nothing.
BARE = re.compile(
    f"([0-9一二两三四五六七八九十百千万亿][0-9,，.{NUMERALS}]*)([余多来])?([万亿])?({'|'.join(UNITS.split())})"
)
DIGITS = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|[1-9]")  # years stay
SCORED_SET = Path(__file__).parent.parent / "tests" / "reading" / "figures" / "scored_set.toml"


def documents(folder: Path | None) -> str:
    """Give the documents of a folder, or a report made of the project's own sentences."""
    if folder is not None:
        return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt")))
    samples = tomllib.loads(SCORED_SET.read_text(encoding="utf-8"))["sample"]
    sentences = [sample["text"] for sample in samples]
    parts = ["临江市妇联2016年工作总结"]
    for number, at in enumerate(range(0, len(sentences), 12)):
        parts += [f"（{NUMERALS[1 + number % 9]}）扎实推进工作", "".join(sentences[at : at + 12])]
    return "\n".join(parts)


def repeated(text: str, megabytes: float, *, anew: bool = False) -> str:
    """Repeat a text to so many megabytes of UTF-8; with `anew`, each copy has digits of its own."""
    copies = max(1, round(megabytes * 1e6 / len(text.encode())))
    if not anew:
        return (text + "\n") * copies
    draw = random.Random(1)  # noqa: S311 - digits for a benchmark
    others = [dict(zip("123456789", draw.sample("123456789", 9), strict=True)) for _ in range(copies)]
    return "\n".join(DIGITS.sub(lambda found, other=other: other.get(found[0], found[0]), text) for other in others)


def bare(text: str) -> int:
    """Count what looks like a number with a unit."""
    return sum(1 for _ in BARE.finditer(text))


def seconds(work: Callable[[str], object], text: str) -> float:
    """The processor time of one call, what it made included, what it left behind not."""
    gc.collect()
    start = time.process_time()
    made = work(text)
    spent = time.process_time() - start
    del made
    return spent


def beside_bare(work: Callable[[str], object], text: str, repeats: int) -> tuple[float, float, list[float]]:
    """The median time of a call, that of the bare pattern, and the ratios, each from neighbours in time."""
    times, floors, ratios = [], [], []
    for _ in range(repeats):
        before = seconds(bare, text)
        times.append(seconds(work, text))
        floor = (before + seconds(bare, text)) / 2
        floors.append(floor)
        ratios.append(floor / times[-1])
    return statistics.median(times), statistics.median(floors), ratios


def speed(text: str, megabytes: float, repeats: int) -> None:
    """Print the speeds and their ratios to the bare pattern."""
    print(f"{'':34}{'Mchar/s':>9}{'x bare':>9}{'spread':>17}")
    for name, anew in (("as they are", False), ("digits anew in each copy", True)):
        long = repeated(text, megabytes, anew=anew)
        for title, work in (("find_quantities", find_quantities), ("read_text", fulian.read_text)):
            spent, floor, ratios = beside_bare(work, long, repeats)
            if title == "find_quantities":
                print(f"{name}: {len(long):,} characters\n{'  bare pattern':34}{len(long) / floor / 1e6:9.2f}{1:9.3f}")
            spread = f"{min(ratios):.4f}-{max(ratios):.4f}"
            print(f"  {title:32}{len(long) / spent / 1e6:9.2f}{statistics.median(ratios):9.4f}{spread:>17}")


def growth(text: str, repeats: int) -> None:
    """Print how the time grows with the text."""
    print(f"{'megabytes':>9}{'find_quantities s':>19}{'us/kchar':>10}{'read_text s':>13}{'us/kchar':>10}")
    for megabytes in (1.25, 2.5, 5, 10):
        long = repeated(text, megabytes)
        found = statistics.median(seconds(find_quantities, long) for _ in range(repeats))
        read = statistics.median(seconds(fulian.read_text, long) for _ in range(repeats))
        per = 1e9 / len(long)
        print(f"{megabytes:9.2f}{found:19.2f}{found * per:10.0f}{read:13.2f}{read * per:10.0f}")


def hurting() -> Iterator[tuple[str, Callable[[int], str]]]:
    """Texts that lead careless patterns into trying everything: a name, and how to make one of some length."""
    yield "digits", lambda size: "1" * size
    yield "万", lambda size: "万" * size
    yield "1月", lambda size: "1月" * (size // 2)
    yield "nested brackets", lambda size: "（" * (size // 2) + "）" * (size // 2)
    yield "open title marks", lambda size: "《" * size
    yield "open quotation marks", lambda size: "“三" * (size // 2)
    yield "no full stop", lambda size: "培训妇女300人，" * (size // 9)
    yield "no stop at all", lambda size: "培训妇女300人和" * (size // 9)
    yield "headings", lambda size: "一、维权工作\n" * (size // 7)
    yield "line breaks", lambda size: "\n" * size
    yield "white space", lambda size: "\u3000" * size
    yield "places", lambda size: "株洲市、慈利县、" * (size // 8)
    yield "bodies", lambda size: "市妇联区妇联" * (size // 6)
    yield "pages", lambda size: "工作，\n- 3 -\n" * (size // 10)
    yield "marks within a line", lambda size: "（一）" * (size // 3)
    yield "circled numbers", lambda size: "①" * size
    yield "times without a stop", lambda size: "今后五年" * (size // 4)
    yield "names of groups", lambda size: "街道\n|市妇联" * (size // 7)
    yield "compared times", lambda size: "去年3万人" * (size // 5)
    yield "rises that never arrive", lambda size: "由今年" * (size // 3)


def hostile(size: int = 500_000) -> None:
    """Print the time of texts made to hurt, half a million characters and a million: 2.0 is linear."""
    print(f"{'':24}{size:>10,}{2 * size:>12,}{'times':>8}")
    for name, make in hurting():
        once, twice = (min(seconds(fulian.read_text, make(length)) for _ in range(2)) for length in (size, 2 * size))
        print(f"{name:24}{once:9.2f}s{twice:11.2f}s{twice / once:8.1f}", flush=True)


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=("speed", "growth", "hostile"), default="speed")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--megabytes", type=float, default=5.0)
    parser.add_argument("--repeats", type=int, default=7)
    options = parser.parse_args()
    kind = "plain" if str(clauses.__file__).endswith(".py") else "compiled"  # see docs/performance.md
    python, machine = platform.python_version(), f"{platform.machine()} {platform.system()}"
    print(f"fulian {fulian.__version__} ({kind}), Python {python}, {machine}")
    text = documents(options.folder)
    fulian.read_text(text)  # tables are loaded and patterns compiled on first use
    match options.what:
        case "speed":
            speed(text, options.megabytes, options.repeats)
        case "growth":
            growth(text, min(options.repeats, 3))
        case _:
            hostile()


if __name__ == "__main__":
    main()
