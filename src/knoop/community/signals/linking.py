"""What came of a signal, by its address within this Knoop: it must be there, and shows to who sees it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.apps import apps
from django.urls import Resolver404, resolve

if TYPE_CHECKING:
    from knoop.community.signals.supporting import Link
    from knoop.people.models import Person

# Name of the page that shows a thing → its model, and the column that its address is made of.
SHOWN_AT = {
    "post": ("posts.Post", "pk"),
    "page": ("pages.Page", "pk"),
    "meeting": ("meetings.Meeting", "pk"),
    "file": ("files.File", "key"),
    "signal": ("signals.Signal", "pk"),
}
ICONS = {
    "post": "message-circle",
    "page": "book-open",
    "meeting": "calendar",
    "file": "file-text",
    "signal": "flag",
}


@dataclass(frozen=True)
class Target:
    thing: str
    thing_id: int
    address: str


@dataclass(frozen=True)
class Shown:
    """A link as somebody sees it; without a title to who may not see what it leads to."""

    link: Link
    title: str
    icon: str


def target(typed: str, person: Person) -> Target | None:
    """What `person` sees at the address they typed; None where that is nothing, or elsewhere."""
    path = urlsplit(typed.strip()).path
    try:
        match = resolve(path)
    except Resolver404:
        return None
    thing = str(match.url_name)
    if thing not in SHOWN_AT:
        return None
    model, column = SHOWN_AT[thing]
    found = _seen(model, person).filter(**{column: match.kwargs["pk"]}).first()
    return Target(thing, found.pk, path) if found else None


def shown(links: Iterable[Link], person: Person) -> list[Shown]:
    """One query for each sort of thing."""
    links = list(links)
    by_thing: dict[str, set[int]] = defaultdict(set)
    for link in links:
        by_thing[link.thing].add(link.thing_id)
    titles = {
        (thing, row.pk): _title(row)
        for thing, pks in by_thing.items()
        for row in _seen(SHOWN_AT[thing][0], person).filter(pk__in=pks)
    }
    return [Shown(link, titles.get((link.thing, link.thing_id), ""), ICONS[link.thing]) for link in links]


def _seen(model: str, person: Person) -> Any:
    rows = apps.get_model(model)
    seen = rows._default_manager.visible_to(person)
    names = {field.name for field in rows._meta.get_fields()}
    # A column or a row that says it's gone; either is asked in the same way.
    for gone in ("withdrawn_at", "withdrawal"):
        if gone in names:
            seen = seen.filter(**{gone: None})
    return seen


def _title(row: Any) -> str:
    words = getattr(row, "title", "") or getattr(row, "name", "") or getattr(row, "text", "")
    line = " ".join(str(words).split())
    return line if len(line) <= 80 else line[:79].rsplit(" ", 1)[0] + "…"
