from datetime import timedelta

from django.tasks import task

from knoop.base import clock
from knoop.jobs.models import Job
from knoop.jobs.schedule import daily

KEPT = timedelta(days=2)
FAILED_KEPT = timedelta(days=30)  # once they're put away


@daily(at="04:10")
@task()
def sweep() -> None:
    """What is done is kept for who asks how it went, and then deleted."""
    now = clock.now()
    Job.objects.filter(has_failed=False, finished_at__lt=now - KEPT).delete()
    Job.objects.filter(has_failed=True, put_away__at__lt=now - FAILED_KEPT).delete()
