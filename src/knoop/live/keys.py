"""The key that push services know this Knoop by: made once, and never to be lost, or all devices are."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from knoop.base.keeping import keep_first

NAME = "vapid_key"
RAW = re.compile(r"[\w-]{43}=?", re.ASCII)  # 32 bytes, as tools that make such keys write them


def public_key() -> str:
    """As browsers want it when somebody subscribes."""
    form = serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    return _written(_key().public_key().public_bytes(*form))


def authorisation(endpoint: str, expires: int) -> str:
    """By what the service of `endpoint` knows who sends: signed for it alone, until a moment (RFC 8292)."""
    service = urlsplit(endpoint)
    claims = {"aud": f"{service.scheme}://{service.netloc}", "exp": expires, "sub": _contact()}
    parts = ({"typ": "JWT", "alg": "ES256"}, claims)
    said = ".".join(_written(json.dumps(part, separators=(",", ":")).encode()) for part in parts)
    numbers = decode_dss_signature(_key().sign(said.encode(), ec.ECDSA(hashes.SHA256())))
    signature = b"".join(number.to_bytes(32) for number in numbers)
    return f"vapid t={said}.{_written(signature)}, k={public_key()}"


def _contact() -> str:
    """Services want to know whom to turn to; an address that isn't public says nothing to them."""
    address = urlsplit(settings.ADDRESS)
    return settings.ADDRESS if address.scheme == "https" else f"mailto:knoop@{address.hostname}"


def _written(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def _key() -> ec.EllipticCurvePrivateKey:
    return _read(settings.VAPID_KEY, settings.DATA / NAME)


@cache
def _read(given: str, kept: Path) -> ec.EllipticCurvePrivateKey:
    try:
        if given:
            if not RAW.fullmatch(given):
                raise _no_key(given, kept)
            number = int.from_bytes(urlsafe_b64decode(given + "=" * (-len(given) % 4)))
            return ec.derive_private_key(number, ec.SECP256R1())
        if not kept.exists():
            keep_first(kept, _made())
        found = serialization.load_pem_private_key(kept.read_bytes(), None)
    except OSError as fault:
        raise ImproperlyConfigured(
            f"{kept} can't be made or read ({fault.strerror}). Give Knoop's user the right to, "
            "or set KNOOP_VAPID_KEY."
        ) from fault
    except ValueError as fault:
        raise _no_key(given, kept) from fault
    if not isinstance(found, ec.EllipticCurvePrivateKey):
        raise _no_key(given, kept)
    return found


def _no_key(given: str, kept: Path) -> ImproperlyConfigured:
    where = "KNOOP_VAPID_KEY" if given else str(kept)
    return ImproperlyConfigured(
        f"{where} is no key for pushing: it has to be the private key of a P-256 pair. "
        "Without one a new key is made, and everybody switches their devices on again."
    )


def _made() -> bytes:
    return ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
