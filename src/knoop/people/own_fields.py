"""Lines of the profile that this organisation adds: a diploma, a radio call sign, a locker."""

from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.people.models import Person


class OwnFieldQuerySet(models.QuerySet["OwnField"]):
    def current(self) -> OwnFieldQuerySet:
        return self.filter(retired_at=None)


class OwnField(models.Model):
    label_nl = models.CharField(_("name in Dutch"), max_length=60)
    label_en = models.CharField(_("name in English"), max_length=60)
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

    def retire(self) -> None:
        self.retired_at = self.retired_at or clock.now()
        self.save(update_fields=["retired_at"])

    def come_back(self) -> None:
        self.retired_at = None
        self.save(update_fields=["retired_at"])


class OwnAnswer(models.Model):
    person = models.ForeignKey(Person, models.CASCADE, related_name="own_answers")
    field = models.ForeignKey(OwnField, models.CASCADE, related_name="answers")
    words = models.CharField(max_length=300)

    class Meta:
        ordering = ["field__position", "field_id"]
        constraints = [models.UniqueConstraint("person", "field", name="one_answer_a_field")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.field_id}"
