"""What isn't posted yet is its author's alone, and what is scheduled is posted once, when it is due."""

from datetime import timedelta

import pytest
from django.utils import timezone

from knoop.base import clock
from knoop.community.posts.drafts import KEPT_AFTER_DISCARD
from knoop.community.posts.forms_post import LATER
from knoop.community.posts.models import Draft, Kind, Post
from knoop.community.posts.tasks import forget_discarded, publish_due
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.people.models import Person

SENT = {"kind": "tell", "space": "town-hall", "text": "Tomorrow we open"}


def typed(by: timedelta) -> str:
    return timezone.localtime(clock.now() + by).strftime(LATER)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch):
    def move(by: timedelta) -> None:
        now = clock.now() + by
        monkeypatch.setattr(clock, "now", lambda: now)

    return move


@pytest.fixture
def scheduled(open_space: Space, bob: Person, as_) -> Draft:
    response = as_(bob).post("/posts/", SENT | {"due_at": typed(timedelta(hours=2))})
    draft = Draft.objects.get()
    assert response["Location"] == f"/drafts/#draft-{draft.pk}"
    return draft


def test_what_is_scheduled_is_no_post_before_it_is_due(
    scheduled: Draft, bob: Person, alice: Person, as_
) -> None:
    assert publish_due.call() == 0
    assert not Post.objects.exists()
    assert not Event.objects.filter(verb="post.written").exists()
    assert "Tomorrow we open" in as_(bob).get("/drafts/").text
    assert "Tomorrow we open" not in as_(alice).get("/drafts/").text


def test_what_is_due_is_posted_once_at_that_moment(scheduled: Draft, bob: Person, later) -> None:
    later(timedelta(hours=2))
    assert publish_due.call() == 1
    assert publish_due.call() == 0
    post = Post.objects.get()
    assert (post.author, post.text) == (bob, "Tomorrow we open")
    assert not Draft.objects.exists()


def test_a_scheduled_poll_and_thanks_keep_what_belongs_to_them(
    open_space: Space, alice: Person, bob: Person, later, as_
) -> None:
    due = {"due_at": typed(timedelta(hours=1))}
    as_(bob).post("/posts/", SENT | due | {"kind": "thanks", "thanked": "@alice"})
    as_(bob).post("/posts/", SENT | due | {"kind": "poll", "option": ["A", "B"], "days": "3"})
    later(timedelta(hours=1))
    assert publish_due.call() == 2
    thanks, poll = Post.objects.get(kind=Kind.THANKS), Post.objects.get(kind=Kind.POLL).poll
    assert thanks.thanked.get().person == alice
    assert poll.options.count() == 2
    assert poll.closes_at - clock.now() == timedelta(days=3)


@pytest.mark.parametrize("why", ["left", "space archived", "gone"])
def test_what_can_not_be_posted_any_more_is_kept_for_its_author(
    why: str, closed_space: Space, bob: Person, later, as_
) -> None:
    as_(bob).post("/posts/", SENT | {"space": "quiet-room", "due_at": typed(timedelta(hours=1))})
    if why == "left":
        closed_space.leave(bob)
    elif why == "gone":
        bob.depart(bob)
    else:
        closed_space.archive(bob)
    later(timedelta(hours=1))
    assert publish_due.call() == 0
    assert not Post.objects.exists()
    draft = Draft.objects.get()
    assert draft.held_at
    if why != "gone":
        text = as_(bob).get("/posts/new", {"draft": draft.pk}).text
        assert 'role="alert"' in text
        assert "Tomorrow we open" in text


def test_a_moment_that_has_passed_is_refused_with_the_text(open_space: Space, bob: Person, as_) -> None:
    response = as_(bob).post("/posts/", SENT | {"due_at": typed(timedelta(hours=-2))})
    assert response.status_code == 422
    assert "Tomorrow we open" in response.text
    assert not Post.objects.exists()
    assert not Draft.objects.exists()


def test_a_draft_is_kept_even_when_it_is_not_whole_and_written_on_later(
    open_space: Space, bob: Person, as_
) -> None:
    client = as_(bob)
    client.post("/drafts/", {"kind": "story", "text": "Once upon", "title": ""})
    draft = Draft.objects.get()
    text = client.get("/posts/new", {"draft": draft.pk}).text
    assert ">Once upon</textarea>" in text
    assert 'role="alert"' not in text
    client.post("/drafts/", {"kind": "story", "text": "Once upon a time", "title": "", "draft": draft.pk})
    assert Draft.objects.get().sent["text"] == ["Once upon a time"]
    whole = {"kind": "story", "text": "Once", "title": "Bridge", "space": "town-hall", "draft": draft.pk}
    client.post("/posts/", whole)
    assert Post.objects.get().title == "Bridge"
    assert not Draft.objects.exists()


def test_keeping_a_draft_takes_its_moment_away(scheduled: Draft, bob: Person, later, as_) -> None:
    sent = SENT | {"draft": scheduled.pk, "due_at": typed(timedelta(hours=2))}
    as_(bob).post("/drafts/", sent)
    later(timedelta(hours=3))
    assert publish_due.call() == 0


def test_a_draft_of_another_is_not_there(scheduled: Draft, alice: Person, as_) -> None:
    client = as_(alice)
    assert client.get("/posts/new", {"draft": scheduled.pk}).status_code == 404
    assert client.post(f"/drafts/{scheduled.pk}/discard").status_code == 404
    client.post("/posts/", SENT | {"draft": scheduled.pk})
    assert Draft.objects.filter(pk=scheduled.pk, discarded_at=None).exists()


def test_what_was_thrown_away_is_not_posted_and_can_be_put_back_for_a_day(
    scheduled: Draft, bob: Person, later, as_
) -> None:
    as_(bob).post(f"/drafts/{scheduled.pk}/discard")
    later(timedelta(hours=3))
    assert publish_due.call() == 0
    assert forget_discarded.call() == 0
    as_(bob).post(f"/drafts/{scheduled.pk}/return")
    scheduled.refresh_from_db()
    assert (scheduled.discarded_at, scheduled.due_at) == (None, None)
    as_(bob).post(f"/drafts/{scheduled.pk}/discard")
    later(KEPT_AFTER_DISCARD)
    assert forget_discarded.call() == 1


def test_a_moment_is_shown_as_it_was_typed(scheduled: Draft, bob: Person, as_) -> None:
    text = as_(bob).get("/posts/new", {"draft": scheduled.pk}).text
    assert f'value="{timezone.localtime(scheduled.due_at).strftime(LATER)}"' in text
