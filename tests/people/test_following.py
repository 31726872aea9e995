"""Following: one act, one event, never of oneself, and taken back as easily."""

import pytest

from knoop.events.models import Event
from knoop.people.following import Following
from knoop.people.models import Person, Unit
from tests import making
from tests.posts.test_cost import cost

HTMX = {"HX-Request": "true"}


def test_following_twice_is_one_following_and_one_event_that_ties(alice: Person, bob: Person, as_) -> None:
    for _again in range(2):
        assert as_(alice).post("/people/bob/following").status_code == 302
    assert Following.objects.get().person == bob
    event = Event.objects.get(verb="person.followed")
    assert [(tie.kind, tie.to) for tie in event.ties()] == [("follow", bob.pk)]


def test_ending_it_twice_is_one_event(alice: Person, bob: Person, as_) -> None:
    Following.objects.begin(alice, bob)
    for _again in range(2):
        assert as_(alice).post("/people/bob/following/end").status_code == 302
    assert not Following.objects.exists()
    assert Event.objects.filter(verb="person.unfollowed").count() == 1


def test_what_was_ended_ties_nobody_and_what_was_begun_anew_does(alice: Person, bob: Person) -> None:
    Following.objects.begin(alice, bob)
    Following.objects.end(alice, bob)
    assert list(Event.objects.ties()) == []
    Following.objects.begin(alice, bob)
    assert len(list(Event.objects.ties())) == 1


def test_nobody_ends_another_s_following(alice: Person, bob: Person, carol: Person, as_) -> None:
    Following.objects.begin(alice, bob)
    as_(carol).post("/people/bob/following/end")
    assert Following.objects.filter(by=alice).exists()


@pytest.mark.parametrize("handle", ["alice", "dirk"])
def test_neither_oneself_nor_who_has_left_can_be_followed(
    handle: str, alice: Person, departed: Person, as_
) -> None:
    assert as_(alice).post(f"/people/{handle}/following").status_code == 403


def test_a_colleague_can_be_followed(alice: Person, bob: Person, as_) -> None:
    assert as_(alice).post("/people/bob/following").status_code == 302


def test_nobody_who_is_not_here_can_be_followed(alice: Person, as_) -> None:
    assert as_(alice).post("/people/nobody/following").status_code == 404


@pytest.mark.parametrize("page", ["/people/", "/people/bob"])
def test_a_page_with_a_colleague_says_whether_i_follow_them(
    page: str, alice: Person, bob: Person, as_
) -> None:
    client = as_(alice)
    assert 'action="/people/bob/following"' in client.get(page).text
    Following.objects.begin(alice, bob)
    assert 'action="/people/bob/following/end"' in client.get(page).text


def test_my_own_page_has_no_button_to_follow(alice: Person, as_) -> None:
    assert "/people/alice/following" not in as_(alice).get("/people/alice").text


def test_the_page_of_who_has_left_has_none_either(alice: Person, departed: Person, as_) -> None:
    assert "/following" not in as_(alice).get("/people/dirk").text.split('<div class="person-acts">')[1][:200]


def test_who_has_scripts_gets_the_other_button(alice: Person, bob: Person, as_) -> None:
    client = as_(alice)
    assert "/following/end" in client.post("/people/bob/following", headers=HTMX).text
    assert "/following/end" not in client.post("/people/bob/following/end", headers=HTMX).text


def test_the_list_of_whom_i_follow_shows_them_and_nobody_else(
    alice: Person, bob: Person, carol: Person, as_
) -> None:
    Following.objects.begin(alice, bob)
    Following.objects.begin(bob, carol)
    shown = [following.person for following in as_(alice).get("/following").context["followings"]]
    assert shown == [bob]


def test_who_left_is_no_longer_in_the_list(alice: Person, bob: Person, as_) -> None:
    Following.objects.begin(alice, bob)
    bob.depart(alice)
    assert list(as_(alice).get("/following").context["followings"]) == []


def test_who_follows_nobody_is_told_how(alice: Person, as_) -> None:
    assert 'href="/people/"' in as_(alice).get("/following").text.split('class="empty"')[1]


def test_whom_i_stop_following_on_the_list_leaves_me_there(alice: Person, bob: Person, as_) -> None:
    Following.objects.begin(alice, bob)
    response = as_(alice).post("/people/bob/following/end", {"page": "followed"})
    assert response["Location"] == "/following"


@pytest.mark.parametrize("page", ["/people/", "/following"])
def test_a_list_with_many_costs_what_one_with_few_costs(
    page: str, unit: Unit, alice: Person, bob: Person
) -> None:
    Following.objects.begin(alice, bob)
    few = cost(alice, page)
    for person in making.people(30, unit=unit):
        Following.objects.begin(alice, person)
    assert cost(alice, page) == few
