"""A browser for the whole session, and a way to open pages in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.remote.webelement import WebElement

import fulian
from fulian.model.document import FrameRole, Passage
from fulian.model.reading import Note, Reading
from fulian.model.source import Source
from fulian.values.span import Span
from fulian.writing.review import write_review

from ...programs import program

TEXT = """石门县妇联2023年工作总结
一、主要成效
2023年，石门县妇联举办招聘会20场，帮助1200余名妇女就业，同比增长12.5%。实施“巾帼暖心”行动，落实《家庭教育促进法》，为16岁以下儿童发放书包300个。
全县公务员200名，其中女性40名，占30%。“巾帼暖心”行动惠及农村家庭80户。
二、下一步打算
2024年，石门县妇联计划培训家政服务员500人次，新建妇女之家6个。
"""
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1440,900",
)


class Browser:
    """What the tests do with a page."""

    def __init__(self, driver: Chrome) -> None:
        self.driver = driver

    def open(self, page: Path, place: str = "") -> None:
        """Load a page anew, at a place of it."""
        self.driver.get("about:blank")
        self.driver.get(f"{page.resolve().as_uri()}#{place}")

    def __call__(self, selector: str) -> WebElement:
        """Give the first element of a selector."""
        return self.driver.find_element("css selector", selector)

    def all(self, selector: str) -> list[WebElement]:
        """Give all elements of a selector."""
        return self.driver.find_elements("css selector", selector)

    def run(self, script: str, *arguments: object) -> Any:
        """Run a script in the page and give what it returns."""
        return self.driver.execute_script(script, *arguments)

    def press(self, *keys: str) -> None:
        """Press keys where the focus is."""
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def focused(self) -> str:
        """Give the id of the element that has the focus."""
        return str(self.run("return document.activeElement.id"))

    def command(self, name: str, **options: object) -> Any:
        """Give a command to Chromium itself."""
        return self.driver.execute_cdp_cmd(name, options)

    def in_sight(self, selector: str) -> bool:
        """Tell whether an element is within the window, and within the pane that scrolls it."""
        return bool(
            self.run(
                """const element = document.querySelector(arguments[0]), box = element.getBoundingClientRect();
                const x = box.left + Math.min(box.width / 2, 5), y = box.top + box.height / 2;
                return element.contains(document.elementFromPoint(x, y))""",
                selector,
            )
        )

    def messages(self) -> list[str]:
        """Take what the console says; breaches of the policy are among it."""
        entries = self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in entries]

    def settle(self) -> None:
        """Wait until the page has been drawn twice."""
        self.driver.execute_async_script(
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))"
        )


@pytest.fixture(scope="session")
def session_browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start Chromium once."""
    options = ChromeOptions()
    options.binary_location = program("chromium")
    for flag in (*_FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = Chrome(options=options, service=ChromeService(program("chromedriver")))
    yield Browser(driver)
    driver.quit()


@pytest.fixture
def browser(session_browser: Browser) -> Iterator[Browser]:
    """Give the browser; afterwards the console must be empty, which a breach of the policy would not leave it."""
    session_browser.messages()
    yield session_browser
    messages = session_browser.messages()
    session_browser.command("Emulation.setScriptExecutionDisabled", value=False)
    session_browser.run("try { localStorage.clear() } catch {}")
    session_browser.command("Emulation.clearDeviceMetricsOverride")
    session_browser.command("Emulation.setEmulatedMedia", media="", features=[])
    assert messages == []


Open = Callable[..., None]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Open:
    """Give a function that writes the page of some readings and opens it."""

    def open_page(*readings: Reading, place: str = "lang=en", language: str = "zh") -> None:
        page = tmp_path / "review.html"
        write_review(readings, page, language=language)  # type: ignore[arg-type]
        browser.open(page, place)

    return open_page


def source(reading: Reading, quote: str) -> Source:
    """Give the place of some words of a document."""
    start = reading.document.text.index(quote)
    return Source(document_id=reading.document.id, span=Span(start=start, end=start + len(quote)), quote=quote)


def full_reading() -> Reading:
    """Give a reading with everything that a page can show: every status, a finding, a doubt, an unread passage."""
    reading = fulian.read_text(TEXT)
    words = "二、下一步打算"
    doubt = Note(code="a-doubt", text="农村家庭 may be 农户", source=source(reading, "农村家庭"))
    unread = Passage(text=words, role=FrameRole.BODY, source=source(reading, words))
    return attrs.evolve(reading, notes=(doubt,), unread=(unread,))


@pytest.fixture(scope="session")
def reading() -> Reading:
    """Give that reading."""
    return full_reading()
