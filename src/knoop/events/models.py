"""The log of what happened: ids and facts, never words, and never changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from knoop.base import clock
from knoop.events import listeners
from knoop.events.verbs import Facts, Tie, undoing, verb_named, verb_of
from knoop.jobs.backends import enqueue_all


class EventsAreKept(Exception):
    def __init__(self) -> None:
        super().__init__("Events are never changed or deleted. Record a new one.")


class EventQuerySet(models.QuerySet["Event"]):
    def record(
        self, by: models.Model, facts: Facts, about: models.Model, at: datetime | None = None
    ) -> Event:
        """Writes down that `by` did what `facts` say to `about`. Call it inside the verb's transaction."""
        event = self.create(**_columns(by.pk, facts, about.pk, at or clock.now(), is_imported=False))
        if names := listeners.names(event.verb):
            from knoop.events.tasks import tell

            enqueue_all(tell, [[name, event.pk] for name in names])
        return event

    def record_imported(self, acts: Iterable[tuple[int, Facts, int, datetime]]) -> None:
        """Writes down acts that happened on another platform, as (actor id, facts, about id, moment)."""
        self.bulk_create(
            [Event(**_columns(by, facts, about, at, is_imported=True)) for by, facts, about, at in acts]
        )

    def bulk_create(self, objs: Iterable[Event], *args: Any, **kwargs: Any) -> list[Event]:
        if kwargs.get("update_conflicts"):
            raise EventsAreKept
        return super().bulk_create(objs, *args, **kwargs)

    def update(self, **_: object) -> NoReturn:
        raise EventsAreKept

    def delete(self) -> NoReturn:
        raise EventsAreKept

    def ties(self) -> Iterator[tuple[Event, Tie]]:
        """Each event with each person it was addressed to, oldest first, read as a stream.

        What was taken back afterwards ties nobody, though it stays in the log.
        """
        undone = self._undone()
        for event in self.order_by("at", "pk").iterator(chunk_size=5000):
            if undone and _act(event.verb, event) in undone:
                continue
            for tie in event.ties():
                yield event, tie

    def _undone(self) -> set[tuple[str, int, str]]:
        undoes = undoing()
        events = self.model._default_manager.filter(verb__in=undoes)
        return {_act(undoes[event.verb], event) for event in events.iterator(chunk_size=5000)}


class Event(models.Model):
    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    verb = models.CharField(max_length=60)
    about_id = models.BigIntegerField()
    facts = models.JSONField()
    is_imported = models.BooleanField(default=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("at", "id", name="event_by_moment"),
            models.Index("verb", "about_id", name="event_by_thing"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise EventsAreKept
        super().save(*args, **kwargs)

    def delete(self, *args: object, **kwargs: object) -> NoReturn:
        raise EventsAreKept

    def ties(self) -> list[Tie]:
        """Whom this act was addressed to, from the event alone, so that it outlives the thing."""
        verb = verb_named(self.verb)
        return [tie for tie in verb.ties(verb.facts(**self.facts)) if tie.to != self.actor_id]


def _act(verb: str, event: Event) -> tuple[str, int, str]:
    """Who did what, in a form that can be looked up."""
    return verb, event.actor_id, json.dumps(event.facts, sort_keys=True)


def _columns(by: int, facts: Facts, about: int, at: datetime, *, is_imported: bool) -> dict[str, object]:
    return {
        "at": at,
        "actor_id": by,
        "verb": verb_of(facts).name,
        "about_id": about,
        "facts": asdict(facts),
        "is_imported": is_imported,
    }
