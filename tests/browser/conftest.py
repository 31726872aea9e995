"""A real server with the demo organisation, a real Chromium, and people logged in."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from knoop.cli.machine import browser as chromium
from tests.cli.commands import environment

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All browser tests share one server and one Chromium, so they run in one process."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@dataclass(frozen=True)
class Demo:
    address: str
    printed: str

    @property
    def logins(self) -> dict[str, str]:
        """Role: handle, as printed for whoever started the demo."""
        return dict(re.findall(r"^  (\w+(?: \w+)*) {2,}(\S+) ", self.printed, re.MULTILINE))

    @property
    def password(self) -> str:
        return re.search(r"password is always (\S+)", self.printed)[1]


@pytest.fixture(scope="session")
def demo(tmp_path_factory) -> Iterator[Demo]:
    """`knoop demo` as a newcomer starts it, on a free port with its own data."""
    folder = tmp_path_factory.mktemp("demo")
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    said = folder / "said"
    command = [sys.executable, "-m", "knoop.cli", "demo", "--no-browser", "--port", str(port)]
    with said.open("w") as output:
        server = subprocess.Popen(command, env=environment(folder / "data"), stdout=output, stderr=output)
    try:
        _wait(f"http://127.0.0.1:{port}/healthz", server, said)
        yield Demo(f"http://127.0.0.1:{port}", said.read_text())
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait(address: str, server: subprocess.Popen[bytes], said: Path) -> None:
    deadline = time.monotonic() + 240
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"The demo did not come up:\n{said.read_text()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("KNOOP_BROWSER") or chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


def is_complaint(said: ConsoleMessage) -> bool:
    """A form that comes back with its errors is a refusal by design; Chromium calls it an error."""
    return said.type == "error" and "status of 422" not in said.text


@pytest.fixture
def page_of(demo: Demo, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page for a role that is logged in; what the page complains of in its console fails the test."""
    complaints: list[str] = []
    contexts = []

    def open_page(
        role: str, *, width: int = 1280, complaints_are_fine: bool = False, **options: object
    ) -> Page:
        context = browser.new_context(
            base_url=demo.address, viewport={"width": width, "height": 900}, locale="nl-NL", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        if not complaints_are_fine:
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("console", lambda said: complaints.append(said.text) if is_complaint(said) else None)
        page.goto("/login")
        page.fill("[name=username]", demo.logins[role])
        page.fill("[name=password]", demo.password)
        page.click("main button.button")
        page.wait_for_url(demo.address + "/")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
