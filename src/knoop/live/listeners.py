"""What happened, as far as an open page shows it, is said to the streams."""

from collections.abc import Sequence
from typing import Any

from django.dispatch import receiver

from knoop.events.listeners import on
from knoop.events.models import Event
from knoop.live import pushing
from knoop.live.models import Signal
from knoop.notify.telling import told


@on("post.written")
def of_a_post(event: Event) -> None:
    Signal.objects.give("post", event.about_id, event.facts["space_id"], event.actor_id)


@on("post.answered")
def of_an_answer(event: Event) -> None:
    Signal.objects.give("comment", event.about_id, event.facts["post_id"], event.actor_id)


@on("message.sent")
def of_a_message(event: Event) -> None:
    Signal.objects.give("message", event.about_id, event.facts["conversation_id"], event.actor_id)


@on("message.sent")
def of_a_message_on_devices(event: Event) -> None:
    """A job of its own: where it is told twice, a second push takes the place of the first."""
    pushing.plan_message(event.about_id, event.facts["to_ids"])


@receiver(told)
def of_notices(event: Event, people: Sequence[int], **_more: Any) -> None:
    """In the transaction that writes the notices, so what was said is as certain as they are."""
    Signal.objects.give("notice", event.pk, by_id=event.actor_id)
    pushing.plan(event, people)
