"""Hosts and ports: as they're typed, whether they're free, and how a browser finds what listens there."""

import argparse
import socket

from knoop.cli.errors import Failed


def port(typed: str) -> int:
    if not typed.isdecimal() or not 1 <= int(typed) <= 65535:
        raise argparse.ArgumentTypeError(f"{typed!r} is no port; choose a number from 1 to 65535")
    return int(typed)


def host(typed: str) -> str:
    if not typed.strip():
        raise argparse.ArgumentTypeError("it is empty; leave it out, or give an address such as 127.0.0.1")
    return typed.strip().strip("[]")


def address_of(host: str, port: int) -> str:
    """Where a browser on this machine finds what listens there."""
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - what was asked for
    return f"http://[{reachable}]:{port}" if ":" in reachable else f"http://{reachable}:{port}"


def require_free(host: str, port: int) -> str:
    """The numeric address to listen on. Raises Failed when it is taken or isn't ours."""
    try:
        family, kind, _protocol, _name, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(place)
    except (OSError, OverflowError, UnicodeError) as fault:
        raise Failed(
            f"Can't listen on {host}:{port} ({fault}). Stop what listens there, or choose another --port."
        ) from fault
    return str(place[0])


def is_free(host: str, port: int) -> bool:
    try:
        require_free(host, port)
    except Failed:
        return False
    return True


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
