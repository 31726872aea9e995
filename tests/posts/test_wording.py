"""What an author changes or takes back: told to who reads, kept or gone as it should be."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from knoop.base import clock
from knoop.community.posts.models import Comment, CommentRevision, Post, PostRevision
from knoop.community.posts.revisions import UNDO
from knoop.community.posts.tasks import forget_withdrawn
from knoop.community.spaces.models import Membership, Space
from knoop.events.models import Event
from knoop.people.models import Person


@pytest.fixture(params=["post", "comment"])
def thing(request: pytest.FixtureRequest, post: Post, alice: Person) -> Post | Comment:
    return post if request.param == "post" else post.answer(alice, "The bridge is blue.")


def at(thing: Post | Comment, what: str) -> str:
    return f"/{thing.word}s/{thing.pk}/{what}"


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    def move(by: timedelta) -> None:
        now = clock.now() + by
        monkeypatch.setattr(clock, "now", lambda: now)

    return move


def test_an_author_changes_words_and_readers_see_that_and_what_they_were(
    thing: Post | Comment, alice: Person, bob: Person, as_
) -> None:
    before = thing.text
    response = as_(alice).post(at(thing, "edit"), {"text": "It opens on **Tuesday**, @bob."})
    assert response.status_code == 302
    page = as_(bob).get(f"/posts/{thing.pk if thing.word == 'post' else thing.post_id}").text
    assert "<strong>Tuesday</strong>" in page
    assert at(thing, "versions") in page
    versions = as_(bob).get(at(thing, "versions")).text
    assert before in versions
    assert "Tuesday" in versions


def test_a_change_is_one_event_that_ties_who_was_not_mentioned_before(
    thing: Post | Comment, alice: Person, bob: Person, carol: Person
) -> None:
    thing.edit(alice, "For @bob")
    thing.edit(alice, "For @bob and @carol")
    thing.edit(alice, "For @bob and @carol")
    events = Event.objects.filter(verb=f"{thing.word}.edited").order_by("pk")
    assert [event.facts["mentioned_ids"] for event in events] == [[bob.pk], [carol.pk]]
    assert set(thing.mentions.values_list("person", flat=True)) == {bob.pk, carol.pk}
    assert thing.revisions.count() == 2


def test_nobody_changes_or_withdraws_another_s_words(
    thing: Post | Comment, bob: Person, administrator: Person, as_
) -> None:
    for person in (bob, administrator):
        for what in ("edit", "withdrawal", "restoration"):
            assert as_(person).post(at(thing, what), {"text": "Mine now"}).status_code == 403
    assert not thing.revisions.exists()


def test_words_that_are_empty_come_back(thing: Post | Comment, alice: Person, as_) -> None:
    response = as_(alice).post(at(thing, "edit"), {"text": "  "})
    assert response.status_code == 422
    assert 'role="alert"' in response.text


def test_in_an_archived_space_words_can_be_withdrawn_but_not_changed(
    thing: Post | Comment, alice: Person, open_space: Space, as_
) -> None:
    open_space.archive(alice)
    assert as_(alice).get(at(thing, "edit")).status_code == 403
    assert as_(alice).post(at(thing, "withdrawal")).status_code == 302


def test_withdrawn_words_are_nowhere_and_the_conversation_stays(
    post: Post, alice: Person, bob: Person, as_
) -> None:
    post.edit(alice, "The bridge opens on Tuesday.")
    post.answer(bob, "What a pity")
    as_(alice).post(at(post, "withdrawal"))
    post.refresh_from_db()
    assert (post.text, post.html) == ("", "")
    page = as_(bob).get(f"/posts/{post.pk}").text
    assert "What a pity" in page
    assert "Ingetrokken door de schrijver" in page
    assert "bridge" not in page
    assert "Ongedaan maken" not in page
    assert as_(bob).get(at(post, "versions")).status_code == 403
    assert f"post-{post.pk}" not in as_(bob).get("/").text


def test_a_withdrawal_is_undone_by_its_author_within_a_day(thing: Post | Comment, alice: Person, as_) -> None:
    before = thing.text
    thing.withdraw(alice)
    page = as_(alice).get(f"/posts/{thing.place[-2] if thing.word == 'post' else thing.post_id}").text
    assert "Ongedaan maken" in page
    assert as_(alice).post(at(thing, "restoration")).status_code == 302
    thing.refresh_from_db()
    assert (thing.text, thing.withdrawn_at) == (before, None)
    assert thing.html
    assert not thing.revisions.exists()
    assert Event.objects.filter(verb=f"{thing.word}.restored").count() == 1


def test_after_a_day_withdrawn_words_are_gone_for_good(
    thing: Post | Comment, alice: Person, later, as_
) -> None:
    thing.edit(alice, "Second")
    thing.withdraw(alice)
    assert forget_withdrawn.call() == 0
    later(UNDO)
    assert as_(alice).post(at(thing, "restoration")).status_code == 403
    assert forget_withdrawn.call() == 2
    assert not PostRevision.objects.exists()
    assert not CommentRevision.objects.exists()


def test_versions_of_what_was_not_withdrawn_stay(thing: Post | Comment, alice: Person, later) -> None:
    thing.edit(alice, "Second")
    later(UNDO * 10)
    assert forget_withdrawn.call() == 0
    assert thing.revisions.count() == 1


def test_withdrawing_twice_is_one_event(thing: Post | Comment, alice: Person) -> None:
    thing.withdraw(alice)
    thing.withdraw(alice)
    assert Event.objects.filter(verb=f"{thing.word}.withdrawn").count() == 1


def test_what_is_withdrawn_takes_no_reactions_but_answers(
    post: Post, alice: Person, bob: Person, as_
) -> None:
    post.withdraw(alice)
    assert as_(bob).post(f"/posts/{post.pk}/reactions", {"emoji": "👍"}).status_code == 403
    assert as_(bob).post(f"/posts/{post.pk}/answers", {"text": "Why?"}).status_code == 302


def test_a_post_is_pinned_by_who_looks_after_the_space(
    post: Post, alice: Person, bob: Person, community_manager: Person, as_
) -> None:
    assert as_(bob).post(f"/posts/{post.pk}/pin").status_code == 403
    Membership.objects.filter(space=post.space, person=bob).update(role="administrator")
    for person in (bob, community_manager):
        assert as_(person).post(f"/posts/{post.pk}/pin").status_code == 302
    assert Event.objects.filter(verb="post.pinned").count() == 1
    assert 'class="pinned"' in as_(alice).get("/spaces/town-hall").text
    as_(bob).post(f"/posts/{post.pk}/pin/removal")
    assert 'class="pinned"' not in as_(alice).get("/spaces/town-hall").text
