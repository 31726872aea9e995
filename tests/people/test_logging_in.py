"""Who is who: logging in, by invitation or password, and being gone."""

import re
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.cache import cache
from django.db import IntegrityError

from knoop.events.models import Event
from knoop.people.models import Person
from tests.making import PASSWORD, as_

NEW = "a new and longer password"


@pytest.fixture(autouse=True)
def _no_tries_before() -> None:
    cache.clear()


def logged_in(client) -> bool:
    return "_auth_user_id" in client.session


def log_in(username: str, password: str = PASSWORD, **more: str):
    client = as_(None)
    response = client.post("/login", {"username": username, "password": password, **more})
    return client, response


@pytest.mark.parametrize("typed", ["alice", "ALICE", " Alice ", "alice@example.org", "Alice@Example.ORG"])
def test_somebody_logs_in_by_handle_or_address_however_it_is_typed(typed: str, alice: Person) -> None:
    client, response = log_in(typed)
    assert (response.status_code, response["Location"]) == (302, "/")
    assert logged_in(client)


@pytest.mark.parametrize("typed", ["alice@elsewhere.org", "bob", "zoe", "", "@alice", "alice@"])
def test_nobody_logs_in_as_alice_under_another_name(typed: str, alice: Person) -> None:
    client, _response = log_in(typed)
    assert not logged_in(client)


def test_a_wrong_password_keeps_the_name_that_was_typed_and_says_what_to_do(alice: Person) -> None:
    client, response = log_in("Alice", "wrong")
    assert response.status_code == 422
    assert 'value="Alice"' in response.text
    assert "wrong" not in re.findall(r'value="([^"]*)"', response.text)
    assert 'role="alert"' in response.text
    assert not logged_in(client)


def test_a_name_that_nobody_has_is_told_no_differently_than_a_wrong_password(alice: Person) -> None:
    def alert(response) -> str:
        return re.search(r'role="alert">([^<]+)', response.text)[1]

    assert alert(log_in("alice", "wrong")[1]) == alert(log_in("zoe", "wrong")[1])


def test_somebody_without_a_password_can_not_log_in_with_an_empty_one(carol: Person) -> None:
    Person.objects.filter(pk=carol.pk).update(password="")
    assert not logged_in(log_in("carol", "")[0])


def test_two_people_do_not_share_an_address_in_other_letters(alice: Person, bob: Person) -> None:
    bob.email = "Alice@Example.org"
    with pytest.raises(IntegrityError):
        bob.save()


def test_people_without_an_address_are_no_trouble(bob: Person, carol: Person) -> None:
    assert bob.email is carol.email is None


def test_who_has_left_can_not_log_in(departed: Person) -> None:
    client, response = log_in("dirk")
    assert not logged_in(client)
    assert response.status_code == 422


def test_who_is_here_may_log_in_where_who_left_may_not(leader: Person) -> None:
    assert logged_in(log_in("lea")[0])


def test_who_leaves_is_logged_out_at_once(alice: Person, administrator: Person) -> None:
    client = as_(alice)
    assert client.get("/people/").status_code == 200
    alice.depart(administrator)
    assert client.get("/people/")["Location"] == "/login?next=/people/"


def test_leaving_happens_once(alice: Person, administrator: Person) -> None:
    first, second = alice.depart(administrator, "retired"), alice.depart(administrator)
    assert first == second
    assert Event.objects.filter(verb="person.departed", about_id=alice.pk).count() == 1


def test_the_door_leads_on_to_the_page_that_was_asked_for(alice: Person) -> None:
    assert log_in("alice", next="/people/?name=bob")[1]["Location"] == "/people/?name=bob"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example", "//evil.example/x", "/\\evil.example", "javascript:x"]
)
def test_the_door_leads_nowhere_else(elsewhere: str, alice: Person) -> None:
    assert log_in("alice", next=elsewhere)[1]["Location"] == "/"


def test_who_is_logged_in_needs_no_door(alice: Person) -> None:
    assert as_(alice).get("/login")["Location"] == "/"


def test_logging_out_ends_it(alice: Person) -> None:
    client = as_(alice)
    assert client.post("/logout").status_code == 302
    assert not logged_in(client)


def test_a_link_can_not_log_somebody_out(alice: Person) -> None:
    client = as_(alice)
    assert client.get("/logout").status_code == 405
    assert logged_in(client)


def accept(path: str, one: str = NEW, other: str = NEW):
    client = as_(None)
    first = client.get(path)
    if first.status_code != 302:
        return client, first
    return client, client.post(first["Location"], {"new_password1": one, "new_password2": other})


def test_an_invitation_lets_somebody_choose_a_password_and_in(carol: Person, administrator: Person) -> None:
    client, response = accept(carol.invite(administrator))
    assert response["Location"] == "/welcome"
    assert logged_in(client)
    assert logged_in(log_in("carol", NEW)[0])


def test_an_invitation_is_recorded_with_who_invited_whom(carol: Person, administrator: Person) -> None:
    carol.invite(administrator)
    invited = Event.objects.get(verb="person.invited")
    assert (invited.actor, invited.facts) == (administrator, {"person_id": carol.pk})


def test_an_invitation_works_once(carol: Person, administrator: Person) -> None:
    path = carol.invite(administrator)
    accept(path)
    client, response = accept(path)
    assert not logged_in(client)
    assert "new_password1" not in response.text


@pytest.mark.parametrize(("days", "works"), [(6, True), (8, False)])
def test_an_invitation_works_for_a_week(
    days: int, works: bool, carol: Person, administrator: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = carol.invite(administrator)
    later = datetime.now() + timedelta(days=days)
    monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda _self: later)
    assert logged_in(accept(path)[0]) is works


def test_an_invitation_of_somebody_else_opens_nothing(
    carol: Person, bob: Person, administrator: Person
) -> None:
    *_, uid, token = carol.invite(administrator).split("/")
    *_, other, _token = bob.invite(administrator).split("/")
    assert not logged_in(accept(f"/invitation/{other}/{token}")[0])
    assert logged_in(accept(f"/invitation/{uid}/{token}")[0])


def test_an_invitation_of_who_has_left_opens_nothing(carol: Person, administrator: Person) -> None:
    path = carol.invite(administrator)
    carol.depart(administrator)
    client, response = accept(path)
    assert not logged_in(client)
    assert "Location" not in response


@pytest.mark.parametrize(("one", "other"), [("short", "short"), (NEW, "another"), ("carolbos", "carolbos")])
def test_a_password_that_will_not_do_is_refused_with_the_reason(
    one: str, other: str, carol: Person, administrator: Person
) -> None:
    client, response = accept(carol.invite(administrator), one, other)
    assert response.status_code == 422
    assert 'role="alert"' in response.text
    assert not logged_in(client)
