"""Two fixed years and the rhythm of work in them; times are told in Dutch time and kept in UTC."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

BEGINS = date(2024, 10, 1)
ENDS = date(2026, 9, 30)

# Hour of day -> how much is written; a dip at lunch, the peak after coffee.
_OFFICE_HOURS = {7: 2, 8: 7, 9: 12, 10: 13, 11: 10, 12: 4, 13: 8, 14: 11, 15: 11, 16: 9, 17: 3, 19: 1, 20: 1}
_SHIFT_HOURS = {0: 2, 2: 1, 3: 1, 5: 2, 6: 8, 7: 9, 8: 5, 9: 6, 10: 6, 11: 5, 12: 5, 13: 5, 14: 8, 15: 9,
                16: 5, 18: 3, 19: 4, 20: 4, 21: 4, 22: 6, 23: 4}  # fmt: skip

# The days the offices are closed, Dutch public holidays and the bridge days around them.
CLOSED = frozenset(
    date.fromisoformat(day)
    for day in [
        "2024-12-25",
        "2024-12-26",
        "2024-12-27",
        "2024-12-30",
        "2024-12-31",
        "2025-01-01",
        "2025-04-18",
        "2025-04-21",
        "2025-05-05",
        "2025-05-29",
        "2025-05-30",
        "2025-06-09",
        "2025-12-25",
        "2025-12-26",
        "2025-12-29",
        "2025-12-30",
        "2025-12-31",
        "2026-01-01",
        "2026-01-02",
        "2026-04-03",
        "2026-04-06",
        "2026-04-27",
        "2026-05-05",
        "2026-05-14",
        "2026-05-15",
        "2026-05-25",
    ]
)


def quietness(day: date) -> float:
    """How much of a normal day's talk there is on a day: 1 on a working day, less in holidays, 0 never."""
    if day in CLOSED:
        return 0.08
    weekday = 1.0 if day.weekday() < 4 else 0.8 if day.weekday() == 4 else 0.07
    summer = 0.5 if (7, 12) <= (day.month, day.day) <= (8, 23) else 1.0
    christmas = 0.4 if (day.month, day.day) >= (12, 20) or (day.month, day.day) <= (1, 4) else 1.0
    return weekday * summer * christmas


def moment(day: date, works_shifts: bool, random: Random) -> datetime:
    """A plausible time to write on a day, in UTC; shift staff also write at night."""
    hours = _SHIFT_HOURS if works_shifts else _OFFICE_HOURS
    (hour,) = random.choices(list(hours), weights=list(hours.values()))
    return in_utc(datetime.combine(day, time(hour, random.randrange(60), random.randrange(60))))


def after(earlier: datetime, minutes: float, works_shifts: bool) -> datetime:
    """The moment some minutes later, moved into waking or working hours of who answers.

    Answers that would fall in the night move to the next morning; office staff also skip weekends.
    """
    # Whole seconds: the last bits of logarithms differ between machines.
    local = in_dutch_time(earlier + timedelta(seconds=max(1, round(minutes * 60))))
    awake_until = 23 if works_shifts else 18
    if local.hour >= awake_until:
        local = local.replace(hour=7, minute=(local.minute * 7) % 60) + timedelta(days=1)
    elif local.hour < 7:
        local = local.replace(hour=7, minute=(local.minute * 7) % 60)
    while not works_shifts and (local.weekday() >= 5 or local.date() in CLOSED):
        local += timedelta(days=1)
    return in_utc(local)


def in_utc(local: datetime) -> datetime:
    """Dutch wall-clock time, given naive, as an aware moment in UTC."""
    return (local - timedelta(hours=2 if _is_summer_time(local.date()) else 1)).replace(tzinfo=UTC)


def in_dutch_time(moment: datetime) -> datetime:
    """An aware moment in UTC as naive Dutch wall-clock time."""
    return moment.replace(tzinfo=None) + timedelta(hours=2 if _is_summer_time(moment.date()) else 1)


def _is_summer_time(day: date) -> bool:
    # Worked out by rule: the machine's time-zone data may be absent or of another year.
    return _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)
