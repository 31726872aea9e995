"""What administrators do with accounts: change them, give and end roles, lock out, let go and back in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from knoop.base import clock
from knoop.events.models import Event
from knoop.people.verbs import (
    Changed,
    Departed,
    Dismissed,
    LetIn,
    LockedOut,
    LoggedOut,
    ReportsTo,
    Returned,
)

if TYPE_CHECKING:
    from knoop.people.models import Departure, Person

ABLE = Q(departure=None, lock=None, erasure=None)  # who can still log in tomorrow


class LastAdministrator(Exception):
    """Nobody would be left who can change roles, let people in, or undo this."""


class LeadsInARing(Exception):
    """Somebody would lead those who lead them."""


class Lock(models.Model):
    """That somebody may not log in for now; nothing else about them changes."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="lock")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        app_label = "people"

    def __str__(self) -> str:
        return f"{self.person_id} locked out"


def leads_to(person: int, whom: int, leads: Mapping[int, int]) -> bool:
    """Whether `person` leads `whom`, or those who do, or is the same; a ring ends where it began."""
    at: int | None = whom
    seen: set[int] = set()
    while at is not None and at not in seen:
        if at == person:
            return True
        seen.add(at)
        at = leads.get(at)
    return False


class Administered(models.Model):
    class Meta:
        abstract = True

    @property
    def may_log_in(self) -> bool:
        return self.is_active and not hasattr(self, "lock")  # type: ignore[attr-defined]

    def must_not_be_last(self) -> None:
        """Raises LastAdministrator when nobody else can administer."""
        people = type(self)._default_manager.filter(ABLE, appointments__role="administrator")
        # Locked, so that two who go at the same moment don't each count on the other.
        ids = set(people.select_for_update(of=("self",)).values_list("pk", flat=True))
        if ids == {self.pk}:
            raise LastAdministrator

    @transaction.atomic
    def change(self, by: Person, **words: object) -> None:
        """Name, title or address; the same again changes nothing."""
        other = {key: said for key, said in words.items() if getattr(self, key) != said}
        if other:
            for key, said in other.items():
                setattr(self, key, said)
            self.save(update_fields=list(other))
            Event.objects.record(by, Changed(self.pk), about=self)

    @transaction.atomic
    def report_to(self, lead: Person | None, by: Person) -> None:
        """Raises LeadsInARing."""
        lines = apps.get_model("people", "ReportingLine").objects
        before = lines.filter(person=self).values_list("lead", flat=True).first()
        if before == (lead.pk if lead else None):
            return
        if lead is None:
            lines.filter(person=self).delete()
        else:
            if leads_to(self.pk, lead.pk, dict(lines.values_list("person", "lead"))):
                raise LeadsInARing
            lines.update_or_create(person=self, defaults={"lead": lead, "since": clock.now()})
        Event.objects.record(by, ReportsTo(self.pk, lead.pk if lead else None), about=self)

    @transaction.atomic
    def dismiss(self, role: str, by: Person) -> None:
        """Ends a role. Raises LastAdministrator."""
        if role == "administrator" and self.is_a(role):  # type: ignore[attr-defined]
            self.must_not_be_last()
        gone, _per_model = self.appointments.filter(role=role).delete()  # type: ignore[attr-defined]
        if gone:
            self.__dict__.pop("roles", None)
            Event.objects.record(by, Dismissed(self.pk, role), about=self)

    @transaction.atomic
    def lock_out(self, by: Person) -> None:
        """Ends all sessions and lets nobody in under this name. Raises LastAdministrator."""
        self.must_not_be_last()
        _lock, is_new = Lock.objects.get_or_create(person=self, defaults={"by": by})
        if is_new:
            self.log_ins.all().end()  # type: ignore[attr-defined]
            Event.objects.record(by, LockedOut(self.pk), about=self)

    @transaction.atomic
    def let_in(self, by: Person) -> None:
        gone, _per_model = Lock.objects.filter(person=self).delete()
        if gone:
            Event.objects.record(by, LetIn(self.pk), about=self)

    @transaction.atomic
    def log_out_everywhere(self, by: Person) -> None:
        self.log_ins.all().end()  # type: ignore[attr-defined]
        Event.objects.record(by, LoggedOut(self.pk), about=self)

    @transaction.atomic
    def depart(self, by: Person, reason: str = "") -> Departure:
        """Leaves the organisation: what they wrote stays. Raises LastAdministrator."""
        self.must_not_be_last()
        departures: Any = apps.get_model("people", "Departure").objects
        departure, is_new = departures.get_or_create(person=self, defaults={"by": by, "reason": reason})
        if is_new:
            self.log_ins.all().end()  # type: ignore[attr-defined]
            Event.objects.record(by, Departed(self.pk), about=self)
        left: Departure = departure
        return left

    @transaction.atomic
    def come_back(self, by: Person) -> None:
        gone, _per_model = apps.get_model("people", "Departure").objects.filter(person=self).delete()
        if gone:
            Event.objects.record(by, Returned(self.pk), about=self)
