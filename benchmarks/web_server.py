"""How many requests a second a real server answers, and how much of a processor each takes."""

import http.client
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from knoop.cli.listening import free_port

VISITORS = 4  # that ask one after the other, each over a connection of its own
STARTS_WITHIN = 60  # seconds


@dataclass(frozen=True)
class Rate:
    requests: float  # a second
    cpu: float  # milliseconds of the server's processes for each


@contextmanager
def serving(application: str, surroundings: dict[str, str]) -> Iterator[tuple[int, int]]:
    """The port and process of a granian with one worker, as `knoop serve` starts it."""
    port = free_port()
    threads = str(min(8, 2 * (os.cpu_count() or 1)))
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--workers", "1"]
    command += ["--blocking-threads", threads, "--log-level", "warning", application]
    server = subprocess.Popen(command, env=surroundings)  # noqa: S603 - ours
    try:
        deadline = time.monotonic() + STARTS_WITHIN
        while not _answers(port):
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{application} did not start.")
            time.sleep(0.1)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait(30)


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/")
        connection.getresponse().read()
    except OSError:
        return False
    finally:
        connection.close()
    return True


def rate(port: int, process: int, seconds: float, cookies: str = "") -> Rate:
    """Asks for the first page, for so many seconds after a few to warm up."""
    _ask(port, cookies, min(2.0, seconds / 3))
    began, cpu = time.monotonic(), cpu_of(process)
    counts: list[int] = []

    def visit() -> None:
        counts.append(_ask(port, cookies, seconds))

    visitors = [threading.Thread(target=visit) for _one in range(VISITORS)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    took, used = time.monotonic() - began, cpu_of(process) - cpu
    return Rate(sum(counts) / took, used * 1000 / max(1, sum(counts)))


def _ask(port: int, cookies: str, seconds: float) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    until, count = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        connection.request("GET", "/", headers={"Cookie": cookies, "Accept-Language": "nl"})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"The server answered {answer.status}.")
        count += 1
    connection.close()
    return count


def cpu_of(process: int) -> float:
    """Seconds of processor that a process and those it started have used (Linux)."""
    total = 0.0
    for one in (process, *below(process)):
        with open(f"/proc/{one}/stat") as file:
            user, system = file.read().rpartition(")")[2].split()[11:13]
        total += (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
    return total


def below(process: int) -> list[int]:
    found = []
    for task in os.listdir(f"/proc/{process}/task"):
        with open(f"/proc/{process}/task/{task}/children") as file:
            found += [int(child) for child in file.read().split()]
    return found
