"""Live questions: asked and voted for, answered during it or afterwards in writing."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from knoop.base import clock
from knoop.leadership.dialogue.models import Dialogue
from knoop.leadership.dialogue.tasks import conclude
from tests import making
from tests.dialogue.making import closed, question, session
from tests.making import as_

pytestmark = pytest.mark.django_db
ANSWERED = "Lea answered a question you asked or want to hear answered"


def page(person, dialogue) -> str:
    return as_(person).get(f"/dialogue/{dialogue.pk}").content.decode()


def test_a_leader_opens_a_session_and_a_colleague_may_not(leader, alice) -> None:
    begins = timezone.localtime(clock.now() + timedelta(days=1))
    said = {
        "title": "Ask me",
        "audience": "all",
        "starts_at": begins.strftime("%Y-%m-%dT%H:%M"),
        "ends_at": (begins + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M"),
    }
    assert as_(alice).post("/dialogue/sessions/new", said).status_code == 403
    assert as_(leader).post("/dialogue/sessions/new", said).status_code == 302
    assert Dialogue.objects.get().answer_by > begins.date()


def test_a_vote_is_one_a_person_and_can_be_taken_back(leader, alice, bob) -> None:
    asked = question(session(leader), alice)
    address = f"/dialogue/questions/{asked.pk}/vote"
    for _twice in range(2):
        assert as_(bob).post(address).status_code == 302
    assert asked.votes.count() == 1
    assert as_(leader).post(address).status_code == 403
    assert as_(bob).post(f"{address}/end").status_code == 302
    assert asked.votes.count() == 0


def test_what_most_want_to_hear_stands_first(leader, alice, bob, carol) -> None:
    live = session(leader)
    question(live, alice, "The first one")
    wanted = question(live, alice, "The wanted one")
    wanted.vote(bob)
    wanted.vote(carol)
    shown = page(alice, live)
    assert shown.index("The wanted one") < shown.index("The first one")


def test_one_question_is_answered_at_a_time(leader, alice) -> None:
    live = session(leader)
    first, second = question(live, alice), question(live, alice, "And then?")
    for one in (first, second):
        assert as_(leader).post(f"/dialogue/questions/{one.pk}/turn").status_code == 302
    assert [one.state for one in live.questions.order_by("state")] == ["now", "open"]
    assert as_(alice).post(f"/dialogue/questions/{first.pk}/turn").status_code == 403


def test_what_is_not_answered_stays_open_with_a_promise_and_is_answered_in_writing(
    leader, alice, bob
) -> None:
    live = session(leader)
    asked = question(live, alice)
    over = closed(live, days_late=1)
    conclude.call()
    assert "overdue" in page(bob, over)
    address = f"/dialogue/questions/{asked.pk}/answer"
    assert as_(bob).post(address, {"reply": "Never."}).status_code == 403
    assert as_(leader).post(address, {"reply": " "}).status_code == 422
    assert as_(leader).post(address, {"reply": "On Monday."}).status_code == 302
    assert "On Monday." in page(bob, over)
    assert Dialogue.objects.get().is_answered


def test_a_session_of_which_nothing_waits_is_done_once_it_is_over(leader, alice) -> None:
    live = session(leader)
    question(live, alice).answer(leader, "Yes.")
    conclude.call()
    assert not Dialogue.objects.get().is_answered
    closed(live)
    conclude.call()
    assert Dialogue.objects.get().is_answered


def test_nobody_asks_once_it_is_over_and_they_may_before(leader, alice) -> None:
    soon = session(leader, starts_at=clock.now() + timedelta(minutes=30))
    said = {"text": "Who decides?", "named": "yes"}
    assert as_(alice).post(f"/dialogue/{soon.pk}/questions", said).status_code == 302
    closed(soon)
    assert as_(alice).post(f"/dialogue/{soon.pk}/questions", said).status_code == 403


def test_a_question_that_is_empty_comes_back(leader, alice) -> None:
    sent = as_(alice).post(f"/dialogue/{session(leader).pk}/questions", {"text": "", "named": "no"})
    assert sent.status_code == 422
    assert "Write your question first" in sent.content.decode()


def test_who_asked_by_name_and_who_voted_hear_the_answer(leader, alice, bob, heard, told) -> None:
    asked = question(session(leader), alice)
    asked.vote(bob)
    with heard():
        asked.answer(leader, "Yes.")
    assert ANSWERED in told(alice)
    assert ANSWERED in told(bob)


def test_who_asked_without_a_name_is_told_nothing_for_nobody_knows_them(leader, alice, heard, told) -> None:
    with heard():
        question(session(leader), alice, is_named=False).answer(leader, "Yes.")
    assert ANSWERED not in told(alice)


def test_the_list_of_questions_is_asked_for_again_while_it_runs(leader, alice) -> None:
    live = session(leader)
    question(live, alice)
    assert 'hx-trigger="every 10s"' in page(alice, live)
    part = as_(alice).get(f"/dialogue/{live.pk}", headers={"HX-Request": "true"}).content.decode()
    assert part.strip().startswith('<div id="questions"')
    assert "hx-trigger" not in page(alice, closed(live))


def test_a_page_of_ten_questions_costs_what_one_does(leader, alice, bob) -> None:
    live, browser, counts = session(leader), as_(alice), []
    for more in (1, 9):
        for number in range(more):
            question(live, bob, f"Question {number}").vote(alice)
        browser.get(f"/dialogue/{live.pk}")
        with CaptureQueriesContext(connection) as queries:
            browser.get(f"/dialogue/{live.pk}")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_event_it_is_part_of_is_shown_to_who_may_see_that(leader, alice, carol, closed_space) -> None:
    live = session(leader, meeting=making.meeting(closed_space, alice))
    assert [f"/events/{live.meeting_id}" in page(who, live) for who in (alice, carol)] == [True, False]
