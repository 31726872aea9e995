from django.tasks import task

from knoop.base import clock
from knoop.community.messages.models import Message
from knoop.jobs.schedule import every
from knoop.live import pushing
from knoop.live.models import KEPT, Device, Signal
from knoop.notify.models import Notice


@every(minutes=20)
@task()
def forget_signals() -> None:
    """Who was away for longer asks for everything anew; after the newest nobody missed anything."""
    old = Signal.objects.filter(at__lt=clock.now() - KEPT)
    old.filter(pk__lt=Signal.objects.newest()).delete()


@task(queue_name="outside", priority=10, tries=4)
def push_notice(device_id: int, notice_id: int) -> None:
    """Brings one notice to one device. Twice is no harm: the second takes the first one's place."""
    device = Device.objects.reachable().select_related("log_in__person").filter(pk=device_id).first()
    notice = Notice.objects.filter(pk=notice_id).first()
    if device is None or notice is None:
        return
    push = pushing.of_notice(notice, device.log_in.person)
    if push:
        pushing.send(device, push)


@task(queue_name="outside", priority=10, tries=4)
def push_message(device_id: int, message_id: int) -> None:
    device = Device.objects.reachable().select_related("log_in__person").filter(pk=device_id).first()
    rows = Message.objects.select_related("author", "conversation").filter(withdrawn_at=None)
    message = rows.filter(pk=message_id).first()
    push = device and message and pushing.of_message(message, device.log_in.person)
    if push:
        pushing.send(device, push)


@task(queue_name="outside", priority=20, tries=2)
def push_trial(device_id: int) -> None:
    device = Device.objects.reachable().select_related("log_in__person").filter(pk=device_id).first()
    if device:
        pushing.send(device, pushing.trial(device.log_in.person))
