"""`./knoop bench web`: what pages cost with a made-up organisation behind them, on both databases."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.table import heading, table, verdict
from benchmarks.web_server import Rate, rate, serving
from knoop.cli.postgresql import postgresql

HOME_P95, HOME_QUERIES = 60.0, 12  # milliseconds, queries
FEED_CPU, FEED_SHARE = 3.0, 1 / 8  # milliseconds, of the empty view's rate
WRITING_CPU = 15.0


def run(*, quick: bool = False, size: int = 1_000) -> None:
    people = 120 if quick else size
    heading(f"Web: {people:,} people, {50 * people:,} posts, {250 * people:,} comments")
    kept = Path(tempfile.gettempdir()) / "knoop-bench" / f"web-{people}"
    for name, database in (("SQLite", _sqlite), ("PostgreSQL", _postgresql)):
        with database(kept) as address:
            _on(name, kept / name.lower(), address, people, quick=quick)


@contextmanager
def _sqlite(_kept: Path) -> Iterator[str]:
    yield ""


@contextmanager
def _postgresql(kept: Path) -> Iterator[str]:
    with postgresql(kept / "cluster") as address:
        yield address


def _on(name: str, data: Path, address: str, people: int, *, quick: bool) -> None:
    data.mkdir(parents=True, exist_ok=True)
    surroundings = os.environ | {"KNOOP_DATA": str(data), "KNOOP_DATABASE": address, "KNOOP_DEBUG": "no"}
    surroundings |= {"KNOOP_ADDRESS": "http://127.0.0.1:8000", "KNOOP_S3": ""}
    _python(surroundings, "benchmarks.web_organisation", people)
    told = json.loads(_python(surroundings, "benchmarks.web_pages", 5 if quick else 100))
    print(f"\n{name}", flush=True)
    table(
        ["", "p50 ms", "p95 ms", "CPU ms", "queries", "kB"],
        [[one[column] for column in ("name", "p50", "p95", "cpu", "queries", "kb")] for one in told["pages"]],
    )
    seconds = 1.0 if quick else 10.0
    with serving("benchmarks.web_empty:application", surroundings) as (port, process):
        empty = rate(port, process, seconds)
    with serving("knoop.config.wsgi:application", surroundings) as (port, process):
        feed = rate(port, process, seconds, told["cookies"])
    _verdicts(told["pages"], empty, feed)


def _python(surroundings: dict[str, str], module: str, *words: object) -> str:
    command = [sys.executable, "-m", module, *map(str, words)]
    done = subprocess.run(command, env=surroundings, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
    return done.stdout


def _verdicts(pages: list[dict[str, Any]], empty: Rate, feed: Rate) -> None:
    home, writing = pages[0], pages[-1]
    print(f"an empty view: {empty.requests:.0f} requests/s, {empty.cpu:.2f} CPU-ms each")
    print(f"home: {feed.requests:.1f} requests/s, {feed.cpu:.1f} CPU-ms each")
    print(verdict("home, p95 in ms", home["p95"], HOME_P95, most=True))
    print(verdict("home, queries", home["queries"], HOME_QUERIES, most=True))
    print(verdict("home, CPU-ms", feed.cpu, FEED_CPU, most=True))
    print(verdict("home, of the empty view's rate", feed.requests / empty.requests, FEED_SHARE))
    print(verdict("writing a post, CPU-ms", writing["cpu"], WRITING_CPU, most=True))
