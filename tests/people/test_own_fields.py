"""Profile fields of the organisation's own: added, changed, put in order, put away and brought back."""

from __future__ import annotations

import pytest

from knoop.events.models import Event
from knoop.people.models import Person
from knoop.people.own_fields import OwnField
from tests.making import as_

pytestmark = pytest.mark.django_db
NEW = {"label_nl": "Rijbewijs", "label_en": "Licence", "kind": "text", "readers": "colleagues"}


def field(**more: object) -> OwnField:
    return OwnField.objects.create(**{"label_nl": "Diploma", "label_en": "Diploma"} | more)


def test_an_administrator_adds_a_field_and_everybody_is_asked_it(
    administrator: Person, alice: Person
) -> None:
    assert as_(administrator).post("/administration/fields/", NEW).status_code == 302
    assert "Rijbewijs" in as_(alice).get("/you/profile").content.decode()
    assert Event.objects.last().verb == "field.added"


def test_choices_need_two_lines_and_a_refusal_keeps_what_was_typed(administrator: Person) -> None:
    sent = NEW | {"kind": "choice", "choices": "B\n\n"}
    refused = as_(administrator).post("/administration/fields/", sent)
    assert refused.status_code == 422
    assert "Rijbewijs" in refused.content.decode()
    taken = as_(administrator).post("/administration/fields/", sent | {"choices": " B \nC\nB"})
    assert taken.status_code == 302
    assert OwnField.objects.get().choices == ["B", "C"]


def answered(alice: Person, own: OwnField, words: str, **more: str):
    sent = {"name": alice.name, own.key: words} | more
    return as_(alice).post("/you/profile", sent)


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("date", "2027-03-01", "someday"),
        ("link", "https://example.org/a", "no link at all"),
        ("choice", "B", "Z"),
        ("text", "anything", "x" * 301),
    ],
)
def test_an_answer_is_of_the_kind_of_its_field(kind: str, good: str, bad: str, alice: Person) -> None:
    own = field(kind=kind, choices=["B", "C"])
    assert answered(alice, own, bad).status_code == 422
    assert answered(alice, own, good).status_code == 302
    assert alice.own_answers.get().words == good


def test_a_date_is_read_in_words_and_a_link_leads_there(alice: Person, bob: Person) -> None:
    alice.own_answers.create(field=field(kind="date"), words="2027-03-01")
    alice.own_answers.create(field=field(kind="link", label_nl="Site"), words="https://example.org/a")
    page = as_(bob).get("/people/alice").content.decode()
    assert "1 maart 2027" in page
    assert 'href="https://example.org/a"' in page


def test_a_choice_that_is_no_longer_offered_stays_whose_it_is(alice: Person) -> None:
    own = field(kind="choice", choices=["B", "C"])
    answered(alice, own, "B")
    own.choices = ["C", "D"]
    own.save()
    assert answered(alice, own, "B").status_code == 302


def test_who_reads_a_field_is_as_the_organisation_says_until_somebody_chooses(
    alice: Person, carol: Person
) -> None:
    own = field(readers="me")
    alice.own_answers.create(field=own, words="Level four")
    assert "Level four" not in as_(carol).get("/people/alice").content.decode()
    answered(alice, own, "Level four", **{f"readers-{own.key}": "colleagues"})
    assert "Level four" in as_(carol).get("/people/alice").content.decode()


def test_people_are_looked_for_by_a_field_as_far_as_it_may_be_read(
    alice: Person, bob: Person, carol: Person
) -> None:
    own = field(kind="choice", choices=["B", "C"], is_facet=True, readers="unit")
    alice.own_answers.create(field=own, words="B")
    bob.own_answers.create(field=own, words="C")
    found = as_(bob).get("/people/", {own.key: "B"}).context["people"]
    assert [person.handle for person in found] == ["alice"]
    assert as_(carol).get("/people/", {own.key: "B"}).context["people"] == []


def test_a_field_that_is_no_facet_is_not_looked_in(alice: Person, bob: Person) -> None:
    own = field(kind="choice", choices=["B", "C"])
    alice.own_answers.create(field=own, words="B")
    found = as_(bob).get("/people/", {own.key: "C"}).context["people"]
    assert {person.handle for person in found} == {"alice", "bob"}


def test_fields_are_put_in_another_order(administrator: Person) -> None:
    first, second, third = (
        OwnField.objects.add(administrator, {"label_nl": n, "label_en": n}) for n in "abc"
    )
    as_(administrator).post(f"/administration/fields/{third.pk}/place", {"up": "1"})
    as_(administrator).post(f"/administration/fields/{first.pk}/place", {"down": "1"})
    assert [one.label_nl for one in OwnField.objects.current()] == ["c", "a", "b"]
    as_(administrator).post(f"/administration/fields/{third.pk}/place", {"up": "1"})
    assert [one.label_nl for one in OwnField.objects.current()] == ["c", "a", "b"]
    assert second.pk


def test_what_is_put_away_comes_back_with_all_answers(administrator: Person, alice: Person) -> None:
    own = field()
    alice.own_answers.create(field=own, words="Level four")
    client = as_(administrator)
    address = client.post(f"/administration/fields/{own.pk}/retirement").headers["Location"]
    assert "Ongedaan maken" in client.get(address).content.decode()
    assert "Level four" not in as_(alice).get("/people/alice").content.decode()
    client.post(f"/administration/fields/{own.pk}/retirement/end")
    assert "Level four" in as_(alice).get("/people/alice").content.decode()
    verbs = Event.objects.filter(verb__startswith="field.").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["field.retired", "field.came_back"]


def test_a_field_is_renamed_in_both_languages(administrator: Person) -> None:
    own = field()
    sent = NEW | {"label_nl": "Papieren", "label_en": "Papers"}
    as_(administrator).post(f"/administration/fields/{own.pk}", sent)
    own.refresh_from_db()
    assert (own.label_nl, own.label_en) == ("Papieren", "Papers")


def test_the_page_of_fields_costs_the_same_for_one_and_for_ten(
    administrator: Person, django_assert_max_num_queries
) -> None:
    for _number in range(10):
        field()
    client = as_(administrator)
    client.get("/administration/fields/")
    with django_assert_max_num_queries(12):
        client.get("/administration/fields/")
