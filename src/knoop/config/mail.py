"""By which servers mail goes out and comes in; a wrong address stops the start with its setting's name."""

from __future__ import annotations

from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.utils import formataddr, parseaddr
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

OUT = "write it as smtps://user:password@host, starttls://user:password@host:587 or smtp://host:25"
IN = "write it as imaps://user:password@host/INBOX"
PATIENCE = 20  # seconds for each answer of a mail server
OUTGOING_PORTS = {"smtp": 25, "starttls": 587, "smtps": 465}
INCOMING_PORTS = {"imap": 143, "imaps": 993}


@dataclass(frozen=True)
class Mailbox:
    """Where answers by mail arrive."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    folder: str
    is_tls: bool

    def __str__(self) -> str:
        """Without the password: for lists and logs."""
        return f"{self.user}@{self.host}:{self.port}/{self.folder}"


def mailer(name: str, value: str) -> dict[str, Any]:
    """Django's settings for what `value` of the setting `name` says; mail goes nowhere when it's empty."""
    if not value:
        return {"BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    parts, port = _parts(name, value, OUTGOING_PORTS, OUT)
    options = {
        "host": parts.hostname,
        "port": port,
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_ssl": parts.scheme == "smtps",
        "use_tls": parts.scheme == "starttls",
        "timeout": PATIENCE,
    }
    return {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}


def mailbox(name: str, value: str) -> Mailbox | None:
    if not value:
        return None
    parts, port = _parts(name, value, INCOMING_PORTS, IN)
    if not parts.username or parts.password is None:
        raise _wrong(name, "names no user and password", IN)
    return Mailbox(
        host=parts.hostname or "",
        port=port,
        user=unquote(parts.username),
        password=unquote(parts.password),
        folder=unquote(parts.path.removeprefix("/")) or "INBOX",
        is_tls=parts.scheme == "imaps",
    )


def sender(name: str, value: str, is_needed: bool) -> str:
    """Whom mail is from, such as "Knoop <knoop@example.org>"."""
    if not value and not is_needed:
        return "Knoop <knoop@localhost>"
    called, address = parseaddr(value)
    if not _is_address(address):
        raise ImproperlyConfigured(f"{name} is {value!r}; write it as knoop@example.org.")
    return formataddr((called or "Knoop", address))


def reply_address(name: str, value: str, of_sender: str) -> str:
    """To which answers go, with a plus and a secret word before the @."""
    address = value or f"reply@{parseaddr(of_sender)[1].rpartition('@')[2]}"
    if not _is_address(address) or "+" in address or len(address.partition("@")[0]) > 16:
        raise ImproperlyConfigured(
            f"{name} is {value!r}; write it as reply@example.org, with at most 16 characters before the @."
        )
    return address.lower()


def _is_address(address: str) -> bool:
    try:
        found = Address(addr_spec=address)
    except (ValueError, IndexError, HeaderParseError):
        return False
    return bool(found.username and found.domain) and address.isascii()


def _parts(name: str, value: str, ports: dict[str, int], shape: str) -> tuple[SplitResult, int]:
    """Raises ImproperlyConfigured, in words that don't repeat the password."""
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError as fault:
        raise _wrong(name, "has a host or port that can't be", shape) from fault
    if parts.scheme not in ports:
        raise _wrong(name, f"begins with {parts.scheme or 'nothing'}://", shape)
    if not parts.hostname:
        raise _wrong(name, "names no host", shape)
    if parts.query or parts.fragment:
        raise _wrong(name, "has a ? or #; in a password, write them as %3F and %23", shape)
    return parts, port or ports[parts.scheme]


def _wrong(name: str, what: str, shape: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"{name} {what}; {shape}.")
