"""Where files are kept: in the data folder, or in a bucket of S3-compatible storage."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SHAPE = "write it as https://s3.example.org/bucket"


def storage(name: str, values: dict[str, str], folder: Path) -> dict[str, Any]:
    """Django's settings for what `name` says, and the settings that are called so with more behind it.

    `values` has them by what is behind it: "", _KEY, _SECRET, _REGION. Without an address: files are in
    `folder`. Raises ImproperlyConfigured, in words that don't repeat the secret.
    """
    if not values[""]:
        return _on_disk(folder)
    options = {"address": _address(name, values[""]), "region": values["_REGION"] or "us-east-1"}
    for ending in ("_KEY", "_SECRET"):
        if not re.fullmatch(r"[!-~]+", values[ending]):
            raise ImproperlyConfigured(
                f"{name}{ending} is missing or has signs that can't be in it; set it to what the storage of "
                f"{name} gave out."
            )
    if not re.fullmatch(r"[a-z0-9-]{1,40}", options["region"]):
        raise ImproperlyConfigured(
            f"{name}_REGION is {options['region']!r}; write it as eu-central-1, or leave it out."
        )
    options |= {"key": values["_KEY"], "secret": values["_SECRET"]}
    return {"BACKEND": "knoop.base.bucket.Bucket", "OPTIONS": options}


def _on_disk(folder: Path) -> dict[str, Any]:
    """Outside all that is served by its address: a file is had only through a view that asks who may."""
    modes = {"file_permissions_mode": 0o600, "directory_permissions_mode": 0o700}
    return {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": folder} | modes,
    }


def _address(name: str, value: str) -> str:
    """The address of a bucket, or of a folder in it, with its host as it is sent along."""
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError as fault:
        raise _wrong(name, "has a host or port that can't be") from fault
    if parts.scheme not in ("https", "http"):
        raise _wrong(name, f"begins with {parts.scheme or 'nothing'}://")
    if not parts.hostname:
        raise _wrong(name, "names no host")
    if parts.username is not None:
        raise _wrong(name, f"has a user in it; that is for {name}_KEY and {name}_SECRET")
    if parts.query or parts.fragment:
        raise _wrong(name, "has a ? or #")
    path = unquote(parts.path).strip("/")
    if not re.fullmatch(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[\w-][\w.-]*)*", path, re.ASCII):
        raise _wrong(name, "names no bucket behind the host, or a folder that can't be")
    return f"{parts.scheme}://{_host(parts, port)}/{path}"


def _host(parts: SplitResult, port: int | None) -> str:
    host = parts.hostname or ""
    shown = f"[{host}]" if ":" in host else host
    usual = {"http": 80, "https": 443}[parts.scheme]
    return shown + (f":{port}" if port not in (None, usual) else "")


def _wrong(name: str, what: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"{name} {what}; {SHAPE}.")
