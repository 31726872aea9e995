"""`knoop live`: the streams by which open pages hear that something changed, beside the pages' server."""

import argparse
import os
import signal
import threading
import time
from contextlib import AbstractContextManager, nullcontext

from knoop.cli.beside import beside
from knoop.cli.listening import address_of, free_port, host, is_free, port, require_free
from knoop.cli.server import ready_django

FINISHES = 5  # seconds that the streams are given to end
MOST = 20_000  # streams of one process
PATH = "/live/stream"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", type=host, default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=port, default=8001, help="port to listen on (8001)")
    parser.add_argument("--beside", type=int, default=0, help=argparse.SUPPRESS)  # the server's process


def run(arguments: argparse.Namespace) -> int:
    numeric = require_free(arguments.host, arguments.port)
    ready_django()
    _allow_many_files()
    if arguments.beside:
        threading.Thread(target=_stop_with, args=[arguments.beside], daemon=True).start()
    else:
        where = address_of(arguments.host, arguments.port)
        print(f"Streams are on {where}{PATH}  (stop with Ctrl-C)", flush=True)
    return _serve(numeric, arguments.port)


def _serve(numeric: str, number: int) -> int:
    from granian import Granian
    from granian.constants import Interfaces

    server = Granian(
        "knoop.config.live:application",
        address=numeric,
        port=number,
        interface=Interfaces.ASGI,
        workers=1,
        backlog=4096,
        backpressure=MOST,
        websockets=False,
        log_access=False,
        log_level="warning",
        respawn_failed_workers=True,
        workers_kill_timeout=FINISHES - 2,
    )
    server.serve()
    return 0


def choose_ports(host: str, number: int, live: int | None = None) -> None:
    """Says to the settings where pages and streams are served; call it before those are read.

    Without a choice the streams are on the next port, or on any free one where that is taken.
    """
    chosen = live or (number + 1 if is_free(host, number + 1) else free_port())
    require_free(host, chosen)
    os.environ |= {"KNOOP_PORT": str(number), "KNOOP_LIVE_PORT": str(chosen)}


def streaming(host: str) -> AbstractContextManager[None]:
    """The streams in a process beside the server's, unless KNOOP_LIVE says otherwise."""
    from django.conf import settings

    if settings.LIVE != "here":
        return nullcontext()
    words = ["--host", host, "--port", str(settings.LIVE_PORT)]
    return beside("live", "the process of the streams", FINISHES, words)


def _allow_many_files() -> None:
    """A stream is an open file, and a machine lets a process have few unless it asks."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST + 500 if hard == resource.RLIM_INFINITY else min(hard, MOST + 500)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _stop_with(server: int) -> None:
    """A server that was killed can't stop its streams."""
    while os.getppid() == server:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)
