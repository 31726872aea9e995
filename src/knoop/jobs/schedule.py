"""What is done by the clock, said in the room that needs it:

    @daily(at="03:30")
    @task()
    def tidy(): ...

A turn that was missed because nothing ran is taken once afterwards, and none is taken while the last one
isn't finished.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Protocol

from django.db import transaction
from django.utils import timezone

from knoop.base import clock
from knoop.jobs.models import Job, Turn
from knoop.jobs.tries import Repeatable

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Rhythm(Protocol):
    def after(self, moment: datetime) -> datetime:
        """The first turn later than `moment`."""


@dataclass(frozen=True)
class Every:
    apart: timedelta

    def after(self, moment: datetime) -> datetime:
        return EPOCH + ((moment - EPOCH) // self.apart + 1) * self.apart


@dataclass(frozen=True)
class Daily:
    at: time

    def after(self, moment: datetime) -> datetime:
        """By the organisation's clock, also where summer time begins or ends between two turns."""
        zone = timezone.get_default_timezone()
        day = moment.astimezone(zone).date()
        while True:
            turn = datetime.combine(day, self.at, zone).astimezone(UTC)
            if turn > moment:
                return turn
            day += timedelta(days=1)


_rhythms: dict[str, tuple[Repeatable, Rhythm]] = {}


def every(**apart: float) -> Callable[[Repeatable], Repeatable]:
    """Has the task done again and again, `hours=`, `minutes=` or `seconds=` apart."""
    return _to(Every(timedelta(**apart)))


def daily(at: str) -> Callable[[Repeatable], Repeatable]:
    """Has the task done each day at that time of the organisation's clock, such as "03:30"."""
    return _to(Daily(time.fromisoformat(at)))


def _to(rhythm: Rhythm) -> Callable[[Repeatable], Repeatable]:
    def add(task: Repeatable) -> Repeatable:
        _rhythms[task.module_path] = (task, rhythm)
        return task

    return add


def hand_out() -> int:
    """Turns that have come become jobs. Returns how many; safe with any number of workers."""
    now = clock.now()
    turns = {turn.task: turn for turn in Turn.objects.all()}
    handed = 0
    for name, (task, rhythm) in _rhythms.items():
        next_at = rhythm.after(now)
        turn = turns.get(name) or Turn.objects.get_or_create(task=name, defaults={"next_at": next_at})[0]
        if turn.next_at <= now:
            handed += _take(turn, task, next_at)
        elif turn.next_at > next_at:  # it was said to be rarer before
            Turn.objects.filter(pk=turn.pk, next_at=turn.next_at).update(next_at=next_at)
    return handed


@transaction.atomic
def _take(turn: Turn, task: Repeatable, next_at: datetime) -> bool:
    """Whoever moves the turn on hands out its job."""
    if not Turn.objects.filter(pk=turn.pk, next_at=turn.next_at).update(next_at=next_at):
        return False
    if Job.objects.filter(task=turn.task, finished_at=None, args=[], kwargs={}).exists():
        return False
    task.enqueue()
    return True
