"""Goes elsewhere without being led to a place inside: the guard between Knoop and other servers.

Anybody may put any address in a post, and Knoop's server often stands where it can reach what people can't.
So each address is resolved first, refused unless all it resolves to is public, and then that very address is
connected to: asking the name again could give another answer. Each redirect goes through the same door.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urljoin, urlsplit

PORTS = {"http": 80, "https": 443}
REDIRECTS = (301, 302, 303, 307, 308)
NAT64 = ip_network("64:ff9b::/96")
type Address = IPv4Address | IPv6Address


class Refused(Exception):
    """Why an address isn't gone to, or what was found there isn't taken."""


class Unreachable(Refused):
    """Nothing came back this time; another time it may."""


@dataclass(frozen=True)
class Page:
    address: str  # where it was found in the end
    html: bytes
    charset: str | None  # as the server said


@dataclass(frozen=True)
class Guard:
    """What may be read of other servers. `allowed` opens (address, port) pairs, for tests."""

    allowed: Collection[tuple[str, int]] = field(default=())
    seconds: float = 8.0  # for one server, from connecting to the last byte
    most: int = 400_000  # bytes read
    hops: int = 3
    trust: ssl.SSLContext | None = None  # whose certificates; those of the system where None

    def read(self, address: str) -> Page:
        """The page at `address`. Raises Refused."""
        for _hop in range(self.hops + 1):
            found = self._read_one(address)
            if isinstance(found, Page):
                return found
            address = found
        raise Refused("It leads from one address to the next too often.")

    def send(self, address: str, body: bytes, headers: Mapping[str, str]) -> int:
        """Posts `body` to `address`, and nowhere else. Returns the status. Raises Refused, or Unreachable."""

        def post(connection: http.client.HTTPConnection, parts: SplitResult) -> int:
            connection.request("POST", _path(parts), body=body, headers=dict(headers))
            return connection.getresponse().status

        return self._with_connection(address, post)

    def _read_one(self, address: str) -> Page | str:
        """The page, or the address that it has moved to."""
        return self._with_connection(address, lambda line, parts: self._asked(line, parts, address))

    def _with_connection[T](
        self, address: str, ask: Callable[[http.client.HTTPConnection, SplitResult], T]
    ) -> T:
        parts, port = _parts(address)
        ip = self._checked(parts.hostname or "", port)
        connection = self._connection(parts, port, ip)
        watch = threading.Timer(self.seconds, _cut, [connection])
        watch.daemon = True
        watch.start()
        try:
            return ask(connection, parts)
        except (OSError, http.client.HTTPException, ValueError) as fault:
            raise Unreachable(f"It could not be read: {type(fault).__name__}.") from fault
        finally:
            watch.cancel()
            connection.close()

    def _checked(self, host: str, port: int) -> Address:
        """The address to connect to: what `host` is called by now, when all of it is public."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as fault:
            raise Unreachable("No server has this name.") from fault
        ips = [ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
        for ip in ips:
            if not is_public(ip) and (str(ip), port) not in self.allowed:
                raise Refused("This address is not on the public internet.")
        if (str(ips[0]), port) not in self.allowed and port not in PORTS.values():
            raise Refused("Only web servers on their usual ports are gone to.")
        return ips[0]

    def _connection(self, parts: SplitResult, port: int, ip: Address) -> _Pinned:
        host, seconds = parts.hostname or "", self.seconds
        if parts.scheme == "https":
            return _PinnedTLS(host, port, ip, seconds, self.trust or ssl.create_default_context())
        return _Pinned(host, port, ip, seconds)

    def _asked(self, connection: http.client.HTTPConnection, parts: SplitResult, address: str) -> Page | str:
        headers = {"User-Agent": "Knoop link preview", "Accept": "text/html", "Accept-Encoding": "identity"}
        connection.request("GET", _path(parts), headers=headers)
        response = connection.getresponse()
        if response.status in REDIRECTS:
            return urljoin(address, response.headers.get("Location", ""))
        if response.status != 200:
            raise Refused(f"The server answered {response.status}.")
        if response.headers.get_content_type() not in ("text/html", "application/xhtml+xml"):
            raise Refused("It isn't a page.")
        return Page(address, response.read(self.most), response.headers.get_content_charset())


class _Pinned(http.client.HTTPConnection):
    """Connects to the address that was checked, whatever the name may resolve to by now."""

    def __init__(self, host: str, port: int, ip: Address, seconds: float) -> None:
        super().__init__(host, port, timeout=seconds)
        self.ip = ip
        # Kept: the connection lets go of it as soon as the answer begins.
        self.line: socket.socket | None = None

    def connect(self) -> None:
        family = socket.AF_INET6 if self.ip.version == 6 else socket.AF_INET
        self.sock = self.line = socket.socket(family, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect((str(self.ip), self.port))


class _PinnedTLS(_Pinned):
    default_port = http.client.HTTPS_PORT

    def __init__(self, host: str, port: int, ip: Address, seconds: float, trust: ssl.SSLContext) -> None:
        super().__init__(host, port, ip, seconds)
        self.trust = trust

    def connect(self) -> None:
        super().connect()
        self.sock = self.line = self.trust.wrap_socket(self.sock, server_hostname=self.host)


def is_public(ip: Address) -> bool:
    """Whether anybody on the internet can reach `ip`; an IPv4 address inside an IPv6 one counts too."""
    if isinstance(ip, IPv6Address):
        if ip in NAT64:
            return is_public(IPv4Address(int(ip) & 0xFFFFFFFF))
        inside = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if inside:
            return is_public(inside)
        if ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _parts(address: str) -> tuple[SplitResult, int]:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as fault:
        raise Refused("This is no address.") from fault
    if parts.scheme not in PORTS or not parts.hostname:
        raise Refused("Only http and https are gone to.")
    if parts.username is not None or parts.password is not None:
        raise Refused("An address with a name and password in it is not gone to.")
    if not address.isascii() or any(character <= " " for character in address):
        raise Refused("This is no address.")
    return parts, PORTS[parts.scheme] if port is None else port


def _path(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _cut(connection: _Pinned) -> None:
    """A server that sends a byte now and then never runs into the time limit of the socket."""
    if connection.line:
        with suppress(OSError):
            connection.line.shutdown(socket.SHUT_RDWR)
