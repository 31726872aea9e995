"""Who may read and write pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from knoop.community.spaces import policy as spaces

if TYPE_CHECKING:
    from knoop.community.pages.models import Page
    from knoop.community.spaces.models import Space
    from knoop.people.models import Person


def visible(person: Person) -> Q:
    return spaces.visible(person, "space")


def may_write(person: Person, space: Space) -> bool:
    return spaces.may_write(person, space)


def may_change(person: Person, page: Page) -> bool:
    """What was withdrawn is brought back first."""
    return page.withdrawn_at is None and spaces.may_write(person, page.space)
