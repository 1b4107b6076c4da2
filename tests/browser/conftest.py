"""The running app and a real Chromium for the flows of this folder."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

import chromium
import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, WebSocket, expect, sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
PATIENCE_MS, TEST_SECONDS = 60_000, 300
"""A busy machine draws a page or a dialog in more than the usual seconds: what never comes still fails."""
expect.set_options(timeout=PATIENCE_MS)
CHEAP = ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer"]
"""No graphics card is imitated: that would cost more processor time than the pages themselves."""
# Streamlit probes for its server below the address of a deep link before it finds it at the root.
EXPECTED_404 = ("/_stcore/health", "/_stcore/host-config")


class Server:
    """One `streamlit run app.py` on a free port."""

    def __init__(self, **environment: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        command = [sys.executable, "-m", "streamlit", "run", "app.py"]
        options = ["--server.port", str(self.port), "--server.fileWatcherType", "none"]
        self.process = subprocess.Popen(
            command + options,
            cwd=ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        self.stop()
        raise TimeoutError(f"streamlit did not answer at {self.url} within {START_SECONDS} s")

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@pytest.fixture
def fresh_server() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = chromium.find()
    if program is None:
        sentence = "Chromium tidak ditemukan; pasang dengan `apt-get install chromium`, lalu jalankan `make test` lagi."
        if os.environ.get("CI") == "true":
            pytest.fail(sentence)
        pytest.skip(sentence)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=CHEAP)
        yield running
        running.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> BrowserContext:
    """One profile for all tests: the app's own scripts are read once. Each test leaves it as empty as it was."""
    return browser.new_context(accept_downloads=True, reduced_motion="reduce")


@pytest.fixture
def open_page(context: BrowserContext) -> Iterator[Callable[..., Page]]:
    """Opens a page at a width; afterwards no console error and no request to an outside host may have occurred."""
    troubles: list[str] = []
    pages = []

    def opened(url: str, *, width: int = 1280, height: int = 900) -> Page:
        page = context.new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.set_default_timeout(PATIENCE_MS)
        RUNS[page] = Runs(page)
        page.on("console", lambda message: troubles.extend(_console_trouble(message)))
        page.on("pageerror", lambda error: troubles.append(f"page error: {error}"))
        page.on("request", lambda request: troubles.extend(_outside(request.url)))
        page.goto(url)
        settle(page)
        return page

    yield opened
    for page in pages:
        page.evaluate("localStorage.clear(), sessionStorage.clear()")
        page.close()
    context.clear_cookies()
    assert troubles == []


class Runs:
    """What the browser asked the script for, and whether it was answered: read from the messages themselves.

    What the page shows cannot tell: it says "not running" until the server answers, and a quick run may never show.
    """

    def __init__(self, page: Page) -> None:
        self.asked, self.begun, self.waiting = 0, False, True
        page.on("websocket", self._follow)

    def _follow(self, connection: WebSocket) -> None:
        """A new connection, as after a reload, asks for a run of its own."""
        self.begun, self.waiting = False, True
        connection.on("framesent", self._sent)
        connection.on("framereceived", self._received)

    def _sent(self, frame: bytes | str) -> None:
        if isinstance(frame, bytes) and BackMsg.FromString(frame).HasField("rerun_script"):
            self.asked, self.begun, self.waiting = self.asked + 1, False, True

    def _received(self, frame: bytes | str) -> None:
        message = ForwardMsg.FromString(frame) if isinstance(frame, bytes) else ForwardMsg()
        if message.HasField("new_session"):
            self.begun = True
        whole = message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        if message.HasField("script_finished") and whole and self.begun:
            self.waiting = False


RUNS: WeakKeyDictionary[Page, Runs] = WeakKeyDictionary()


@contextmanager
def rerun(page: Page) -> Generator[None]:
    """What is done within makes the script run again: wait until it did, and until the page shows what came of it."""
    runs = RUNS[page]
    before = runs.asked
    yield
    _until(page, lambda: runs.asked > before, "nothing asked the script to run again")
    settle(page)


def settle(page: Page) -> None:
    """Wait until every run that was asked for has ended, and nothing is a placeholder any more.

    A run that an action is about to ask for is waited for by `rerun` alone.
    """
    page.evaluate(TWO_FRAMES)
    _until(page, lambda: not RUNS[page].waiting, "the script did not end")
    page.evaluate(TWO_FRAMES)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.locator("h1").first.wait_for()
    page.wait_for_function("document.querySelectorAll('[data-testid=stSkeleton]').length === 0")


def fits(page: Page, *widths: int) -> None:
    """At each of these widths in turn, nothing makes the page wider than its window."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 844})
        page.evaluate(TWO_FRAMES)
        page.wait_for_function("width => document.documentElement.scrollWidth <= width", arg=width)


TWO_FRAMES = "new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"


def _until(page: Page, true: Callable[[], bool], otherwise: str) -> None:
    """Let the browser's events come in until something is true of them; raises AssertionError where it never is."""
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while not true():
        assert time.monotonic() < deadline, otherwise
        page.wait_for_timeout(20)


def _console_trouble(message: ConsoleMessage) -> list[str]:
    address = urlsplit(message.location.get("url", "")).path
    if message.type != "error" or ("404" in message.text and address.endswith(EXPECTED_404)):
        return []
    return [f"console: {message.text} ({message.location.get('url')})"]


def _outside(url: str) -> list[str]:
    parts = urlsplit(url)
    inside = parts.scheme in ("data", "blob", "about") or parts.hostname == "127.0.0.1"
    return [] if inside else [f"request to an outside host: {url}"]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A flow through a real browser may take longer than any other test, and is found by its marker."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.timeout(TEST_SECONDS))
            item.add_marker("browser")
