"""Who sees to all spaces sees names, not what is written; orphans are taken over in the open."""

import pytest

from knoop.community.posts.models import Post
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.people.models import Person
from tests import making


@pytest.fixture
def orphan(alice: Person, bob: Person) -> Space:
    """Its only administrator has left."""
    space = making.space("Board", [alice, bob], "invited")
    space.memberships.filter(person=alice).update(role="administrator")
    Post.objects.write(alice, space, "Only for us.")
    alice.depart(by=alice)
    return space


def take_over(client, space: Space, reason: str = "Its administrator has left"):
    return client.post(f"/administration/spaces/{space.pk}/takeover", {"reason": reason})


def test_names_of_closed_spaces_show_and_of_hidden_ones_do_not(
    orphan: Space, bob: Person, administrator: Person, as_
) -> None:
    making.space("Cave", [bob], "hidden")
    text = as_(administrator).get("/administration/spaces/").text
    assert "Board" in text
    assert "Cave" not in text
    assert "Only for us." not in text


def test_a_closed_space_is_read_only_after_it_was_taken_over(
    orphan: Space, administrator: Person, as_
) -> None:
    client = as_(administrator)
    assert client.get("/spaces/board").status_code == 404
    assert take_over(client, orphan)["Location"] == "/spaces/board"
    assert "Only for us." in client.get("/spaces/board").text


def test_its_members_see_who_took_it_over_and_why_and_the_log_has_it(
    orphan: Space, administrator: Person, bob: Person, as_
) -> None:
    take_over(as_(administrator), orphan)
    text = as_(bob).get("/spaces/board/about").text
    assert "Its administrator has left" in text
    assert administrator.name in text
    assert Event.objects.get(verb="space.taken_over").actor == administrator


def test_a_space_that_somebody_looks_after_is_not_taken_over(
    orphan: Space, bob: Person, administrator: Person, as_
) -> None:
    orphan.memberships.get(person=bob).become("administrator", by=bob)
    assert take_over(as_(administrator), orphan).status_code == 403


def test_without_a_reason_nothing_is_taken_over(orphan: Space, administrator: Person, as_) -> None:
    response = take_over(as_(administrator), orphan, reason="")
    assert response.status_code == 422
    assert 'role="alert"' in response.text
    assert as_(administrator).get("/spaces/board").status_code == 404


def test_a_community_manager_takes_over_nothing(orphan: Space, community_manager: Person, as_) -> None:
    assert take_over(as_(community_manager), orphan).status_code == 403


def test_a_community_manager_looks_after_open_spaces_and_not_after_closed_ones(
    open_space: Space, closed_space: Space, community_manager: Person, as_
) -> None:
    client = as_(community_manager)
    assert client.get("/spaces/town-hall/settings").status_code == 200
    assert client.get("/spaces/quiet-room/settings").status_code == 404
