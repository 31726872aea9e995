"""A small organisation whose things are in the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from knoop.people.models import Person


@pytest.fixture
def find():
    """What somebody finds, best first, as (kind, id)."""
    from knoop.search.finding import Search, shown

    def find(person: Person, typed: str, **narrowed: object) -> list[tuple[str, int]]:
        from knoop.search.finding import Narrowed

        found = Search(person, typed, Narrowed(**narrowed)).found()
        return [(one.thing._meta.model_name, one.thing.pk) for one in shown(person, found.candidates)]

    return find


@pytest.fixture
def indexed():
    """Brings the index in step with all that was made."""
    from knoop.search.indexing import catch_up

    return catch_up
