"""Findings: what a run saw in the network, with what it rests on; never changed afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NoReturn

from django.db import models

from knoop.base import clock
from knoop.leadership.safety.groups import may_show_group


class FindingsAreKept(Exception):
    def __init__(self) -> None:
        super().__init__("Findings are never changed. Start a new run; it makes new ones.")


class Run(models.Model):
    """One look at the whole log of events."""

    started_at = models.DateTimeField(default=clock.now)
    events = models.PositiveIntegerField(default=0)  # acts from one person to another that it read

    def __str__(self) -> str:
        return f"run {self.pk} of {self.started_at:%Y-%m-%d %H:%M}"


class FindingQuerySet(models.QuerySet["Finding"]):
    def history(self, question: str) -> FindingQuerySet:
        """What the last run found on `question`, oldest window first.

        Of the last run only: each looks at the whole log, and an earlier one ended in the middle of a month.
        """
        last = Run.objects.order_by("-pk").values("pk")[:1]
        return self.filter(question=question, run=models.Subquery(last)).order_by("until")

    def bulk_create(self, objs: Iterable[Finding], *args: Any, **kwargs: Any) -> list[Finding]:
        if kwargs.get("update_conflicts"):
            raise FindingsAreKept
        return super().bulk_create(objs, *args, **kwargs)

    def update(self, **_: object) -> NoReturn:
        raise FindingsAreKept


class Finding(models.Model):
    """An answer about a window of time. `value` has no persons in it: groups and the whole only."""

    class Question(models.TextChoices):
        STAGE = "stage"
        UNITS = "units"
        ORGANISATION = "organisation"

    run = models.ForeignKey(Run, models.CASCADE, related_name="findings")
    question = models.CharField(max_length=20, choices=Question)
    since = models.DateTimeField()
    until = models.DateTimeField()
    people = models.PositiveIntegerField()  # members in scope
    # Of them, with a tie in the window. None where that's too few to tell; then there is no value either.
    active = models.PositiveIntegerField(null=True)
    interactions = models.PositiveIntegerField(null=True)
    value = models.JSONField(default=dict)
    source = models.CharField(max_length=200)  # the measure and where it comes from

    objects = FindingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("run", "question", "until", name="one_finding_a_window")]

    def __str__(self) -> str:
        return f"{self.question} until {self.until:%Y-%m-%d}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise FindingsAreKept
        super().save(*args, **kwargs)

    @property
    def is_told(self) -> bool:
        """Whether enough people took part; asked at each reading, as the rule may have changed since."""
        return self.active is not None and may_show_group(self.active)

    @property
    def told(self) -> dict[str, Any]:
        return self.value if self.is_told else {}
