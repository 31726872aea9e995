"""`knoop work`: does the jobs, in a process of its own or started by `knoop serve`."""

import argparse
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from knoop.cli.server import bring_up_to_date, ready_django

FINISHES = 30  # seconds that the job in hand is given when the server stops
RESTARTS_AFTER = 2.0  # seconds


def seconds(typed: str) -> timedelta:
    if not typed.isdecimal() or int(typed) < 1:
        raise argparse.ArgumentTypeError(f"{typed!r} is no number of seconds; choose a whole one, such as 60")
    return timedelta(seconds=int(typed))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lease",
        type=seconds,
        default=timedelta(seconds=60),
        metavar="SECONDS",
        help="how long the job of a worker that was killed waits for another one (60)",
    )
    parser.add_argument("--beside", type=int, default=0, help=argparse.SUPPRESS)  # the server's process


def run(arguments: argparse.Namespace) -> int:
    ready_django()
    from knoop.jobs.worker import work

    stop = threading.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, lambda *_: stop.set())
    if not arguments.beside:
        bring_up_to_date()
        print("Doing the jobs  (stop with Ctrl-C; the job in hand is finished first)", flush=True)
    # A server that was killed can't stop its worker; two of them would not harm, but one is meant.
    work(lambda: bool(arguments.beside) and os.getppid() != arguments.beside, stop, arguments.lease)
    return 0


@contextmanager
def working() -> Iterator[None]:
    """A worker in a process beside the server's, started again when it dies; none with KNOOP_WORK=no."""
    from django.conf import settings

    if not settings.WORKS_HERE:
        yield
        return
    is_over = threading.Event()
    watching = threading.Thread(target=_keep_one, args=[is_over], daemon=True)
    watching.start()
    try:
        yield
    finally:
        is_over.set()
        watching.join(FINISHES + 5)


def _keep_one(is_over: threading.Event) -> None:
    command = [sys.executable, "-m", "knoop.cli", "work", "--beside", str(os.getpid())]
    while not is_over.is_set():
        # In a session of its own: Ctrl-C is for the server, which then stops its worker.
        worker = subprocess.Popen(command, start_new_session=True)
        while worker.poll() is None and not is_over.wait(0.2):
            pass
        if worker.poll() is None:
            _stop(worker)
        elif not is_over.is_set():
            print("knoop: the worker stopped; starting another.", file=sys.stderr, flush=True)
            is_over.wait(RESTARTS_AFTER)


def _stop(worker: subprocess.Popen[bytes]) -> None:
    worker.terminate()
    try:
        worker.wait(FINISHES)
    except subprocess.TimeoutExpired:
        worker.kill()  # its job is taken over when the lease runs out
        worker.wait()
