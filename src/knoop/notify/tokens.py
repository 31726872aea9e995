"""Signed words for addresses in mails: a few numbers that nobody else can write, and nobody stores."""

from __future__ import annotations

import re
from base64 import b32decode, b32encode
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hmac import compare_digest

from django.conf import settings
from django.utils.crypto import salted_hmac

from knoop.base import clock

SIGNED = 12  # bytes
WORD = re.compile(r"[a-z2-7]{20,100}")  # five numbers, however large, and what they are signed with
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


class NotSigned(ValueError):
    """The word wasn't written by this Knoop, or was changed on its way."""


def write(purpose: str, *numbers: int) -> str:
    """In small letters and digits: servers of mail don't all keep capitals."""
    packed = b"".join(map(_packed, numbers))
    return b32encode(packed + _signature(purpose, packed)).decode().lower().rstrip("=")


def read(purpose: str, word: str) -> tuple[int, ...]:
    """The numbers that were written for `purpose`. Raises NotSigned."""
    small = word.lower()
    if not WORD.fullmatch(small):
        raise NotSigned(word)
    try:
        whole = b32decode(small.upper() + "=" * (-len(small) % 8))
    except ValueError as fault:
        raise NotSigned(word) from fault
    packed, signature = whole[:-SIGNED], whole[-SIGNED:]
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    if not any(compare_digest(signature, _signature(purpose, packed, key)) for key in keys):
        raise NotSigned(word)
    return tuple(_unpacked(packed))


def today() -> int:
    """The number of this day, for words that hold for a while."""
    return (clock.now() - EPOCH) // timedelta(days=1)


def _signature(purpose: str, packed: bytes, key: str | None = None) -> bytes:
    return salted_hmac(f"knoop.notify.{purpose}", packed, key, algorithm="sha256").digest()[:SIGNED]


def _packed(number: int) -> bytes:
    """Seven bits a byte, the lowest first."""
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])


def _unpacked(packed: bytes) -> Iterator[int]:
    number, shift = 0, 0
    for byte in packed:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield number
            number, shift = 0, 0
