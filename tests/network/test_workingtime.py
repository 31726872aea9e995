"""A clock that runs only while people work."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from knoop.network.workingtime import UnusableHours, WorkingHours

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
HOUR = 3600.0
OFFICE = WorkingHours.office(AMSTERDAM, holidays=[date(2025, 12, 25), date(2025, 12, 26)])
NIGHT = WorkingHours(week=(((22.0, 30.0),),) * 7, timezone=AMSTERDAM)
SHIFTS = WorkingHours(
    week=(((6.0, 10.5), (11.0, 14.0)), ((22.0, 30.0),), (), ((9.0, 17.0),), (), ((20.0, 26.0),), ()),
    timezone=AMSTERDAM,
    holidays=frozenset({date(2025, 3, 29), date(2025, 6, 9)}),
)
moments = some.integers(1_735_000_000, 1_767_000_000)  # around 2025


def at(*when):
    return datetime(*when, tzinfo=AMSTERDAM).timestamp()


def hours(calendar, start, end):
    return float(calendar.seconds_between(start, end)) / HOUR


def test_a_question_of_friday_afternoon_has_waited_two_hours_on_monday_at_ten():
    assert hours(OFFICE, at(2025, 11, 7, 16), at(2025, 11, 10, 10)) == 2


def test_a_weekend_holds_no_working_time():
    assert hours(OFFICE, at(2025, 11, 7, 17), at(2025, 11, 10, 9)) == 0


def test_holidays_hold_no_working_time():
    assert hours(OFFICE, at(2025, 12, 24, 16), at(2025, 12, 29, 10)) == 2


def test_a_working_week_over_the_start_of_summer_time_has_forty_hours():
    assert hours(OFFICE, at(2025, 3, 28, 12), at(2025, 4, 4, 12)) == 40


@pytest.mark.parametrize(("day", "long"), [((2025, 3, 29), 7), ((2025, 10, 25), 9), ((2025, 6, 1), 8)])
def test_a_night_shift_loses_an_hour_to_summer_time_and_gets_it_back(day, long):
    assert hours(NIGHT, at(*day, 21), at(*day, 21) + 12 * HOUR) == long


def test_part_of_a_night_shift_of_yesterday_counts():
    assert hours(NIGHT, at(2025, 6, 2, 3), at(2025, 6, 2, 5)) == 2


def test_a_moment_before_the_start_gives_negative_time():
    assert hours(OFFICE, at(2025, 11, 10, 10), at(2025, 11, 7, 16)) == -2


def test_nobody_works_in_a_calendar_without_shifts():
    idle = WorkingHours(week=((),) * 7, timezone=AMSTERDAM)
    assert hours(idle, at(2025, 1, 1), at(2025, 12, 31)) == 0


def test_no_moments_take_no_time():
    assert OFFICE.seconds_between(np.zeros(0), np.zeros(0)).shape == (0,)


def by_walking(calendar, start, end):
    """Working minutes counted one by one, asking the wall clock of each."""
    worked = 0
    for minute in range(start, end, 60):
        local = datetime.fromtimestamp(minute, UTC).astimezone(calendar.timezone)
        for back in (0, 1):
            day = local.date() - timedelta(days=back)
            hour = local.hour + local.minute / 60 + 24 * back
            if day not in calendar.holidays:
                worked += sum(a <= hour < b for a, b in calendar.week[day.weekday()])
    return worked * 60.0


@settings(max_examples=25, deadline=None)
@given(start=moments, days=some.integers(0, 6), minutes=some.integers(0, 1440))
@pytest.mark.parametrize("calendar", [OFFICE, NIGHT, SHIFTS])
def test_counting_minute_by_minute_gives_the_same(calendar, start, days, minutes):
    start -= start % 60
    end = start + 86_400 * days + 60 * minutes
    assert float(calendar.seconds_between(start, end)) == by_walking(calendar, start, end)


@pytest.mark.parametrize("day", [1_743_199_200, 1_761_343_200])  # the nights the clock changes
@pytest.mark.parametrize("calendar", [NIGHT, SHIFTS])
def test_counting_minute_by_minute_gives_the_same_while_the_clock_changes(calendar, day):
    for late in range(0, 48 * 3600, 7200):
        start, end = day + late, day + late + 26 * 3600
        assert float(calendar.seconds_between(start, end)) == by_walking(calendar, start, end)


@settings(max_examples=50, deadline=None)
@given(moments=some.lists(moments, min_size=3, max_size=3))
def test_working_time_adds_up(moments):
    a, b, c = moments
    whole = SHIFTS.seconds_between(a, c)
    assert SHIFTS.seconds_between(a, b) + SHIFTS.seconds_between(b, c) == pytest.approx(whole, abs=1e-6)


@settings(max_examples=50, deadline=None)
@given(start=moments, length=some.integers(0, 10**7))
def test_working_time_is_never_longer_than_the_wall_clock(start, length):
    assert 0 <= SHIFTS.seconds_between(start, start + length) <= length


@settings(max_examples=25, deadline=None)
@given(pairs=some.lists(some.tuples(moments, moments), min_size=1, max_size=20))
def test_many_at_once_are_as_one_by_one(pairs):
    start, end = np.array(pairs, dtype=float).T
    one_by_one = [float(OFFICE.seconds_between(a, b)) for a, b in pairs]
    assert OFFICE.seconds_between(start, end) == pytest.approx(one_by_one, abs=1e-6)


@pytest.mark.parametrize("moment", [np.nan, np.inf, 1_762_000_000_000.0])
def test_what_is_no_moment_in_seconds_is_refused(moment):
    with pytest.raises(UnusableHours, match="seconds since 1970"):
        OFFICE.seconds_between([at(2025, 1, 1), moment], at(2025, 1, 2))


@pytest.mark.parametrize(
    ("week", "why"),
    [
        (((),) * 5, "7 days"),
        (((17.0, 9.0),), "is none"),
        (((9.0, 12.0), (11.0, 17.0)), "overlap"),
        (((13.0, 17.0), (9.0, 12.0)), "overlap"),
    ],
)
def test_hours_that_mean_nothing_are_refused(week, why):
    week = week if len(week) == 5 else (week, *((),) * 6)
    with pytest.raises(UnusableHours, match=why):
        WorkingHours(week=week, timezone=AMSTERDAM)


def test_a_night_shift_may_not_run_into_the_morning_shift():
    with pytest.raises(UnusableHours, match="overlap"):
        WorkingHours(week=(((6.0, 14.0),), (), (), (), (), (), ((22.0, 31.0),)), timezone=AMSTERDAM)
