"""How long does a review page take to write and to open, and how soon does it answer, as the document grows to 1 MB?

Run as a script; needs the extras `review` and `test`, Chromium and its driver. It makes its own input.
"""

from __future__ import annotations

import platform
import statistics
import tempfile
import time
from pathlib import Path

from selenium.webdriver import Chrome, ChromeOptions, ChromeService

import fulian

RUNS = 5
PLACES = ("石门县", "桑植县", "慈利县", "平江县", "永定区", "浏阳市", "汨罗市", "韶山市", "炎陵县", "安仁县")
ACTS = {
    "search": """const field = document.getElementById("search"); field.value = "平江 讲座";
        field.dispatchEvent(new Event("input", { bubbles: true }))""",
    "all again": 'document.getElementById("clear").click()',
    "filter": """const choice = document.querySelector("[data-filter=filterStatus]"); choice.value = "target";
        choice.dispatchEvent(new Event("change", { bubbles: true }))""",
    "no filter": 'document.getElementById("clear").click()',
    "sort by words": 'document.querySelector("[data-sort=label]").click()',
    "sort by number": 'document.querySelector("[data-sort=quote]").click()',
    "jump from the table": 'document.querySelector("tr[data-row]").click()',
    "jump by address": 'location.hash = "lang=zh&figure=" + pageData.documents[0].figures.length',
    "records": 'document.getElementById("tab-records").click()',
    "findings": 'document.getElementById("tab-findings").click()',
    "language": 'document.getElementById("language").click()',
}
TIMED = """const done = arguments[arguments.length - 1], act = new Function(arguments[0]), start = performance.now();
act(); requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));"""


def report(parts: int) -> str:
    """Write a round-up of so many reports, eight figures each."""
    lines = [
        f"{PLACES[number % 10]}妇联\n　　2021年，{PLACES[number % 10]}妇联举办法律讲座{number + 5}场，"
        f"帮助{9 * number + 200}余名妇女就业，发放创业贷款{number + 3}万元，满意率为{number % 90 + 5}.5%，"
        f"同比提高{number % 40}.2个百分点。实施“巾帼创业”行动，落实《家庭教育促进法》，"
        f"新建妇女之家{number + 12}个，服务妇女儿童{number * 31 + 500}人次。\n"
        f"　　2022年，将培训家政服务员{number + 100}人次，建成儿童之家{number % 30 + 2}个。"
        for number in range(parts)
    ]
    return "\n".join(["湖南省妇联召开年度工作交流会", *lines])


def start(profile: str) -> Chrome:
    """Start Chromium without a window."""
    options = ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for flag in ("--headless", "--no-sandbox", "--disable-gpu", "--window-size=1440,900", f"--user-data-dir={profile}"):
        options.add_argument(flag)
    return Chrome(options=options, service=ChromeService("/usr/bin/chromedriver"))


def told(times: list[float]) -> str:
    """Say the median and the spread of some times in milliseconds."""
    return f"{statistics.median(times):8.0f} ms, {min(times):.0f} to {max(times):.0f}"


def main() -> None:
    """Measure pages of three sizes."""
    machine = platform.processor() or platform.machine()
    with tempfile.TemporaryDirectory() as folder:
        driver = start(f"{folder}/profile")
        chromium = driver.capabilities["browserVersion"]
        print(f"{machine}, Python {platform.python_version()}, Chromium {chromium}, {RUNS} runs: median, range")
        for parts in (26, 260, 2600):
            reading = fulian.read_text(report(parts))
            page = Path(folder, f"{parts}.html")
            begun = time.perf_counter()
            fulian.write_review(reading, page)
            written = time.perf_counter() - begun
            size = len(reading.document.text.encode())
            print(
                f"\n{size:,} bytes, {len(reading.observations):,} figures: written in {written * 1000:.0f} ms, "
                f"{page.stat().st_size:,} bytes"
            )
            times: dict[str, list[float]] = {"open": []}
            for _ in range(RUNS):
                driver.get("about:blank")
                driver.get(f"{page.as_uri()}#lang=zh")
                times["open"].append(
                    driver.execute_script(
                        "return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
                    )
                )
                for name, act in ACTS.items():
                    times.setdefault(name, []).append(driver.execute_async_script(TIMED, act))
            for name, taken in times.items():
                print(f"  {name:20} {told(taken)}")
        driver.quit()


if __name__ == "__main__":
    main()
