"""Tasks for the tests of jobs; those of another process leave files behind to tell what they did."""

import os
import time
from pathlib import Path

from django.tasks import TaskContext, task

from knoop.people.models import Unit

told: list[object] = []


class MailServerIsDown(Exception):
    pass


@task()
def note(word: str) -> str:
    told.append(word)
    return word


@task(priority=50)
def hurry(word: str) -> None:
    told.append(word)


@task(takes_context=True)
def count(context: TaskContext) -> int:
    return context.attempt


@task(tries=3)
def stumble(times: int) -> str:
    """Fails the first `times`."""
    told.append("stumble")
    if len(told) <= times:
        raise MailServerIsDown("The mail server doesn't answer.")
    return "at last"


@task()
def leave_half_done() -> None:
    """What fails within its own transaction leaves nothing behind."""
    from django.db import transaction

    with transaction.atomic():
        Unit.objects.create(name="Half", slug="half")
        raise MailServerIsDown


@task(queue_name="slow")
def plod() -> None:
    told.append("plod")


@task()
def linger(folder: str, seconds: float) -> None:
    """Takes its time, the first time."""
    mine = Path(folder)
    is_first = not list(mine.glob("begun-*"))
    (mine / f"begun-{os.getpid()}-{time.monotonic_ns()}").touch()
    if is_first:
        time.sleep(seconds)
    (mine / f"done-{os.getpid()}-{time.monotonic_ns()}").touch()
