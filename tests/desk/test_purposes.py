"""What a leader wants with a post is chosen before it is written, seen by nobody else, and answered for."""

import pytest

from knoop.community.posts.models import Post
from knoop.community.posts.tasks import publish_due
from knoop.leadership.desk.models import Purpose
from knoop.leadership.desk.purposes import how_it_went
from knoop.people.models import Person, Unit

SENT = {"kind": "tell", "space": "town-hall", "text": "What do you think?", "purpose": "feedback"}


@pytest.fixture
def asked(open_space, leader: Person, unit: Unit, as_) -> Post:
    leader.speak("en")
    leader.move(unit, by=leader)
    as_(leader).post("/posts/", SENT)
    return Post.objects.get()


def test_a_leader_chooses_what_a_post_is_for_and_others_are_not_asked(leader, alice, open_space, as_) -> None:
    leader.speak("en")
    page = as_(leader).get("/posts/new", {"space": "town-hall"}).text
    assert page.index('name="purpose"') < page.index('name="text"')
    assert 'name="purpose"' not in as_(alice).get("/posts/new").text


def test_it_is_kept_for_a_leader_and_for_nobody_else(asked: Post, alice: Person, as_) -> None:
    assert asked.purpose.wanted == "feedback"
    as_(alice).post("/posts/", SENT)
    assert Purpose.objects.count() == 1


def test_a_wrong_word_is_no_purpose(open_space, leader: Person, as_) -> None:
    as_(leader).post("/posts/", SENT | {"purpose": "applause"})
    assert Post.objects.exists()
    assert not Purpose.objects.exists()


def test_what_is_scheduled_keeps_what_it_is_for(open_space, leader: Person, as_, monkeypatch) -> None:
    from datetime import timedelta

    from knoop.base import clock

    due = (clock.now() + timedelta(hours=30)).strftime("%Y-%m-%dT%H:%M")
    as_(leader).post("/posts/", SENT | {"due_at": due})
    later = clock.now() + timedelta(hours=36)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert publish_due.call() == 1
    assert Purpose.objects.get().wanted == "feedback"


def test_only_the_leader_reads_what_it_was_for_and_how_it_went(
    asked: Post, alice, administrator, as_
) -> None:
    assert "How it went" in as_(asked.author).get(f"/posts/{asked.pk}").text
    for other in (alice, administrator):
        other.speak("en")
        page = as_(other).get(f"/posts/{asked.pk}").text
        assert "How it went" not in page
        assert "Ask for feedback" not in page


def test_feedback_is_how_many_answered_and_whom_the_leader_left_waiting(
    asked: Post, alice: Person, carol: Person
) -> None:
    first = asked.answer(alice, "Good")
    asked.answer(carol, "Less good")
    asked.answer(asked.author, "Why good?", to=first)
    went = how_it_went(asked)
    assert (len(went.answering), went.waiting) == (2, 1)
    asked.answer(asked.author, "Thank you both")
    assert how_it_went(asked).waiting == 0


def test_reach_is_who_took_it_up_in_other_units_and_for_the_first_time(
    asked: Post, alice: Person, carol: Person
) -> None:
    carol.move(Unit.objects.create(name="Water", slug="water"), by=carol)
    earlier = Post.objects.write(asked.author, asked.space, "Before")
    Post.objects.filter(pk=earlier.pk).update(published_at=asked.published_at)
    comment = earlier.answer(alice, "Yes")
    type(comment).objects.filter(pk=comment.pk).update(published_at=earlier.published_at.replace(year=2020))
    asked.react(alice, "👍")
    asked.react(asked.author, "👍")
    asked.answer(carol, "I hear you")
    went = how_it_went(asked)
    assert (len(went.people), went.elsewhere, went.units, went.new) == (2, 1, 2, 1)


def test_thinking_along_counts_answers_on_each_others_answers(asked: Post, alice, bob, carol) -> None:
    first = asked.answer(alice, "Perhaps a bench")
    asked.answer(bob, "Or two", to=first)
    asked.answer(alice, "Three then", to=first)
    assert how_it_went(asked).on_each_other == 1


def test_how_it_went_costs_the_same_however_many_answered(asked: Post, django_assert_max_num_queries) -> None:
    from tests import making

    making.comments(asked, making.people(30), 60)
    with django_assert_max_num_queries(5):
        went = how_it_went(asked)
        assert went.sentence
        assert went.waiting == 60
        assert went.new == len(went.answering) == 30
