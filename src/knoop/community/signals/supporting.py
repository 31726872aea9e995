"""Who stands beside a signal: co-signs it, follows it, and says afterwards whether it helped."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.people.models import Person


class SupportQuerySet(models.QuerySet["Support"]):
    def in_order(self) -> SupportQuerySet:
        return self.select_related("person__departure").order_by("at", "pk").fetch_mode(models.FETCH_RAISE)


class Support(models.Model):
    """Somebody says: this is about me too."""

    signal = models.ForeignKey("Signal", models.CASCADE, related_name="supports")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)
    # The signal they came along with, when that was put together with this one.
    via = models.ForeignKey("Signal", models.SET_NULL, null=True, related_name="+")

    objects = SupportQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("signal", "person", name="supported_once")]
        indexes = [models.Index("person", "signal", name="supported_by_somebody")]

    def __str__(self) -> str:
        return f"{self.person_id} supports {self.signal_id}"


class Follow(models.Model):
    """Somebody wants to hear what comes of it, and says no more than that; nobody else sees it."""

    signal = models.ForeignKey("Signal", models.CASCADE, related_name="follows")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint("signal", "person", name="signal_followed_once")]

    def __str__(self) -> str:
        return f"{self.person_id} follows {self.signal_id}"


class Help(models.Model):
    """Whether what came of a signal helped, by who raised or supported it; once."""

    signal = models.ForeignKey("Signal", models.CASCADE, related_name="helps")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    is_helped = models.BooleanField()
    words = models.CharField(_("in your words"), max_length=500, blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint("signal", "person", name="helped_or_not_once")]

    def __str__(self) -> str:
        return f"{self.signal_id} helped {self.person_id}: {self.is_helped}"


class Link(models.Model):
    """Where what changed can be read: an address within this Knoop."""

    signal = models.ForeignKey("Signal", models.CASCADE, related_name="links")
    thing = models.CharField(max_length=10)  # "post", "page", "meeting", "file" or "signal"
    thing_id = models.BigIntegerField()
    address = models.CharField(max_length=300)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint("signal", "thing", "thing_id", name="linked_once")]

    def __str__(self) -> str:
        return f"{self.signal_id} → {self.address}"


class Reminder(models.Model):
    """That the clock told somebody of a promise: written down so that it's told once."""

    signal = models.ForeignKey("Signal", models.CASCADE, related_name="reminders")
    kind = models.CharField(max_length=12)
    promised_on = models.DateField()
    to = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint("signal", "kind", "promised_on", name="reminded_once")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.signal_id}"
