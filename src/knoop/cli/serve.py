"""`knoop serve`: pages under WSGI, on this machine's loopback unless told otherwise."""

import argparse
import os
import socket

from knoop.cli.errors import Failed
from knoop.cli.server import bring_up_to_date, ready_django
from knoop.cli.work import working


def port(typed: str) -> int:
    if not typed.isdecimal() or not 1 <= int(typed) <= 65535:
        raise argparse.ArgumentTypeError(f"{typed!r} is no port; choose a number from 1 to 65535")
    return int(typed)


def host(typed: str) -> str:
    if not typed.strip():
        raise argparse.ArgumentTypeError("it is empty; leave it out, or give an address such as 127.0.0.1")
    return typed.strip().strip("[]")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", type=host, default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=port, default=8000, help="port to listen on (8000)")


def run(arguments: argparse.Namespace) -> int:
    numeric = require_free(arguments.host, arguments.port)
    address = address_of(arguments.host, arguments.port)
    # Before the settings are read: the processes that serve read them again, and know no --host or --port.
    os.environ["KNOOP_ADDRESS"] = os.environ.get("KNOOP_ADDRESS", "").strip() or address
    ready_django()
    bring_up_to_date()
    keep_address()
    print(f"Knoop is on {address}/  (stop with Ctrl-C)", flush=True)
    return serve(numeric, arguments.port)


def address_of(host: str, port: int) -> str:
    """Where a browser on this machine finds what listens there."""
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - what was asked for
    return f"http://[{reachable}]:{port}" if ":" in reachable else f"http://{reachable}:{port}"


def keep_address() -> None:
    """Writes down where Knoop is served, for the links that other commands print."""
    from django.conf import settings

    (settings.DATA / "address").write_text(settings.ADDRESS + "\n")


def require_free(host: str, port: int) -> str:
    """The numeric address to listen on. Raises Failed when it is taken or isn't ours."""
    try:
        family, kind, _protocol, _name, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(place)
    except (OSError, UnicodeError) as fault:
        raise Failed(
            f"Can't listen on {host}:{port} ({fault}). Stop what listens there, or choose another --port."
        ) from fault
    return str(place[0])


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


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
    with working():
        server.serve()
    return 0
