"""A Knoop as it is served, and who listens to it over the line."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import urllib3

from knoop.cli.listening import free_port
from tests.cli.commands import ROOT, environment

STARTS_WITHIN = 60  # seconds


@dataclass
class House:
    """Where Knoop is served, and what is in it."""

    port: int
    live: int
    said: dict[str, Any]
    server: subprocess.Popen[bytes]
    http: urllib3.PoolManager = field(default_factory=urllib3.PoolManager)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def stream(self) -> str:
        return f"http://127.0.0.1:{self.live}/live/stream"

    def cookies(self, who: str) -> dict[str, str]:
        return {"Cookie": f"knoop_session={self.said['cookies'][who]}"}

    def get(self, who: str, path: str) -> urllib3.BaseHTTPResponse:
        return self.http.request("GET", self.address + path, headers=self.cookies(who), redirect=False)

    def send(self, who: str, path: str, page: str, **words: str) -> int:
        """Sends a form that stands on `page`, as its browser does."""
        shown = self.get(who, page)
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', shown.data.decode())
        kept = re.search(r"knoop_csrf=[^;]+", shown.headers["Set-Cookie"])
        assert token
        assert kept
        headers = {"Cookie": f"{self.cookies(who)['Cookie']}; {kept[0]}", "Referer": self.address + page}
        fields = {"csrfmiddlewaretoken": token[1], **words}
        return self.http.request_encode_body(
            "POST", self.address + path, fields, headers, encode_multipart=False, redirect=False
        ).status

    def answer(self, who: str, post: int, text: str = "Yes") -> None:
        assert self.send(who, f"/posts/{post}/answers", f"/posts/{post}", text=text) == 302


@contextmanager
def served(data: Path) -> Iterator[House]:
    surroundings = environment(data) | {"KNOOP_DATABASE": _database()}
    made = subprocess.run(
        [sys.executable, "-m", "tests.live.house"], env=surroundings, cwd=ROOT, check=True, stdout=-1
    )
    port, live = free_port(), free_port()
    command = [sys.executable, "-m", "knoop.cli", "serve", "--port", str(port), "--live-port", str(live)]
    with (data / "said").open("w") as output:
        server = subprocess.Popen(command, env=surroundings, cwd=ROOT, stdout=output, stderr=output)
    try:
        house = House(port, live, json.loads(made.stdout), server)
        _wait_for(house, server, data / "said")
        yield house
    finally:
        server.terminate()
        server.wait(30)


def _database() -> str:
    """On the server that the tests use a database of its own; else a file."""
    address = os.environ.get("KNOOP_DATABASE", "")
    if not address:
        return ""
    import psycopg

    name = f"knoop_live_{os.getpid()}"
    with psycopg.connect(address, autocommit=True) as line:
        line.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        line.execute(f"CREATE DATABASE {name}")
    before, mark, after = address.partition("?")
    return before.rpartition("/")[0] + "/" + name + mark + after


def _wait_for(house: House, server: subprocess.Popen[bytes], said: Path) -> None:
    waits = [f"{house.address}/healthz", house.stream.replace("/live/stream", "/healthz")]
    deadline = time.monotonic() + STARTS_WITHIN
    while waits:
        assert server.poll() is None, said.read_text()
        assert time.monotonic() < deadline, said.read_text()
        try:
            if urllib3.request("GET", waits[0], retries=False, timeout=2).status == 200:
                waits.pop(0)
        except urllib3.exceptions.HTTPError:
            time.sleep(0.1)


class Listener:
    """Reads a stream in a thread, and keeps when it heard what."""

    def __init__(self, house: House, who: str, see: str = "", **headers: str) -> None:
        self.heard: list[tuple[float, str, str]] = []  # moment, name of the field, what it says
        self.is_closed = threading.Event()
        self.line = urllib3.PoolManager(maxsize=1)
        given = house.cookies(who) | {name.replace("_", "-"): value for name, value in headers.items()}
        self.answer = self.line.request(
            "GET", f"{house.stream}?see={see}", headers=given, preload_content=False, timeout=40
        )
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    def _read(self) -> None:
        rest = b""
        try:
            for piece in self.answer.read_chunked():
                *lines, rest = (rest + piece).split(b"\n")
                for line in filter(None, lines):
                    name, _colon, value = line.decode().partition(":")
                    self.heard.append((time.monotonic(), name, value.strip()))
        except (urllib3.exceptions.HTTPError, AttributeError):
            pass  # closed from this side, in the middle of a read
        self.is_closed.set()

    @property
    def said(self) -> list[list[Any]]:
        """All that was said, in order."""
        return [
            one for _at, name, value in self.heard if name == "data" and value for one in json.loads(value)
        ]

    @property
    def last(self) -> str:
        return [value for _at, name, value in self.heard if name == "id"][-1]

    def hears(self, *wanted: Any, within: float = 5) -> bool:
        """Whether it is told this in time."""
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            if list(wanted) in [one[: len(wanted)] for one in self.said]:
                return True
            time.sleep(0.02)
        return False

    def close(self) -> None:
        self.answer.close()
