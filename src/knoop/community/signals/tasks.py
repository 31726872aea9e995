from django.tasks import task

from knoop.community.signals import reminding
from knoop.community.signals.models import Box, Envelope, Outline, Signal
from knoop.jobs.schedule import daily


@daily(at="07:15")
@task()
def remind() -> int:
    """Of promises that are near or past. Safe to run twice: what was said is written down."""
    return reminding.remind()


@daily(at="04:10")
@task()
def outline() -> int:
    """Reads signals that nobody asked after since they were brought in, or since an upgrade."""
    return Outline.objects.write(Signal.objects.all())


@daily(at="06:30")
@task()
def put_out_confidential() -> int:
    """All of yesterday and the night together, so that no hour says whose they are."""
    return Envelope.objects.put_out() + Box.objects.tell_of_letters()
