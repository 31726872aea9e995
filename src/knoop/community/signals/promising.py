"""Within how many working days a signal is answered: as the organisation says, else as Knoop does."""

from __future__ import annotations

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from knoop.base import working_time
from knoop.base.clock import today
from knoop.community.signals.kinds import Kind

ACKNOWLEDGE, TELL = "acknowledge", "tell"
USUAL: dict[str, int] = {ACKNOWLEDGE: 3, Kind.CONCERN: 5, Kind.SUGGESTION: 10, Kind.IDEA: 15, TELL: 3}
NAMES = {
    ACKNOWLEDGE: _("to acknowledge a signal"),
    Kind.CONCERN: _("to decide on a concern"),
    Kind.SUGGESTION: _("to decide on a suggestion"),
    Kind.IDEA: _("to decide on an idea"),
    TELL: _("to tell back what was decided or changed"),
}
LONGEST = 120  # working days


class Term(models.Model):
    """How many working days there are for something, where the organisation chose otherwise than usual."""

    what = models.CharField(max_length=12, unique=True, choices=NAMES)
    days = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(LONGEST)])

    def __str__(self) -> str:
        return f"{self.what}: {self.days}"


class FreeDay(models.Model):
    """A day on which the organisation is closed, besides the national holidays."""

    day = models.DateField(_("day"), unique=True)
    name = models.CharField(_("what it is"), max_length=80, blank=True)

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day}"


def terms() -> dict[str, int]:
    return USUAL | dict(Term.objects.values_list("what", "days"))


def free_days() -> frozenset[date]:
    return frozenset(FreeDay.objects.values_list("day", flat=True))


def due(what: str, since: date | None = None) -> date:
    """By when something is promised that is asked `since`, today unless said otherwise."""
    return working_time.on_from(since or today(), terms()[what], free_days())
