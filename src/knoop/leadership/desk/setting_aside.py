"""What a leader doesn't want to be asked again today."""

from __future__ import annotations

from django.db import models

from knoop.base import clock
from knoop.people.models import Person


class SetAsideQuerySet(models.QuerySet["SetAside"]):
    def today(self, person: Person) -> set[str]:
        return set(self.filter(person=person, day=clock.today()).values_list("key", flat=True))

    def put(self, person: Person, key: str) -> None:
        """For today; what was set aside on other days is forgotten."""
        self.filter(person=person).exclude(day=clock.today()).delete()
        self.get_or_create(person=person, key=key, day=clock.today())


class SetAside(models.Model):
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    key = models.CharField(max_length=60)
    day = models.DateField()

    objects = SetAsideQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("person", "key", "day", name="set_aside_once_a_day")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.key}"
