"""How long does `import fulian` take, beside `import attrs, cattrs`?

    python benchmarks/startup.py [--repeats 21]

Each is timed in a fresh interpreter, in turn, bytecode already written; the time of an interpreter that imports nothing
is shown and taken off. The ratio's median is what counts. The first readings show what is loaded only on first use.
"""

from __future__ import annotations

import argparse
import platform
import statistics
import subprocess
import sys
import time

CASES = {
    "nothing": "pass",
    "attrs, cattrs": "import attrs, cattrs",
    "fulian": "import fulian",
    "fulian, a record class": "import fulian; fulian.Observation",
    "fulian, all of its names": "import fulian; [getattr(fulian, name) for name in fulian.__all__]",
    "fulian, a first reading": "import fulian; fulian.read_text('2021年工作总结\\n一、维权\\n接访43件。')",
}


def milliseconds(code: str) -> float:
    """The time of an interpreter that runs the code, from its start to its end."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own code, above
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Print the medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=21)
    repeats = parser.parse_args().repeats
    for code in CASES.values():
        milliseconds(code)  # writes the bytecode
    times: dict[str, list[float]] = {name: [] for name in CASES}
    for _ in range(repeats):
        for name, code in CASES.items():
            times[name].append(milliseconds(code))
    print(f"Python {platform.python_version()}, {platform.machine()} {platform.system()}, {repeats} times each")
    print(f"{'':28}{'ms':>8}{'without Python':>16}{'x attrs, cattrs':>17}")
    for name, spent in times.items():
        own = [one - bare for one, bare in zip(spent, times["nothing"], strict=True)]
        ratios = [
            (one - bare) / (peer - bare)
            for one, bare, peer in zip(spent, times["nothing"], times["attrs, cattrs"], strict=True)
        ]
        print(
            f"{name:28}{statistics.median(spent):8.0f}{statistics.median(own):16.0f}{statistics.median(ratios):17.2f}"
        )


if __name__ == "__main__":
    main()
