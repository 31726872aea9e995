"""Who may see, change and take back files.

A file is in one of three places. Loose: just added, its adder's alone. On a space's shelf: seen by who can
read there. Held: it hangs on something written, and is seen by who sees that, for as long as they do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from knoop.community.files import holders
from knoop.community.spaces import policy as spaces

if TYPE_CHECKING:
    from knoop.community.files.models import File
    from knoop.people.models import Person


def visible(person: Person) -> Q:
    hangs = apps.get_model("files", "Attachment").objects.filter(file=OuterRef("pk"))
    loose = Q(space=None, by=person) & ~Exists(hangs)
    shelved = Q(shelved_at__isnull=False) & spaces.visible(person, "space")
    return Q(withdrawal=None) & (loose | shelved | Exists(_held(person)))


def visible_withdrawals(person: Person) -> Q:
    """Of what somebody took back themselves; they may bring it back."""
    return Q(by=person)


def _held(person: Person) -> object:
    """What hangs on something that `person` may see, asked of the room it is in."""
    seen = Q(pk__in=())
    for kind, holder in holders.known().items():
        seen |= Q(Exists(holder.seen_by(person).filter(pk=OuterRef("thing_id"))), kind=kind)
    return apps.get_model("files", "Attachment").objects.filter(seen, file=OuterRef("pk"))


def may_change(person: Person, file: File) -> bool:
    """Its name, its description, its place, or that it is there: who added it, or a space's administrator."""
    if file.space is None:
        return file.by_id == person.pk
    if not spaces.may_write(person, file.space):
        return False
    return file.by_id == person.pk or _administers(person, file)


def may_renew(person: Person, file: File) -> bool:
    """A new version: on a shelf by all who write there, for nothing is lost; else by who may change it."""
    if file.shelved_at is not None:
        return spaces.may_write(person, file.space)
    return may_change(person, file)


def may_move(person: Person, file: File) -> bool:
    """Off one shelf on to another; what hangs on a post stays with it."""
    return file.shelved_at is not None and may_change(person, file)


def _administers(person: Person, file: File) -> bool:
    return file.space.memberships.filter(person=person, role="administrator").exists()
