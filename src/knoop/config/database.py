"""Where the rows are: in a file beside the others, or on a PostgreSQL server."""

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SHAPE = "write it as postgresql://user:password@host/name"
# What may stand behind a question mark; libpq knows more, but a typing error should be told.
OPTIONS = ("host", "sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout", "target_session_attrs")
SQLITE_OPTIONS = {
    # Django's defaults gave thousands of "database is locked" with eight writers; these gave none.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        " PRAGMA cache_size=-32000; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;"
    ),
}


def database(name: str, value: str, folder: Path) -> dict[str, Any]:
    """Django's settings for what `value` of the setting `name` says; a file in `folder` when it's empty.

    Raises ImproperlyConfigured, in words that don't repeat the password.
    """
    if value:
        return _postgresql(name, value)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / "knoop.sqlite3",
        "OPTIONS": SQLITE_OPTIONS,
        "CONN_MAX_AGE": None,
    }


def _postgresql(name: str, value: str) -> dict[str, Any]:
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError as fault:
        raise _wrong(name, "has a host or port that can't be") from fault
    if parts.scheme not in ("postgresql", "postgres"):
        raise _wrong(name, f"begins with {parts.scheme or 'nothing'}://, and only PostgreSQL is known")
    wanted = unquote(parts.path.removeprefix("/"))
    if not wanted or "/" in wanted:
        raise _wrong(name, "names no database behind the host")
    if parts.fragment:
        raise _wrong(name, "has a #; in a password, write that as %23")
    options = _options(name, parts)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": wanted,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or parts.hostname or "",
        "PORT": str(port or ""),
        # Our queries are many and small: compiling one takes longer than all of it.
        "OPTIONS": {"connect_timeout": "10", "options": "-c jit=off"} | options,
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }


def _options(name: str, parts: SplitResult) -> dict[str, str]:
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    if unknown := [option for option in options if option not in OPTIONS]:
        raise _wrong(name, f"has {unknown[0]!r} behind the question mark; that can be {', '.join(OPTIONS)}")
    return options


def _wrong(name: str, what: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"{name} {what}; {SHAPE}.")
