"""Who can help: named with the reason why, and only by what whoever asks may read."""

import pytest

from knoop.people.expertise import stems, who_knows
from knoop.people.models import Person

pytestmark = pytest.mark.django_db


def named(reader: Person, asked: str) -> list[str]:
    return [helper.person.handle for helper in who_knows(reader, asked)]


def says(person: Person, **words: object) -> None:
    for key, said in words.items():
        setattr(person, key, said)
    person.save()


def test_who_may_be_asked_comes_before_who_is_busy_with_it_and_who_works_as_it(
    alice: Person, bob: Person, carol: Person, leader: Person
) -> None:
    says(bob, working_on="vergunningen")
    says(carol, about="Vergunningen voor bruggen")
    says(leader, title="Vergunningverlener")
    assert named(alice, "vergunning") == ["carol", "bob", "lea"]


def test_each_is_named_with_the_reason(alice: Person, bob: Person, as_) -> None:
    says(bob, about="Excel en draaitabellen")
    assert "Excel en draaitabellen" in as_(alice).get("/who-can-help", {"with": "excel"}).text


def test_who_answered_others_about_it_is_named_too(post, alice: Person, bob: Person, carol: Person) -> None:
    post.answer(bob, "The permit is with the province.")
    [helper] = who_knows(carol, "permits")
    assert helper.person == bob
    assert "1" in helper.reasons[0]


def test_what_was_said_in_a_closed_space_tells_an_outsider_nothing(
    closed_post, alice: Person, bob: Person, carol: Person
) -> None:
    closed_post.answer(bob, "The permit is with the province.")
    assert named(carol, "permit") == []
    assert named(alice, "permit") == ["bob"]


def test_a_line_that_is_not_for_me_names_nobody(alice: Person, bob: Person, carol: Person) -> None:
    says(bob, about="permits", readers={"about": "unit"})
    assert named(carol, "permits") == []
    assert named(alice, "permits") == ["bob"]


def test_a_line_that_is_not_for_me_is_not_searched_in_the_directory(
    alice: Person, bob: Person, carol: Person, as_
) -> None:
    says(bob, about="permits", location="Depot", languages="Frisian", working_on="tunnels")
    says(bob, readers=dict.fromkeys(["about", "location", "languages", "working_on"], "unit"))
    for word in ("permits", "Depot", "Frisian", "tunnels"):
        assert as_(carol).get("/people/", {"name": word}).context["people"] == []
        assert as_(alice).get("/people/", {"name": word}).context["people"] == [bob]
    assert as_(carol).get("/people/", {"location": "Depot"}).context["people"] != [bob]
    assert "Depot" not in as_(carol).get("/people/").text
    assert as_(alice).get("/people/", {"location": "Depot"}).context["people"] == [bob]


def test_a_guest_finds_help_only_among_whom_they_know(alice: Person, bob: Person, guest: Person) -> None:
    says(bob, about="permits")
    assert named(guest, "permits") == []
    guest.spaces.get().join(bob)
    assert named(guest, "permits") == ["bob"]


def test_nobody_is_told_to_ask_themselves_or_who_has_left(
    alice: Person, bob: Person, administrator: Person
) -> None:
    says(alice, about="permits")
    says(bob, about="permits")
    bob.depart(administrator)
    assert named(alice, "permits") == []


def test_accents_and_capitals_dont_matter(alice: Person, bob: Person, as_) -> None:
    says(bob, name="Zoë Çelik", about="Reünies en cafés")
    assert named(alice, "reunie") == ["bob"]
    assert as_(alice).get("/people/", {"name": "zoe celik"}).context["people"] == [bob]


@pytest.mark.parametrize(
    ("asked", "words"),
    [("Wie weet iets van bruggen?", ["brug"]), ("the permits", ["permit"]), ("de", []), ("% _", [])],
)
def test_only_words_that_say_something_are_looked_for(asked: str, words: list[str]) -> None:
    assert stems(asked) == words


def test_roles_can_be_looked_for(alice: Person, leader: Person, as_) -> None:
    assert as_(alice).get("/people/", {"role": "leader"}).context["people"] == [leader]


def test_who_finds_nobody_may_ask_everybody(alice: Person, as_) -> None:
    assert "?intent=ask" in as_(alice).get("/who-can-help", {"with": "zeppelins"}).text
