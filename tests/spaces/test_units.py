"""Spaces of units follow who works there."""

import pytest

from knoop.community.spaces.models import Space
from knoop.community.spaces.units import follow, keep_in_step, make_spaces_for_units
from knoop.people.models import Person, Unit
from tests import making


@pytest.fixture
def rails(carol: Person) -> Unit:
    """Where Carol works."""
    unit = Unit.objects.create(name="Rails", slug="rails")
    Person.objects.filter(pk=carol.pk).update(unit=unit)
    return unit


@pytest.fixture
def roads(administrator: Person, alice: Person, bob: Person, rails: Unit) -> Space:
    make_spaces_for_units(administrator)
    return Space.objects.get(slug="roads")


def members(space: Space) -> set[str]:
    return set(space.members.values_list("handle", flat=True))


def test_each_unit_gets_a_space_with_who_works_there(roads: Space, administrator: Person) -> None:
    assert members(roads) == {"alice", "bob"}
    assert members(Space.objects.get(slug="rails")) == {"carol"}
    assert make_spaces_for_units(administrator) == 0


def test_a_unit_that_only_holds_others_gets_no_space(administrator: Person, unit: Unit) -> None:
    assert make_spaces_for_units(administrator) == 0


def test_who_leads_the_unit_looks_after_its_space(alice: Person, bob: Person, administrator: Person) -> None:
    alice.leads.create(person=bob)
    administrator.leads.create(person=alice)
    make_spaces_for_units(administrator)
    assert Space.objects.get(slug="roads").memberships.get(role="administrator").person == alice


@pytest.mark.django_db(transaction=True)
def test_who_moves_goes_along(administrator: Person, alice: Person, bob: Person, rails: Unit) -> None:
    make_spaces_for_units(administrator)
    alice.move(rails, by=administrator)
    assert members(Space.objects.get(slug="roads")) == {"bob"}
    assert members(Space.objects.get(slug="rails")) == {"alice", "carol"}


def test_being_told_twice_of_a_move_is_one_move(
    roads: Space, administrator: Person, alice: Person, rails: Unit
) -> None:
    alice.move(rails, by=administrator)
    for _again in range(2):
        follow(alice, by=administrator)
    assert members(Space.objects.get(slug="rails")) == {"alice", "carol"}


def test_who_was_added_by_hand_stays_when_others_go(
    roads: Space, administrator: Person, carol: Person, alice: Person, rails: Unit
) -> None:
    roads.add(carol, by=administrator)
    Person.objects.filter(pk=alice.pk).update(unit=rails)
    keep_in_step(roads, administrator)
    assert members(roads) == {"bob", "carol"}


def test_who_left_the_space_stays_away(roads: Space, administrator: Person, bob: Person) -> None:
    roads.leave(bob)
    keep_in_step(roads, administrator)
    assert members(roads) == {"alice"}


def test_a_space_that_follows_no_unit_is_left_alone(administrator: Person, alice: Person, unit: Unit) -> None:
    space = making.space("Old roads", unit=unit)
    keep_in_step(space, administrator)
    assert members(space) == set()


def test_who_moves_stays_in_the_space_of_a_unit_that_no_longer_follows_it(
    roads: Space, administrator: Person, bob: Person, rails: Unit
) -> None:
    roads.change(administrator, follows_unit=False)
    bob.move(rails, administrator)
    follow(bob, administrator)
    assert "bob" in members(roads)


def test_an_overseer_makes_them_with_a_button_and_a_colleague_may_not(
    alice: Person, administrator: Person, as_
) -> None:
    assert as_(alice).post("/administration/spaces/units").status_code == 403
    assert as_(administrator).post("/administration/spaces/units").status_code == 302
    assert members(Space.objects.get(slug="roads")) == {"alice"}
