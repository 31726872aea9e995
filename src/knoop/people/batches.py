"""Many people at once, from a list: looked at before anybody is let in, brought in by a job that goes on
where it was stopped. Who is here already stays as they are, so the same list twice adds nobody."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import batched
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils.text import slugify

from knoop.base import clock
from knoop.base.naming import free_name
from knoop.events.models import Event
from knoop.people.administered import leads_to
from knoop.people.codes import plain_handle
from knoop.people.models import Person, ReportingLine, Unit
from knoop.people.rows import Checked, State, checked
from knoop.people.verbs import Brought, Invited, Moved

AT_ONCE = 100  # people in one transaction


class BatchQuerySet(models.QuerySet["Batch"]):
    def visible_to(self, person: Person) -> BatchQuerySet:
        return self if person.is_a("administrator") else self.none()

    def begun(self) -> BatchQuerySet:
        return self.exclude(begun_at=None).filter(finished_at=None)

    def for_list(self) -> BatchQuerySet:
        return self.select_related("by").defer("rows").order_by("-at", "-pk").fetch_mode(models.FETCH_RAISE)


class Batch(models.Model):
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    name = models.CharField(max_length=120)  # of the file
    rows = models.JSONField()  # as they stood in it; emptied when all are in
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    people = models.JSONField(default=list)  # the ids of those who are new
    left_out = models.PositiveIntegerField(default=0)  # rows in which something was wrong
    begun_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    objects = BatchQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.total} people from {self.name}"

    @property
    def state(self) -> str:
        if self.finished_at:
            return "done"
        return "going" if self.begun_at else "looked_at"

    @property
    def known(self) -> int:
        """Who was here already."""
        return self.total - len(self.people) - self.left_out

    def forget(self, person: Person) -> None:
        """Takes somebody who is erased out of a list that isn't in yet."""
        signs = {person.handle, (person.email or person.handle).lower()}
        kept = [
            row
            for row in self.rows
            if signs.isdisjoint(
                str(row.get(key, "")).lower().removeprefix("@") for key in ("email", "handle")
            )
        ]
        for row in kept:
            if str(row.get("manager", "")).lower().removeprefix("@") in signs:
                row["manager"] = ""
        gone_before = len(self.rows[: self.done]) - sum(row in kept for row in self.rows[: self.done])
        self.rows, self.total, self.done = kept, len(kept), self.done - gone_before
        self.save(update_fields=["rows", "total", "done"])

    def begin(self) -> None:
        """Once; a second press of the button changes nothing."""
        if Batch.objects.filter(pk=self.pk, begun_at=None).update(begun_at=clock.now()):
            from knoop.people.tasks import bring_in  # the task brings in what is begun here

            transaction.on_commit(lambda: bring_in.enqueue(self.pk))

    def bring_in(self) -> None:
        while self._some():
            pass

    @transaction.atomic
    def _some(self) -> bool:
        """The next rows. False when that was all."""
        batch = Batch.objects.select_for_update().begun().filter(pk=self.pk).first()
        if batch is None:
            return False
        rows = batch.rows[batch.done : batch.done + AT_ONCE]
        if not rows:
            batch._finish()
            return False
        found = checked(rows, others=batch.rows)
        batch.people += [person.pk for person in batch._made(found)]
        batch.left_out += sum(row.state is State.WRONG for row in found)
        batch.done += len(rows)
        batch.save(update_fields=["people", "left_out", "done"])
        return True

    def _made(self, rows: Iterable[Checked]) -> list[Person]:
        new = [row for row in rows if row.state is State.NEW]
        units = _units({row.unit for row in new if row.unit})
        taken = {str(row.get("handle", "")).lower() for row in self.rows}
        taken |= set(Person.objects.values_list("handle", flat=True))
        people = []
        for row in new:
            handle = row.handle or free_name(plain_handle(row.name), taken)
            taken.add(handle)
            people.append(
                Person(
                    handle=handle,
                    name=row.name,
                    email=row.email or None,
                    title=row.title,
                    unit=units.get(row.unit.casefold()),
                    is_guest=row.is_guest,
                    password=make_password(None),
                )
            )
        made = Person.objects.bulk_create(people)
        for person in made:
            Event.objects.record(self.by, Invited(person.pk), about=person)
            if person.unit_id:
                Event.objects.record(self.by, Moved(person.pk, None, person.unit_id), about=person)
        return made

    def _finish(self) -> None:
        """Once all are there: who leads whom. Then the list itself isn't kept any longer."""
        self._lead({int(pk) for pk in self.people})
        self.rows, self.finished_at = [], clock.now()
        self.save(update_fields=["rows", "finished_at"])
        Event.objects.record(self.by, Brought(self.pk, len(self.people)), about=self)

    def _lead(self, new: set[int]) -> None:
        """Of the new ones; where the list leads in a ring, its last line is left out."""
        wanted = [row for row in checked(self.rows, others=self.rows) if row.manager]
        people = by_sign({sign for row in wanted for sign in (row.sign, row.manager)})
        leads = dict(ReportingLine.objects.values_list("person", "lead"))
        lines = []
        for row in wanted:
            person, lead = people.get(row.sign), people.get(row.manager)
            if not person or not lead or person.pk not in new or person.pk in leads:
                continue  # somebody may have said it meanwhile
            if not leads_to(person.pk, lead.pk, leads):
                leads[person.pk] = lead.pk
                lines.append(ReportingLine(person=person, lead=lead))
        ReportingLine.objects.bulk_create(lines)


def by_sign(signs: Iterable[str]) -> dict[str, Person]:
    """People by what a list names them by: their address or their username."""
    found: dict[str, Person] = {}
    for some in batched(signs, 500):
        known = Person.objects.known().annotate(address=Lower("email"))
        people = known.filter(models.Q(handle__in=some) | models.Q(address__in=some))
        for person in people:
            found[person.handle] = person
            if person.email:
                found[person.email.lower()] = person
    return found


def _units(names: Iterable[str]) -> dict[str, Unit]:
    """By name in small letters; a unit that isn't there yet is made."""
    here: dict[str, Any] = {unit.name.casefold(): unit for unit in Unit.objects.all()}
    slugs = set(Unit.objects.values_list("slug", flat=True))
    for name in names:
        if name.casefold() not in here:
            slug = free_name(slugify(name)[:100] or "unit", slugs)
            slugs.add(slug)
            here[name.casefold()] = Unit.objects.create(name=name, slug=slug)
    return here
