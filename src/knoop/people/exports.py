"""All that is kept of somebody, to take along: a ZIP made by a job, there for a week, for them alone.

What is in it stands in docs/export-person.md.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction

from knoop.base import clock
from knoop.base.naming import free_name, unguessable
from knoop.events.models import Event
from knoop.people import holdings
from knoop.people.models import Person
from knoop.people.verbs import ExportAsked, ExportMade

KEPT = timedelta(days=7)
FORMAT = "knoop.person/1"


class ExportQuerySet(models.QuerySet["Export"]):
    def of(self, person: Person) -> ExportQuerySet:
        return self.filter(person=person)

    def visible_to(self, person: Person) -> ExportQuerySet:
        """Nobody has somebody else's, whatever their role; what is too old is gone."""
        return self.of(person).exclude(made_at__lte=clock.now() - KEPT)

    def too_old(self) -> ExportQuerySet:
        return self.filter(made_at__lte=clock.now() - KEPT)

    @transaction.atomic
    def ask(self, person: Person) -> Export:
        """One at a time: while one is being made, asking again is the same one."""
        Person.objects.select_for_update().filter(pk=person.pk).first()
        there = self.filter(person=person, made_at=None).first()
        if there:
            return there
        export = self.create(person=person)
        Event.objects.record(person, ExportAsked(export.pk), about=export)
        from knoop.people.tasks import make_export  # the task makes what is asked here

        transaction.on_commit(lambda: make_export.enqueue(export.pk))
        return export


class Export(models.Model):
    person = models.ForeignKey(Person, models.CASCADE, related_name="exports")
    asked_at = models.DateTimeField(default=clock.now)
    made_at = models.DateTimeField(null=True)
    stored_as = models.CharField(max_length=100, blank=True)
    size = models.PositiveBigIntegerField(default=0)

    objects = ExportQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("made_at", name="export_by_age")]

    def __str__(self) -> str:
        return f"export of {self.person_id}"

    @property
    def until(self) -> datetime | None:
        return self.made_at + KEPT if self.made_at else None

    @property
    def file_name(self) -> str:
        return f"knoop-{self.person.handle}-{self.asked_at:%Y-%m-%d}.zip"

    def make(self) -> None:
        """Safe to run twice: what is made isn't made again."""
        if self.made_at:
            return
        with tempfile.TemporaryFile() as made:
            write(self.person, made)
            self.size = made.tell()
            made.seek(0)
            self.stored_as = default_storage.save(f"exports/{unguessable()}.zip", File(made))
        with transaction.atomic():
            self.made_at = clock.now()
            kept = Export.objects.filter(pk=self.pk, made_at=None)
            if kept.update(made_at=self.made_at, stored_as=self.stored_as, size=self.size):
                Event.objects.record(self.person, ExportMade(self.pk, self.person_id), about=self)
                transaction.on_commit(self._replace)
                return
        default_storage.delete(self.stored_as)  # made twice, or nobody wants it any more

    def _replace(self) -> None:
        """The newest is enough: it holds all that those before it did."""
        for older in Export.objects.filter(person=self.person_id, pk__lt=self.pk).exclude(made_at=None):
            older.throw_away()

    def throw_away(self) -> None:
        default_storage.delete(self.stored_as)
        self.delete()


def write(person: Person, out: IO[bytes]) -> None:
    """A ZIP with a JSON file for each room, and the person's own files."""
    with ZipFile(out, "w", ZIP_DEFLATED) as parcel:
        rooms = []
        for holding in holdings.known():
            if lists := {name: rows for name, rows in _listed(holding.exported(person)).items() if rows}:
                rooms.append({"file": f"{holding.key}.json", "about": str(holding.title)})
                parcel.writestr(f"{holding.key}.json", _json(lists))
            if holding.files:
                _add_files(parcel, holding.key, holding.files(person))
        about = {"format": FORMAT, "made": clock.now(), "username": person.handle, "files": rooms}
        parcel.writestr("knoop.json", _json(about))


def _listed(lists: dict[str, Iterable[Any]]) -> dict[str, list[Any]]:
    return {name: list(rows) for name, rows in lists.items()}


def _json(value: object) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)


def _add_files(parcel: ZipFile, folder: str, files: Iterable[tuple[str, str]]) -> None:
    taken: set[str] = set()
    for name, stored_as in files:
        unique = _free(name.replace("/", "_"), taken)
        taken.add(unique)
        if default_storage.exists(stored_as):
            with default_storage.open(stored_as) as held, parcel.open(f"{folder}/{unique}", "w") as place:
                shutil.copyfileobj(held, place)


def _free(name: str, taken: set[str]) -> str:
    """Two files of one name lie beside each other as plan.pdf and plan-2.pdf."""
    stem, dot, ending = name.rpartition(".")
    if not dot:
        return free_name(name, taken)
    alike = {one.removesuffix(f".{ending}") for one in taken if one.endswith(f".{ending}")}
    return f"{free_name(stem, alike)}.{ending}"
