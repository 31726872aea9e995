"""Names that have to be one of a kind."""

import secrets
from collections.abc import Container
from itertools import count
from unicodedata import combining, normalize

# Letters that aren't a letter with an accent, but are typed as one by who has no such key.
ALIKE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


def free_name(wanted: str, taken: Container[str]) -> str:
    """`wanted`, or with the first number behind it, from 2, that isn't taken."""
    if wanted not in taken:
        return wanted
    return next(name for number in count(2) if (name := f"{wanted}-{number}") not in taken)


def folded(text: str) -> str:
    """`text` as it is compared when somebody looks for it: small letters without accents, single spaces."""
    plain = "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
    return " ".join(plain.translate(ALIKE).split())


def unguessable() -> str:
    """A word for an address: 22 letters, digits, dashes and underscores, of 128 random bits."""
    return secrets.token_urlsafe(16)
