"""What is done by the clock is done once a turn, by whichever worker looks first."""

from datetime import UTC, datetime, time, timedelta

import pytest

from knoop.jobs import schedule
from knoop.jobs.models import Job, Turn
from knoop.jobs.schedule import Daily, Every, daily, every, hand_out
from tests.jobs import trial

pytestmark = pytest.mark.usefixtures("tabled")


@pytest.fixture
def on_schedule(monkeypatch):
    """An empty schedule, into which the test puts what it is about."""
    monkeypatch.setattr(schedule, "_rhythms", {})


@pytest.fixture
def quarterly(on_schedule) -> None:
    every(minutes=15)(trial.plod)
    hand_out()


def test_a_task_comes_to_its_turn_once(quarterly, pass_time):
    assert Job.objects.count() == 0
    pass_time(timedelta(minutes=15))
    assert [hand_out(), hand_out()] == [1, 0]
    assert Job.objects.get().task == trial.plod.module_path


def test_no_turn_is_handed_out_while_the_last_one_is_not_finished(quarterly, pass_time):
    for _quarter in range(3):
        pass_time(timedelta(minutes=15))
        hand_out()
    assert Job.objects.count() == 1


def test_turns_that_were_missed_are_taken_once(quarterly, pass_time):
    pass_time(timedelta(hours=9))
    assert [hand_out(), hand_out()] == [1, 0]


def test_two_workers_that_look_at_once_hand_out_one_job(quarterly, pass_time):
    pass_time(timedelta(minutes=15))
    turn = Turn.objects.get()
    rhythm = Every(timedelta(minutes=15))
    taken = [schedule._take(turn, trial.plod, rhythm.after(turn.next_at)) for _worker in range(2)]
    assert taken == [True, False]


def test_what_is_said_to_come_more_often_comes_sooner(on_schedule, pass_time):
    daily(at="03:30")(trial.plod)
    hand_out()
    every(minutes=1)(trial.plod)
    hand_out()
    pass_time(timedelta(minutes=1))
    assert hand_out() == 1


@pytest.mark.parametrize(
    ("moment", "turn"),
    [
        (datetime(2026, 1, 5, 1, 0, tzinfo=UTC), datetime(2026, 1, 5, 2, 30, tzinfo=UTC)),
        (datetime(2026, 1, 5, 2, 30, tzinfo=UTC), datetime(2026, 1, 6, 2, 30, tzinfo=UTC)),
        # Summer time begins in the night of 29 March: half past three is an hour earlier then.
        (datetime(2026, 3, 28, 12, 0, tzinfo=UTC), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
    ],
)
def test_a_daily_turn_is_by_the_organisations_clock(moment, turn):
    assert Daily(time(3, 30)).after(moment) == turn


def test_turns_that_are_minutes_apart_fall_on_whole_ones():
    after = Every(timedelta(minutes=15)).after(datetime(2026, 1, 5, 10, 7, tzinfo=UTC))
    assert after == datetime(2026, 1, 5, 10, 15, tzinfo=UTC)
