"""When a digest comes and when it is quiet, by somebody's own clock."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils import timezone

if TYPE_CHECKING:
    from knoop.people.models import Person


@dataclass(frozen=True)
class Turn:
    """When a digest comes round."""

    is_weekly: bool = False
    weekday: int = 0  # Monday
    hour: int = 8


@dataclass(frozen=True)
class Quiet:
    """Hours of each day, which may pass midnight, and whole days in which nothing is mailed."""

    begins: int | None = None
    ends: int | None = None
    days: Collection[int] = ()

    @property
    def has_hours(self) -> bool:
        return self.begins is not None and self.ends is not None and self.begins != self.ends

    def holds(self, local: datetime) -> bool:
        return local.weekday() in self.days or self._is_in_hours(local.hour)

    def _is_in_hours(self, hour: int) -> bool:
        if self.begins is None or self.ends is None:
            return False
        if self.begins < self.ends:
            return self.begins <= hour < self.ends
        return self.begins != self.ends and (hour >= self.begins or hour < self.ends)


def zone_of(person: Person) -> tzinfo:
    """Of the person, or of the house; also where a machine's list has lost one that somebody chose."""
    try:
        return ZoneInfo(person.time_zone) if person.time_zone else timezone.get_default_timezone()
    except (ZoneInfoNotFoundError, ValueError):
        return timezone.get_default_timezone()


def next_turn(turn: Turn, zone: tzinfo, now: datetime) -> datetime:
    """The first digest after `now`; summer time doesn't move its hour."""
    day = now.astimezone(zone).date()
    while True:
        at = datetime.combine(day, time(turn.hour), zone).astimezone(UTC)
        if at > now and (not turn.is_weekly or day.weekday() == turn.weekday):
            return at
        day += timedelta(days=1)


def after_quiet(quiet: Quiet, zone: tzinfo, now: datetime) -> datetime:
    """`now`, or when it's quiet then the moment at which that ends."""
    moment = now
    for _hours_and_days_in_turn in range(16):
        local = moment.astimezone(zone)
        if not quiet.holds(local):
            return moment
        moment = _end(quiet, local, zone)
    return moment


def _end(quiet: Quiet, local: datetime, zone: tzinfo) -> datetime:
    """Of the quiet day or hours that `local` is in."""
    day, hour = local.date() + timedelta(days=1), 0
    if local.weekday() not in quiet.days and quiet.ends is not None:
        is_today = local.hour < quiet.ends
        day, hour = (local.date() if is_today else day), quiet.ends
    end = datetime.combine(day, time(hour), zone).astimezone(UTC)
    # Where the clock is put back an hour comes twice; the second time is not before the first.
    return end if end > local else datetime.combine(day, time(hour), zone).replace(fold=1).astimezone(UTC)
