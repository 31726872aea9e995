"""Cursors for pages by keyset: a moment and an id, as one word for an address.

An offset costs more with each page and skips or repeats rows when new ones arrive; a keyset does neither.
"""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class NotACursor(ValueError):
    """The word in the address wasn't made by `write`."""


def write(at: datetime, pk: int) -> str:
    return f"{(at - EPOCH) // timedelta(microseconds=1)}-{pk}"


def read(word: str) -> tuple[datetime, int]:
    """The moment and id in `word`. Raises NotACursor."""
    microseconds, dash, pk = word.partition("-")
    try:
        if not (dash and microseconds.isdecimal() and pk.isdecimal()):
            raise ValueError
        return EPOCH + timedelta(microseconds=int(microseconds)), int(pk)
    except (ValueError, OverflowError) as fault:
        raise NotACursor(f"{word!r} is not a place in a list. Start again at the first page.") from fault
