"""Digests and quiet hours by somebody's own clock."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from knoop.notify.times import Quiet, Turn, after_quiet, next_turn

HERE = ZoneInfo("Europe/Amsterdam")
FRIDAY = datetime(2026, 11, 27, 12, tzinfo=UTC)


def test_a_weekly_digest_comes_on_its_day_and_hour():
    assert next_turn(Turn(True, 0, 8), HERE, FRIDAY) == datetime(2026, 11, 30, 7, tzinfo=UTC)


def test_a_daily_digest_comes_tomorrow_when_today_is_past():
    assert next_turn(Turn(hour=8), HERE, FRIDAY) == datetime(2026, 11, 28, 7, tzinfo=UTC)
    assert next_turn(Turn(hour=17), HERE, FRIDAY) == datetime(2026, 11, 27, 16, tzinfo=UTC)


def test_summer_time_does_not_move_the_hour_of_a_digest():
    march = datetime(2027, 3, 26, 12, tzinfo=UTC)
    assert next_turn(Turn(True, 0, 8), HERE, march) == datetime(2027, 3, 29, 6, tzinfo=UTC)


def test_in_quiet_hours_it_waits_until_they_end_also_past_midnight():
    nights = Quiet(19, 7)
    evening = datetime(2026, 11, 27, 21, 30, tzinfo=UTC)
    assert after_quiet(nights, HERE, evening) == datetime(2026, 11, 28, 6, tzinfo=UTC)
    night = datetime(2026, 11, 28, 3, tzinfo=UTC)
    assert after_quiet(nights, HERE, night) == datetime(2026, 11, 28, 6, tzinfo=UTC)
    assert after_quiet(nights, HERE, FRIDAY) == FRIDAY


def test_what_comes_up_on_a_friday_evening_waits_through_a_quiet_weekend_and_its_night():
    evening = datetime(2026, 11, 27, 21, 30, tzinfo=UTC)
    monday_at_eight = datetime(2026, 11, 30, 7, tzinfo=UTC)
    assert after_quiet(Quiet(18, 8, {5, 6}), HERE, evening) == monday_at_eight
    assert after_quiet(Quiet(days={5, 6}), HERE, datetime(2026, 11, 28, 9, tzinfo=UTC)) == datetime(
        2026, 11, 29, 23, tzinfo=UTC
    )


def test_quiet_hours_end_at_their_hour_in_the_nights_in_which_the_clock_is_moved():
    nights = Quiet(22, 7)
    before_summer = datetime(2027, 3, 27, 22, tzinfo=UTC)
    assert after_quiet(nights, HERE, before_summer) == datetime(2027, 3, 28, 5, tzinfo=UTC)
    before_winter = datetime(2026, 10, 24, 21, tzinfo=UTC)
    assert after_quiet(nights, HERE, before_winter) == datetime(2026, 10, 25, 6, tzinfo=UTC)


def test_an_hour_that_comes_twice_or_not_at_all_ends_quiet_hours_all_the_same():
    first_half_past_two = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert after_quiet(Quiet(22, 3), HERE, first_half_past_two) == datetime(2026, 10, 25, 2, tzinfo=UTC)
    missing = datetime(2027, 3, 28, 0, 30, tzinfo=UTC)
    assert after_quiet(Quiet(22, 2), HERE, missing) == datetime(2027, 3, 28, 1, tzinfo=UTC)


moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1))


@given(st.integers(0, 23), st.integers(0, 23), st.sets(st.integers(0, 6), max_size=6), moments)
def test_it_never_comes_before_now_nor_while_it_is_quiet(begin, end, days, moment):
    now = moment.replace(tzinfo=UTC)
    quiet = Quiet(begin, end, days)
    later = after_quiet(quiet, HERE, now)
    assert later >= now
    assert not quiet.holds(later.astimezone(HERE))
