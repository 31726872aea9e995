"""Who may see and do what with people."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db.models import Q

if TYPE_CHECKING:
    from knoop.people.models import Person

type Company = Callable[[Person], Q]

# Where a guest meets people: rooms above this one say so with `knows`.
_company: list[Company] = []


def knows[C: Company](company: C) -> C:
    """Has a guest see the people that the decorated function names by a Q, besides themselves."""
    _company.append(company)
    return company


def visible(person: Person) -> Q:
    """Colleagues know each other; those who left stay findable by what they wrote.

    Guests, from outside the organisation, know only those with whom they share a place to meet.
    """
    if not person.is_guest:
        return Q()
    known = Q(pk=person.pk)
    for company in _company:
        known |= company(person)
    return known


def may_see_organisation(person: Person) -> bool:
    """Units, who reports to whom, and who came lately: for who works here."""
    return not person.is_guest


def may_read(reader: Person, person: Person, readers: str) -> bool:
    """Whether `reader` belongs to whom `person` lets read a line of their profile."""
    return reader.pk == person.pk or (
        readers == "everyone"
        or (readers == "colleagues" and not reader.is_guest)
        or (readers == "unit" and person.unit_id is not None and person.unit_id == reader.unit_id)
    )


def readable(reader: Person, key: str, usual: str) -> Q:
    """People of whom `reader` may read the line `key`: the same as `may_read`, for rows."""
    groups = ["everyone"] if reader.is_guest else ["everyone", "colleagues"]
    chosen = f"readers__{key}"
    known = Q(pk=reader.pk) | Q(**{f"{chosen}__in": groups})
    unit = Q(unit=reader.unit_id) if reader.unit_id else Q(pk__in=())
    known |= unit & Q(**{chosen: "unit"})
    unsaid = ~Q(readers__has_key=key)
    if usual in groups:
        known |= unsaid
    elif usual == "unit":
        known |= unsaid & unit
    return known


def may_administer(person: Person) -> bool:
    return person.is_a("administrator")


def may_hand_out(person: Person) -> bool:
    """Codes by which colleagues without company mail make an account."""
    return person.is_a("administrator", "community_manager")


def may_follow(person: Person, whom: Person) -> bool:
    return person.pk != whom.pk and whom.is_active
