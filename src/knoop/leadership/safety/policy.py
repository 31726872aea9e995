"""Who may ask what about the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knoop.people.models import Person


def may_see_network(person: Person) -> bool:
    """Figures of groups: for those who lead the network, those who care for it, and those who guard it."""
    return not person.is_guest and person.is_a("leader", "community_manager", "works_council")
