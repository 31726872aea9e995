"""Working days: over weekends, holidays and the ends of summer time."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knoop.base.working_time import day_of, days_between, dutch_holidays, easter, is_working_day, on_from

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
COUNTS = st.integers(0, 60)
FREE = st.frozensets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=10)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(
    "sunday",
    [
        *("1954-04-18", "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23"),
        *("2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2285-03-22"),
    ],
)
def test_easter_is_when_the_almanac_says(sunday: str) -> None:
    assert easter(int(sunday[:4])) == date.fromisoformat(sunday)


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


def test_easter_agrees_with_another_way_to_reckon_it() -> None:
    """The anonymous algorithm of Meeus, Jones and Butcher."""

    def butcher(year: int) -> date:
        a, (b, c) = year % 19, divmod(year, 100)
        d, e = divmod(b, 4)
        g = (8 * b + 13) // 25
        h = (19 * a + b - d - g + 15) % 30
        i, k = divmod(c, 4)
        shift = (32 + 2 * e + 2 * i - h - k) % 7
        m = (a + 11 * h + 19 * shift) // 433
        month = (h + shift - 7 * m + 90) // 25
        return date(year, month, (h + shift - 7 * m + 33 * month + 19) % 32)

    assert [easter(year) for year in range(1583, 4100)] == [butcher(year) for year in range(1583, 4100)]


def test_the_holidays_of_a_year_are_those_of_the_netherlands() -> None:
    days = ["01-01", "04-05", "04-06", "04-27", "05-05", "05-14", "05-24", "05-25", "12-25", "12-26"]
    assert dutch_holidays(2026) == {date.fromisoformat(f"2026-{day}") for day in days}


def test_the_kings_day_is_a_day_earlier_where_it_would_be_a_sunday() -> None:
    assert date(2025, 4, 26) in dutch_holidays(2025)
    assert date(2025, 4, 27) not in dutch_holidays(2025)


def test_five_working_days_from_a_thursday_go_over_the_weekend_and_christmas() -> None:
    assert on_from(date(2026, 12, 24), 5) == date(2027, 1, 4)  # 28, 29, 30, 31 December; not 1 January


def test_own_free_days_are_left_out_too() -> None:
    assert on_from(date(2026, 7, 1), 2) == date(2026, 7, 3)
    assert on_from(date(2026, 7, 1), 2, {date(2026, 7, 2)}) == date(2026, 7, 6)


@given(DAYS, COUNTS, FREE)
def test_what_comes_after_some_working_days_is_one(day: date, count: int, free: frozenset[date]) -> None:
    assert is_working_day(on_from(day, count, free), free)


@given(DAYS, st.integers(1, 60), FREE)
def test_as_many_working_days_lie_between_as_were_asked(day: date, count: int, free: frozenset[date]) -> None:
    assert days_between(day, on_from(day, count, free), free) == count


@given(DAYS, COUNTS, COUNTS, FREE)
def test_some_and_then_some_more_is_all_at_once(day: date, a: int, b: int, free: frozenset[date]) -> None:
    start = on_from(day, 0, free)
    assert on_from(on_from(start, a, free), b, free) == on_from(start, a + b, free)


@given(DAYS, st.integers(1, 40), FREE)
def test_forth_and_back_ends_where_it_began(day: date, count: int, free: frozenset[date]) -> None:
    start = on_from(day, 0, free)
    assert on_from(on_from(start, count, free), -count, free) == start


@given(DAYS, COUNTS)
def test_it_never_takes_more_than_the_calendar_can_hold_free(day: date, count: int) -> None:
    assert on_from(day, count) - day <= timedelta(days=2 * count + 7)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-03-28T22:59", "2026-03-28"),  # winter time: an hour ahead
        ("2026-03-28T23:00", "2026-03-29"),
        ("2026-03-29T21:59", "2026-03-29"),  # that night summer time began: two hours
        ("2026-03-29T22:00", "2026-03-30"),
        ("2026-10-25T22:59", "2026-10-25"),  # and ended
        ("2026-10-25T23:00", "2026-10-26"),
    ],
)
def test_a_day_is_that_of_the_organisations_clock(moment: str, day: str) -> None:
    at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert day_of(at, AMSTERDAM) == date.fromisoformat(day)
