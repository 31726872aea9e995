"""Signals hear who left: nothing stays with somebody who can't answer any more."""

from knoop.community.signals.models import Signal, successors
from knoop.events.listeners import on
from knoop.events.models import Event
from knoop.people.models import Person


@on("person.departed")
def hand_over(event: Event) -> None:
    """What has been handed over isn't theirs any more, so being told twice does no harm."""
    gone = Person.objects.filter(pk=event.about_id).exclude(departure=None).first()
    if gone:
        for pk, to in successors(gone).items():
            Signal.objects.get(pk=pk).hand_over(to, event.actor, is_gone=True)
