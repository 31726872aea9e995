"""What a leader doesn't want to be asked again today."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils import timezone

from knoop.base import clock
from knoop.people.models import Person


class SetAsideQuerySet(models.QuerySet["SetAside"]):
    def today(self, person: Person) -> set[str]:
        return set(self.filter(person=person, day=_today()).values_list("key", flat=True))

    def put(self, person: Person, key: str) -> None:
        """For today; what was set aside on other days is forgotten."""
        self.filter(person=person).exclude(day=_today()).delete()
        self.get_or_create(person=person, key=key, day=_today())


class SetAside(models.Model):
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    key = models.CharField(max_length=60)
    day = models.DateField()

    objects = SetAsideQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("person", "key", "day", name="set_aside_once_a_day")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.key}"


def _today() -> date:
    return timezone.localdate(clock.now())
