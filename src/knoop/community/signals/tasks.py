from django.tasks import task

from knoop.community.signals import reminding
from knoop.jobs.schedule import daily


@daily(at="07:15")
@task()
def remind() -> int:
    """Of promises that are near or past. Safe to run twice: what was said is written down."""
    return reminding.remind()
