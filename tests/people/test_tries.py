"""Passwords can't be found by trying."""

from datetime import timedelta

import pytest

from knoop.base import clock
from knoop.people.models import Person
from knoop.people.tries import MOST, WrongPassword

pytestmark = pytest.mark.django_db
RIGHT = {"username": "anna", "password": "een-lang-woord"}
WRONG = {"username": "anna", "password": "iets anders"}


@pytest.fixture(autouse=True)
def anna():
    person = Person(handle="anna", name="Anna", email="anna@example.org")
    person.set_password(RIGHT["password"])
    person.save()
    return person


def test_the_right_password_after_ten_wrong_ones_is_refused_with_words(client):
    for _try in range(MOST):
        assert client.post("/login", WRONG).status_code == 422
    refused = client.post("/login", RIGHT, headers={"accept-language": "en"})
    assert refused.status_code == 422
    assert "Too many wrong passwords" in refused.text


def test_the_right_password_after_nine_wrong_ones_opens_the_door(client):
    for _try in range(MOST - 1):
        client.post("/login", WRONG)
    assert client.post("/login", RIGHT).status_code == 302


def test_capitals_and_spaces_dont_give_more_tries(client):
    for number in range(MOST):
        client.post("/login", WRONG | {"username": [" anna", "ANNA "][number % 2]})
    assert client.post("/login", RIGHT).status_code == 422


def test_another_name_can_still_log_in(client):
    for _try in range(MOST):
        client.post("/login", WRONG | {"username": "bram"})
    assert client.post("/login", RIGHT).status_code == 302


def test_a_name_that_nobody_has_is_refused_the_same_way(client):
    for _try in range(MOST):
        client.post("/login", WRONG | {"username": "nobody"})
    assert (
        "kwartier"
        in client.post("/login", WRONG | {"username": "nobody"}, headers={"accept-language": "nl"}).text
    )


def test_username_and_address_count_together(client):
    for number in range(MOST):
        client.post("/login", WRONG | {"username": ["anna", "anna@example.org"][number % 2]})
    assert client.post("/login", RIGHT).status_code == 422


def test_after_a_quarter_of_an_hour_it_may_be_tried_again(client):
    for _try in range(MOST):
        client.post("/login", WRONG)
    WrongPassword.objects.update(at=clock.now() - timedelta(minutes=16))
    assert client.post("/login", RIGHT).status_code == 302


def test_what_was_typed_by_strangers_is_not_kept_readable(client):
    client.post("/login", WRONG | {"username": "my secret"})
    assert "secret" not in WrongPassword.objects.get().whose
