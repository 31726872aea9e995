"""`knoop screenshots`: a picture of each page as people meet it, wide and on a phone, light and dark."""

import argparse
import itertools
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knoop.cli.errors import Failed, WrongUse
from knoop.cli.listening import free_port
from knoop.cli.machine import shell

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")
LOCALES = {"nl": "nl-NL", "en": "en-GB"}
STRANGER = ""  # the role of who isn't logged in
PATIENCE = 300  # seconds until the demo is up


@dataclass(frozen=True)
class Look:
    width: int
    scheme: str
    language: str

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}-{self.language}"


LOOKS = [Look(*parts) for parts in itertools.product(WIDTHS, SCHEMES, LOCALES)]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", type=Path, default=Path("var/screenshots"))
    parser.add_argument("--page", action="append", metavar="NAME", help="only this one; may be repeated")
    parser.add_argument(
        "--look", action="append", metavar="LOOK", choices=[str(look) for look in LOOKS],
        help="only this one, such as 390-dark-nl; may be repeated",
    )  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    pages = _chosen(arguments.page)
    looks = [look for look in LOOKS if not arguments.look or str(look) in arguments.look]
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="knoop-pictures-") as data, running_demo(Path(data)) as demo:
        count = sum(1 for _picture in _taken(demo, pages, looks, arguments.folder))
    print(f"{count} pictures are in {arguments.folder}")
    return 0


def _chosen(names: list[str] | None) -> dict[str, tuple[str, str]]:
    try:
        from tests.browser.pages import DOORS, PAGES
    except ImportError as fault:
        raise WrongUse(
            "The list of pages comes with the source tree: run ./knoop screenshots there."
        ) from fault
    known = PAGES | {name: (path, STRANGER) for name, path in DOORS.items()}
    if unknown := set(names or ()) - known.keys():
        raise WrongUse(f"{min(unknown)!r} is no page. Choose from: {', '.join(known)}.")
    return {name: known[name] for name in names or known}


@dataclass(frozen=True)
class Demo:
    address: str
    printed: str

    @property
    def logins(self) -> dict[str, str]:
        return dict(re.findall(r"^  (\w+(?: \w+)*) {2,}(\S+) ", self.printed, re.MULTILINE))

    @property
    def password(self) -> str:
        found = re.search(r"password is always (\S+)", self.printed)
        return found[1] if found else ""


@contextmanager
def running_demo(folder: Path) -> Iterator[Demo]:
    """The demo as a newcomer starts it: on a port of its own, with data and settings of its own."""
    port, said = free_port(), folder / "said"
    command = [sys.executable, "-m", "knoop.cli", "demo", "--no-browser", "--port", str(port)]
    with said.open("w") as output:
        theirs = ("KNOOP_", "DJANGO_")
        surroundings = {key: value for key, value in os.environ.items() if not key.startswith(theirs)}
        surroundings["KNOOP_DATA"] = str(folder / "data")
        server = subprocess.Popen(command, env=surroundings, stdout=output, stderr=output)
    try:
        _wait_for(f"http://127.0.0.1:{port}/healthz", server, said)
        yield Demo(f"http://127.0.0.1:{port}", said.read_text())
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(address: str, server: subprocess.Popen[bytes], said: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()  # noqa: S310 - our own address
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise Failed(f"The demo did not come up:\n{said.read_text()}")


def _taken(
    demo: Demo, pages: dict[str, tuple[str, str]], looks: Iterable[Look], folder: Path
) -> Iterator[Path]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shell(), args=FLAGS)
        for look in looks:
            by_role: dict[str, Any] = {}
            for name, (path, role) in pages.items():
                if role not in by_role:
                    by_role[role] = _opened(chromium, demo, role, look)
                answer = by_role[role].goto(path, wait_until="networkidle")
                if role != STRANGER and answer.status >= 400:
                    raise Failed(f"The page {name!r} ({path}) answered {answer.status} to the {role}.")
                file = folder / f"{name.replace(' ', '-')}-{look}.png"
                by_role[role].screenshot(path=file, full_page=True)
                yield file
            for page in by_role.values():
                page.context.close()
        chromium.close()


def _opened(chromium: Any, demo: Demo, role: str, look: Look) -> Any:
    """A page of somebody in this role, or of a stranger, who reads this language."""
    context = chromium.new_context(
        base_url=demo.address,
        viewport={"width": look.width, "height": 900},
        color_scheme=look.scheme,
        reduced_motion="reduce",
        locale=LOCALES[look.language],
    )
    page = context.new_page()
    if role == STRANGER:
        return page
    page.goto("/login")
    page.fill("[name=username]", demo.logins[role])
    page.fill("[name=password]", demo.password)
    page.click("main button.button")
    page.wait_for_url(demo.address + "/")
    if page.locator("html").get_attribute("lang") != look.language:
        page.locator(f"button[name=language][value={look.language}]:visible").first.click()
        page.wait_for_selector(f"html[lang={look.language}]")
    return page
