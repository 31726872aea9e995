"""Who and what most tests are about. Alice and Bob are in both spaces; Carol in none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

pytest_plugins = ["tests.jobs.fixtures"]


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    from tests.scheduling import Grouped

    return Grouped(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    from tests.scheduling import begins_early

    items.sort(key=lambda item: not begins_early(item.nodeid))


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from knoop.community.posts.models import Post
    from knoop.community.spaces.models import Space
    from knoop.people.models import Person, Unit

# The same examples in each run: a test that fails today also failed for whoever broke it.
settings.register_profile("knoop", max_examples=40, derandomize=True, deadline=None, database=None)
settings.load_profile("knoop")


@pytest.fixture(scope="session", autouse=True)
def _dutch_is_compiled() -> None:
    from knoop.config.translations import compile_changed

    compile_changed()


@pytest.fixture
def unit(db: None) -> Unit:
    from knoop.people.models import Unit

    return Unit.objects.create(name="Roads", slug="roads")


@pytest.fixture
def alice(unit: Unit) -> Person:
    return _person("alice", "Alice de Wit", unit=unit, title="Engineer", email="alice@example.org")


@pytest.fixture
def bob(unit: Unit) -> Person:
    return _person("bob", "Bob Smit", unit=unit)


@pytest.fixture
def carol(db: None) -> Person:
    return _person("carol", "Carol Bos")


@pytest.fixture
def leader(db: None) -> Person:
    return _appointed("lea", "leader")


@pytest.fixture
def community_manager(db: None) -> Person:
    return _appointed("mona", "community_manager")


@pytest.fixture
def guest(db: None) -> Person:
    """From outside the organisation, in a space with nobody else of these."""
    made = _person("gus", "Gus Extern", is_guest=True)
    _space("Reading room", [made], "invited")
    return made


@pytest.fixture
def council_member(db: None) -> Person:
    return _appointed("cora", "works_council")


@pytest.fixture
def administrator(db: None) -> Person:
    return _appointed("ada", "administrator")


@pytest.fixture
def departed(administrator: Person) -> Person:
    """Was a member and a leader of all there is, and has left."""
    gone = _appointed("dirk", "leader")
    gone.depart(administrator)
    return type(gone).objects.get(pk=gone.pk)


@pytest.fixture
def open_space(alice: Person, bob: Person) -> Space:
    return _space("Town hall", [alice, bob], "open")


@pytest.fixture
def closed_space(alice: Person, bob: Person) -> Space:
    return _space("Quiet room", [alice, bob], "invited")


@pytest.fixture
def post(open_space: Space, alice: Person) -> Post:
    return _written(alice, open_space, "The bridge opens on Monday.")


@pytest.fixture
def closed_post(closed_space: Space, alice: Person) -> Post:
    return _written(alice, closed_space, "Only for us.")


@pytest.fixture
def as_() -> Callable[[Person | None], Client]:
    from tests import making

    return making.as_


def _person(handle: str, name: str, **fields: object) -> Person:
    from tests import making

    made = making.person(handle, name=name, **fields)
    made.set_password(making.PASSWORD)
    made.save()
    return made


def _appointed(handle: str, role: str) -> Person:
    made = _person(handle, handle.title())
    made.appoint(role, by=made)
    return made


def _space(name: str, members: list[Person], openness: str) -> Space:
    from tests import making

    return making.space(name, members, openness)


def _written(by: Person, space: Space, text: str) -> Post:
    from knoop.community.posts.models import Post

    return Post.objects.write(by, space, text)
