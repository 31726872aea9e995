"""Finding colleagues."""

import re

import pytest

from knoop.people.directory import PAGE
from knoop.people.models import Person, Unit
from tests import making


def found(response) -> list[str]:
    return [person.name for person in response.context["people"]]


@pytest.fixture
def colleagues(alice: Person, bob: Person, carol: Person) -> None:
    carol.title, carol.about = "Bridge keeper", "permits and water"
    carol.save()


@pytest.mark.usefixtures("colleagues")
@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("alice", ["Alice de Wit"]),
        ("WIT", ["Alice de Wit"]),
        ("bridge", ["Carol Bos"]),
        ("permits", ["Carol Bos"]),
        ("bos bridge", ["Carol Bos"]),
        ("bos engineer", []),
        ("", ["Alice de Wit", "Bob Smit", "Carol Bos"]),
        ("%", []),
    ],
)
def test_people_are_found_by_each_word_in_name_title_or_what_they_help_with(
    words: str, names: list[str], alice: Person, as_
) -> None:
    assert found(as_(alice).get("/people/", {"name": words})) == names


@pytest.mark.usefixtures("colleagues")
def test_people_are_found_by_unit(alice: Person, as_) -> None:
    assert found(as_(alice).get("/people/", {"unit": "roads"})) == ["Alice de Wit", "Bob Smit"]


@pytest.mark.usefixtures("colleagues")
def test_an_unknown_unit_is_no_unit_but_the_words_still_count(alice: Person, as_) -> None:
    assert found(as_(alice).get("/people/", {"unit": "none", "name": "carol"})) == ["Carol Bos"]


def test_who_has_left_is_not_in_the_directory(alice: Person, departed: Person, as_) -> None:
    assert departed.name not in found(as_(alice).get("/people/"))


def test_who_has_left_still_has_a_page_that_says_so(alice: Person, departed: Person, as_) -> None:
    assert "Werkt hier niet meer" in as_(alice).get(departed.get_absolute_url()).text


def test_who_finds_nobody_is_told_what_to_try(alice: Person, as_) -> None:
    assert 'class="empty"' in as_(alice).get("/people/", {"name": "zzz"}).text


def all_pages(client) -> list[int]:
    seen, address = [], "/people/"
    for _page in range(10):
        response = client.get(address)
        seen += [person.pk for person in response.context["people"]]
        more = re.search(r'href="(\?from=[^"]*)"', response.text)
        if not more:
            return seen
        address = "/people/" + more[1].replace("&amp;", "&")
    raise AssertionError("The directory never ends.")


@pytest.mark.parametrize("name", [None, "Jan & Jansen", "Zoë 100%"])
def test_all_pages_together_have_everybody_once_even_with_the_same_name(
    name: str | None, alice: Person, as_
) -> None:
    made = making.people(2 * PAGE + 5)
    if name:
        Person.objects.filter(pk__in=[person.pk for person in made]).update(name=name)
    seen = all_pages(as_(alice))
    assert sorted(seen) == sorted(Person.objects.values_list("pk", flat=True))


@pytest.mark.parametrize("garbage", ["x", "-", "9" * 30 + "-x", "0"])
def test_a_garbage_place_in_the_directory_is_not_found(garbage: str, alice: Person, as_) -> None:
    assert as_(alice).get("/people/", {"from": garbage}).status_code == 404


def test_the_list_alone_is_sent_when_only_the_list_is_asked(alice: Person, as_) -> None:
    part = as_(alice).get("/people/", headers={"HX-Request": "true"}).text
    assert "<html" not in part
    assert "Alice de Wit" in part


def test_a_page_names_unit_lead_and_who_is_led(alice: Person, bob: Person, carol: Person, as_) -> None:
    bob.leads.create(person=alice)
    alice.leads.create(person=carol)
    text = as_(carol).get("/people/alice").text
    assert all(words in text for words in ("Roads", "Bob Smit", "Carol Bos", "alice@example.org"))


def test_a_person_who_is_not_here_is_not_found(alice: Person, as_) -> None:
    assert as_(alice).get("/people/zoe").status_code == 404


def test_units_are_offered_by_name(alice: Person, as_) -> None:
    Unit.objects.create(name="Archive", slug="archive")
    text = as_(alice).get("/people/").text
    assert text.index("Archive") < text.index("Roads")
