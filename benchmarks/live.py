"""`./knoop bench live`: how soon a post is told to all who listen, and what listening costs."""

from __future__ import annotations

import asyncio
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.table import heading, table, verdict
from benchmarks.web_server import below, cpu_of
from knoop.cli.listening import free_port

LISTENERS, QUICK = 2_000, 200
LAST_TOLD = 5.0  # seconds
IDLE_CPU = 5.0  # percent of a processor
AT_ONCE = 50  # that connect at the same time
POSTS = 5
STARTS_WITHIN = 90


def run(*, quick: bool = False, size: int = 0) -> None:
    count = QUICK if quick else LISTENERS
    heading(f"Live: {count:,} pages that listen")
    _allow_files(count)
    with tempfile.TemporaryDirectory(prefix="knoop-bench-") as data:
        surroundings = os.environ | {"KNOOP_DATA": data, "KNOOP_DEBUG": "no"}
        surroundings |= {"KNOOP_DATABASE": "", "KNOOP_S3": ""}
        sessions = json.loads(_program(surroundings, "make", str(count)))
        with _serving(surroundings) as (port, process):
            asyncio.run(_measure(surroundings, port, process, sessions, 1 if quick else POSTS))


async def _measure(
    surroundings: dict[str, str], port: int, process: int, sessions: list[str], posts: int
) -> None:
    began = time.monotonic()
    house = _House(port, sessions)
    await house.come_in()
    came_in = time.monotonic() - began
    began, used = time.monotonic(), cpu_of(process)
    await asyncio.sleep(5 if posts == 1 else 30)
    idle = 100 * (cpu_of(process) - used) / (time.monotonic() - began)
    rows = [[f"post {number + 1}", *await house.told_of_a_post(surroundings)] for number in range(posts)]
    table(["seconds until it is told to", "first", "half", "last"], rows)
    print(f"all came in within {came_in:.1f} s; memory {_memory(process):.0f} MB", flush=True)
    print(verdict("CPU while nothing happens, %", idle, IDLE_CPU, most=True))
    print(verdict("last one told, s", max(float(row[3]) for row in rows), LAST_TOLD, most=True))
    house.leave()


class _House:
    """All who listen."""

    def __init__(self, port: int, sessions: list[str]) -> None:
        self.port, self.sessions = port, sessions
        self.heard: list[float] = []  # moments at which one of them was told
        self.lines: list[asyncio.StreamWriter] = []
        self.tasks: list[asyncio.Task[None]] = []
        self.all_heard = asyncio.Event()

    async def come_in(self) -> None:
        few = asyncio.Semaphore(AT_ONCE)

        async def one(session: str) -> None:
            async with few:
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
                writer.write(
                    b"GET /live/stream HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                    + f"Cookie: knoop_session={session}\r\n\r\n".encode()
                )
                await reader.readuntil(b"retry: 3000")
                self.lines.append(writer)
                self.tasks.append(asyncio.create_task(self._listen(reader)))

        await asyncio.gather(*(one(session) for session in self.sessions))

    async def _listen(self, reader: asyncio.StreamReader) -> None:
        while line := await reader.readline():
            if b'"post"' in line:
                self.heard.append(time.time())
                if len(self.heard) == len(self.sessions):
                    self.all_heard.set()

    async def told_of_a_post(self, surroundings: dict[str, str]) -> tuple[float, float, float]:
        self.heard.clear()
        self.all_heard.clear()
        written = float(await asyncio.to_thread(_program, surroundings, "post"))
        await asyncio.wait_for(self.all_heard.wait(), 60)
        after = sorted(moment - written for moment in self.heard)
        return after[0], after[len(after) // 2], after[-1]

    def leave(self) -> None:
        for task in self.tasks:
            task.cancel()
        for line in self.lines:
            line.close()


@contextmanager
def _serving(surroundings: dict[str, str]) -> Iterator[tuple[int, int]]:
    """The streams with the jobs beside them, as `knoop serve` has them; port and process of the streams."""
    port = free_port()
    line = [sys.executable, "-m", "knoop.cli"]
    with open(os.devnull, "w") as silent:
        streams = subprocess.Popen([*line, "live", "--port", str(port)], env=surroundings, stdout=silent)  # noqa: S603
        jobs = subprocess.Popen([*line, "work"], env=surroundings, stdout=silent)  # noqa: S603
    try:
        asyncio.run(_wait_for(port))
        yield port, streams.pid
    finally:
        for process in (streams, jobs):
            process.terminate()
            process.wait(60)


async def _wait_for(port: int) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline:
        try:
            _reader, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.1)
        else:
            writer.close()
            return
    raise RuntimeError("The streams did not start.")


def _program(surroundings: dict[str, str], *words: str) -> str:
    command = [sys.executable, "-m", "benchmarks.live_house", *words]
    done = subprocess.run(command, env=surroundings, check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout


def _allow_files(count: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = count + 500
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard), hard))


def _memory(process: int) -> float:
    """Megabytes that a process and those it started hold (Linux)."""
    kilobytes = 0
    for one in (process, *below(process)):
        for line in Path(f"/proc/{one}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                kilobytes += int(line.split()[1])
    return kilobytes / 1024
