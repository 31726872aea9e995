"""What is said to open pages, for as long as one may have missed it, and the devices that a push goes to."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, models, transaction

from knoop.base import clock
from knoop.events.models import Event
from knoop.live.verbs import DeviceAdded, DeviceRemoved
from knoop.people.models import Person
from knoop.people.sessions import LogIn

CHANNEL = "knoop_live"  # of PostgreSQL's NOTIFY
KEPT = timedelta(hours=1)
MOST_MISSED = 200  # signals; who missed more asks for everything anew
LONGEST_ENDPOINT = 1000


class SignalQuerySet(models.QuerySet["Signal"]):
    @transaction.atomic
    def give(self, kind: str, thing_id: int, place_id: int | None = None, by_id: int | None = None) -> Signal:
        """Says to whom it concerns that something changed; wakes the streams where the database can."""
        signal = self.create(kind=kind, thing_id=thing_id, place_id=place_id, by_id=by_id, at=clock.now())
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_notify(%s, '')", [CHANNEL])
        return signal

    def newest(self) -> int:
        return self.order_by("-pk").values_list("pk", flat=True).first() or 0

    def missed(self, after: int | None, since: datetime | None) -> list[Signal] | None:
        """What was said after a signal, or else since a moment. None: more than is kept or can be told."""
        if after is None and since is None:
            return []
        if after is not None:
            if not self.filter(pk=after).exists():
                return None  # that one is deleted already, and perhaps others with it
            found = self.filter(pk__gt=after)
        else:
            if since < clock.now() - KEPT:
                return None
            found = self.filter(at__gte=since)
        missed = list(found.order_by("pk")[: MOST_MISSED + 1])
        return None if len(missed) > MOST_MISSED else missed


class Signal(models.Model):
    """That something changed: its kind and ids, never words. Who hears of it is asked when it is told."""

    kind = models.CharField(max_length=12)
    thing_id = models.BigIntegerField()
    place_id = models.BigIntegerField(null=True)  # what the thing is in
    by_id = models.BigIntegerField(null=True)  # who did it, and so knows
    at = models.DateTimeField(default=clock.now, db_index=True)

    objects = SignalQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.kind} {self.thing_id}"


class DeviceQuerySet(models.QuerySet["Device"]):
    def visible_to(self, person: Person) -> DeviceQuerySet:
        return self.filter(log_in__person=person)

    def reachable(self) -> DeviceQuerySet:
        """Those on which somebody is still logged in."""
        since = clock.now() - timedelta(seconds=settings.SESSION_COOKIE_AGE)
        return self.filter(log_in__seen_at__gte=since, log_in__person__departure=None)

    @transaction.atomic
    def add(self, log_in: LogIn, endpoint: str, key: str, secret: str) -> Device:
        """From now on what needs them is pushed there. An earlier one of this log-in makes way."""
        same = self.filter(log_in=log_in, endpoint=endpoint, key=key, secret=secret).first()
        if same:
            return same
        self.filter(models.Q(log_in=log_in) | models.Q(endpoint=endpoint)).delete()
        device = self.create(log_in=log_in, endpoint=endpoint, key=key, secret=secret)
        Event.objects.record(log_in.person, DeviceAdded(device.pk), about=device)
        return device


class Device(models.Model):
    """Where somebody is told of what needs them also while no page is open; it ends with the log-in there."""

    log_in = models.OneToOneField(LogIn, models.CASCADE, related_name="+")
    endpoint = models.CharField(max_length=LONGEST_ENDPOINT, unique=True)
    key = models.CharField(max_length=120)  # p256dh: what is pushed is encrypted for this
    secret = models.CharField(max_length=40)
    at = models.DateTimeField(default=clock.now)
    pushed_at = models.DateTimeField(null=True)  # when something arrived there last

    objects = DeviceQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.log_in} since {self.at:%Y-%m-%d}"

    @transaction.atomic
    def remove(self, by: Person) -> None:
        Event.objects.record(by, DeviceRemoved(self.pk), about=self)
        self.delete()
