"""Where Django's tasks go: into a table in the transaction of whoever asks, or, in tests, done at once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db import transaction
from django.tasks import DEFAULT_TASK_BACKEND_ALIAS, TaskResult
from django.tasks.backends.base import BaseTaskBackend
from django.tasks.backends.immediate import ImmediateBackend
from django.tasks.base import Task, TaskError
from django.tasks.exceptions import TaskResultDoesNotExist
from django.tasks.signals import task_enqueued
from django.utils.json import normalize_json

from knoop.jobs.models import Job
from knoop.jobs.tries import Repeatable


def enqueue_all(task: Repeatable, arguments: Iterable[list[Any]]) -> None:
    """A job of `task` for each of `arguments`, with one query; begun after whoever asks has committed."""
    task.get_backend().enqueue_all(task, arguments)


class Table(BaseTaskBackend):
    """Jobs are rows, so they are as certain as what they're about, and rolled back with it."""

    task_class = Repeatable
    supports_defer = True
    supports_get_result = True
    supports_priority = True

    def enqueue(self, task: Repeatable, args: Iterable[Any], kwargs: dict[str, Any]) -> TaskResult:
        self.validate_task(task)
        [job] = Job.objects.add(task, [(normalize_json(list(args)), normalize_json(kwargs))])
        result = result_of(job, task)
        task_enqueued.send(type(self), task_result=result)
        return result

    def enqueue_all(self, task: Repeatable, arguments: Iterable[list[Any]]) -> None:
        self.validate_task(task)
        Job.objects.add(task, [(normalize_json(args), {}) for args in arguments])

    def get_result(self, result_id: str) -> TaskResult:
        job = Job.objects.filter(pk=result_id).first() if str(result_id).isdecimal() else None
        if job is None:
            raise TaskResultDoesNotExist(f"There is no job {result_id}; what is done is kept for two days.")
        return result_of(job, job.called)


class AtOnce(ImmediateBackend):
    """For tests: a task is done when it's asked for; many are done when whoever asks has committed."""

    task_class = Repeatable
    supports_defer = True

    def enqueue_all(self, task: Repeatable, arguments: Iterable[list[Any]]) -> None:
        for args in arguments:
            transaction.on_commit(partial(self.enqueue, task, args, {}))


def result_of(job: Job, task: Task) -> TaskResult:
    """The job in the form that Django's tasks know."""
    errors = [TaskError(exception_class_path=one["kind"], traceback=one["traceback"]) for one in job.faults]
    result = TaskResult(
        task=task,
        id=str(job.pk),
        status=job.status,
        enqueued_at=job.enqueued_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
        last_attempted_at=job.last_attempted_at,
        args=job.args,
        kwargs=job.kwargs,
        backend=DEFAULT_TASK_BACKEND_ALIAS,
        errors=errors,
        worker_ids=[job.worker] * job.attempts,
    )
    object.__setattr__(result, "_return_value", job.return_value)  # frozen; Django's own backends do so too
    return result
