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

    Imported events are silent. A listener may be told twice of one event, after a crash: it must be able to
    do its work again without doing it double.
    """

    def add(listener: L) -> L:
        for verb in verbs:
            _listeners[verb].append(listener)
        return listener

    return add


def is_heard(verb: str) -> bool:
    return bool(_listeners.get(verb))


def tell(event: Event) -> None:
    for listener in _listeners.get(event.verb, ()):
        listener(event)
