"""Work to be done after the page was sent: what waits, what is in hand, what went wrong."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from traceback import format_exception
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.tasks import TaskResultStatus
from django.utils.module_loading import import_string

from knoop.base import clock
from knoop.jobs.tries import DELAYS, TRIES, Repeatable


class JobQuerySet(models.QuerySet["Job"]):
    def due(self, queue: str) -> JobQuerySet:
        """What may be taken up now: also a job whose worker let its lease run out."""
        return self.filter(finished_at=None, queue=queue, due_at__lte=clock.now())

    def failed(self) -> JobQuerySet:
        """Jobs that nobody tries any more, the newest first."""
        return self.filter(has_failed=True, put_away=None).order_by("-finished_at", "-pk")

    def put_away(self) -> JobQuerySet:
        return self.filter(has_failed=True).exclude(put_away=None).order_by("-finished_at", "-pk")

    def overdue(self, since: timedelta) -> JobQuerySet:
        """What should have been begun that long ago, and wasn't."""
        return self.filter(finished_at=None, due_at__lt=clock.now() - since)

    def claim(self, worker: str, queue: str, lease: timedelta) -> Job | None:
        """Lends `worker` the job that is most due; no two workers are lent the same one."""
        if not self.due(queue).exists():  # on SQLite asking is free, and claiming stops all who write
            return None
        with transaction.atomic():
            first = self.due(queue).order_by("-priority", "due_at", "pk")
            job = first.select_for_update(skip_locked=True).first()
            if job:
                job.lend(worker, lease)
        return job

    def add(self, task: Repeatable, arguments: Iterable[tuple[list[Any], dict[str, Any]]]) -> list[Job]:
        """Adds a job of `task` for each of `arguments`, in the transaction of whoever asks."""
        now = clock.now()
        return self.bulk_create(
            Job(
                task=task.module_path,
                queue=task.queue_name,
                priority=task.priority,
                args=args,
                kwargs=kwargs,
                enqueued_at=now,
                due_at=task.run_after or now,
            )
            for args, kwargs in arguments
        )


class Job(models.Model):
    """One call of a task.

    `due_at` is when a worker may take it up: for what waits its moment, for what is in hand the end of the
    lease. So the job of a worker that was killed is due again by itself.
    """

    task = models.CharField(max_length=200)
    queue = models.CharField(max_length=20)
    priority = models.SmallIntegerField(default=0)
    args = models.JSONField()
    kwargs = models.JSONField()
    enqueued_at = models.DateTimeField()
    due_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    worker = models.CharField(max_length=80, blank=True)  # who has it in hand, or had it last
    is_lent = models.BooleanField(default=False)
    started_at = models.DateTimeField(null=True)
    last_attempted_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    has_failed = models.BooleanField(default=False)
    return_value = models.JSONField(null=True)
    faults = models.JSONField(default=list)  # one for each try that went wrong: at, kind, words, traceback

    objects = JobQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                models.F("queue"),
                models.F("priority").desc(),
                models.F("due_at"),
                condition=models.Q(finished_at=None),
                name="job_to_do",
            ),
            models.Index("has_failed", "finished_at", name="job_done"),
        ]

    def __str__(self) -> str:
        return f"{self.task}({', '.join(map(str, self.args))})"

    @property
    def status(self) -> TaskResultStatus:
        if self.finished_at:
            return TaskResultStatus.FAILED if self.has_failed else TaskResultStatus.SUCCESSFUL
        return TaskResultStatus.RUNNING if self.is_lent else TaskResultStatus.READY

    @property
    def last_fault(self) -> dict[str, str] | None:
        return self.faults[-1] if self.faults else None

    @property
    def called(self) -> Repeatable:
        """The task itself. Raises ImportError when the room that had it is gone."""
        task: Repeatable = import_string(self.task)
        return task

    @property
    def tries(self) -> int:
        try:
            return getattr(self.called, "tries", TRIES)
        except ImportError:
            return TRIES

    def lend(self, worker: str, lease: timedelta) -> None:
        now = clock.now()
        self.worker, self.is_lent, self.attempts = worker, True, self.attempts + 1
        self.started_at = self.started_at or now
        self.last_attempted_at = now
        self.due_at = now + lease
        self.save(
            update_fields=["worker", "is_lent", "attempts", "started_at", "last_attempted_at", "due_at"]
        )

    def hold(self, lease: timedelta) -> bool:
        """Lengthens the lease. False when somebody else has it by now."""
        return self._if_mine(due_at=clock.now() + lease)

    def succeed(self, value: Any) -> bool:
        return self._if_mine(finished_at=clock.now(), is_lent=False, return_value=value)

    def fail(self, fault: BaseException) -> bool:
        """Writes down what went wrong; the job is tried again later, or ends among the failed ones."""
        now = clock.now()
        faults = [*self.faults, _in_words(fault, now)]
        if self.attempts < self.tries:
            later = now + DELAYS[min(self.attempts, len(DELAYS)) - 1]
            return self._if_mine(due_at=later, is_lent=False, faults=faults)
        return self._if_mine(finished_at=now, is_lent=False, has_failed=True, faults=faults)

    def _if_mine(self, **columns: object) -> bool:
        """Changes the row unless its lease ran out and another worker took it."""
        mine = Job.objects.filter(pk=self.pk, worker=self.worker, attempts=self.attempts, finished_at=None)
        if not mine.update(**columns):
            return False
        for name, value in columns.items():
            setattr(self, name, value)
        return True

    @transaction.atomic
    def try_again(self) -> bool:
        """Lets a failed job start anew, with as many tries as a new one. False when it has already."""
        PutAway.objects.filter(job=self).delete()
        failed = Job.objects.filter(pk=self.pk, has_failed=True)
        return bool(failed.update(finished_at=None, has_failed=False, attempts=0, due_at=clock.now()))

    def set_aside(self, by: models.Model) -> bool:
        """Takes a failed job from the list. False when somebody did already, or it is tried again."""
        if not Job.objects.filter(pk=self.pk, has_failed=True).exists():
            return False
        return PutAway.objects.get_or_create(job=self, defaults={"by": by})[1]

    def bring_back(self) -> bool:
        return bool(PutAway.objects.filter(job=self).delete()[0])


class PutAway(models.Model):
    """That a failed job needs nobody any more."""

    job = models.OneToOneField(Job, models.CASCADE, related_name="put_away")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.job_id} put away"


class Turn(models.Model):
    """When a task of the schedule is next; one row for all workers, so that one of them hands it out."""

    task = models.CharField(max_length=200, unique=True)
    next_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.task} at {self.next_at}"


def _in_words(fault: BaseException, at: datetime) -> dict[str, str]:
    kind = type(fault)
    return {
        "at": at.isoformat(),
        "kind": f"{kind.__module__}.{kind.__qualname__}",
        "words": str(fault)[:500],
        "traceback": "".join(format_exception(fault))[-20_000:],
    }
