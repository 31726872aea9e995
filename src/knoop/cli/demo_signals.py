"""Fills the demo's signals as `seed` tells them: with the times at which things happened, telling nobody."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from knoop.base import clock, markdown, working_time

APART = timedelta(minutes=40)  # between steps of the same hour
WORK_BEGINS, WORK_ENDS = 8, 17  # by the organisation's clock


@transaction.atomic
def fill(seed: Any, people: dict[str, Any], spaces: dict[str, Any]) -> None:
    """Once: again does nothing."""
    from knoop.community.signals.models import Route, Signal

    if Signal.objects.exists():
        return
    for rule in seed.RULES:
        Route.objects.add(kind=rule.kind, topic=rule.topic, owner=people.get(rule.owner))
    made: dict[str, Any] = {}
    for told in seed.SIGNALS:
        made[told.title] = _Telling(told, people, spaces).tell()
    for told in seed.SIGNALS:
        if told.into:
            made[told.title].merge_into(made[told.into], people[told.owner])


class _Telling:
    """One signal while it is being told."""

    def __init__(self, told: Any, people: dict[str, Any], spaces: dict[str, Any]) -> None:
        self.told, self.people, self.spaces = told, people, spaces
        self.raised_at = _in_working_hours(clock.now() - timedelta(days=told.days))
        self.last = self.raised_at
        self.acts: list[tuple[int, Any, int, datetime]] = []

    def tell(self) -> Any:
        from knoop.community.signals import promising, verbs
        from knoop.events.models import Event

        signal = self._raise()
        facts = verbs.Raised(signal.pk, signal.space_id, signal.owner_id, signal.kind)
        self._log(signal.raiser, facts, self.raised_at)
        signal.steps.create(
            act="raised", state="raised", by=signal.raiser, at=self.raised_at, next_on=signal.promised_on
        )
        for step in self.told.steps:
            self._step(signal, step, promising)
        signal.save()
        self._stand_behind(signal)
        Event.objects.record_imported((by, facts, signal.pk, at) for by, facts, _pk, at in self.acts)
        return signal

    def _raise(self) -> Any:
        from knoop.community.signals import promising
        from knoop.community.signals.choosing import kept
        from knoop.community.signals.models import Signal

        told, day = self.told, _day(self.raised_at)
        raiser = self.people[told.by]
        return Signal.objects.create(
            kind=told.kind,
            title=told.title,
            text=told.text,
            html=markdown.render(told.text),
            where=told.where,
            would_help=told.would_help,
            topics=kept(told.topics),
            raiser=raiser,
            owner=self.people[told.owner],
            unit=raiser.unit,
            space=self.spaces.get(told.space),
            raised_at=self.raised_at,
            state_since=self.raised_at,
            promised_on=promising.due(told.kind, day),
            acknowledge_by=promising.due(promising.ACKNOWLEDGE, day),
        )

    def _step(self, signal: Any, step: Any, promising: Any) -> None:
        from knoop.community.signals.steps import rendered

        at = _in_working_hours(self.raised_at + timedelta(days=step.after))
        at = self.last = min(max(at, self.last + APART), clock.now())
        day = _day(at)
        by = self.people[step.by or self.told.owner]
        is_later = signal.state == "decided" and signal.decision == "later"
        promised, next_on = None, None
        if step.act == "acknowledged":
            promised = signal.acknowledge_by
        elif step.act in ("decided", "changed") or (step.act == "told" and not is_later):
            promised = signal.promised_on
        if step.act == "reopened":
            next_on = promising.due(signal.kind, day)
        elif step.act == "changed" or step.decision == "no":
            next_on = promising.due(promising.TELL, day)
        elif step.act == "decided":
            next_on = working_time.on_from(day + timedelta(days=step.on), 0)
        elif step.act == "told" and is_later:
            next_on = signal.promised_on
        signal.state, signal.state_since = ("looking" if step.act == "reopened" else step.act), at
        if step.act in ("decided", "changed", "told", "reopened"):
            signal.promised_on = next_on
        signal.decision = step.decision or ("" if step.act == "reopened" else signal.decision)
        row = signal.steps.create(
            act=step.act, state=signal.state, by=by, at=at, decision=step.decision, promised_on=promised,
            next_on=next_on, **rendered(step.words),
        )  # fmt: skip
        self._log(by, _facts(signal, row), at)

    def _stand_behind(self, signal: Any) -> None:
        from knoop.community.signals import verbs

        for number, handle in enumerate(self.told.supporters, 1):
            at = min(self.raised_at + timedelta(hours=5 * number), clock.now())
            signal.supports.create(person=self.people[handle], at=at)
            self._log(self.people[handle], verbs.Supported(signal.pk, self.people[handle].pk), at)
        for handle, is_helped, words in self.told.helped:
            at = signal.state_since + timedelta(days=1)
            signal.helps.create(person=self.people[handle], is_helped=is_helped, words=words, at=at)
        for handle, after, text in self.told.remarks:
            at = _in_working_hours(self.raised_at + timedelta(days=after))
            by = self.people[handle]
            remark = signal.remarks.create(by=by, at=at, text=text, html=markdown.render(text))
            self._log(by, verbs.Remarked(signal.pk, remark.pk, signal.raiser_id), at)

    def _log(self, by: Any, facts: Any, at: datetime) -> None:
        self.acts.append((by.pk, facts, 0, at))


def _facts(signal: Any, step: Any) -> Any:
    from knoop.community.signals import verbs

    return {
        "acknowledged": lambda: verbs.Acknowledged(signal.pk, step.pk),
        "looking": lambda: verbs.LookedInto(signal.pk, step.pk),
        "decided": lambda: verbs.Decided(signal.pk, step.pk, signal.raiser_id, step.decision),
        "changed": lambda: verbs.Changed(signal.pk, step.pk),
        "told": lambda: verbs.Told(signal.pk, step.pk, signal.raiser_id),
        "reopened": lambda: verbs.Reopened(signal.pk, step.pk, signal.owner_id),
    }[step.act]()


def _day(at: datetime) -> date:
    return working_time.day_of(at, timezone.get_default_timezone())


def _in_working_hours(at: datetime) -> datetime:
    """The same moment where people work then; else on the working day before, in the middle of the day."""
    local = timezone.localtime(at)
    day = local.date()
    while not working_time.is_working_day(day):
        day -= timedelta(days=1)
    if day != local.date() or not WORK_BEGINS <= local.hour < WORK_ENDS:
        local = local.replace(
            year=day.year, month=day.month, day=day.day, hour=10 + local.minute % 5, minute=local.second
        )
    return min(local, clock.now())
