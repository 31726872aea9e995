"""A language is chosen once and kept."""

import pytest

from knoop.people.models import Person


def language_of(client) -> str:
    return client.get("/login" if "_auth_user_id" not in client.session else "/people/")["Content-Language"]


def test_dutch_is_what_the_house_speaks_first(db: None, as_) -> None:
    assert "Inloggen" in as_(None).get("/").text


def test_a_chosen_language_is_kept_before_logging_in(db: None, as_) -> None:
    client = as_(None)
    client.post("/language", {"language": "en"})
    assert language_of(client) == "en"
    assert "Log in" in client.get("/").text


def test_a_chosen_language_follows_somebody_to_another_device(alice: Person, as_) -> None:
    as_(alice).post("/language", {"language": "en"})
    assert language_of(as_(alice)) == "en"


def test_one_person_s_language_is_not_another_s(alice: Person, bob: Person, as_) -> None:
    as_(alice).post("/language", {"language": "en"})
    assert language_of(as_(bob)) == "nl"


@pytest.mark.parametrize("other", ["de", "", "<b>", "en-GB"])
def test_a_language_that_is_not_spoken_here_changes_nothing(other: str, alice: Person, as_) -> None:
    client = as_(alice)
    assert client.post("/language", {"language": other}).status_code == 302
    assert language_of(client) == "nl"


@pytest.mark.parametrize("back", ["/people/?name=a&unit=b", "/posts/1#comment-2"])
def test_choosing_a_language_leads_back_to_the_page(back: str, alice: Person, as_) -> None:
    assert as_(alice).post("/language", {"language": "en", "next": back})["Location"] == back


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""]
)
def test_choosing_a_language_leads_nowhere_else(elsewhere: str, alice: Person, as_) -> None:
    assert as_(alice).post("/language", {"language": "en", "next": elsewhere})["Location"] == "/"


@pytest.mark.parametrize("odd", ["nonsense", "people", "knoop.people.views.directory"])
def test_a_way_back_that_is_no_address_is_not_looked_up(odd: str, alice: Person, as_) -> None:
    assert as_(alice).post("/language", {"language": "en", "next": odd})["Location"] in ("/", odd)
