"""Does the jobs: one thread for each queue, so that what takes long doesn't hold up what is quick."""

from __future__ import annotations

import logging
import os
import socket
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from secrets import token_hex

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connections
from django.tasks import TaskContext
from django.tasks.signals import task_finished, task_started
from django.utils import translation
from django.utils.json import normalize_json

from knoop.jobs import schedule
from knoop.jobs.backends import Table, result_of
from knoop.jobs.models import Job
from knoop.jobs.tries import Repeatable

LEASE = timedelta(seconds=60)
LOOKS_AGAIN = 0.5  # seconds after it found nothing to do
LOOKS_AT_THE_CLOCK = 10.0  # seconds between two looks at the schedule
WAITS_FOR_DATABASE = 3.0  # seconds

log = logging.getLogger(__name__)


class WorkerDied(Exception):
    def __str__(self) -> str:
        return (
            "Each worker that took this up stopped before it was done: killed, or out of memory. "
            "Look what the machine's log says, and try again."
        )


class Worker:
    """Does the jobs of one queue, one after the other."""

    def __init__(self, queue: str, lease: timedelta = LEASE) -> None:
        self.queue = queue
        self.lease = lease
        self.name = f"{socket.gethostname()[:50]}-{os.getpid()}-{token_hex(4)}"
        self.in_hand: Job | None = None

    def work(self, stop: threading.Event, looks_at_clock: bool = False) -> None:
        """Until `stop` is set; the job in hand is finished first."""
        beating = threading.Thread(target=self._beat, args=[stop], daemon=True)
        beating.start()
        looked = float("-inf")
        while not stop.is_set():
            try:
                close_old_connections()
                if looks_at_clock and time.monotonic() - looked >= LOOKS_AT_THE_CLOCK:
                    looked = time.monotonic()
                    schedule.hand_out()
                if not self.do_one():
                    stop.wait(LOOKS_AGAIN)
            except DatabaseError:
                log.exception("The database doesn't answer; trying again in a moment.")
                connections.close_all()
                stop.wait(WAITS_FOR_DATABASE)
        connections.close_all()

    def do_one(self) -> bool:
        """Does the job that is most due. False when none is."""
        job = Job.objects.claim(self.name, self.queue, self.lease)
        if job is None:
            return False
        self.in_hand = job
        try:
            self._do(job)
        finally:
            self.in_hand = None
        return True

    def _do(self, job: Job) -> None:
        if job.attempts > job.tries:  # each time its worker was gone before it could say what went wrong
            job.fail(WorkerDied())
            return
        try:
            task = job.called
            task_started.send(Table, task_result=result_of(job, task))
            with translation.override(settings.LANGUAGE_CODE):
                value = normalize_json(_call(task, job))
        except (Exception, SystemExit) as fault:
            is_last = job.attempts >= job.tries
            log.log(
                logging.ERROR if is_last else logging.WARNING,
                "%s went wrong, try %s of %s",
                job,
                job.attempts,
                job.tries,
                exc_info=fault,
            )
            connections["default"].close_if_unusable_or_obsolete()
            job.fail(fault)
        else:
            if job.succeed(value):
                task_finished.send(Table, task_result=result_of(job, task))

    def _beat(self, stop: threading.Event) -> None:
        """Keeps the lease of the job in hand from running out, also after it was asked to stop."""
        apart = self.lease.total_seconds() / 3
        while self.in_hand or not stop.is_set():
            time.sleep(min(apart, 1.0) if stop.is_set() else apart)
            job = self.in_hand
            try:
                if job and not job.hold(self.lease):
                    log.warning("%s took longer than its lease; another worker has it.", job)
            except DatabaseError:
                connections.close_all()
        connections.close_all()


def _call(task: Repeatable, job: Job) -> object:
    if task.takes_context:
        return task.call(TaskContext(task_result=result_of(job, task)), *job.args, **job.kwargs)
    return task.call(*job.args, **job.kwargs)


def work(is_over: Callable[[], bool], stop: threading.Event, lease: timedelta = LEASE) -> None:
    """All queues, until `stop` is set or `is_over`; returns when what was in hand is done."""
    queues = settings.TASKS["default"]["QUEUES"]
    threads = [
        threading.Thread(target=Worker(queue, lease).work, args=[stop, place == 0], name=queue)
        for place, queue in enumerate(queues)
    ]
    for thread in threads:
        thread.start()
    while not stop.wait(1.0):
        if is_over():
            stop.set()
    for thread in threads:
        thread.join()
