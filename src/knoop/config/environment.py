"""Reads what an administrator may set; a wrong value stops the start with its name."""

import os
import re
import secrets
from ipaddress import IPv6Address
from pathlib import Path
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ImproperlyConfigured

from knoop.base.keeping import keep_first

ROOT = Path(__file__).resolve().parents[3]


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def yes_or_no(name: str, default: bool = False) -> bool:
    value = text(name, "yes" if default else "no").lower()
    if value not in ("yes", "no"):
        raise ImproperlyConfigured(f"{name} is {value!r}; it can be yes or no.")
    return value == "yes"


def one_of(name: str, allowed: tuple[str, ...]) -> str:
    value = text(name, allowed[0])
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} is {value!r}; it can be {', '.join(allowed)}.")
    return value


def number(name: str, default: int, least: int = 0) -> int:
    value = text(name, str(default))
    if not value.isdecimal() or int(value) < least:
        raise ImproperlyConfigured(
            f"{name} is {value!r}; it has to be a whole number from {least}, such as {default}."
        )
    return int(value)


def endings(name: str, default: tuple[str, ...]) -> frozenset[str]:
    """Endings of names of files, such as 'pdf, jpg, dwg'."""
    found = frozenset(word.strip().removeprefix(".").lower() for word in text(name).split(",")) - {""}
    wrong = sorted(word for word in found if not re.fullmatch(r"[a-z0-9]{1,10}", word))
    if wrong:
        raise ImproperlyConfigured(f"{name} has {wrong[0]!r}; write endings with commas: pdf, jpg, dwg.")
    return found or frozenset(default)


def time_zone(name: str, default: str) -> str:
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError) as fault:
        raise ImproperlyConfigured(f"{name} is {value!r}, which is no time zone; try {default}.") from fault
    return value


def address(name: str, default: str) -> str:
    """A public address such as https://intranet.example.org, as browsers write it, without a path."""
    value = text(name) or default
    try:
        parts = urlsplit(value.rstrip("/"))
        host, port = host_of(parts), parts.port
    except ValueError:
        host, port = "", None
    if not host or port == 0 or parts.scheme not in ("http", "https") or parts.username is not None:
        raise ImproperlyConfigured(f"{name} is {value!r}; write it as https://intranet.example.org.")
    usual = {"http": 80, "https": 443}[parts.scheme]
    return f"{parts.scheme}://{host}" + (f":{port}" if port not in (None, usual) else "")


def host_of(parts: SplitResult) -> str:
    """The host as browsers send it, an IPv6 address in brackets; empty when it can't be one.

    A star or a leading dot would open Knoop to every host, so those can't. Raises ValueError.
    """
    host = parts.hostname or ""
    if parts.path or parts.query or parts.fragment:
        return ""
    if ":" in host:
        return f"[{IPv6Address(host)}]"
    return host if re.fullmatch(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", host) else ""


def served_at(folder: Path, default: str) -> str:
    """Where Knoop was served last, as `knoop serve` wrote it down; `default` before its first time."""
    try:
        return (folder / "address").read_text().strip() or default
    except OSError:
        return default


def data_folder() -> Path:
    """In a checkout beside the source; elsewhere where this user's programs keep what they know."""
    if (ROOT / "pyproject.toml").is_file():
        return ROOT / "var" / "knoop"
    return Path(text("XDG_DATA_HOME") or "~/.local/share") / "knoop"


def place(name: str, default: Path) -> Path:
    """A folder's full path, whether or not it exists."""
    wanted = Path(text(name) or default)
    try:
        return wanted.expanduser().resolve()
    except (RuntimeError, OSError) as fault:
        raise ImproperlyConfigured(f"{name}: {wanted} can't be found ({fault}). Write it in full.") from fault


def folder(name: str, default: Path) -> Path:
    """A folder that exists after this call; a new one is for its owner's eyes only."""
    wanted = place(name, default)
    try:
        wanted.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        raise ImproperlyConfigured(f"{name}: {wanted} can't be made ({fault.strerror}).") from fault
    return wanted


def secret(kept: Path) -> str:
    """The key that signs sessions, made at the first start and kept for its owner's eyes."""
    try:
        if not kept.exists():
            keep_first(kept, secrets.token_urlsafe(64).encode())
        key = kept.read_text().strip()
    except OSError as fault:
        raise ImproperlyConfigured(
            f"{kept} can't be made or read ({fault.strerror}). Give Knoop's user the right to, "
            "or set KNOOP_SECRET_KEY."
        ) from fault
    if not key:
        raise ImproperlyConfigured(
            f"{kept} is empty, so nothing can be signed. Delete it; a new one is made and all log in again."
        )
    return key
