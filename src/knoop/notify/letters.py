"""Mails to be sent: one at a time, each once, with what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import batched

from django.conf import settings
from django.db import models
from django.db.models import Q

from knoop.base import clock
from knoop.events.models import Event
from knoop.jobs.tries import DELAYS, TRIES
from knoop.notify.choices import MailChoice
from knoop.people.models import Person

MANY = 5000  # ids in one query
AT_ONCE = 1000  # rows in one transaction
NO_ADDRESS, REFUSED_BEFORE = "no address", "refused before"
UNCERTAIN_AFTER = timedelta(minutes=30)


class LetterQuerySet(models.QuerySet["Letter"]):
    def due(self) -> LetterQuerySet:
        return self.filter(state=Letter.State.WAITING, due_at__lte=clock.now()).order_by("due_at", "pk")

    def for_sending(self) -> LetterQuerySet:
        return self.select_related(
            *("person__departure", "person__mail_choice", "person__refusal"),
            *("notice__event", "notice__actor", "notice__space", "arrived"),
        )

    def failed(self) -> LetterQuerySet:
        return self.filter(state=Letter.State.FAILED)

    def lost(self) -> LetterQuerySet:
        """What didn't arrive, or may not have, for a reason that isn't known from the address alone."""
        known = self.failed().exclude(fault__in=(NO_ADDRESS, REFUSED_BEFORE))
        return (known | self.uncertain()).select_related("person").order_by("-at", "-pk")

    def uncertain(self) -> LetterQuerySet:
        """Handed to the server by a worker that was killed before it heard whether it was taken."""
        return self.filter(state=Letter.State.HANDED, handed_at__lt=clock.now() - UNCERTAIN_AFTER)

    def queue(self, event: Event, told: dict[int, bool]) -> int:
        """A letter for each of `told` who wants to hear at once. Asked twice it adds nothing."""
        if not settings.MAILS:
            return 0
        wanted: list[int] = []
        for some in batched(told, MANY):
            wanted += MailChoice.objects.who_want_now({pk: told[pk] for pk in some})
        for people in batched(wanted, AT_ONCE):
            notices = event_notices(event, people)
            letters = [Letter(person_id=person, notice_id=notice) for notice, person in notices]
            self.bulk_create(letters, ignore_conflicts=True)
        return len(wanted)


def event_notices(event: Event, people: Iterable[int]) -> list[tuple[int, int]]:
    from knoop.notify.models import Notice

    return list(Notice.objects.filter(event=event, person__in=people).values_list("pk", "person_id"))


class Letter(models.Model):
    """One mail to one person: of a notice, their digest, or an answer to a mail of theirs that wasn't taken.

    It is handed to the mail server only by who moved it from WAITING to HANDED, so no two workers send it.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        HANDED = "handed"
        SENT = "sent"
        DROPPED = "dropped"  # read before, not visible any more, or not wanted any more
        FAILED = "failed"

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    notice = models.OneToOneField("notify.Notice", models.CASCADE, null=True, related_name="letter")
    arrived = models.OneToOneField("notify.Arrived", models.CASCADE, null=True, related_name="letter")
    turn = models.DateTimeField(null=True)  # of the digest that it is
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    at = models.DateTimeField(default=clock.now)
    due_at = models.DateTimeField(default=clock.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    handed_at = models.DateTimeField(null=True)
    address = models.CharField(max_length=254, blank=True)  # to which it went, or should have
    fault = models.CharField(max_length=300, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("person", "turn", name="one_digest_a_turn")]
        indexes = [
            models.Index("due_at", "id", condition=Q(state="waiting"), name="letter_to_send"),
            models.Index("state", "handed_at", name="letter_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.state} for {self.person_id}"

    @property
    def is_digest(self) -> bool:
        return self.turn is not None

    def hand(self) -> bool:
        """True for the one worker that may send it now."""
        self.handed_at, self.address = clock.now(), self.person.email or ""
        return self._move(
            self.State.WAITING, self.State.HANDED, handed_at=self.handed_at, address=self.address
        )

    def sent(self) -> None:
        self._move(self.State.HANDED, self.State.SENT, fault="")

    def drop(self) -> None:
        self._move(self.state, self.State.DROPPED)

    def later(self, fault: str) -> None:
        """It is tried again, with more and more time between; after half a day it has failed."""
        attempts = self.attempts + 1
        if attempts >= TRIES:
            self._move(self.State.HANDED, self.State.FAILED, fault=fault[:300], attempts=attempts)
            return
        due = clock.now() + DELAYS[min(attempts, len(DELAYS)) - 1]
        self._move(self.State.HANDED, self.State.WAITING, fault=fault[:300], attempts=attempts, due_at=due)

    def back(self) -> None:
        """Not sent through no fault of its own."""
        self._move(self.State.HANDED, self.State.WAITING)

    def fail(self, fault: str) -> None:
        self._move(self.State.HANDED, self.State.FAILED, fault=fault[:300], attempts=self.attempts + 1)

    def _move(self, before: str, after: str, **columns: object) -> bool:
        moved = Letter.objects.filter(pk=self.pk, state=before).update(state=after, **columns)
        if moved:
            self.state = after
        return bool(moved)


class RefusalQuerySet(models.QuerySet["Refusal"]):
    def of(self, person: Person) -> Refusal | None:
        """As long as the person's address is still the one that was refused."""
        return self.filter(person=person, address=person.email or "").first()

    def visible_to(self, _person: Person) -> RefusalQuerySet:
        """Views ask first whether somebody keeps the mail."""
        return self

    def for_list(self) -> RefusalQuerySet:
        same = self.filter(address=models.F("person__email"), person__departure=None)
        return same.select_related("person").order_by("-at", "-pk").fetch_mode(models.FETCH_RAISE)


class Refusal(models.Model):
    """That a mail server doesn't know somebody's address: nothing more is sent there until that's mended."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="refusal")
    address = models.CharField(max_length=254)
    said = models.CharField(max_length=300)
    at = models.DateTimeField(default=clock.now)

    objects = RefusalQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.address}: {self.said}"

    def lift(self) -> None:
        """What couldn't be sent since is tried again."""
        Letter.objects.failed().filter(person=self.person_id, at__gte=self.at - timedelta(days=7)).update(
            state=Letter.State.WAITING, due_at=clock.now(), attempts=0
        )
        self.delete()


class Station(models.Model):
    """How it went with a mail server last: for administrators, and `knoop doctor`."""

    name = models.CharField(max_length=4, unique=True)  # out or in
    well_at = models.DateTimeField(null=True)
    ill_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.name}: {self.fault or 'well'}"

    @classmethod
    def well(cls, name: str) -> None:
        cls.objects.update_or_create(name=name, defaults={"well_at": clock.now(), "fault": ""})

    @classmethod
    def ill(cls, name: str, fault: str) -> None:
        cls.objects.update_or_create(name=name, defaults={"ill_at": clock.now(), "fault": fault[:300]})
