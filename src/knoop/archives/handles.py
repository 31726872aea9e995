"""Short names that can follow an @: without spaces or accents, and no two the same."""

import re
import unicodedata
from collections.abc import Iterable

# Calls to everyone on one platform or another: no person may answer to them.
RESERVED = frozenset({"here", "channel", "everyone", "all", "iedereen"})
LONGEST = 40
_SPELLED_OUT = str.maketrans(
    {"ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
)


def slug(name: str) -> str:
    """A name in small letters, digits and single hyphens; "" where nothing of it is left."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_SPELLED_OUT))
    letters = plain.encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", letters)[:LONGEST].strip("-")


class Handles:
    """Gives out handles; a name that is taken gets a number: anna, anna-2, anna-3."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {*RESERVED, *taken}

    def for_name(self, *names: str) -> str:
        """A handle for the first of the names that yields one; "person" when none does."""
        wanted = next(filter(None, map(slug, names)), "person")
        handle, number = wanted, 1
        while handle in self._taken:
            number += 1
            handle = f"{wanted}-{number}"
        self._taken.add(handle)
        return handle
