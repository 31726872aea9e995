"""Lines of the profile that this organisation adds: a diploma, a radio call sign, a locker."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.events.models import Event
from knoop.people import policy
from knoop.people.fields import Readers
from knoop.people.models import Person
from knoop.people.verbs import FieldAdded, FieldCameBack, FieldChanged, FieldRetired

if TYPE_CHECKING:
    from collections.abc import Mapping


class OwnFieldQuerySet(models.QuerySet["OwnField"]):
    def visible_to(self, person: Person) -> OwnFieldQuerySet:
        """To change them; what people say in them is seen by whom each chose."""
        return self if policy.may_administer(person) else self.none()

    def current(self) -> OwnFieldQuerySet:
        return self.filter(retired_at=None)

    def in_directory(self) -> OwnFieldQuerySet:
        return self.current().filter(is_facet=True)

    def for_list(self) -> OwnFieldQuerySet:
        """Fields with how many people filled each in."""
        return self.annotate(answer_count=models.Count("answers")).fetch_mode(models.FETCH_RAISE)

    @transaction.atomic
    def add(self, by: Person, words: Mapping[str, object]) -> OwnField:
        last = self.aggregate(last=models.Max("position"))["last"] or 0
        field = self.create(position=last + 1, **words)
        Event.objects.record(by, FieldAdded(field.pk), about=field)
        return field


class OwnField(models.Model):
    class Kind(models.TextChoices):
        TEXT = "text", _("a line of text")
        CHOICE = "choice", _("one of a few choices")
        DATE = "date", _("a date")
        LINK = "link", _("a link")

    label_nl = models.CharField(_("name in Dutch"), max_length=60)
    label_en = models.CharField(_("name in English"), max_length=60)
    kind = models.CharField(_("kind"), max_length=6, choices=Kind, default=Kind.TEXT)
    choices = models.JSONField(_("choices"), default=list, blank=True)
    # While somebody hasn't chosen themselves.
    readers = models.CharField(_("who reads it"), max_length=10, choices=Readers, default=Readers.COLLEAGUES)
    is_facet = models.BooleanField(_("people can be looked for by it"), default=False)
    position = models.PositiveSmallIntegerField(default=0)
    # What people answered stays until they're gone, so that a field put away by mistake comes back whole.
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = OwnFieldQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.label

    @property
    def key(self) -> str:
        return f"own-{self.pk}"

    @property
    def label(self) -> str:
        return self.label_en if get_language() == "en" else self.label_nl

    def in_words(self, said: str) -> str:
        """An answer as it is read; a date is kept as 2026-11-25."""
        if self.kind != self.Kind.DATE:
            return said
        day = _day(said)
        return date_format(day, _now("j F Y")) if day else said

    def address(self, said: str) -> str:
        """Where an answer leads to."""
        is_link = self.kind == self.Kind.LINK and said.startswith(("https://", "http://"))
        return said if is_link else ""

    @transaction.atomic
    def change(self, by: Person, words: Mapping[str, object]) -> None:
        for name, value in words.items():
            setattr(self, name, value)
        self.save(update_fields=list(words))
        Event.objects.record(by, FieldChanged(self.pk), about=self)

    @transaction.atomic
    def move(self, by: Person, steps: int) -> None:
        """Up (-1) or down (1) among the fields that are shown."""
        fields = list(OwnField.objects.select_for_update().current())
        at = next((place for place, one in enumerate(fields) if one.pk == self.pk), None)
        if at is None or not 0 <= at + steps < len(fields):
            return
        fields.insert(at + steps, fields.pop(at))
        for place, one in enumerate(fields, 1):
            one.position = place
        OwnField.objects.bulk_update(fields, ["position"])
        Event.objects.record(by, FieldChanged(self.pk), about=self)

    @transaction.atomic
    def retire(self, by: Person) -> None:
        if self.retired_at is None:
            self.retired_at = clock.now()
            self.save(update_fields=["retired_at"])
            Event.objects.record(by, FieldRetired(self.pk), about=self)

    @transaction.atomic
    def come_back(self, by: Person) -> None:
        if self.retired_at is not None:
            self.retired_at = None
            self.save(update_fields=["retired_at"])
            Event.objects.record(by, FieldCameBack(self.pk), about=self)


def _day(said: str) -> date | None:
    try:
        return parse_date(said)
    except ValueError:
        return None


class OwnAnswer(models.Model):
    person = models.ForeignKey(Person, models.CASCADE, related_name="own_answers")
    field = models.ForeignKey(OwnField, models.CASCADE, related_name="answers")
    words = models.CharField(max_length=300)

    class Meta:
        ordering = ["field__position", "field_id"]
        constraints = [models.UniqueConstraint("person", "field", name="one_answer_a_field")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.field_id}"
