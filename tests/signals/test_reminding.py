"""Near a promise its owner hears of it; once it's past, who leads them does too. Each once."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest

from knoop.base import clock, working_time
from knoop.community.signals import reminding
from knoop.community.signals.models import Reminder, Signal
from knoop.notify.models import Mute
from knoop.people.models import Person
from tests.signals.making import brought_to, leads, signal

MONDAY = date(2026, 6, 1)  # of weeks without a holiday


@pytest.fixture
def on_day(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    def move(day: date) -> None:
        monkeypatch.setattr(clock, "now", lambda: datetime.combine(day, time(10), UTC))

    move(MONDAY)
    return move


@pytest.fixture
def raised(
    on_day: Callable[[date], None], alice: Person, bob: Person, carol: Person, leader: Person
) -> Signal:
    """An idea that was read, promised for three weeks later; Carol leads Bob, Lea leads Carol."""
    leads(carol, bob)
    leads(leader, carol)
    made = signal(alice, bob, kind="idea")
    made.acknowledge(bob)
    return made


def run(on_day: Callable[[date], None], signal: Signal, working_days: int) -> list[str]:
    """What is said that many working days after the promise."""
    on_day(working_time.on_from(signal.promised_on, working_days) if working_days else signal.promised_on)
    before = set(Reminder.objects.values_list("pk", flat=True))
    reminding.remind()
    assert reminding.remind() == 0, "the second time says nothing"
    fresh = Reminder.objects.exclude(pk__in=before).order_by("pk")
    return [f"{one.kind}: {one.to.handle}" for one in fresh.select_related("to")]


def test_who_answers_is_reminded_before_and_who_leads_them_is_asked_after(
    raised: Signal, on_day: Callable[[date], None]
) -> None:
    said = {days: run(on_day, raised, days) for days in (-3, -2, -1, 0, 1, 2, 5, 6, 7)}
    assert {days: what for days, what in said.items() if what} == {
        -2: ["soon: bob"],
        -1: ["tomorrow: bob"],
        1: ["overdue: bob", "lead: carol"],
        6: ["lead_of_lead: lea"],
    }
    raised.refresh_from_db()
    assert raised.brought_to.handle == "lea"


def test_after_days_on_which_nothing_ran_it_says_what_counts_now(
    raised: Signal, on_day: Callable[[date], None]
) -> None:
    assert run(on_day, raised, 0) == ["tomorrow: bob"]
    assert run(on_day, raised, 8) == ["overdue: bob", "lead: carol", "lead_of_lead: lea"]


def test_nobody_is_reminded_on_a_free_day(raised: Signal, on_day: Callable[[date], None]) -> None:
    on_day(raised.promised_on + timedelta(days=(5 - raised.promised_on.weekday()) % 7))
    assert reminding.remind() == 0


def test_what_nobody_read_is_late_after_three_days(
    on_day: Callable[[date], None], alice: Person, bob: Person, carol: Person
) -> None:
    leads(carol, bob)
    made = signal(alice, bob, kind="idea")
    on_day(working_time.on_from(made.acknowledge_by, 1))
    reminding.remind()
    made.refresh_from_db()
    assert made.brought_to == carol
    made.acknowledge(bob)
    assert made.brought_to is None


def test_another_date_is_reminded_of_anew(
    raised: Signal, bob: Person, on_day: Callable[[date], None]
) -> None:
    assert run(on_day, raised, 1) == ["overdue: bob", "lead: carol"]
    raised.promise(bob, working_time.on_from(raised.promised_on, 10), "The supplier is late.")
    assert run(on_day, raised, -2) == ["soon: bob"]


def test_what_is_over_reminds_nobody(raised: Signal, bob: Person, on_day: Callable[[date], None]) -> None:
    raised.decide(bob, "no", "It would let anybody in.")
    raised.tell_back(bob, "We keep it locked.")
    on_day(MONDAY + timedelta(days=60))
    assert reminding.remind() == 0


def test_of_who_was_locked_out_another_answers(
    raised: Signal, bob: Person, carol: Person, administrator: Person
) -> None:
    bob.lock_out(administrator)
    reminding.remind()
    raised.refresh_from_db()
    assert raised.owner == carol


def test_an_owner_without_a_lead_is_late_for_a_community_manager(
    on_day: Callable[[date], None], alice: Person, bob: Person, community_manager: Person
) -> None:
    made = signal(alice, bob)
    on_day(MONDAY + timedelta(days=30))
    reminding.remind()
    made.refresh_from_db()
    assert made.brought_to == community_manager


def test_who_stands_behind_a_signal_hears_of_each_step(
    alice: Person,
    bob: Person,
    carol: Person,
    heard: Callable,
    told: Callable,
) -> None:
    with heard():
        made = signal(alice, bob)
        made.follow(carol)
        brought_to("told", made, bob)
    steps = [
        "Bob Smit told what came of a signal you stand behind: did it help?",
        "Bob Smit changed something because of a signal you stand behind",
        "Bob Smit decided on a signal you stand behind",
        "Bob Smit has read a signal you stand behind",
    ]
    assert told(alice) == steps == told(carol)
    assert told(bob) == ["Alice de Wit brought you a signal to answer"]


def test_all_who_stood_behind_either_hear_that_two_came_together(
    alice: Person,
    bob: Person,
    carol: Person,
    heard: Callable,
    told: Callable,
) -> None:
    one, other = signal(alice, bob), signal(carol, bob)
    with heard():
        other.merge_into(one, bob)
    assert told(alice) == told(carol) == ["Bob Smit put a signal you stand behind together with this one"]


def test_reminders_reach_who_answers_and_who_leads_them_whatever_they_muted(
    raised: Signal,
    on_day: Callable[[date], None],
    heard: Callable,
    told: Callable,
) -> None:
    Mute.objects.create(person=raised.owner.reporting_line.lead, what="person", what_id=raised.owner_id)
    with heard():
        run(on_day, raised, 1)
    assert told(raised.owner) == ["A signal you answer is overdue"]
    assert told(raised.owner.reporting_line.lead) == [
        "A signal that Bob Smit answers is overdue; you were asked to look after it"
    ]
