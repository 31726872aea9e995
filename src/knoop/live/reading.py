"""What the streams ask of the database, each in one call, so that one thread is enough for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.cookies import CookieError, SimpleCookie
from importlib import import_module
from itertools import batched
from types import SimpleNamespace

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.models import Session

from knoop.base import clock
from knoop.live.audience import MANY, Listening, Said, said_to
from knoop.live.models import Signal
from knoop.people.models import Person

# Where several write at once, one may commit a lower number after a higher one: so far back is looked again.
OVERLAP = 50
AT_ONCE = 500


@dataclass(frozen=True)
class Listener:
    person: int
    session: str


def who(cookies: str) -> Listener | None:
    """Who is logged in with these cookies, by the same rules as on a page."""
    try:
        found = SimpleCookie(cookies).get(settings.SESSION_COOKIE_NAME)
    except CookieError:
        return None
    if found is None or not found.value:
        return None
    session = import_module(settings.SESSION_ENGINE).SessionStore(found.value)
    person = get_user(SimpleNamespace(session=session))
    if not person.is_authenticated or not session.session_key:
        return None
    return Listener(person.pk, session.session_key)


def ended(listeners: Mapping[str, int]) -> set[str]:
    """Of sessions, by key and whose they are, those that are no more, or whose person has left."""
    alive: set[str] = set()
    for some in batched(listeners, MANY):
        rows = Session.objects.filter(session_key__in=some, expire_date__gt=clock.now())
        alive.update(rows.values_list("session_key", flat=True))
    here: set[int] = set()
    for some in batched(set(listeners.values()), MANY):
        here.update(Person.objects.present().filter(pk__in=some).values_list("pk", flat=True))
    return {key for key, person in listeners.items() if key not in alive or person not in here}


@dataclass
class Tail:
    """How far the signals were read."""

    position: int | None = None
    recent: set[int] = field(default_factory=set)

    def begin(self) -> None:
        """From here on, if it isn't begun: what was before is nobody's to hear."""
        if self.position is None:
            self.position = Signal.objects.newest()
            self.recent = set(range(self.position - OVERLAP, self.position + 1))

    def look(self) -> list[Signal]:
        """What came since. One query."""
        self.begin()
        rows = Signal.objects.filter(pk__gt=self.position - OVERLAP).order_by("pk")[: AT_ONCE + OVERLAP]
        fresh = [signal for signal in rows if signal.pk not in self.recent]
        if fresh:
            self.position = max(self.position, fresh[-1].pk)
            self.recent = {pk for pk in self.recent if pk > self.position - OVERLAP}
            self.recent.update(signal.pk for signal in fresh)
        return fresh


def missed(listening: Listening, after: int | None, since: int | None) -> tuple[int, list[Said] | None]:
    """What one listener missed; None where that isn't known any more."""
    newest = Signal.objects.newest()
    moment = _moment(since)
    found = Signal.objects.missed(after, moment)
    if found is None:
        return newest, None
    [person] = listening.people
    return newest, said_to(found, listening).get(person, [])


def _moment(milliseconds: int | None) -> datetime | None:
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC) if milliseconds is not None else None
    except (OverflowError, ValueError, OSError):
        return None
