"""When a digest comes and when it is quiet, by somebody's own clock."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Digest:
    often: str = "weekly"
    weekday: int = 0  # Monday
    hour: int = 8


def next_digest(wish: Digest, zone: str, now: datetime) -> datetime | None:
    """The first digest after `now`; None for who wants none."""
    if wish.often == "never":
        return None
    local = ZoneInfo(zone)
    day = now.astimezone(local).date()
    while True:
        turn = datetime.combine(day, time(wish.hour), local).astimezone(UTC)
        if turn > now and (wish.often == "daily" or day.weekday() == wish.weekday):
            return turn
        day += timedelta(days=1)


def after_quiet(quiet_from: int | None, quiet_until: int | None, zone: str, now: datetime) -> datetime:
    """`now`, or when it falls in somebody's quiet hours their end. Quiet hours may pass midnight."""
    if quiet_from is None or quiet_until is None or quiet_from == quiet_until:
        return now
    local = now.astimezone(ZoneInfo(zone))
    begun = local.hour >= quiet_from
    is_quiet = (
        quiet_from <= local.hour < quiet_until
        if quiet_from < quiet_until
        else begun or local.hour < quiet_until
    )
    if not is_quiet:
        return now
    day = local.date() + timedelta(days=1 if begun and quiet_from > quiet_until else 0)
    return datetime.combine(day, time(quiet_until), ZoneInfo(zone)).astimezone(UTC)
