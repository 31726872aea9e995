"""Who may see, join, write in and look after a space.

What stands in a space may be read by whom `visible` says, and by nobody else: posts, files, pages and members
all ask it. That a space is there may be known to more people, whom `known` says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from knoop.people import policy as people

if TYPE_CHECKING:
    from knoop.community.spaces.models import Space
    from knoop.people.models import Person


def visible(person: Person, path: str = "") -> Q:
    """Spaces that `person` may read, or rows whose space is at `path`, such as 'post__space'.

    Guests read only the spaces they're in; community managers also those that colleagues ask to join.
    """
    mine = apps.get_model("spaces", "Membership").objects.filter(person=person)
    openness, key = (f"{path}__openness", f"{path}_id") if path else ("openness", "pk")
    is_mine = Q(Exists(mine.filter(space=OuterRef(key))))
    if person.is_guest:
        return is_mine
    seen = Q(**{openness: "open"}) | is_mine
    return seen | Q(**{openness: "request"}) if person.is_a("community_manager") else seen


def known(person: Person) -> Q:
    """Spaces whose name, purpose and number of members `person` may see."""
    invitations = apps.get_model("spaces", "Invitation").objects.filter(person=person)
    seen = visible(person) | Q(Exists(invitations.filter(space=OuterRef("pk"))))
    return seen if person.is_guest else seen | Q(openness="request")


@people.knows
def company(guest: Person) -> Q:
    """Who is in a space with `guest`."""
    memberships = apps.get_model("spaces", "Membership").objects
    shared = memberships.filter(space__in=memberships.filter(person=guest).values("space"))
    return Q(Exists(shared.filter(person=OuterRef("pk"))))


def may_open(person: Person) -> bool:
    return not person.is_guest


def may_oversee(person: Person) -> bool:
    """Who sees in a list which spaces have nobody to look after them, and makes those of units."""
    return not person.is_guest and person.is_a("administrator", "community_manager")


def may_take_over(person: Person, space: Space) -> bool:
    """An administrator, where no administrator of the space is left."""
    return not person.is_guest and person.is_a("administrator") and space.is_orphaned


def role(person: Person, space: Space) -> str | None:
    found: str | None = space.memberships.filter(person=person).values_list("role", flat=True).first()
    return found


def is_member(person: Person, space: Space) -> bool:
    return role(person, space) is not None


def may_read(person: Person, space: Space) -> bool:
    return type(space).objects.visible_to(person).filter(pk=space.pk).exists()


def may_manage(person: Person, space: Space) -> bool:
    """Its administrators; community managers where they may read without being a member."""
    if person.is_guest:
        return False
    if space.openness in ("open", "request") and person.is_a("community_manager"):
        return True
    return role(person, space) == "administrator"


def may_join(person: Person, space: Space) -> bool:
    return not person.is_guest and space.is_open and not space.is_archived


def may_ask(person: Person, space: Space) -> bool:
    """To be let in where the name shows and the rest doesn't."""
    is_asked = space.openness == "request" and not space.is_archived
    return is_asked and not person.is_guest and not is_member(person, space)


def may_add(person: Person, space: Space) -> bool:
    """Who looks after it; in a space for invited members any member, but for guests."""
    if space.is_archived:
        return False
    if may_manage(person, space):
        return True
    return space.openness == "invited" and not person.is_guest and is_member(person, space)


def may_add_guests(person: Person, space: Space) -> bool:
    return space.takes_guests and not space.is_archived and may_manage(person, space)


def may_leave(person: Person, space: Space) -> bool:
    """From a closed space neither the last member nor the last who looks after it: nobody else could."""
    if space.is_open:
        return True
    others = space.memberships.filter(person__departure=None).exclude(person=person)
    if role(person, space) == "administrator":
        return others.filter(role="administrator").exists()
    return others.exists()


def may_write(person: Person, space: Space) -> bool:
    """Something new. Open spaces take it of anyone: asking to join first would silence newcomers."""
    if space.is_archived:
        return False
    if space.posting == "administrators":
        return may_manage(person, space)
    return _is_inside(person, space)


def begins(person: Person) -> Q:
    """Spaces whose rules let `person` begin something, of those they may write in at all; see `may_write`."""
    free = ~Q(posting="administrators")
    if person.is_guest:
        return free
    kept = apps.get_model("spaces", "Membership").objects.filter(person=person, role="administrator")
    free |= Q(Exists(kept.filter(space=OuterRef("pk"))))
    return free | Q(openness__in=("open", "request")) if person.is_a("community_manager") else free


def may_answer(person: Person, space: Space) -> bool:
    """What is there already; also where only administrators begin something."""
    return not space.is_archived and _is_inside(person, space)


def _is_inside(person: Person, space: Space) -> bool:
    return (space.is_open and not person.is_guest) or is_member(person, space)
