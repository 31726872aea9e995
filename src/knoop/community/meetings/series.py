"""The dates of a meeting that comes back: at the same hour on the wall, summer and winter."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

MOST = 52
WEEKLY, FORTNIGHTLY, MONTHLY = "weekly", "fortnightly", "monthly"
DAYS = {WEEKLY: 7, FORTNIGHTLY: 14}


def dates(first: datetime, every: str, times: int, zone: ZoneInfo) -> Iterator[datetime]:
    """`times` moments from `first` on. A month without the day (the 31st) has its last day instead."""
    local = first.astimezone(zone)
    for number in range(times):
        yield _later(local, every, number)


def _later(local: datetime, every: str, number: int) -> datetime:
    if every in DAYS:
        return local + timedelta(days=DAYS[every] * number)  # in one zone, so the hour stays what it was
    months = local.month - 1 + number
    year, month = local.year + months // 12, months % 12 + 1
    return local.replace(year=year, month=month, day=min(local.day, monthrange(year, month)[1]))
