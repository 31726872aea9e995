from django.tasks import task

from knoop.base import clock
from knoop.jobs.schedule import every
from knoop.leadership.dialogue.models import Dialogue, Kind


@every(minutes=15)
@task()
def conclude() -> int:
    """Sessions that have ended and of which nothing waits are done. Safe to run twice."""
    ended = list(Dialogue.objects.waiting(clock.now()).filter(kind=Kind.SESSION))
    for session in ended:
        session.conclude()
    return len(ended)
