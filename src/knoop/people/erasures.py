"""Erasing an account: asked for, waiting a week in which it can be taken back, then done in one go.

See docs/decisions for what stays and why.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.files.storage import default_storage
from django.db import connection, models, transaction

from knoop.base import clock
from knoop.events.models import Event
from knoop.people import holdings
from knoop.people.leaving import Leaving
from knoop.people.models import Person
from knoop.people.verbs import Erased, ErasureAsked, ErasureTakenBack

WAITS = timedelta(days=7)


class ErasureQuerySet(models.QuerySet["Erasure"]):
    def waiting(self) -> ErasureQuerySet:
        return self.filter(erased_at=None)

    def due(self) -> ErasureQuerySet:
        """Also one that was begun and whose files aren't all deleted yet."""
        return self.filter(done_at=None, due_at__lte=clock.now())

    @transaction.atomic
    def ask(self, person: Person, by: Person, *, takes_words: bool, at_once: bool = False) -> Erasure:
        """Raises LastAdministrator."""
        if Person.objects.filter(pk=person.pk, erasure=None).exists():
            person.must_not_be_last()
        now = clock.now()
        due = now if at_once else now + WAITS
        erasure, is_new = self.get_or_create(
            person=person, defaults={"by": by, "takes_words": takes_words, "asked_at": now, "due_at": due}
        )
        if is_new:
            Event.objects.record(by, ErasureAsked(person.pk, takes_words), about=person)
        elif at_once and erasure.erased_at is None:
            erasure.by, erasure.takes_words, erasure.due_at = by, takes_words, due
            erasure.save(update_fields=["by", "takes_words", "due_at"])
        if at_once:
            from knoop.people.tasks import erase  # the task carries out what is asked here

            transaction.on_commit(lambda: erase.enqueue(erasure.pk))
        return erasure

    @transaction.atomic
    def take_back(self, person: Person, by: Person) -> bool:
        """False when there was nothing to take back, or it is too late."""
        erasure = self.select_for_update().waiting().filter(person=person).first()
        if erasure is None:
            return False
        facts = ErasureTakenBack(person.pk, erasure.takes_words)
        erasure.delete()
        Event.objects.record(by, facts, about=person)
        return True


class Erasure(models.Model):
    person = models.OneToOneField(Person, models.CASCADE, related_name="erasure")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    takes_words = models.BooleanField(default=False)  # the person's words go too
    asked_at = models.DateTimeField(default=clock.now)
    due_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True)
    leftovers = models.JSONField(default=list)  # stored files that are still to be deleted
    done_at = models.DateTimeField(null=True)

    objects = ErasureQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("done_at", "due_at", name="erasure_due")]

    def __str__(self) -> str:
        return f"erasure of {self.person_id}"

    @property
    def is_waiting(self) -> bool:
        return self.erased_at is None

    def carry_out(self) -> None:
        """Rows in one transaction, then files and what indexes keep. Goes on where it was stopped."""
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA secure_delete = ON")  # else freed pages keep what was in them
        self._let_go()
        self.refresh_from_db()
        if self.erased_at is None or self.done_at:
            return
        for name in self.leftovers:
            default_storage.delete(name)
        for holding in holdings.known():
            if holding.afterwards:
                holding.afterwards()
        self.leftovers, self.done_at = [], clock.now()
        self.save(update_fields=["leftovers", "done_at"])

    @transaction.atomic
    def _let_go(self) -> None:
        held = Erasure.objects.select_for_update().waiting().filter(pk=self.pk, due_at__lte=clock.now())
        erasure = held.first()
        if erasure is None:
            return
        person = Person.objects.get(pk=erasure.person_id)
        leaving = Leaving(person, takes_words=erasure.takes_words)
        for holding in holdings.known():
            if holding.before:
                holding.before(leaving)
        stored: set[str] = set()
        for holding in holdings.known():
            stored |= holding.let_go(leaving)
        erasure.leftovers, erasure.erased_at = sorted(stored), clock.now()
        erasure.save(update_fields=["leftovers", "erased_at"])
        Event.objects.record(erasure.by, Erased(person.pk), about=person)


def until(person: Person) -> datetime | None:
    """When somebody's account will be erased; None where nobody asked for that."""
    found: datetime | None = (
        Erasure.objects.waiting().filter(person=person).values_list("due_at", flat=True).first()
    )
    return found
