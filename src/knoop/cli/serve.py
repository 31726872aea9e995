"""`knoop serve`: pages under WSGI, on this machine's loopback unless told otherwise."""

import argparse
import os

from knoop.cli.listening import address_of, host, port, require_free
from knoop.cli.live import choose_ports, streaming
from knoop.cli.server import bring_up_to_date, ready_django
from knoop.cli.work import working


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", type=host, default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=port, default=8000, help="port to listen on (8000)")
    parser.add_argument(
        "--live-port", type=port, help="port of the streams that keep open pages fresh (the next one)"
    )


def run(arguments: argparse.Namespace) -> int:
    numeric = require_free(arguments.host, arguments.port)
    address = address_of(arguments.host, arguments.port)
    # Before the settings are read: the processes that serve read them again, and know no --host or --port.
    os.environ["KNOOP_ADDRESS"] = os.environ.get("KNOOP_ADDRESS", "").strip() or address
    choose_ports(arguments.host, arguments.port, arguments.live_port)
    ready_django()
    bring_up_to_date()
    keep_address()
    print(f"Knoop is on {address}/  (stop with Ctrl-C)", flush=True)
    return serve(numeric, arguments.port)


def keep_address() -> None:
    """Writes down where Knoop is served, for the links that other commands print."""
    from django.conf import settings

    (settings.DATA / "address").write_text(settings.ADDRESS + "\n")


def serve(host: str, port: int) -> int:
    """Serves until it's stopped."""
    from django.conf import settings
    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces

    connections.close_all()  # a connection doesn't survive being inherited by a worker process
    server = Granian(
        "knoop.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=settings.WORKERS,
        blocking_threads=min(8, 2 * (os.cpu_count() or 1)),
        log_access=False,
        log_level="warning",
        respawn_failed_workers=True,
    )
    with working(), streaming(host):
        server.serve()
    return 0
