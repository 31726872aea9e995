"""Rounds: a leader asks, people answer once, and the results come with an answer or not at all."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from knoop.base import clock
from knoop.leadership.dialogue.models import Dialogue, Refused
from knoop.leadership.dialogue.rounds import AnsweredAlready, take_part
from tests import making
from tests.dialogue.making import SCALE, WORDS, YES_NO, asked, closed
from tests.making import as_

pytestmark = pytest.mark.django_db


def form(**fields: object) -> dict[str, object]:
    given = {
        "title": "The night shift",
        "audience": "all",
        "ends_on": (timezone.localdate(clock.now()) + timedelta(days=7)).isoformat(),
        "is_anonymous": "yes",
        "words_1": "How heavy is the work?",
        "kind_1": "scale",
        "low_1": "light",
        "high_1": "heavy",
        "kind_2": "open",
    }
    return given | fields


def page(person, dialogue) -> str:
    return as_(person).get(f"/dialogue/{dialogue.pk}").content.decode()


def test_a_leader_asks_and_a_colleague_may_not(leader, alice, colleagues) -> None:
    assert as_(alice).post("/dialogue/rounds/new", form()).status_code == 403
    assert as_(leader).post("/dialogue/rounds/new", form(words_2="What helps?")).status_code == 302
    made = Dialogue.objects.get()
    assert [one.words for one in made.round_questions.all()] == ["How heavy is the work?", "What helps?"]
    assert made.fewest == 5


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"words_1": ""}, "Ask at least one question"),
        ({"low_1": ""}, "what this end means"),
        ({"ends_on": "2020-01-01"}, "This day has passed"),
        ({"title": ""}, "Say what it is about"),
    ],
)
def test_what_cannot_be_asked_is_said_and_what_was_typed_stays(leader, colleagues, wrong, says) -> None:
    response = as_(leader).post("/dialogue/rounds/new", form(text="Because I want to know.") | wrong)
    assert response.status_code == 422
    assert says in response.content.decode()
    assert "Because I want to know." in response.content.decode()


def test_so_few_people_are_not_asked_without_their_names(leader, alice, bob, colleagues) -> None:
    space = making.space("Few", [leader, alice, bob], "invited")
    few = form(audience=f"space-{space.pk}")
    assert "Too few people" in as_(leader).post("/dialogue/rounds/new", few).content.decode()
    by_name = few | {"is_anonymous": "no", "kind_1": "open"}
    assert as_(leader).post("/dialogue/rounds/new", by_name).status_code == 302


def test_somebody_answers_once(leader, alice) -> None:
    round_ = asked(leader, WORDS, YES_NO)
    assert "Send without my name" in page(alice, round_)
    sent = as_(alice).post(f"/dialogue/{round_.pk}/participation", {"answer_2": "1"})
    assert sent.status_code == 302
    assert "You&#x27;ve answered" in page(alice, round_) or "You've answered" in page(alice, round_)
    with pytest.raises(AnsweredAlready):
        take_part(round_, alice, {2: 0})
    assert [value for value, _group in round_.round_questions.get(number=2).unnamed()] == [1]


def test_nothing_at_all_is_no_answer(leader, alice) -> None:
    round_ = asked(leader)
    response = as_(alice).post(f"/dialogue/{round_.pk}/participation", {"answer_1": " "})
    assert response.status_code == 422
    assert "Answer at least one question" in response.content.decode()


@pytest.mark.parametrize(("count", "is_shown"), [(4, False), (5, True)])
def test_results_are_shown_from_the_fewest_answers_on(leader, colleagues, count, is_shown) -> None:
    round_ = asked(leader, SCALE, WORDS)
    for person in colleagues[:count]:
        take_part(round_, person, {1: 4, 2: "Too heavy"})
    assert "Too heavy" not in page(leader, round_)
    assert "4.0" not in page(leader, round_)
    shown = page(leader, closed(round_))
    assert ("Too heavy" in shown) is is_shown
    assert ("4.0" in shown) is is_shown


def test_results_go_out_with_an_answer_and_not_without(leader, alice, colleagues) -> None:
    round_ = asked(leader, SCALE)
    for person in colleagues:
        take_part(round_, person, {1: 2})
    with pytest.raises(Refused):
        round_.give_answer(leader, "Too early.")
    round_ = closed(round_)
    assert "2.0" not in page(alice, round_)
    assert as_(leader).post(f"/dialogue/{round_.pk}/answer", {"answer": " "}).status_code == 422
    assert as_(leader).post(f"/dialogue/{round_.pk}/answer", {"answer": "We add a shift."}).status_code == 302
    assert "2.0" in page(alice, round_)
    assert "We add a shift." in page(alice, round_)


def test_nobody_answers_as_somebody_else(leader, administrator, colleagues) -> None:
    round_ = closed(asked(leader))
    assert as_(administrator).post(f"/dialogue/{round_.pk}/answer", {"answer": "Mine."}).status_code == 403
    assert as_(leader).post(f"/dialogue/{round_.pk}/answer", {"answer": "Mine."}).status_code == 302


def test_a_round_that_is_not_answered_in_time_is_late_to_all_who_were_asked(leader, alice) -> None:
    assert "overdue" not in page(alice, closed(asked(leader)))
    late = closed(asked(leader), days_late=1)
    assert "overdue" in page(alice, late)
    assert "overdue" in as_(alice).get("/dialogue/").content.decode()
    assert "overdue" in as_(leader).get("/").content.decode()


def test_a_round_of_a_unit_is_seen_by_who_works_in_it(leader, alice, carol, colleagues) -> None:
    round_ = asked(leader, unit=alice.unit)
    assert as_(alice).get(f"/dialogue/{round_.pk}").status_code == 200
    assert as_(carol).get(f"/dialogue/{round_.pk}").status_code == 404
    assert round_.people_asked().count() == 13


def test_a_guest_is_asked_in_their_space_and_nowhere_else(leader, guest) -> None:
    theirs = asked(leader, space=guest.spaces.get())
    assert as_(guest).get(f"/dialogue/{theirs.pk}").status_code == 200
    assert as_(guest).get(f"/dialogue/{asked(leader).pk}").status_code == 404


def test_what_is_open_for_somebody_stands_at_home_until_they_answered(leader, alice) -> None:
    round_ = asked(leader)
    assert "The night shift" in as_(alice).get("/").content.decode()
    take_part(round_, alice, {1: "Fine"})
    assert "The night shift" not in as_(alice).get("/").content.decode()


def test_each_who_is_asked_hears_once_and_again_when_there_is_an_answer(leader, alice, heard, told) -> None:
    with heard():
        round_ = asked(leader)
    assert told(alice) == ["Lea asks what you think"]
    with heard():
        closed(round_).give_answer(leader, "We add a shift.")
    assert "Lea tells what comes of what colleagues answered" in told(alice)
    assert told(leader) == []


def test_a_list_of_ten_costs_what_a_list_of_one_does(leader, alice) -> None:
    browser = as_(alice)
    counts = []
    for more in (1, 9):
        for _number in range(more):
            asked(leader)
            closed(asked(leader))
            closed(asked(leader)).give_answer(leader, "Yes.")
        browser.get("/dialogue/")
        with CaptureQueriesContext(connection) as queries:
            browser.get("/dialogue/")
        counts.append(len(queries))
    assert counts[0] == counts[1]
