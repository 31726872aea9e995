"""Roles are given by somebody, once, and shown on the profile."""

import pytest

from knoop.events.models import Event
from knoop.people.models import Person


def test_an_appointment_says_by_whom_and_is_recorded(alice: Person, administrator: Person) -> None:
    appointed = alice.appoint("leader", by=administrator)
    assert (appointed.person, appointed.role, appointed.by) == (alice, "leader", administrator)
    event = Event.objects.get(verb="person.appointed", about_id=alice.pk)
    assert (event.actor, event.facts) == (administrator, {"person_id": alice.pk, "role": "leader"})


def test_somebody_is_appointed_once_to_a_role(alice: Person, administrator: Person) -> None:
    assert alice.appoint("leader", administrator) == alice.appoint("leader", alice)
    assert Event.objects.filter(verb="person.appointed", about_id=alice.pk).count() == 1


def test_a_new_role_holds_at_once(alice: Person, administrator: Person) -> None:
    assert not alice.is_a("leader")
    alice.appoint("leader", administrator)
    assert alice.is_a("works_council", "leader")


def test_a_profile_says_the_roles_in_words(leader: Person, as_) -> None:
    assert "netwerkleider" in as_(leader).get(leader.get_absolute_url()).text


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Jan de Vries", "JV"), ("Zoë", "Z"), ("anne-marie (intern)", "A"), ("(external)", "Q"), ("Ö Ü", "ÖÜ")],
)
def test_initials_are_of_the_first_and_the_family_name(name: str, initials: str) -> None:
    assert Person(handle="q", name=name).initials == initials
