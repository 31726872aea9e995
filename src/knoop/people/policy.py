"""Who may see and do what with people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

if TYPE_CHECKING:
    from knoop.people.models import Person


def visible(_person: Person) -> Q:
    """Colleagues know each other; those who left stay findable by what they wrote."""
    return Q()


def may_see_network(person: Person) -> bool:
    """Figures of groups: for those who lead the network, those who care for it, and those who guard it."""
    return person.is_a("leader", "community_manager", "works_council")
