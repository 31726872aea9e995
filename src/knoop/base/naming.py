"""Names that have to be one of a kind."""

import secrets
from collections.abc import Container
from itertools import count


def free_name(wanted: str, taken: Container[str]) -> str:
    """`wanted`, or with the first number behind it, from 2, that isn't taken."""
    if wanted not in taken:
        return wanted
    return next(name for number in count(2) if (name := f"{wanted}-{number}") not in taken)


def unguessable() -> str:
    """A word for an address: 22 letters, digits, dashes and underscores, of 128 random bits."""
    return secrets.token_urlsafe(16)
