"""Who answers: the first rule that fits, and always somebody who can."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knoop.community.signals.models import Route
from knoop.community.signals.routing import Asked, Staff, Why, answerer
from knoop.people.models import Person, Unit
from tests.signals.making import leads

PEOPLE = st.integers(1, 9)
UNITS = st.integers(1, 4)
NONE = st.none()


@st.composite
def staffs(draw: st.DrawFn) -> Staff:
    """Any organisation, rings and gaps among those who lead and those who have left."""
    return Staff(
        able=draw(st.frozensets(PEOPLE, min_size=1)),
        leads=draw(st.dictionaries(PEOPLE, PEOPLE)),
        units=draw(st.dictionaries(PEOPLE, UNITS | NONE)),
        above=draw(st.dictionaries(UNITS, UNITS | NONE)),
        fallback=draw(st.lists(PEOPLE, unique=True)),
    )


@st.composite
def rules(draw: st.DrawFn) -> list[Route]:
    kinds, topics = st.sampled_from(["", "concern", "idea"]), st.sampled_from(["", "water", "Parking"])
    one = st.builds(Route, kind=kinds, topic=topics, unit_id=UNITS | NONE, owner_id=PEOPLE | NONE)
    return draw(st.lists(one, max_size=5))


ASKED = st.builds(
    Asked,
    kind=st.sampled_from(["concern", "idea"]),
    unit=UNITS | NONE,
    topics=st.lists(st.sampled_from(["water", "parking"])),
    raiser=PEOPLE | NONE,
)


@given(staffs(), rules(), ASKED)
def test_there_is_always_somebody_who_can_answer(staff: Staff, routes: list[Route], asked: Asked) -> None:
    found = answerer(asked, staff, routes)
    assert found.person in staff.able or not (staff.able - {asked.raiser})


@given(staffs(), rules(), ASKED)
def test_nobody_answers_themselves_where_another_can(staff: Staff, routes: list[Route], asked: Asked) -> None:
    found = answerer(asked, staff, routes)
    assert found.person != asked.raiser or not (staff.able - {asked.raiser})


@given(staffs(), st.sampled_from([1, 5, 9]))
def test_somebody_follows_whoever_leaves_where_another_is_left(staff: Staff, gone: int) -> None:
    others = Staff(staff.able - {gone}, staff.leads, staff.units, staff.above, staff.fallback)
    assert (others.successor(gone) in others.able) or not others.able


@pytest.fixture
def people(alice: Person, bob: Person, carol: Person, community_manager: Person) -> tuple[Person, ...]:
    leads(carol, alice, bob)
    return alice, bob, carol, community_manager


def asked_by(person: Person, **more: object) -> Asked:
    return Asked(**({"kind": "concern", "unit": person.unit_id, "raiser": person.pk} | more))


def test_the_first_rule_that_fits_names_who_answers(people: tuple[Person, ...]) -> None:
    alice, bob, carol, manager = people
    Route.objects.add(kind="idea", owner=manager)
    second = Route.objects.add(topic="Parking", owner=bob)
    Route.objects.add(owner=carol)
    found = answerer(asked_by(alice, topics=["parking"]), Staff.now(), Route.objects.for_list())
    assert (found.person, found.route, found.why) == (bob.pk, second, Why.RULE)
    assert answerer(asked_by(alice, kind="idea"), Staff.now(), Route.objects.for_list()).person == manager.pk


def test_a_rule_for_a_unit_holds_for_the_units_within_it(people: tuple[Person, ...], unit: Unit) -> None:
    alice, bob, _carol, _manager = people
    within = Unit.objects.create(name="Signs", slug="signs", above=unit)
    rule = Route.objects.add(unit=unit, owner=bob)
    assert answerer(asked_by(alice, unit=within.pk), Staff.now(), [rule]).person == bob.pk
    assert answerer(asked_by(alice, unit=None), Staff.now(), [rule]).route is None


def test_a_rule_can_name_who_leads_the_unit(people: tuple[Person, ...]) -> None:
    alice, _bob, carol, _manager = people
    rule = Route.objects.add(kind="concern")
    assert answerer(asked_by(alice), Staff.now(), [rule]).person == carol.pk


def test_without_rules_it_goes_to_who_leads_the_unit_and_else_to_a_community_manager(
    people: tuple[Person, ...],
) -> None:
    alice, _bob, carol, manager = people
    assert answerer(asked_by(alice), Staff.now(), []).person == carol.pk
    found = answerer(asked_by(manager), Staff.now(), [])
    assert found.why == Why.SOMEBODY
    assert found.person != manager.pk
    assert answerer(asked_by(carol), Staff.now(), []).person == manager.pk


@pytest.mark.parametrize("how", ["departed", "locked"])
def test_of_a_rule_whose_owner_is_gone_their_lead_answers(
    people: tuple[Person, ...], administrator: Person, how: str
) -> None:
    alice, bob, carol, _manager = people
    rule = Route.objects.add(owner=bob)
    bob.depart(administrator) if how == "departed" else bob.lock_out(administrator)
    found = answerer(asked_by(alice), Staff.now(), [rule])
    assert (found.person, found.why) == (carol.pk, Why.LEAD_OF_GONE)


def test_rules_change_places(people: tuple[Person, ...]) -> None:
    first, second, third = (Route.objects.add(kind=kind) for kind in ("concern", "idea", ""))
    third.shift(is_up=True)
    first.shift(is_up=True)
    assert list(Route.objects.all()) == [first, third, second]
