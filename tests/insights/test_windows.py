"""Windows of ninety days that end with a month."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knoop.leadership.insights.windows import LENGTH, month_ends

HERE = ZoneInfo("Europe/Amsterdam")
ZONES = st.sampled_from([HERE, UTC, ZoneInfo("America/Curacao"), ZoneInfo("Australia/Lord_Howe")])
MOMENTS = st.datetimes(datetime(2015, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
PERIODS = st.tuples(MOMENTS, MOMENTS).map(sorted)


def ends(first: datetime, last: datetime, zone=HERE) -> list[datetime]:
    return list(month_ends(first, last, zone))


@given(PERIODS, ZONES)
def test_windows_come_in_order_and_each_once(period: list[datetime], zone) -> None:
    assert all(one < other for one, other in pairwise(ends(*period, zone)))


@given(PERIODS, ZONES)
def test_the_last_window_ends_with_the_last_act(period: list[datetime], zone) -> None:
    assert ends(*period, zone)[-1] == period[1]


@given(PERIODS, ZONES)
def test_each_other_window_ends_as_a_month_begins_on_the_wall_clock(period: list[datetime], zone) -> None:
    for until in ends(*period, zone)[:-1]:
        local = until.astimezone(zone)
        assert (local.day, local.hour, local.minute, local.second, local.microsecond) == (1, 0, 0, 0, 0)


@given(PERIODS, ZONES)
def test_each_month_after_the_first_full_window_is_there(period: list[datetime], zone) -> None:
    months = [until.astimezone(zone) for until in ends(*period, zone)[:-1]]
    numbers = [month.year * 12 + month.month for month in months]
    assert all(other == one + 1 for one, other in pairwise(numbers))
    if months:
        assert period[1] - months[-1] <= timedelta(days=31, hours=1)
        assert months[0] - period[0] <= LENGTH + timedelta(days=32)


@given(PERIODS, ZONES)
def test_each_other_window_is_filled_to_a_day(period: list[datetime], zone) -> None:
    assert all(until - LENGTH >= period[0] - timedelta(days=1) for until in ends(*period, zone)[:-1])


@given(PERIODS, ZONES)
def test_each_window_is_ninety_days_of_24_hours(period: list[datetime], zone) -> None:
    assert all(
        until.timestamp() - (until - LENGTH).timestamp() == 90 * 24 * 3600 for until in ends(*period, zone)
    )


def test_a_year_turns_like_any_month() -> None:
    found = ends(datetime(2024, 8, 1, tzinfo=UTC), datetime(2025, 2, 10, tzinfo=UTC))
    local = [f"{until.astimezone(HERE):%Y-%m-%d %H:%M}" for until in found]
    assert local == [
        *("2024-11-01 00:00", "2024-12-01 00:00", "2025-01-01 00:00", "2025-02-01 00:00"),
        "2025-02-10 01:00",
    ]


def test_summer_time_moves_no_month() -> None:
    found = ends(datetime(2024, 12, 1, tzinfo=UTC), datetime(2025, 4, 2, tzinfo=UTC))
    assert found[:-1] == [datetime(2025, 2, 28, 23, tzinfo=UTC), datetime(2025, 3, 31, 22, tzinfo=UTC)]


@pytest.mark.parametrize("last", [datetime(2025, 4, 1, tzinfo=HERE), datetime(2024, 12, 1, tzinfo=HERE)])
def test_an_act_as_a_month_begins_makes_one_window_and_not_two(last: datetime) -> None:
    found = ends(datetime(2024, 8, 1, tzinfo=HERE), last)
    assert found.count(last) == 1


def test_a_single_act_makes_one_window() -> None:
    moment = datetime(2025, 5, 5, tzinfo=UTC)
    assert ends(moment, moment) == [moment]
