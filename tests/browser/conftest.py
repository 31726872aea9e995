"""A real server with the demo organisation, a real Chromium, and people logged in."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Cookie, Page, Playwright, sync_playwright

from knoop.cli import machine
from knoop.cli.screenshots import FLAGS, Demo, running_demo


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All browser tests share one server and one Chromium; see tests/scheduling.py."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def demo(tmp_path_factory) -> Iterator[Demo]:
    """`knoop demo` as a newcomer starts it, on a free port with its own data."""
    with running_demo(tmp_path_factory.mktemp("demo")) as started:
        yield started


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="package")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """What draws pages; a whole browser takes twice the work."""
    path = os.environ.get("KNOOP_SHELL") or machine.shell()
    started = playwright.chromium.launch(executable_path=path, args=FLAGS)
    yield started
    started.close()


@pytest.fixture(scope="module")
def whole_browser(playwright: Playwright) -> Iterator[Browser]:
    path = os.environ.get("KNOOP_BROWSER") or machine.browser()
    started = playwright.chromium.launch(executable_path=path, args=FLAGS)
    yield started
    started.close()


def is_complaint(said: ConsoleMessage) -> bool:
    """A form that comes back with its errors is a refusal by design; Chromium calls it an error."""
    return said.type == "error" and "status of 422" not in said.text


@pytest.fixture(scope="package")
def logged_in() -> dict[str, list[Cookie]]:
    """The cookies by which each role is in: who logs in once needn't do so for each test."""
    return {}


def log_in(page: Page, demo: Demo, role: str, logged_in: dict[str, list[Cookie]]) -> None:
    page.context.add_cookies(logged_in.get(role, []))
    page.goto("/")
    if page.locator("[name=username]").count():  # new, or logged out since
        page.fill("[name=username]", demo.logins[role])
        page.fill("[name=password]", demo.password)
        page.click("main button.button")
        page.wait_for_selector(".nav")
        logged_in[role] = page.context.cookies()


@pytest.fixture
def page_of(
    demo: Demo, browser: Browser, logged_in: dict[str, list[Cookie]]
) -> Iterator[Callable[..., Page]]:
    """Opens a page for a role that is logged in; what the page complains of in its console fails the test."""
    complaints: list[str] = []
    contexts = []

    def open_page(
        role: str,
        *,
        width: int = 1280,
        complaints_are_fine: bool = False,
        within: Browser = browser,
        **options: object,
    ) -> Page:
        context = within.new_context(
            base_url=demo.address, viewport={"width": width, "height": 900}, locale="nl-NL", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        if not complaints_are_fine:
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("console", lambda said: complaints.append(said.text) if is_complaint(said) else None)
        log_in(page, demo, role, logged_in)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
