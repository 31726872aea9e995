"""What you may not see and what isn't there are one answer; what you may see but not do is another."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse

from knoop.access.door import fetch, require
from knoop.community.posts.models import Comment, Post
from knoop.community.spaces.models import Space
from knoop.people.models import Person

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')


def told(response: HttpResponse, address: str) -> tuple[object, ...]:
    """All that a response tells, but for what whoever asked knows already and what differs each time."""
    body = TOKEN.sub(b"", response.content).replace(address.encode(), b"")
    headers = {name: value for name, value in response.items() if name != "Content-Length"}
    return response.status_code, headers, body


def test_an_outsider_fetches_nothing_of_a_closed_space(closed_post: Post, carol: Person) -> None:
    with pytest.raises(Http404):
        fetch(Post.objects, carol, pk=closed_post.pk)


def test_a_member_fetches_what_an_outsider_may_not(closed_post: Post, bob: Person) -> None:
    assert fetch(Post.objects, bob, pk=closed_post.pk) == closed_post


def test_what_is_not_there_is_not_found(bob: Person) -> None:
    with pytest.raises(Http404):
        fetch(Post.objects, bob, pk=1)


def test_an_act_that_is_not_allowed_is_refused() -> None:
    with pytest.raises(PermissionDenied):
        require(False)


def test_an_act_that_is_allowed_goes_on() -> None:
    require(True)


def test_a_post_you_may_not_see_reads_byte_for_byte_as_one_that_is_not_there(
    closed_post: Post, carol: Person, as_
) -> None:
    unseen, missing = f"/posts/{closed_post.pk}", f"/posts/{closed_post.pk + 1000}"
    assert told(as_(carol).get(unseen), unseen) == told(as_(carol).get(missing), missing)


def test_a_space_you_may_not_see_reads_byte_for_byte_as_one_that_is_not_there(
    closed_space: Space, carol: Person, as_
) -> None:
    unseen, missing = f"/spaces/{closed_space.slug}", "/spaces/no-such-room"
    assert told(as_(carol).get(unseen), unseen) == told(as_(carol).get(missing), missing)


@pytest.mark.parametrize("act", ["answers", "reactions", "reactions/withdrawal"])
def test_an_act_on_a_post_you_may_not_see_tells_no_more_than_on_none(
    act: str, closed_post: Post, carol: Person, as_
) -> None:
    unseen, missing = f"/posts/{closed_post.pk}/{act}", f"/posts/{closed_post.pk + 1000}/{act}"
    sent = {"text": "Hi", "emoji": "👍"}
    assert told(as_(carol).post(unseen, sent), unseen) == told(as_(carol).post(missing, sent), missing)


def test_a_comment_you_may_not_see_is_as_missing(
    closed_post: Post, alice: Person, carol: Person, as_
) -> None:
    comment = closed_post.answer(alice, "Indeed")
    unseen = f"/comments/{comment.pk}/reactions"
    missing = f"/comments/{comment.pk + 1000}/reactions"
    sent = {"emoji": "👍"}
    assert told(as_(carol).post(unseen, sent), unseen) == told(as_(carol).post(missing, sent), missing)
    assert fetch(Comment.objects, alice, pk=comment.pk) == comment


def test_writing_in_a_space_you_may_not_see_tells_no_more_than_in_none(
    closed_space: Space, open_space: Space, carol: Person, as_
) -> None:
    open_space.join(carol)
    answers = [
        as_(carol).post("/posts/", {"space": slug, "text": "Hi"}) for slug in (closed_space.slug, "no-room")
    ]
    assert told(answers[0], closed_space.slug) == told(answers[1], "no-room")
    assert answers[0].status_code == 422


def test_a_number_larger_than_any_id_is_not_found(alice: Person, as_) -> None:
    assert as_(alice).get("/posts/" + "9" * 30).status_code == 404
