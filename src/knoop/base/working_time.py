"""Working days: what a promise is counted in.

Pure: days are dates, and which day a moment falls on is asked with the organisation's time zone, so that
summer time and whoever reads along elsewhere change nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache

DAY = timedelta(days=1)
SATURDAY = 5
KINGS_DAY_SINCE = 2014  # before that the queen's, on the thirtieth


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by Gauss's rule as completed by Lilius and Clavius."""
    golden, century = year % 19 + 1, year // 100 + 1
    leaps_dropped = 3 * century // 4 - 12
    moon_corrected = (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - leaps_dropped - 10
    epact = (11 * golden + 20 + moon_corrected - leaps_dropped) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    moon = 44 - epact
    if moon < 21:
        moon += 30
    moon += 7 - (sunday + moon) % 7
    return date(year, 3, 1) + (moon - 1) * DAY


@lru_cache(maxsize=256)
def dutch_holidays(year: int) -> frozenset[date]:
    """The national holidays. Good Friday isn't among them: most offices are open; others add it."""
    sunday = easter(year)
    return frozenset(
        {
            date(year, 1, 1),
            sunday,
            sunday + DAY,
            _birthday(year),
            date(year, 5, 5),
            sunday + 39 * DAY,  # Ascension
            sunday + 49 * DAY,  # Whitsun
            sunday + 50 * DAY,
            date(year, 12, 25),
            date(year, 12, 26),
        }
    )


def _birthday(year: int) -> date:
    """Of the king or the queen; the day before where that is a Sunday."""
    day = date(year, 4, 27) if year >= KINGS_DAY_SINCE else date(year, 4, 30)
    return day - DAY if day.weekday() > SATURDAY else day


def is_working_day(day: date, free: Collection[date] = ()) -> bool:
    """Whether people work on `day`; `free` are the organisation's own free days."""
    return day.weekday() < SATURDAY and day not in dutch_holidays(day.year) and day not in free


def on_from(day: date, count: int, free: Collection[date] = ()) -> date:
    """The working day that is `count` working days after `day`; of 0 the first one from `day` on."""
    if count < 0:
        return _back_from(day, -count, free)
    while not is_working_day(day, free) and count == 0:
        day += DAY
    while count:
        day += DAY
        count -= is_working_day(day, free)
    return day


def _back_from(day: date, count: int, free: Collection[date]) -> date:
    while count:
        day -= DAY
        count -= is_working_day(day, free)
    return day


def days_between(first: date, last: date, free: Collection[date] = ()) -> int:
    """How many working days lie after `first` up to and with `last`; less than 0 where `last` is before."""
    if last < first:
        return -days_between(last, first, free)
    return sum(is_working_day(first + number * DAY, free) for number in range(1, (last - first).days + 1))


def day_of(moment: datetime, zone: tzinfo) -> date:
    """The day on which `moment` falls for the organisation."""
    return moment.astimezone(zone).date()
