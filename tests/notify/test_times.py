"""Digests and quiet hours by somebody's own clock."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from knoop.notify.times import Digest, after_quiet, next_digest

ZONE = "Europe/Amsterdam"
FRIDAY = datetime(2026, 11, 27, 12, tzinfo=UTC)


def test_a_weekly_digest_comes_on_its_day_and_hour():
    assert next_digest(Digest("weekly", 0, 8), ZONE, FRIDAY) == datetime(2026, 11, 30, 7, tzinfo=UTC)


def test_a_daily_digest_comes_tomorrow_when_today_is_past():
    assert next_digest(Digest("daily", 0, 8), ZONE, FRIDAY) == datetime(2026, 11, 28, 7, tzinfo=UTC)
    assert next_digest(Digest("daily", 0, 17), ZONE, FRIDAY) == datetime(2026, 11, 27, 16, tzinfo=UTC)


def test_who_wants_no_digest_has_no_next_one():
    assert next_digest(Digest("never"), ZONE, FRIDAY) is None


def test_summer_time_does_not_move_the_hour():
    march = datetime(2027, 3, 26, 12, tzinfo=UTC)
    assert next_digest(Digest("weekly", 0, 8), ZONE, march) == datetime(2027, 3, 29, 6, tzinfo=UTC)


def test_in_quiet_hours_it_waits_until_they_end_also_past_midnight():
    evening = datetime(2026, 11, 27, 21, 30, tzinfo=UTC)
    assert after_quiet(19, 7, ZONE, evening) == datetime(2026, 11, 28, 6, tzinfo=UTC)
    night = datetime(2026, 11, 28, 3, tzinfo=UTC)
    assert after_quiet(19, 7, ZONE, night) == datetime(2026, 11, 28, 6, tzinfo=UTC)
    assert after_quiet(19, 7, ZONE, FRIDAY) == FRIDAY


@given(st.integers(0, 23), st.integers(0, 23), st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)))
def test_it_never_comes_before_now_nor_in_a_quiet_hour(begin, end, moment):
    from zoneinfo import ZoneInfo

    now = moment.replace(tzinfo=UTC)
    later = after_quiet(begin, end, ZONE, now)
    hour = later.astimezone(ZoneInfo(ZONE)).hour
    is_quiet = begin <= hour < end if begin < end else begin != end and (hour >= begin or hour < end)
    assert later >= now
    assert not is_quiet
