"""Asks ClamAV's daemon over its socket whether a file holds something harmful; see clamd(8), INSTREAM."""

from __future__ import annotations

import socket
import struct
from typing import BinaryIO

TIMEOUT = 60  # seconds for the daemon to say anything
CHUNK = 64 * 1024


class ScannerAway(OSError):
    """The daemon can't be reached or doesn't answer as it should; the file waits."""


def threat_in(contents: BinaryIO, address: str) -> str:
    """The name of what was found in `contents`; nothing when it's clean. Raises ScannerAway.

    `address` is the path of a socket, or a host and port such as '127.0.0.1:3310'.
    """
    try:
        with _connected(address) as daemon:
            daemon.sendall(b"zINSTREAM\0")
            while chunk := contents.read(CHUNK):
                daemon.sendall(struct.pack("!I", len(chunk)) + chunk)
            daemon.sendall(struct.pack("!I", 0))
            answer = _read(daemon)
    except OSError as fault:
        raise ScannerAway(f"ClamAV at {address} can't be asked: {fault}.") from fault
    return _understood(answer, address)


def _connected(address: str) -> socket.socket:
    host, _colon, port = address.rpartition(":")
    if host and port.isdecimal():
        return socket.create_connection((host, int(port)), timeout=TIMEOUT)
    daemon = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    daemon.settimeout(TIMEOUT)
    try:
        daemon.connect(address)
    except OSError:
        daemon.close()
        raise
    return daemon


def _read(daemon: socket.socket) -> str:
    answer = b""
    while not answer.endswith(b"\0") and (more := daemon.recv(4096)):
        answer += more
    return answer.rstrip(b"\0\n").decode(errors="replace")


def _understood(answer: str, address: str) -> str:
    """From 'stream: OK' or 'stream: Name FOUND'; whatever else it says isn't a clean bill."""
    said = answer.removeprefix("stream: ")
    if said == "OK":
        return ""
    if said.endswith(" FOUND"):
        return said.removesuffix(" FOUND")
    raise ScannerAway(f"ClamAV at {address} answered {answer!r}.")
