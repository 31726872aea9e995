"""Before a promise its owner is reminded; when it's past, who leads them is asked, and later who leads those.

Each working day, of each signal that waits: what should have been said by now is said once. So it may run
twice, and after days on which nothing ran it says what counts now, and not all that it missed.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction

from knoop.base import working_time
from knoop.community.signals import promising, verbs
from knoop.community.signals.kinds import State
from knoop.community.signals.models import Reminder, Signal
from knoop.community.signals.routing import Staff
from knoop.events.models import Event
from knoop.people.models import Person

SOON, TOMORROW, OVERDUE, LEAD, LEAD_OF_LEAD = "soon", "tomorrow", "overdue", "lead", "lead_of_lead"
DAYS_BEFORE = {SOON: 2, TOMORROW: 1}
LEAD_OF_LEAD_AFTER = 5  # working days more


def deadline(signal: Signal) -> date | None:
    """The first day on which something was promised that hasn't been done."""
    unread = signal.acknowledge_by if signal.state == State.RAISED else None
    return min((day for day in (unread, signal.promised_on) if day), default=None)


def due_reminders(today: date, day: date, free: frozenset[date]) -> list[str]:
    """What should have been said by `today` of a promise for `day`, but for what came too late to matter."""
    if today > day:
        late = working_time.days_between(day, today, free)
        return [OVERDUE, LEAD, *([LEAD_OF_LEAD] if late > LEAD_OF_LEAD_AFTER else [])]
    left = working_time.days_between(today, day, free)
    if left <= DAYS_BEFORE[TOMORROW]:
        return [TOMORROW]
    return [SOON] if left <= DAYS_BEFORE[SOON] else []


def remind() -> int:
    """Returns how many were reminded. Nobody is on a day that is free."""
    today, free = promising.today(), promising.free_days()
    if not working_time.is_working_day(today, free):
        return 0
    staff, said = Staff.now(), 0
    for pk in list(Signal.objects.waiting().order_by("pk").values_list("pk", flat=True)):
        said += _of_signal(pk, staff, today, free)
    return said


@transaction.atomic
def _of_signal(pk: int, staff: Staff, today: date, free: frozenset[date]) -> int:
    signal = Signal.objects.select_for_update().waiting().filter(pk=pk).first()
    if signal is None:
        return 0
    _hand_over_if_gone(signal, staff)
    day, said = deadline(signal), 0
    for kind in due_reminders(today, day, free) if day else ():
        to = _whom(signal, kind, staff)
        if to is not None and day is not None:
            said += _say(signal, kind, day, to)
    return said


def _hand_over_if_gone(signal: Signal, staff: Staff) -> None:
    """Who was locked out can't answer either, and nobody else would notice."""
    if signal.owner_id in staff.able:
        return
    successor = staff.successor(signal.owner_id, but=signal.raiser_id)
    if successor:
        to = Person.objects.get(pk=successor)
        signal.hand_over(to, to, is_gone=True)


def _whom(signal: Signal, kind: str, staff: Staff) -> int | None:
    owner, raiser = signal.owner_id, signal.raiser_id
    if kind in (SOON, TOMORROW, OVERDUE):
        return owner
    lead = staff.lead_of(owner, raiser)
    if kind == LEAD:
        return lead or next((one for one in staff.fallback if one in staff.able - {owner, raiser}), None)
    return staff.lead_of(lead, raiser) if lead else None


def _say(signal: Signal, kind: str, day: date, to: int) -> int:
    _reminder, is_new = Reminder.objects.get_or_create(
        signal=signal, kind=kind, promised_on=day, defaults={"to_id": to}
    )
    if is_new and kind in (LEAD, LEAD_OF_LEAD):
        Signal.objects.filter(pk=signal.pk).update(brought_to=to)
    if is_new:
        Event.objects.record(signal.owner, verbs.Reminded(signal.pk, to, kind), about=signal)
    return is_new
