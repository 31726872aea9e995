"""The index hears of each act that makes, changes or takes away a thing that can be found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knoop.events.listeners import on

if TYPE_CHECKING:
    from knoop.events.models import Event
    from knoop.search.sources import Kind


def listen(kind: Kind) -> None:
    for verb, fact in kind.verbs.items():
        on(verb)(_reader(kind, fact))


def _reader(kind: Kind, fact: str):  # type: ignore[no-untyped-def]
    def read_again(event: Event) -> None:
        """Reads the thing as it is now, so hearing twice or out of order ends the same."""
        from knoop.search import indexing

        thing_id = event.facts.get(fact)
        if thing_id is not None:
            indexing.index(kind.name, [thing_id])

    read_again.__module__, read_again.__qualname__ = __name__, f"{kind.name}:{fact}"
    return read_again
