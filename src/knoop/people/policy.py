"""Who may see and do what with people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

if TYPE_CHECKING:
    from knoop.people.models import Person


def visible(_person: Person) -> Q:
    """Colleagues know each other; those who left stay findable by what they wrote."""
    return Q()
