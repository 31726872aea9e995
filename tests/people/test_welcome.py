"""The first visit: five steps that may be skipped, taken up again, and that never come back."""

from datetime import timedelta

import pytest

from knoop.base import clock
from knoop.people.models import Person

pytestmark = pytest.mark.django_db


def onwards(client, **words: object) -> str:
    return client.post("/welcome/onwards", words).headers["Location"]


def test_who_is_new_is_invited_to_begin(alice: Person, as_) -> None:
    assert "/welcome" in as_(alice).get("/").text


def test_who_has_been_here_long_is_not(alice: Person, as_) -> None:
    Person.objects.filter(pk=alice.pk).update(joined_at=clock.now() - timedelta(days=61))
    assert 'href="/welcome"' not in as_(alice).get("/").text


def test_each_step_is_taken_up_where_somebody_left(alice: Person, as_) -> None:
    assert onwards(as_(alice), step=1) == "/welcome"
    assert as_(alice).get("/welcome").context["number"] == 2


def test_looking_back_at_a_step_loses_nothing(alice: Person, as_) -> None:
    for step in (1, 2, 3):
        onwards(as_(alice), step=step)
    onwards(as_(alice), step=1)
    assert as_(alice).get("/welcome").context["number"] == 4


@pytest.mark.parametrize("words", [{"step": 5}, {"step": 2, "all": "yes"}, {"all": "yes"}])
def test_done_or_not_needed_is_for_good(words: dict[str, object], alice: Person, as_) -> None:
    client = as_(alice)
    assert onwards(client, **words) == "/"
    assert 'href="/welcome"' not in client.get("/").text
    assert client.get("/welcome").headers["Location"] == "/"


@pytest.mark.parametrize("step", ["0", "6", "x", ""])
def test_a_step_that_is_none_is_the_one_somebody_is_at(step: str, alice: Person, as_) -> None:
    assert as_(alice).get("/welcome", {"step": step}).context["number"] == 1


@pytest.mark.parametrize("step", range(1, 6))
def test_each_step_can_be_shown(step: int, open_space, carol: Person, as_) -> None:
    assert as_(carol).get("/welcome", {"step": step}).status_code == 200


def test_joining_from_the_welcome_comes_back_to_it(open_space, carol: Person, as_) -> None:
    assert "Town hall" in as_(carol).get("/welcome", {"step": 3}).text
    joined = as_(carol).post("/spaces/town-hall/membership", {"next": "welcome"})
    assert joined.headers["Location"] == "/welcome"
    assert "Town hall" in as_(carol).get("/welcome", {"step": 3}).text
