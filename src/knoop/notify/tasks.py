from datetime import timedelta

from django.conf import settings
from django.tasks import task

from knoop.base import clock
from knoop.jobs.schedule import daily, every
from knoop.notify import digests, fetching, mailing
from knoop.notify.models import Arrived, Letter

KEPT = timedelta(days=120)  # longer than answers are taken


@task(queue_name="mail", tries=3)
def send() -> None:
    """Hands out digests and sends what is due; what can't be sent now waits by itself."""
    digests.hand_out()
    if mailing.send_due():
        send.enqueue()


@task(queue_name="mail", tries=3)
def fetch() -> None:
    """Reads what came in. When the mailbox can't be reached, the next turn tries again."""
    if settings.MAILBOX and fetching.fetch(settings.MAILBOX):
        send.enqueue()


# Where there's no mail, no job says so each minute.
if settings.MAILS:
    every(minutes=1)(send)
if settings.MAILBOX:
    every(minutes=1)(fetch)


@daily(at="04:20")
@task()
def forget() -> None:
    """Of what was sent and what came in is kept only for as long as somebody may ask."""
    old = clock.now() - KEPT
    Letter.objects.exclude(state=Letter.State.WAITING).filter(at__lt=old).delete()
    Arrived.objects.filter(at__lt=old).delete()
