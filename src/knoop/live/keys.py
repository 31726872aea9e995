"""The key that push services know this Knoop by: made once, and never to be lost, or all devices are."""

from __future__ import annotations

import os
from base64 import urlsafe_b64encode
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from py_vapid import Vapid02, VapidException

NAME = "vapid_key"


def public_key() -> str:
    """As browsers want it when somebody subscribes."""
    raw = key().public_key.public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    )
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def authorisation(endpoint: str, expires: int) -> dict[str, str]:
    """The header by which the service of `endpoint` knows who sends."""
    service = urlsplit(endpoint)
    claims = {"aud": f"{service.scheme}://{service.netloc}", "exp": expires, "sub": _contact()}
    signed: dict[str, str] = key().sign(claims)
    return signed


def _contact() -> str:
    """Services want to know whom to turn to; an address that isn't public says nothing to them."""
    address = urlsplit(settings.ADDRESS)
    return settings.ADDRESS if address.scheme == "https" else f"mailto:knoop@{address.hostname}"


def key() -> Vapid02:
    return _read(settings.VAPID_KEY, settings.DATA / NAME)


@cache
def _read(given: str, kept: Path) -> Vapid02:
    try:
        if given:
            return Vapid02.from_string(given)
        if not kept.exists():
            _make(kept)
        return Vapid02.from_pem(kept.read_bytes())
    except (ValueError, VapidException, TypeError) as fault:
        where = "KNOOP_VAPID_KEY" if given else str(kept)
        raise ImproperlyConfigured(
            f"{where} is no key for pushing: it should be the private key of a P-256 pair. "
            "Without one, a new key is made, and everybody switches their devices on again."
        ) from fault


def _make(kept: Path) -> None:
    """For its owner's eyes; of two processes that make one at once the first one's stays."""
    made = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    draft = kept.with_name(f".{NAME}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(made)
    try:
        os.link(draft, kept)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
