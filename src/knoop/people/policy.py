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


def may_follow(person: Person, whom: Person) -> bool:
    return person.pk != whom.pk and whom.is_active
