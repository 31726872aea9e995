"""Who may see, join and write in a space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from knoop.people import policy as people

if TYPE_CHECKING:
    from knoop.community.spaces.models import Space
    from knoop.people.models import Person


def visible(person: Person, path: str = "") -> Q:
    """Spaces that `person` may see, or rows whose space is at `path`, such as 'post__space'.

    Guests see only the spaces they're in.
    """
    mine = apps.get_model("spaces", "Membership").objects.filter(person=person)
    openness, key = (f"{path}__openness", f"{path}_id") if path else ("openness", "pk")
    is_mine = Q(Exists(mine.filter(space=OuterRef(key))))
    return is_mine if person.is_guest else Q(**{openness: "open"}) | is_mine


@people.knows
def company(guest: Person) -> Q:
    """Who is in a space with `guest`."""
    memberships = apps.get_model("spaces", "Membership").objects
    shared = memberships.filter(space__in=memberships.filter(person=guest).values("space"))
    return Q(Exists(shared.filter(person=OuterRef("pk"))))


def may_open(person: Person) -> bool:
    return not person.is_guest


def is_member(person: Person, space: Space) -> bool:
    return space.memberships.filter(person=person).exists()


def may_join(person: Person, space: Space) -> bool:
    return not person.is_guest and space.is_open and not hasattr(space, "archival")


def may_add(person: Person, space: Space) -> bool:
    """To a closed space: its administrators, or any member where it has none. Others join an open one."""
    if space.is_open or hasattr(space, "archival"):
        return False
    administrators = set(space.memberships.filter(role="administrator").values_list("person", flat=True))
    return person.pk in administrators or (not administrators and is_member(person, space))


def may_leave(person: Person, space: Space) -> bool:
    """The last member of a closed space stays: without them nobody could see it any more."""
    return space.is_open or space.memberships.exclude(person=person).exists()


def may_write(person: Person, space: Space) -> bool:
    """Open spaces take anyone's answer or post: asking to join first would silence newcomers."""
    return not hasattr(space, "archival") and (
        (space.is_open and not person.is_guest) or is_member(person, space)
    )
