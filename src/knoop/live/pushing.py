"""What needs somebody reaches the devices they chose, also while no page is open.

The service in between (of the browser's maker) sees when something is sent and how long it is, never what:
it is encrypted for the device. What it says is the line that stands in the list of notices, no more.
"""

from __future__ import annotations

import json
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from knoop.base import clock
from knoop.base.elsewhere import Guard, Refused, Unreachable
from knoop.community.messages.models import Message, Participation
from knoop.events.models import Event
from knoop.jobs.backends import enqueue_all
from knoop.live.keys import authorisation
from knoop.live.models import Device
from knoop.notify import lines
from knoop.notify.models import Notice
from knoop.people.models import Person

LASTS = 24 * 3600  # seconds that a service keeps it for a device that is off
SIGNED_FOR = 12 * 3600
READS_IT = timedelta(seconds=8)
GONE = (404, 410)
TAKEN = (200, 201, 202, 204)
LONGEST = 300  # characters; a service takes 4,096 bytes in all


class NotPushed(Exception):
    """A push service didn't take it this time."""


@dataclass(frozen=True)
class Push:
    title: str
    address: str
    tag: str  # of several with one tag a device shows the last
    language: str

    def as_bytes(self) -> bytes:
        said = {"title": self.title[:LONGEST], "url": self.address, "tag": self.tag, "lang": self.language}
        return json.dumps(said, ensure_ascii=False).encode()


def plan(event: Event, people: Iterable[int]) -> None:
    """A job for each device of whom `event` asks something."""
    from knoop.live.tasks import push_notice

    asked = Notice.objects.filter(event=event, person__in=list(people), needs_you=True)
    by_person = dict(asked.values_list("person_id", "pk"))
    if by_person:
        devices = Device.objects.reachable().filter(log_in__person__in=by_person)
        pairs = devices.values_list("pk", "log_in__person_id")
        enqueue_all(push_notice, [[device, by_person[person]] for device, person in pairs])


def plan_message(message_id: int, people: Iterable[int]) -> None:
    """The same for a private message, a moment later: whoever has it before them has read it by then."""
    from knoop.live.tasks import push_message

    devices = Device.objects.reachable().filter(log_in__person__in=list(people)).values_list("pk", flat=True)
    enqueue_all(push_message.using(run_after=clock.now() + READS_IT), [[one, message_id] for one in devices])


def of_notice(notice: Notice, person: Person) -> Push | None:
    """What is said of `notice`; None where there's nothing to say any more."""
    mine = Notice.objects.visible_to(person).unread().without_muted(person)
    together = mine.filter(line=notice.line)
    if not together.filter(pk=notice.pk).exists():
        return None  # read, muted, or they may not see it by now
    language = person.language or settings.LANGUAGE_CODE
    with translation.override(language):
        [line] = lines.page(together, most=1).lines
        return Push(line.sentence, reverse("notice", args=[line.notice.pk]), notice.line, language)


def of_message(message: Message, person: Person) -> Push | None:
    """What is said of a message to somebody in its conversation; None to who read or muted it."""
    mine = Participation.objects.filter(conversation=message.conversation_id, person=person, left_at=None)
    waiting = mine.filter(is_muted=False, read_until__lt=message.sent_at)
    if not waiting.exists() or not Message.objects.visible_to(person).filter(pk=message.pk).exists():
        return None
    language = person.language or settings.LANGUAGE_CODE
    with translation.override(language):
        name, group = message.author.name, message.conversation.name
        if group:
            words = _("%(name)s wrote in “%(group)s”") % {"name": name, "group": group}
        else:
            words = _("%(name)s sent you a message") % {"name": name}
    return Push(words, message.get_absolute_url(), f"talk:{message.conversation_id}", language)


def trial(person: Person) -> Push:
    language = person.language or settings.LANGUAGE_CODE
    with translation.override(language):
        words = _("It works: here you are told of what needs you.")
    return Push(words, reverse("settings") + "#here", "trial", language)


def send(device: Device, push: Push) -> None:
    """Has it brought to `device`; one that is gone is forgotten. Raises NotPushed."""
    guard = Guard(allowed=settings.PUSH_ALSO_TO)
    try:
        status = guard.send(device.endpoint, _sealed(device, push), _headers(device, push))
    except Unreachable as fault:
        raise NotPushed(f"The push service can't be reached: {fault}") from fault
    except Refused:
        status = GONE[0]  # no address that is gone to
    if status in GONE:
        Device.objects.filter(pk=device.pk).delete()
    elif status in TAKEN:
        Device.objects.filter(pk=device.pk).update(pushed_at=clock.now())
    else:
        raise NotPushed(f"The push service answered {status}.")


def _sealed(device: Device, push: Push) -> bytes:
    from pywebpush import WebPusher  # takes half a second, which only who pushes should wait

    keys = {"p256dh": device.key, "auth": device.secret}
    sealed: bytes = WebPusher({"endpoint": device.endpoint, "keys": keys}).encode(push.as_bytes())["body"]
    return sealed


def _headers(device: Device, push: Push) -> dict[str, str]:
    topic = urlsafe_b64encode(sha256(push.tag.encode()).digest())[:32].decode()
    return {
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(LASTS),
        "Topic": topic,  # of several that wait for a device that is off, the last is kept
        "Urgency": "normal",
        "Authorization": authorisation(device.endpoint, int(time.time()) + SIGNED_FOR),
    }
