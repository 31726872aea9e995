"""Asking to join, being invited, and what each is told."""

import pytest
from django.db import IntegrityError

from knoop.community.spaces.asking import Invitation, JoinRequest
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.people.models import Person
from tests import making


@pytest.fixture
def wharf(alice: Person, bob: Person) -> Space:
    """On request; Alice looks after it, Bob is in it."""
    space = making.space("Wharf", [alice, bob], "request")
    space.memberships.get(person=alice).become("administrator", by=alice)
    return space


@pytest.fixture
def asked(wharf: Space, carol: Person) -> JoinRequest:
    return JoinRequest.objects.ask(wharf, carol, "I steer the crane.")


def happened(verb: str) -> int:
    return Event.objects.filter(verb=verb).count()


def test_who_asks_with_a_note_is_told_that_it_waits(wharf: Space, carol: Person, as_) -> None:
    client = as_(carol)
    assert client.post("/spaces/wharf/requests", {"note": "I steer the crane."}).status_code == 302
    text = client.get("/spaces/wharf").text
    assert "I steer the crane." in text
    assert "Neem je vraag terug" in text
    assert not wharf.members.contains(carol)


def test_asking_twice_happens_once(wharf: Space, carol: Person, as_) -> None:
    for _again in range(2):
        as_(carol).post("/spaces/wharf/requests", {"note": "Please"})
    assert (JoinRequest.objects.count(), happened("space.asked")) == (1, 1)


def test_the_database_keeps_a_second_open_request_out(asked: JoinRequest) -> None:
    with pytest.raises(IntegrityError):
        JoinRequest.objects.create(space=asked.space, person=asked.person)


def test_a_note_that_is_too_long_comes_back(wharf: Space, carol: Person, as_) -> None:
    response = as_(carol).post("/spaces/wharf/requests", {"note": "x" * 501})
    assert response.status_code == 422
    assert "x" * 501 in response.text


def test_nobody_asks_to_join_a_closed_or_an_open_space(
    closed_space: Space, open_space: Space, carol: Person, as_
) -> None:
    assert as_(carol).post("/spaces/quiet-room/requests").status_code == 404
    assert as_(carol).post("/spaces/town-hall/requests").status_code == 403


def test_an_administrator_of_the_space_reads_the_request_at_home_and_a_member_does_not(
    asked: JoinRequest, alice: Person, bob: Person, as_
) -> None:
    assert "/spaces/wharf/members" in as_(alice).get("/").text
    assert "/spaces/wharf/members" not in as_(bob).get("/").text
    assert "I steer the crane." in as_(alice).get("/spaces/wharf/members").text
    assert "I steer the crane." not in as_(bob).get("/spaces/wharf/members").text


def test_who_is_let_in_reads_it_at_home_with_the_words_until_they_say_all_right(
    asked: JoinRequest, alice: Person, carol: Person, as_
) -> None:
    as_(alice).post(f"/spaces/wharf/requests/{asked.pk}/acceptance", {"words": "Welcome aboard"})
    assert asked.space.members.contains(carol)
    client = as_(carol)
    assert "Welcome aboard" in client.get("/").text
    client.post("/spaces/wharf/requests/sight")
    assert "Welcome aboard" not in client.get("/").text
    assert happened("space.request_accepted") == 1


def test_who_is_declined_reads_why_and_may_ask_again(
    asked: JoinRequest, alice: Person, carol: Person, as_
) -> None:
    as_(alice).post(f"/spaces/wharf/requests/{asked.pk}/refusal", {"words": "It's full"})
    assert not asked.space.members.contains(carol)
    client = as_(carol)
    assert "It&#x27;s full" in client.get("/").text
    assert "It&#x27;s full" in client.get("/spaces/wharf").text
    client.post("/spaces/wharf/requests", {"note": "Now?"})
    assert JoinRequest.objects.open().count() == 1


def test_of_two_answers_the_first_holds(asked: JoinRequest, alice: Person, carol: Person) -> None:
    asked.decline(alice, "No")
    asked.accept(alice, "Yes")
    assert JoinRequest.objects.get().words == "No"
    assert not asked.space.members.contains(carol)


def test_a_member_may_not_answer_a_request_that_an_administrator_may(
    asked: JoinRequest, alice: Person, bob: Person, as_
) -> None:
    address = f"/spaces/wharf/requests/{asked.pk}/acceptance"
    assert as_(bob).post(address).status_code == 403
    assert as_(alice).post(address).status_code == 302


def test_who_asked_takes_it_back(asked: JoinRequest, carol: Person, as_) -> None:
    as_(carol).post("/spaces/wharf/requests/withdrawal")
    assert not JoinRequest.objects.exists()
    assert happened("space.request_withdrawn") == 1


def test_who_is_added_by_hand_waits_on_nobody(asked: JoinRequest, alice: Person, carol: Person) -> None:
    asked.space.add(carol, by=alice)
    assert not JoinRequest.objects.open().exists()


def test_an_invitation_shows_a_hidden_space_to_who_is_invited_and_lets_them_in(
    alice: Person, carol: Person, as_
) -> None:
    space = making.space("Cave", [alice], "hidden")
    client = as_(carol)
    assert client.get("/spaces/cave").status_code == 404
    Invitation.objects.invite(space, carol, by=alice)
    assert "Cave" in client.get("/").text
    page = client.get("/spaces/cave")
    assert page.status_code == 200
    assert "/spaces/cave/invitation/acceptance" in page.text
    assert client.get("/spaces/cave/members").status_code == 404
    client.post("/spaces/cave/invitation/acceptance")
    assert space.members.contains(carol)
    assert not Invitation.objects.exists()


def test_who_declines_an_invitation_sees_the_space_no_more(alice: Person, carol: Person, as_) -> None:
    space = making.space("Cave", [alice], "hidden")
    Invitation.objects.invite(space, carol, by=alice)
    as_(carol).post("/spaces/cave/invitation/refusal")
    assert as_(carol).get("/spaces/cave").status_code == 404
    assert happened("space.invitation_declined") == 1


def test_an_invitation_of_somebody_else_is_not_found(alice: Person, bob: Person, carol: Person, as_) -> None:
    space = making.space("Cave", [alice], "hidden")
    Invitation.objects.invite(space, carol, by=alice)
    assert as_(bob).post("/spaces/cave/invitation/acceptance").status_code == 404
    assert not space.members.contains(bob)


def test_who_is_a_member_is_not_invited(wharf: Space, alice: Person, bob: Person) -> None:
    assert Invitation.objects.invite(wharf, bob, by=alice) is None
    assert happened("space.invited") == 0
