"""`knoop serve`: pages under WSGI, on this machine's loopback unless told otherwise."""

import argparse
import os
import socket

from knoop.cli.errors import Failed
from knoop.cli.server import bring_up_to_date, ready_django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")


def run(arguments: argparse.Namespace) -> int:
    require_free(arguments.host, arguments.port)
    ready_django()
    bring_up_to_date()
    print(f"Knoop is on http://{arguments.host}:{arguments.port}/  (stop with Ctrl-C)", flush=True)
    return serve(arguments.host, arguments.port)


def require_free(host: str, port: int) -> None:
    """Raises Failed when something listens there already or the address isn't ours."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except (OSError, OverflowError) as fault:
            raise Failed(
                f"Can't listen on {host}:{port} ({fault}). Stop what listens there, or choose another --port."
            ) from fault


def serve(host: str, port: int) -> int:
    """Serves until it's stopped."""
    from django.conf import settings
    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces

    connections.close_all()  # a connection doesn't survive being inherited by a worker process
    Granian(
        "knoop.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=settings.WORKERS,
        blocking_threads=min(8, 2 * (os.cpu_count() or 1)),
        log_access=False,
        log_level="warning",
        respawn_failed_workers=True,
    ).serve()
    return 0
