"""Who keeps the machine running."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knoop.people.models import Person


def may_administer(person: Person) -> bool:
    return person.is_a("administrator")
