"""Jobs that nobody tries any more, and what an administrator does with them.

The room of jobs lies below the log of events, so the acts are written down here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Min

from knoop.administration.verbs import BroughtBack, PutAway, TriedAgain
from knoop.base import clock
from knoop.events.models import Event
from knoop.jobs.models import Job
from knoop.people.models import Person

SHOWN = 50
LATE = timedelta(minutes=5)


@dataclass(frozen=True)
class Overview:
    failed: list[Job]
    failed_count: int
    put_away: list[Job]
    waiting: int
    is_late: bool  # something should have been begun long ago: probably nothing works


def overview() -> Overview:
    """What the page of jobs shows, in four queries."""
    to_do = Job.objects.filter(finished_at=None, due_at__lte=clock.now())
    waiting = to_do.count()
    oldest = to_do.aggregate(oldest=Min("due_at"))["oldest"] if waiting else None
    failed = list(Job.objects.failed()[: SHOWN + 1])
    return Overview(
        failed=failed[:SHOWN],
        failed_count=len(failed) if len(failed) <= SHOWN else Job.objects.failed().count(),
        put_away=list(Job.objects.put_away().select_related("put_away__by")[:SHOWN]),
        waiting=waiting,
        is_late=oldest is not None and clock.now() - oldest > LATE,
    )


@transaction.atomic
def try_again(job: Job, by: Person) -> None:
    if job.try_again():
        Event.objects.record(by, TriedAgain(job.pk), about=job)


@transaction.atomic
def put_away(job: Job, by: Person) -> None:
    if job.set_aside(by):
        Event.objects.record(by, PutAway(job.pk), about=job)


@transaction.atomic
def bring_back(job: Job, by: Person) -> None:
    if job.bring_back():
        Event.objects.record(by, BroughtBack(job.pk), about=job)
