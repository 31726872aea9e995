"""My ten minutes come from what really happened, and each thing is done where it stands."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from knoop.base import clock
from knoop.community.posts.models import Acceptance, Comment, Kind, Post
from knoop.leadership.desk.minutes import today
from knoop.leadership.desk.models import LeaderQuestion, Story
from knoop.people.models import Person, Unit
from tests import making
from tests.signals.making import brought_to, signal


@pytest.fixture(autouse=True)
def _english(leader: Person, open_space) -> None:
    leader.speak("en")
    open_space.join(leader)


def test_a_signal_is_taken_a_step_further_on_the_spot(leader, alice, as_) -> None:
    made = signal(alice, leader)
    client = as_(leader)
    assert "The gate is locked" in client.get("/desk/").text
    client.post(f"/desk/signals/{made.pk}/acknowledgement", {"words": "Thank you"})
    made.refresh_from_db()
    assert made.state == "acknowledged"
    refused = client.post(f"/desk/signals/{made.pk}/decision", {"words": "Yes of course"})
    assert refused.status_code == 422 or made.state == "acknowledged"


def test_a_signal_of_another_is_not_answered_at_the_desk(leader, alice, bob, as_) -> None:
    theirs = signal(alice, bob)
    assert as_(leader).post(f"/desk/signals/{theirs.pk}/acknowledgement").status_code == 403
    assert "The gate is locked" not in as_(leader).get("/desk/").text


def test_a_step_that_is_refused_comes_back_with_what_was_typed(leader, alice, as_) -> None:
    made = brought_to("acknowledged", signal(alice, leader), leader)
    found = today(leader).signals[0]
    assert found.form is not None
    looking = brought_to("looking", signal(alice, leader, title="Later"), leader)
    response = as_(leader).post(f"/desk/signals/{looking.pk}/decision", {"words": "Because it can"})
    assert response.status_code == 422
    assert "Because it can" in response.text
    assert made.pk != looking.pk


def test_what_was_decided_and_is_promised_soon_is_named(leader, alice, monkeypatch) -> None:
    made = brought_to("yes", signal(alice, leader), leader)
    assert today(leader).promises == []
    later = clock.now() + timedelta(days=16)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert today(leader).promises == [made]


def test_a_question_is_answered_at_the_desk_and_is_then_gone(leader, alice, as_) -> None:
    asked = LeaderQuestion.objects.ask(alice, leader, "When do we begin?")
    assert "When do we begin?" in as_(leader).get("/desk/").text
    response = as_(leader).post(f"/leader-questions/{asked.pk}/answer", {"answer": "Monday", "desk": "1"})
    assert response["Location"] == "/desk/"
    assert today(leader).questions == []


def test_who_answered_me_waits_until_i_say_something_there(leader, alice, open_space, as_) -> None:
    mine = Post.objects.write(leader, open_space, "What do you see?")
    reply = mine.answer(alice, "A closed gate")
    assert today(leader).replies == [reply]
    as_(leader).post(f"/desk/answers/{mine.pk}", {"text": "Since when?", "to": reply.pk})
    answer = Comment.objects.latest("pk")
    assert (answer.author, answer.to) == (leader, reply)
    assert today(leader).replies == []


def test_who_helped_is_thanked_where_they_helped(leader, alice, bob, open_space, as_) -> None:
    question = Post.objects.write(alice, open_space, "Who has the key?", kind=Kind.QUESTION)
    Acceptance.objects.mark(question.answer(bob, "I do"), alice)
    found = today(leader).thank
    assert found.comment.author == bob
    as_(leader).post(f"/desk/thanks/{found.pk}", {"text": "You had the key"})
    thanks = Post.objects.get(kind=Kind.THANKS)
    assert (thanks.author, thanks.space, thanks.thanked.get().person) == (leader, open_space, bob)
    assert today(leader).thank is None


def test_help_in_a_space_that_the_leader_cannot_see_is_not_named(
    leader, alice, bob, closed_space, as_
) -> None:
    question = Post.objects.write(alice, closed_space, "Who has the key?", kind=Kind.QUESTION)
    accepted = Acceptance.objects.mark(question.answer(bob, "I do"), alice)
    assert today(leader).thank is None
    assert as_(leader).post(f"/desk/thanks/{accepted.pk}", {"text": "Thanks"}).status_code == 404


def test_a_unit_that_was_not_heard_is_named_but_never_a_small_one(leader, open_space) -> None:
    water, small = (
        Unit.objects.create(name="Water", slug="water"),
        Unit.objects.create(name="Two", slug="two"),
    )
    people = making.people(12, unit=water)
    making.person("x", unit=small)
    assert today(leader).silent.unit == water
    Post.objects.write(leader, open_space, "Hello").answer(people[0], "Hello")
    assert today(leader).silent is None


def test_a_story_that_was_begun_comes_before_a_new_kind(leader, open_space) -> None:
    assert today(leader).guide is not None
    begun = Story.objects.create(author=leader, pattern="me", title="My first week")
    assert today(leader).unfinished == begun
    Post.objects.write(leader, open_space, "Once", kind=Kind.STORY, title="Once")
    found = today(leader)
    assert (found.unfinished, found.guide) == (None, None)


def test_the_practice_follows_from_what_the_leader_did(leader, alice, open_space) -> None:
    assert today(leader).practice.key == "practice-ask"
    Post.objects.write(leader, open_space, "What do you see?", kind=Kind.QUESTION)
    assert today(leader).practice.key == "practice-thank"
    Post.objects.write(leader, open_space, "Thank you", kind=Kind.THANKS, thanked=[alice])
    assert today(leader).practice is None


def test_not_today_sets_a_thing_aside_until_tomorrow_and_an_empty_desk_is_done(
    leader, as_, monkeypatch
) -> None:
    client = as_(leader)
    for key in ("story", "practice-ask", "practice-thank", "practice-tell", "nonsense-1"):
        client.post("/desk/aside", {"key": key})
    assert "Done for today" in client.get("/desk/").text
    tomorrow = clock.now() + timedelta(days=1)
    monkeypatch.setattr(clock, "now", lambda: tomorrow)
    assert not today(leader).is_done


def test_the_desk_costs_the_same_however_much_waits(leader, alice, bob, open_space, as_) -> None:
    costs = []
    for count in (1, 8):
        for number in range(count):
            signal(alice, leader, title=f"Signal {number}")
            LeaderQuestion.objects.ask(alice, leader, f"Question {number}")
            Post.objects.write(leader, open_space, "Mine").answer(bob, "Yours")
            Post.objects.write(alice, open_space, "What do you think, @lea?")
            question = Post.objects.write(alice, open_space, "Who?", kind=Kind.QUESTION)
            Acceptance.objects.mark(question.answer(bob, "I"), alice)
        client = as_(leader)
        client.get("/desk/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/desk/")
        costs.append(len(asked))
    assert costs[0] == costs[1]
    assert costs[1] <= 40
