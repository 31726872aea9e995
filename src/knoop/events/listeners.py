"""Who wants to hear what happened: notices, search, the network, and others that the act doesn't know.

A room keeps its listeners in `listeners.py`, which is read at the start:

    @on("post.written", "post.answered")
    def index(event): ...
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from knoop.events.models import Event

type Listener = Callable[[Event], None]
L = TypeVar("L", bound="Listener")

_listeners: dict[str, list[Listener]] = defaultdict(list)


def on(*verbs: str) -> Callable[[L], L]:
    """Has the decorated function told of each event of these verbs, once it is committed.

    Each listener is told by a job of its own: what one fails at doesn't keep another from hearing, and is
    tried again. So a listener may be told twice of one event: it must be able to do its work again without
    doing it double. Imported events are silent.
    """

    def add(listener: L) -> L:
        for verb in verbs:
            _listeners[verb].append(listener)
        return listener

    return add


def names(verb: str) -> list[str]:
    """Who listens to `verb`, as they are written down in a job."""
    return [_name(listener) for listener in _listeners.get(verb, ())]


def named(verb: str, name: str) -> Listener | None:
    return next((listener for listener in _listeners.get(verb, ()) if _name(listener) == name), None)


def _name(listener: Listener) -> str:
    return f"{listener.__module__}.{listener.__qualname__}"
