"""How often a task is tried, and how long between: what failed is given time to get well."""

from dataclasses import dataclass
from datetime import timedelta

from django.tasks import Task

DELAYS = (
    timedelta(seconds=10),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
)
TRIES = len(DELAYS) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeatable(Task):
    """What `@task(tries=...)` makes of a function. Another try must not do double what the first one did."""

    tries: int = TRIES
