"""Places on a page where rooms that the page doesn't know may add something of theirs.

A room keeps its parts in `slots.py`, which is read at the start:

    @in_slot("space.beside")
    def pages(request, space):
        return render_to_string("pages/beside.html", {...}, request)
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

type Part = Callable[[HttpRequest, Any], str]
P = TypeVar("P", bound=Part)

_parts: dict[str, list[tuple[int, str, Part]]] = defaultdict(list)


def in_slot(place: str, *, order: int = 50) -> Callable[[P], P]:
    """Adds what the decorated function returns to `place`, lowest `order` first; nothing when it's empty.

    The function is given the request and the thing that the place is about, None where it's about nothing.
    What it returns is safe HTML; it asks its room's policy what whoever looks may see.
    """

    def add(part: P) -> P:
        _parts[place].append((order, part.__module__, part))
        _parts[place].sort(key=lambda one: one[:2])
        return part

    return add


def filled(place: str, request: HttpRequest, thing: Any = None) -> SafeString:
    """All parts of a place one after the other."""
    return mark_safe("".join(part(request, thing) for _order, _room, part in _parts[place]))  # noqa: S308
