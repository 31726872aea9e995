"""What happens to signals becomes notices: to who answers them, and to who stands behind them."""

from __future__ import annotations

from collections.abc import Iterable

from knoop.community.signals.models import Signal
from knoop.events.listeners import on
from knoop.events.models import Event
from knoop.notify.telling import About, Plan
from knoop.people.models import Person

STEPS = {
    "signal.acknowledged": "signal_acknowledged",
    "signal.looked_into": "signal_looking",
    "signal.decided": "signal_decided",
    "signal.changed": "signal_changed",
    "signal.told": "signal_told",
    "signal.promised": "signal_promised",
    "signal.linked": "signal_linked",
}
REMINDED = {
    "soon": "signal_soon",
    "tomorrow": "signal_soon",
    "overdue": "signal_overdue",
    "lead": "signal_brought",
    "lead_of_lead": "signal_brought",
}


def stand_behind(signal: Signal) -> set[int]:
    """Who raised it, supports it or follows it."""
    people = {signal.raiser_id} if signal.raiser_id else set()
    people.update(signal.supports.values_list("person_id", flat=True))
    people.update(signal.follows.values_list("person_id", flat=True))
    return people


def who_see(signal: Signal, people: Iterable[int]) -> set[int]:
    """Of `people` those who may see it. What is for all colleagues is asked at once."""
    here = Person.objects.present().filter(pk__in=set(people))
    if signal.space_id is None:
        colleagues = set(here.filter(is_guest=False).values_list("pk", flat=True))
        return colleagues | {pk for pk in people if pk in {signal.raiser_id, signal.owner_id}}
    return {one.pk for one in here if Signal.objects.visible_to(one).filter(pk=signal.pk).exists()}


def _tell(event: Event, signal: Signal, whom: dict[int, str]) -> None:
    seen = who_see(signal, whom)
    told = {pk: reason for pk, reason in whom.items() if pk in seen}
    if told:
        Plan(event, told, About("signal", signal.pk, signal.space_id)).carry_out()


@on("signal.raised")
def of_a_signal(event: Event) -> None:
    signal = Signal.objects.filter(pk=event.about_id).first()
    if signal:
        _tell(event, signal, {signal.owner_id: "signal_yours"})


@on(*STEPS)
def of_a_step(event: Event) -> None:
    signal = Signal.objects.filter(pk=event.about_id).first()
    if signal:
        _tell(event, signal, dict.fromkeys(stand_behind(signal), STEPS[event.verb]))


@on("signal.handed_over")
def of_another_owner(event: Event) -> None:
    signal = Signal.objects.filter(pk=event.about_id).first()
    if signal:
        whom = dict.fromkeys(stand_behind(signal), "signal_handed")
        _tell(event, signal, whom | {event.facts["after_id"]: "signal_yours"})


@on("signal.reopened")
def of_opening_again(event: Event) -> None:
    signal = Signal.objects.filter(pk=event.about_id).first()
    if signal:
        whom = dict.fromkeys(stand_behind(signal), "signal_again")
        _tell(event, signal, whom | {signal.owner_id: "signal_reopened"})


@on("signal.merged")
def of_coming_together(event: Event) -> None:
    """Who stood behind either; those of the one that goes along read on where it is answered."""
    gone = Signal.objects.filter(pk=event.about_id).first()
    into = Signal.objects.filter(pk=event.facts["into_id"]).first()
    if gone and into:
        _tell(event, into, dict.fromkeys(stand_behind(gone) | stand_behind(into), "signal_merged"))


@on("signal.split")
def of_going_apart(event: Event) -> None:
    signal = Signal.objects.filter(pk=event.about_id).first()
    if signal:
        _tell(event, signal, dict.fromkeys(stand_behind(signal), "signal_split"))


@on("signal.remarked")
def of_a_remark(event: Event) -> None:
    """Who raised it and who answers it; others read it when they come."""
    signal = Signal.objects.filter(pk=event.about_id).first()
    if signal:
        _tell(
            event, signal, dict.fromkeys(filter(None, [signal.raiser_id, signal.owner_id]), "signal_remarked")
        )


@on("signal.reminded")
def of_a_promise(event: Event) -> None:
    signal = Signal.objects.filter(pk=event.about_id).first()
    if signal and not signal.is_over:
        _tell(event, signal, {event.facts["to_id"]: REMINDED[event.facts["kind"]]})


@on("signal.letter_came")
def of_a_letter(event: Event) -> None:
    """Whoever raised it confidentially wrote; its confidant stands in the log and reads it on the page."""
    signal = Signal.objects.filter(pk=event.about_id).first()
    if signal:
        _tell(event, signal, {signal.owner_id: "signal_remarked"})
