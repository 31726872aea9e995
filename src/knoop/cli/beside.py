"""Processes beside the server's, for as long as it serves: the worker and the streams."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

RESTARTS_AFTER = 2.0  # seconds


@contextmanager
def beside(command: str, called: str, finishes: float, words: Sequence[str] = ()) -> Iterator[None]:
    """`knoop command` in a process of its own, started again when it dies.

    finishes: the seconds it is given to end what it has in hand when the server stops.
    """
    is_over = threading.Event()
    line = [sys.executable, "-m", "knoop.cli", command, "--beside", str(os.getpid()), *words]
    watching = threading.Thread(target=_keep_one, args=[is_over, line, called, finishes], daemon=True)
    watching.start()
    try:
        yield
    finally:
        is_over.set()
        watching.join(finishes + 5)


def _keep_one(is_over: threading.Event, line: list[str], called: str, finishes: float) -> None:
    while not is_over.is_set():
        # In a session of its own: Ctrl-C is for the server, which then stops it.
        process = subprocess.Popen(line, start_new_session=True)
        while process.poll() is None and not is_over.wait(0.2):
            pass
        if process.poll() is None:
            _stop(process, finishes)
        elif not is_over.is_set():
            print(f"knoop: {called} stopped; starting again.", file=sys.stderr, flush=True)
            is_over.wait(RESTARTS_AFTER)


def _stop(process: subprocess.Popen[bytes], finishes: float) -> None:
    process.terminate()
    try:
        process.wait(finishes)
    except subprocess.TimeoutExpired:
        process.kill()  # a job is taken over when its lease runs out
        process.wait()
