"""Spaces: who sees, joins, leaves, opens and archives them."""

import pytest

from knoop.community.posts.models import Post
from knoop.community.spaces.models import Membership, Space
from knoop.events.models import Event
from knoop.people.models import Person


def listed(client) -> set[str]:
    return {space.name for space in client.get("/spaces/").context["spaces"]}


def happened(verb: str, space: Space) -> int:
    return Event.objects.filter(verb=verb, about_id=space.pk).count()


def test_an_outsider_does_not_see_a_closed_space(
    open_space: Space, closed_space: Space, carol: Person, as_
) -> None:
    assert listed(as_(carol)) == {"Town hall"}
    assert as_(carol).get("/spaces/quiet-room").status_code == 404


def test_a_member_sees_the_closed_space_that_an_outsider_may_not(
    open_space: Space, closed_space: Space, bob: Person, as_
) -> None:
    assert listed(as_(bob)) == {"Town hall", "Quiet room"}
    assert as_(bob).get("/spaces/quiet-room").status_code == 200


def test_no_role_opens_a_closed_space(
    closed_space: Space, leader: Person, council_member: Person, administrator: Person, as_
) -> None:
    for person in (leader, council_member, administrator):
        assert as_(person).get("/spaces/quiet-room").status_code == 404


def test_a_closed_space_is_not_offered_to_an_outsider_at_home(
    open_space: Space, closed_space: Space, carol: Person, as_
) -> None:
    text = as_(carol).get("/").text
    assert "Town hall" in text
    assert "Quiet room" not in text


def test_somebody_joins_an_open_space(open_space: Space, carol: Person, as_) -> None:
    assert as_(carol).post("/spaces/town-hall/membership")["Location"] == "/spaces/town-hall"
    assert open_space.members.contains(carol)


def test_nobody_joins_a_closed_space(closed_space: Space, carol: Person, as_) -> None:
    assert as_(carol).post("/spaces/quiet-room/membership").status_code == 404
    assert not closed_space.members.contains(carol)


def test_a_member_of_a_closed_space_may_see_but_not_join_it_again(
    closed_space: Space, bob: Person, as_
) -> None:
    assert as_(bob).post("/spaces/quiet-room/membership").status_code == 403


def test_joining_twice_happens_once(open_space: Space, carol: Person, as_) -> None:
    for _again in range(2):
        assert as_(carol).post("/spaces/town-hall/membership").status_code == 302
    assert Membership.objects.filter(space=open_space, person=carol).count() == 1
    assert happened("space.joined", open_space) == 1


def test_leaving_twice_happens_once(open_space: Space, bob: Person, as_) -> None:
    for _again in range(2):
        assert as_(bob).post("/spaces/town-hall/departure").status_code == 302
    assert not open_space.members.contains(bob)
    assert happened("space.left", open_space) == 1


def test_who_leaves_takes_nobody_along_and_leaves_no_other_space(
    open_space: Space, closed_space: Space, alice: Person, bob: Person
) -> None:
    open_space.leave(bob)
    assert list(open_space.members.all()) == [alice]
    assert closed_space.members.contains(bob)


def test_who_comes_back_joins_anew(open_space: Space, bob: Person) -> None:
    open_space.leave(bob)
    open_space.join(bob)
    assert open_space.members.contains(bob)
    assert (happened("space.left", open_space), happened("space.joined", open_space)) == (1, 1)


def test_who_leaves_a_closed_space_is_brought_to_what_is_still_open(
    closed_space: Space, bob: Person, as_
) -> None:
    client = as_(bob)
    assert client.post("/spaces/quiet-room/departure")["Location"] == "/spaces/"
    assert client.get("/spaces/quiet-room").status_code == 404


def test_one_member_more_or_less_is_counted(open_space: Space, carol: Person, as_) -> None:
    assert as_(carol).get("/spaces/town-hall").context["space"].people_count == 2
    open_space.join(carol)
    assert as_(carol).get("/spaces/town-hall").context["space"].people_count == 3


def test_who_left_the_organisation_is_no_member_in_any_count(
    open_space: Space, bob: Person, carol: Person, as_
) -> None:
    bob.depart(bob)
    client = as_(carol)
    page = client.get("/spaces/town-hall").context["space"]
    assert [membership.person.handle for membership in page.first_members] == ["alice"]
    [listed_space] = client.get("/spaces/").context["spaces"]
    assert (page.people_count, listed_space.people_count) == (1, 1)


def opened(client, **more: str):
    return client.post("/spaces/", {"name": "Bicycle club", "purpose": "Repairs", "openness": "open", **more})


def test_who_opens_a_space_looks_after_it(carol: Person, as_) -> None:
    assert opened(as_(carol))["Location"] == "/spaces/bicycle-club"
    space = Space.objects.get(slug="bicycle-club")
    assert (space.name, space.purpose, space.is_open) == ("Bicycle club", "Repairs", True)
    assert space.memberships.get().role == Membership.Role.ADMINISTRATOR
    assert Event.objects.get(verb="space.opened").facts == {"space_id": space.pk}


def test_a_space_can_be_opened_for_invited_members_only(carol: Person, bob: Person, as_) -> None:
    opened(as_(carol), openness="invited")
    assert as_(carol).get("/spaces/bicycle-club").status_code == 200
    assert as_(bob).get("/spaces/bicycle-club").status_code == 404


def test_a_name_that_is_taken_keeps_what_was_typed(open_space: Space, carol: Person, as_) -> None:
    response = opened(as_(carol), name="Town  Hall!", purpose="For the whole town")
    assert response.status_code == 422
    assert 'value="Town  Hall!"' in response.text
    assert "For the whole town" in response.text
    assert "Kies een andere" in response.text
    assert Space.objects.count() == 1


@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"name": "!!!"}, {"name": "x" * 121}, {"openness": "secret"}]
)
def test_a_space_that_can_not_be_opened_says_why(wrong: dict[str, str], carol: Person, as_) -> None:
    response = opened(as_(carol), **wrong)
    assert response.status_code == 422
    assert 'role="alert"' in response.text
    assert not Space.objects.exists()


def test_opening_without_a_word_is_refused_too(carol: Person, as_) -> None:
    assert as_(carol).post("/spaces/", {}).status_code == 422


@pytest.fixture
def archived(open_space: Space, post: Post, alice: Person) -> Space:
    open_space.archive(alice, "The project is done")
    return open_space


def test_archiving_happens_once(archived: Space, bob: Person) -> None:
    assert archived.archive(bob).reason == "The project is done"
    assert happened("space.archived", archived) == 1


def test_an_archived_space_can_be_read(archived: Space, post: Post, carol: Person, as_) -> None:
    assert "gearchiveerd" in as_(carol).get("/spaces/town-hall").text
    assert as_(carol).get(f"/posts/{post.pk}").status_code == 200


@pytest.mark.parametrize("is_archived", [True, False])
def test_nothing_is_added_to_an_archived_space_that_may_be_added_to_another(
    is_archived: bool, post: Post, bob: Person, carol: Person, as_
) -> None:
    comment = post.answer(bob, "Good")
    if is_archived:
        post.space.archive(bob)
    client = as_(carol)
    answers = [
        client.post("/spaces/town-hall/membership").status_code,
        client.post("/posts/", {"space": "town-hall", "text": "Hi"}).status_code,
        client.post(f"/posts/{post.pk}/answers", {"text": "Hi"}).status_code,
        client.post(f"/posts/{post.pk}/reactions", {"emoji": "👍"}).status_code,
        client.post(f"/comments/{comment.pk}/reactions", {"emoji": "👍"}).status_code,
    ]
    assert answers == ([403, 422, 403, 403, 403] if is_archived else [302] * 5)


def test_a_reaction_in_an_archived_space_can_still_be_taken_back(
    open_space: Space, post: Post, bob: Person, as_
) -> None:
    post.react(bob, "👍")
    open_space.archive(bob)
    assert as_(bob).post(f"/posts/{post.pk}/reactions/withdrawal", {"emoji": "👍"}).status_code == 302
    assert not post.reactions.exists()


def test_an_archived_space_is_in_no_list_of_spaces(archived: Space, bob: Person, as_) -> None:
    assert listed(as_(bob)) == set()
    assert "Town hall" not in as_(bob).get("/people/").text


def test_a_member_may_leave_an_archived_space(archived: Space, bob: Person, as_) -> None:
    assert as_(bob).post("/spaces/town-hall/departure").status_code == 302
    assert not archived.members.contains(bob)
