"""`knoop work`: does the jobs, in a process of its own or started by `knoop serve`."""

import argparse
import os
import signal
import threading
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta

from knoop.cli.beside import beside
from knoop.cli.server import bring_up_to_date, ready_django

FINISHES = 30  # seconds that the job in hand is given when the server stops


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


def working() -> AbstractContextManager[None]:
    """A worker in a process beside the server's, started again when it dies; none with KNOOP_WORK=no."""
    from django.conf import settings

    if not settings.WORKS_HERE:
        return nullcontext()
    return beside("work", "the worker", FINISHES)
