"""Codes on paper or a screen by which colleagues without company mail make an account themselves."""

from __future__ import annotations

import secrets
from datetime import timedelta

import segno
from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from knoop.base import clock
from knoop.base.naming import folded, free_name
from knoop.events.models import Event
from knoop.people import arrivals, policy
from knoop.people.models import Person, Unit
from knoop.people.verbs import CodeHandedOut, CodeRevoked, SignedUp

LETTERS = "ABCDEFGHJKMNPQRTUVWXY346789"  # none that is taken for another on paper
LENGTH = 10


class CodeIsUsedUp(Exception):
    """Between seeing the form and sending it others used the code, or it ended."""


class CodeQuerySet(models.QuerySet["Code"]):
    def visible_to(self, person: Person) -> CodeQuerySet:
        return self if policy.may_hand_out(person) else self.none()

    def for_list(self) -> CodeQuerySet:
        """Codes with all that the page for handing out shows, the newest first."""
        return (
            self.select_related("by", "unit")
            .annotate(used_count=models.Count("uses"))
            .order_by("-at", "-pk")
            .fetch_mode(models.FETCH_RAISE)
        )

    def usable(self) -> CodeQuerySet:
        free = models.Q(used_count__lt=models.F("most"))
        return self.for_list().filter(free, revoked_at=None, until__gt=clock.now())

    def named(self, typed: str) -> Code | None:
        """The usable code that somebody typed, with or without dashes and in any letters."""
        plain = "".join(letter for letter in typed.upper() if letter.isalnum())
        return self.usable().filter(code=plain).first() if plain else None

    @transaction.atomic
    def hand_out(self, by: Person, most: int, days: int, unit: Unit | None = None, **words: object) -> Code:
        until = clock.now() + timedelta(days=days)
        code = self.create(by=by, most=most, until=until, unit=unit, code=_fresh(), **words)
        Event.objects.record(by, CodeHandedOut(code.pk), about=code)
        return code


def _fresh() -> str:
    return "".join(secrets.choice(LETTERS) for _letter in range(LENGTH))


class Code(models.Model):
    code = models.CharField(max_length=LENGTH, unique=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    until = models.DateTimeField()
    most = models.PositiveSmallIntegerField()  # people who may use it
    note = models.CharField(max_length=80, blank=True)  # for whom it is, for who hands it out
    unit = models.ForeignKey(Unit, models.SET_NULL, null=True, blank=True, related_name="+")
    places = models.JSONField(default=dict, blank=True)  # what other rooms chose for it; see arrivals.py
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = CodeQuerySet.as_manager()

    def __str__(self) -> str:
        return self.readable

    @property
    def readable(self) -> str:
        return f"{self.code[:5]}-{self.code[5:]}"

    @property
    def address(self) -> str:
        return f"{settings.ADDRESS}{reverse('join', args=[self.code])}"

    @property
    def qr(self) -> SafeString:
        """The address as a picture that a phone reads."""
        drawn = segno.make(self.address, error="m").svg_inline(scale=5, border=3, dark="#000", light="#fff")
        return mark_safe(drawn)  # noqa: S308 - drawn by us of our own address

    def state(self) -> str:
        if self.revoked_at:
            return "revoked"
        if self.until <= clock.now():
            return "ended"
        return "used" if self.used_count >= self.most else "usable"

    @transaction.atomic
    def revoke(self, by: Person) -> None:
        if self.revoked_at is None:
            self.revoked_at = clock.now()
            self.save(update_fields=["revoked_at"])
            Event.objects.record(by, CodeRevoked(self.pk), about=self)

    @transaction.atomic
    def give_back(self, by: Person) -> None:
        """Makes a revoked code usable again, for as long as it was."""
        if self.revoked_at is not None:
            self.revoked_at = None
            self.save(update_fields=["revoked_at"])
            Event.objects.record(by, CodeHandedOut(self.pk), about=self)

    @transaction.atomic
    def sign_up(self, person: Person, password: str) -> Person:
        """Makes the account. Of two who take the last place at the same moment one gets it.

        Raises CodeIsUsedUp.
        """
        held = Code.objects.select_for_update().filter(pk=self.pk, revoked_at=None).first()
        if held is None or held.until <= clock.now() or held.uses.count() >= held.most:
            raise CodeIsUsedUp
        person.unit = held.unit
        person.set_password(password)
        person.save()
        Use.objects.create(code=held, person=person)
        arrivals.bring_in(person, held.places, held.by)
        Event.objects.record(person, SignedUp(person.pk, held.pk), about=person)
        return person


class Use(models.Model):
    """Who came in by which code."""

    code = models.ForeignKey(Code, models.CASCADE, related_name="uses")
    person = models.OneToOneField(Person, models.CASCADE, related_name="came_by")
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.person_id} by {self.code_id}"


def handle_for(name: str) -> str:
    """A username made of a name, free to be taken."""
    wanted = plain_handle(name)
    taken = set(Person.objects.filter(handle__startswith=wanted).values_list("handle", flat=True))
    return free_name(wanted, taken)


def plain_handle(name: str) -> str:
    """What somebody of this name would be called, if nobody else is."""
    words = "".join(letter if letter.isalnum() else " " for letter in folded(name)).split()
    plain = ".".join("".join(letter for letter in word if letter.isascii()) for word in words)[:50].strip(".")
    return plain or "colleague"
