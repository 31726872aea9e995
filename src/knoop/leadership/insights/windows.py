"""Windows of ninety days that end with a month: the same for every run, so that they can be compared."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo

LENGTH = timedelta(days=90)


def month_ends(first: datetime, last: datetime, zone: tzinfo) -> Iterator[datetime]:
    """The first moment of each month that has a full window of data behind it, then `last` itself.

    In UTC, because ninety days before a moment on the wall clock can be an hour off.
    """
    moment = _next_month(first.astimezone(zone))
    while moment < last:
        until = moment.astimezone(UTC)
        if until - LENGTH >= first - timedelta(days=1):
            yield until
        moment = _next_month(moment)
    yield last.astimezone(UTC)


def _next_month(moment: datetime) -> datetime:
    start = moment.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return start.replace(year=start.year + start.month // 12, month=start.month % 12 + 1)
