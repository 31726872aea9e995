"""What somebody muted, by name."""

from __future__ import annotations

from knoop.community.posts.models import Post
from knoop.community.spaces.models import Space
from knoop.notify.lines import excerpt
from knoop.notify.models import Mute
from knoop.people.models import Person


def muted_by(person: Person) -> list[dict[str, object]]:
    """All that holds, newest first; of what can't be seen any more only that it's there."""
    return named(list(Mute.objects.of(person).holding().order_by("-at")[:200]))


def named(mutes: list[Mute]) -> list[dict[str, object]]:
    """Each mute with what it's about, as whoever muted it may see it."""
    if not mutes:
        return []
    person = mutes[0].person
    rows = {"post": Post.objects, "space": Space.objects, "person": Person.objects}
    found = {
        what: of.visible_to(person).in_bulk([mute.what_id for mute in mutes if mute.what == what])
        for what, of in rows.items()
    }
    return [{"mute": mute, "name": _name(found[mute.what].get(mute.what_id))} for mute in mutes]


def _name(thing: Post | Space | Person | None) -> str:
    if isinstance(thing, Post):
        return excerpt(thing.title or thing.text)
    return thing.name if thing else ""
