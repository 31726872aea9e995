"""Cursors for pages by keyset: a moment and an id, as one word for an address.

An offset costs more with each page and skips or repeats rows when new ones arrive; a keyset does neither.
"""

import re
from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
WORD = re.compile(r"(-?[0-9]{1,18})-([0-9]{1,19})")
NAMED = re.compile(r"([0-9]{1,18})-(.+)")


class NotACursor(ValueError):
    """The word in the address wasn't made by `write`."""


def write(at: datetime, pk: int) -> str:
    return f"{(at - EPOCH) // timedelta(microseconds=1)}-{pk}"


def read(word: str) -> tuple[datetime, int]:
    """The moment and id in `word`. Raises NotACursor."""
    found = WORD.fullmatch(word)
    if found is None:
        raise NotACursor(f"{word!r} is not a place in a list. Start again at the first page.")
    try:
        return EPOCH + timedelta(microseconds=int(found[1])), int(found[2])
    except OverflowError as fault:
        raise NotACursor(f"{word!r} is beyond the calendar. Start again at the first page.") from fault


def write_name(name: str, pk: int) -> str:
    """A place in a list by name."""
    return f"{pk}-{name}"


def read_name(word: str) -> tuple[str, int]:
    """The name and id in `word`. Raises NotACursor."""
    found = NAMED.fullmatch(word)
    if found is None:
        raise NotACursor(f"{word!r} is not a place in a list. Start again at the first page.")
    return found[2], int(found[1])
