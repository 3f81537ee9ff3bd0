"""A document of one megabyte answers within a second."""

from __future__ import annotations

import pytest

import fulian
from fulian.model.reading import Reading

from .conftest import Browser, Open

PLACES = ("石门县", "桑植县", "慈利县", "平江县", "永定区", "浏阳市", "汨罗市", "韶山市", "炎陵县", "安仁县")
# What a reader does, and the script that does it in one step.
ACTS = {
    "search": "const s = document.getElementById('search'); s.value = '平江 讲座'; s.dispatchEvent(new Event('input', { bubbles: true }))",
    "all again": "document.getElementById('clear').click()",
    "filter": "const s = document.querySelector('[data-filter=filterStatus]'); s.value = 'target'; s.dispatchEvent(new Event('change', { bubbles: true }))",
    "all again, too": "document.getElementById('clear').click()",
    "sort by words": "document.querySelector('[data-sort=label]').click()",
    "sort by number": "document.querySelector('[data-sort=quote]').click()",
    "scroll": "document.getElementById('rows').scrollTop = 300000",
    "jump to a far figure": "document.querySelector('tr[data-row]').click()",
    "choose in the text": "document.getElementById('d0-figure-7000').click()",
    "records": "document.getElementById('tab-records').click()",
    "findings": "document.getElementById('tab-findings').click()",
}
_TIMED = """
const done = arguments[arguments.length - 1];
const act = new Function(arguments[0]);
const start = performance.now();
act();
requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
"""


def long_text() -> str:
    """Give a report of a megabyte: some 430,000 characters with over 20,000 figures."""
    parts = [
        f"{PLACES[number % 10]}妇联\n"
        f"　　2021年，{PLACES[number % 10]}妇联举办法律讲座{number + 5}场，帮助{9 * number + 200}余名妇女就业，发放创业贷款{number + 3}万元，"
        f"满意率为{number % 90 + 5}.5%，同比提高{number % 40}.2个百分点。实施“巾帼创业”行动，落实《家庭教育促进法》，新建妇女之家{number + 12}个，"
        f"服务妇女儿童{number * 31 + 500}人次。\n　　2022年，将培训家政服务员{number + 100}人次，建成儿童之家{number % 30 + 2}个。"
        for number in range(2600)
    ]
    return "\n".join(["湖南省妇联召开年度工作交流会", *parts])


@pytest.fixture(scope="module")
def long_reading() -> Reading:
    """Give the reading of that report."""
    return fulian.read_text(long_text())


def test_a_megabyte_opens_and_answers_within_a_second(browser: Browser, opened: Open, long_reading: Reading) -> None:
    """Filter, sort, search, scroll, jump: each act and the drawing after it."""
    text = long_reading.document.text
    assert len(text.encode()) > 1_000_000
    assert len(long_reading.observations) > 20_000
    opened(long_reading)
    opening = browser.run("return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    times = {name: browser.driver.execute_async_script(_TIMED, act) for name, act in ACTS.items()}
    assert {name: time for name, time in times.items() if time > 1000} == {}
    assert opening < 5000
    assert browser.run("return document.querySelector('#d0').textContent") == text


def test_a_jump_across_a_megabyte_arrives(browser: Browser, opened: Open, long_reading: Reading) -> None:
    """Stretches that were never laid out do not lead astray: the last figure, the first, one in the middle."""
    opened(long_reading)
    last = len(long_reading.observations)
    for number in (last, 1, last // 2):
        browser.run("location.hash = `lang=en&figure=${arguments[0]}`", number)
        browser.settle()
        assert browser.in_sight(f"#d0-figure-{number - 1}"), number
        assert browser.in_sight(f"#row-{number - 1}"), number
