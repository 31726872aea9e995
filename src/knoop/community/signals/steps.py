"""What was done with a signal: each step with who, when and their words; and short remarks between them."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from knoop.base import clock, markdown, working_time
from knoop.community.signals.kinds import Act, Decision, State
from knoop.people.models import Person

LONGEST = 4000  # characters


class StepQuerySet(models.QuerySet["Step"]):
    def for_timeline(self) -> StepQuerySet:
        """In the order in which they were taken, with all that a timeline shows."""
        return (
            self.select_related("by__departure", "to__departure", "other")
            .order_by("at", "pk")
            .fetch_mode(models.FETCH_RAISE)
        )


class Step(models.Model):
    signal = models.ForeignKey("Signal", models.CASCADE, related_name="steps")
    act = models.CharField(max_length=12, choices=Act)
    state = models.CharField(max_length=12, choices=State)  # that the signal has from then on
    # None where whoever did it is hidden.
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    words = models.TextField(max_length=LONGEST, blank=True)
    html = models.TextField(blank=True, editable=False)
    decision = models.CharField(max_length=5, choices=Decision, blank=True)
    promised_on = models.DateField(null=True)  # the day that was promised for this step
    next_on = models.DateField(null=True)  # the day that this step promises
    to = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # who it was handed to
    other = models.ForeignKey("Signal", models.SET_NULL, null=True, related_name="+")

    objects = StepQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("signal", "at", "id", name="step_of_signal"),
            models.Index("act", "at", name="step_by_act"),
        ]

    def __str__(self) -> str:
        return f"{self.signal_id}: {self.act}"

    @property
    def is_kept(self) -> bool | None:
        """Whether it was done on the day that was promised or before; None where nothing was."""
        if self.promised_on is None:
            return None
        return working_time.day_of(self.at, timezone.get_default_timezone()) <= self.promised_on


class RemarkQuerySet(models.QuerySet["Remark"]):
    def for_page(self) -> RemarkQuerySet:
        return self.select_related("by__departure").order_by("at", "pk").fetch_mode(models.FETCH_RAISE)


class Remark(models.Model):
    """What somebody who sees a signal adds to it, in a few words."""

    signal = models.ForeignKey("Signal", models.CASCADE, related_name="remarks")
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    text = models.TextField(max_length=1000)
    html = models.TextField(editable=False)

    objects = RemarkQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("signal", "at", "id", name="remark_on_signal")]

    def __str__(self) -> str:
        return f"{self.by_id} on {self.signal_id}"


def rendered(words: str) -> dict[str, str]:
    """Words as they're kept: as written, and as shown."""
    return {"words": words, "html": markdown.render(words) if words else ""}
