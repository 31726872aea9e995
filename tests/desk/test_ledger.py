"""A leader's page: what was raised and what came of it, what was asked, and when one can talk."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from knoop.base import clock
from knoop.community.signals.models import Signal
from knoop.leadership.desk.leading import SlotIsTaken, free_pieces
from knoop.leadership.desk.ledger import columns
from knoop.leadership.desk.models import Booking, LeaderPage, LeaderQuestion
from knoop.leadership.desk.record import record_of
from knoop.notify.models import Notice
from knoop.people.erasures import Erasure
from knoop.people.models import Person
from tests.desk.making import booked, hours
from tests.signals.making import brought_to, signal

LEDGER = "/people/lea/ledger"


@pytest.fixture(autouse=True)
def _english(leader: Person, alice: Person, bob: Person) -> None:
    for reader in (leader, alice, bob):
        reader.speak("en")


def test_each_signal_stands_where_it_came_to_with_what_was_promised(leader, alice) -> None:
    for state in ("raised", "acknowledged", "looking", "yes", "no", "later", "changed", "told"):
        brought_to(state, signal(alice, leader, title=state), leader)
    found = {column.key: {card.signal.title for card in column.cards} for column in columns(leader, alice)}
    assert found == {
        "heard": {"raised", "acknowledged"},
        "looking": {"looking"},
        "decided": {"yes", "no", "later"},
        "changed": {"changed", "told"},
    }
    decided = columns(leader, alice)[2].cards
    assert all(card.is_kept and card.promised for card in decided)


def test_a_signal_that_a_reader_may_not_see_is_not_on_the_page(leader, bob, carol, closed_space, as_) -> None:
    signal(bob, leader, title="Only inside", space=closed_space)
    assert "Only inside" in as_(bob).get(LEDGER).text
    assert "Only inside" not in as_(carol).get(LEDGER).text


def test_a_confidential_signal_is_never_on_the_page_nor_in_the_record(leader, alice) -> None:
    made = [brought_to("yes", signal(alice, leader), leader) for _each in range(3)]
    assert record_of(leader).due == 3
    Signal.objects.filter(pk=made[0].pk).update(is_confidential=True)
    assert record_of(leader).due == 2
    assert made[0].pk not in {card.signal.pk for column in columns(leader, leader) for card in column.cards}


def test_the_record_is_what_was_due_what_was_in_time_and_how_long_it_took(leader, alice, monkeypatch) -> None:
    early = signal(alice, leader)
    late = signal(alice, leader)
    signal(alice, leader)  # never decided
    began = clock.now()
    monkeypatch.setattr(clock, "now", lambda: began + timedelta(days=2))
    brought_to("yes", early, leader)
    monkeypatch.setattr(clock, "now", lambda: began + timedelta(days=40))
    brought_to("no", late, leader)
    signal(alice, leader)  # isn't due yet
    record = record_of(leader)
    assert (record.due, record.in_time, record.open) == (3, 1, 1)
    assert record.days == pytest.approx((2 + 40) / 2, abs=0.01)
    with translation.override("en"):
        assert "1 of 3" in record.sentence


def test_two_signals_are_no_record(leader, alice) -> None:
    for _each in range(2):
        brought_to("yes", signal(alice, leader), leader)
    with translation.override("en"):
        assert "Too early" in record_of(leader).sentence


def test_the_leader_sees_the_record_alone_until_they_or_the_organisation_choose(
    leader, alice, as_, monkeypatch
) -> None:
    said = "Too early to say"
    assert said in as_(leader).get(LEDGER).text
    assert said not in as_(alice).get(LEDGER).text
    as_(leader).post("/desk/page", {"vision": "", "shows_record": "on"})
    assert said in as_(alice).get(LEDGER).text
    LeaderPage.objects.update(shows_record=False)
    assert said not in as_(alice).get(LEDGER).text
    monkeypatch.setattr(settings, "SHOWS_RECORDS", True)
    assert said in as_(alice).get(LEDGER).text


def test_who_leads_nothing_has_no_ledger(alice: Person, leader: Person, as_) -> None:
    assert as_(leader).get("/people/alice/ledger").status_code == 404
    assert as_(alice).get(LEDGER).status_code == 200
    assert LEDGER in as_(alice).get("/people/lea").text


def test_a_question_stays_to_be_seen_until_the_leader_answers_it(
    leader, alice, bob, as_, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        as_(alice).post("/people/lea/questions", {"text": "When do we begin?"})
    asked = LeaderQuestion.objects.get()
    assert Notice.objects.get(person=leader).reason == "asked_leader"
    assert "not answered yet" in as_(bob).get(LEDGER).text
    assert as_(bob).post(f"/leader-questions/{asked.pk}/answer", {"answer": "Never"}).status_code == 403
    with django_capture_on_commit_callbacks(execute=True):
        as_(leader).post(f"/leader-questions/{asked.pk}/answer", {"answer": "On **Monday**"})
    text = as_(bob).get(LEDGER).text
    assert "<strong>Monday</strong>" in text
    assert "not answered yet" not in text
    assert Notice.objects.get(person=alice).reason == "leader_answered"
    assert f"#question-{asked.pk}" in as_(alice).get("/notices/").text or Notice.objects.count() == 2


def test_an_empty_question_comes_back_with_what_to_do(leader, alice, as_) -> None:
    response = as_(alice).post("/people/lea/questions", {"text": ""})
    assert response.status_code == 422
    assert "Write your question first" in response.text


def test_a_quarter_of_an_hour_is_booked_once(leader, alice, bob, as_) -> None:
    hours(leader)
    hour, at = free_pieces(leader)[0]
    name = f"{hour.pk}-{int(at.timestamp())}"
    as_(alice).post("/people/lea/bookings", {"at": name, "about": "The depot"})
    again = as_(bob).post("/people/lea/bookings", {"at": name})
    assert again.status_code == 422
    assert "just before you" in again.text
    assert Booking.objects.get().person == alice
    with pytest.raises(SlotIsTaken):
        hour.book(bob, at, "")
    with pytest.raises(SlotIsTaken):
        hour.book(bob, at + timedelta(minutes=5), "")
    assert "The depot" in as_(leader).get(LEDGER).text
    assert "The depot" not in as_(bob).get(LEDGER).text


def test_either_of_the_two_cancels_a_talk_and_the_other_hears(
    leader, alice, bob, as_, django_capture_on_commit_callbacks
) -> None:
    made = booked(leader, alice)
    assert as_(bob).post(f"/bookings/{made.pk}/end").status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        as_(leader).post(f"/bookings/{made.pk}/end")
    assert not Booking.objects.exists()
    assert Notice.objects.get(person=alice).reason == "booking_off"
    assert "cancelled the talk" in as_(alice).get("/notices/").text


def test_a_leader_says_what_they_want_and_when_they_can_be_found(leader, alice, as_) -> None:
    as_(leader).post("/desk/page", {"vision": "That **all** are heard"})
    response = as_(leader).post("/desk/office-hours", {"weekday": "0", "begins": "09:00", "minutes": "60"})
    assert response.status_code == 302
    assert as_(leader).post("/desk/office-hours", {"weekday": "0", "begins": "nine"}).status_code == 422
    text = as_(alice).get(LEDGER).text
    assert "<strong>all</strong>" in text
    assert "Book a quarter of an hour" in text


def test_the_page_costs_the_same_with_one_and_with_twenty_of_all(leader, alice, as_) -> None:
    costs = []
    for _round, count in ((1, 1), (2, 12)):
        for number in range(count):
            brought_to("yes", signal(alice, leader), leader)
            LeaderQuestion.objects.ask(alice, leader, f"Question {number}")
        client = as_(alice)
        client.get(LEDGER)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(LEDGER)
        costs.append(len(asked))
    assert costs[0] == costs[1]


def test_who_leaves_leaves_no_talk_behind_and_the_other_hears(
    leader, alice, administrator, django_capture_on_commit_callbacks
) -> None:
    booked(leader, alice)
    with django_capture_on_commit_callbacks(execute=True):
        leader.depart(administrator)
    assert not Booking.objects.exists()
    assert Notice.objects.get(person=alice, thing="person").reason == "booking_off"


def test_who_is_erased_is_named_in_nobodys_question_or_answer(
    leader, alice, bob, django_capture_on_commit_callbacks
) -> None:
    asked = LeaderQuestion.objects.ask(bob, leader, "Why does @alice decide?")
    asked.say(leader, "Because @alice knows.")
    gone = LeaderQuestion.objects.ask(alice, leader, "And me?")
    alice.depart(alice)
    with django_capture_on_commit_callbacks(execute=True):
        Erasure.objects.ask(alice, alice, takes_words=False, at_once=True)
    asked.refresh_from_db()
    assert "alice" not in asked.text + asked.answer + asked.html
    assert not LeaderQuestion.objects.filter(pk=gone.pk).exists()
