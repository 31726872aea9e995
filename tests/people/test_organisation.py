"""Units within units and who leads whom, loaded a branch at a time."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from knoop.people.directory import PAGE
from knoop.people.models import Person, ReportingLine, Unit
from tests import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree(unit: Unit) -> dict[str, Unit]:
    """Works > Roads > Bridges > Locks."""
    works = Unit.objects.create(name="Works", slug="works")
    Unit.objects.filter(pk=unit.pk).update(above=works)
    bridges = Unit.objects.create(name="Bridges", slug="bridges", above=unit)
    locks = Unit.objects.create(name="Locks", slug="locks", above=bridges)
    return {"works": works, "roads": unit, "bridges": bridges, "locks": locks}


def test_the_chart_shows_the_top_and_what_is_right_below(tree: dict[str, Unit], alice: Person, as_) -> None:
    page = as_(alice).get("/organisation/").text
    assert "Works" in page
    assert "Roads" in page
    assert "/units/locks" not in page


def test_a_branch_is_sent_when_it_is_opened(tree: dict[str, Unit], alice: Person, as_) -> None:
    part = as_(alice).get("/units/roads/below").text
    assert "<html" not in part
    assert "Bridges" in part
    assert "/units/bridges/below" in part


def test_a_unit_s_page_names_its_way_up_its_people_and_who_leads(
    tree: dict[str, Unit], alice: Person, bob: Person, as_
) -> None:
    bob.leads.create(person=alice)
    page = as_(alice).get("/units/roads")
    assert [unit.name for unit in page.context["above"]] == ["Works"]
    assert page.context["unit"].leads == [bob]
    assert [person.name for person in page.context["people"]] == ["Alice de Wit", "Bob Smit"]


def test_who_is_led_within_the_unit_is_not_its_lead(alice: Person, bob: Person, unit: Unit, as_) -> None:
    bob.leads.create(person=alice)
    alice.leads.create(person=making.person("dora", unit=unit))
    assert as_(alice).get("/units/roads").context["unit"].leads == [bob]


def test_the_units_of_a_person_s_own_and_below_are_searched_together(
    tree: dict[str, Unit], alice: Person, as_
) -> None:
    making.person("lock", unit=tree["locks"])
    found = as_(alice).get("/people/", {"unit": "roads"}).context["people"]
    assert {person.handle for person in found} == {"alice", "lock"}


def test_lines_go_from_whom_nobody_leads_to_whom_they_lead(
    alice: Person, bob: Person, carol: Person, as_
) -> None:
    bob.leads.create(person=alice)
    alice.leads.create(person=carol)
    client = as_(alice)
    assert [one.handle for one in client.get("/organisation/lines").context["tops"]] == ["bob"]
    page = client.get("/organisation/lines/alice")
    assert [one.handle for one in page.context["led"]] == ["carol"]
    assert [one.handle for one in page.context["above"]] == ["bob"]


def test_two_who_lead_each_other_dont_make_a_page_without_end(alice: Person, bob: Person, as_) -> None:
    bob.leads.create(person=alice)
    alice.leads.create(person=bob)
    assert as_(alice).get("/organisation/lines/alice").status_code == 200


def test_units_within_each_other_dont_make_a_page_without_end(
    tree: dict[str, Unit], alice: Person, as_
) -> None:
    Unit.objects.filter(slug="works").update(above=tree["locks"])
    assert as_(alice).get("/units/roads").status_code == 200
    assert as_(alice).get("/people/", {"unit": "roads"}).status_code == 200


def test_who_has_left_is_not_in_the_chart(alice: Person, bob: Person, administrator: Person, as_) -> None:
    bob.leads.create(person=alice)
    bob.depart(administrator)
    page = as_(alice).get("/units/roads")
    assert page.context["unit"].leads == []
    assert [one.handle for one in page.context["people"]] == ["alice"]


def cost(client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize(
    "address",
    ["/organisation/", "/organisation/lines", "/organisation/lines/alice", "/units/roads", "/people/"],
)
def test_a_page_costs_the_same_however_large_the_organisation(
    address: str, tree: dict[str, Unit], alice: Person, as_
) -> None:
    client = as_(alice)
    alice.leads.create(person=making.person("first", unit=tree["roads"]))
    before = cost(client, address)
    for number in range(8):
        below = Unit.objects.create(name=f"U{number}", slug=f"u{number}", above=tree["roads"])
        lead = making.person(f"lead{number}", unit=below)
        ReportingLine.objects.create(person=making.person(f"led{number}", unit=below), lead=lead)
        ReportingLine.objects.create(person=lead, lead=alice)
    assert cost(client, address) == before


def test_all_pages_of_a_unit_together_have_everybody_once(unit: Unit, alice: Person, as_) -> None:
    making.people(PAGE + 5, unit=unit)
    first = as_(alice).get("/units/roads")
    second = as_(alice).get("/units/roads", {"from": first.context["next"]})
    seen = [one.pk for page in (first, second) for one in page.context["people"]]
    assert sorted(seen) == sorted(Person.objects.filter(unit=unit).values_list("pk", flat=True))
