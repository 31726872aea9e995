"""What somebody wants by mail, and when. Who chose nothing gets nothing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.notify.times import Quiet, Turn, after_quiet, next_turn, zone_of
from knoop.people.models import Person


class When(models.TextChoices):
    NOW = "now", _("Mail me at once")
    DIGEST = "digest", _("In my digest")
    NONE = "none", _("No mail")


class MailChoiceQuerySet(models.QuerySet["MailChoice"]):
    def of(self, person: Person) -> MailChoice:
        """What somebody chose, or what it is for who chose nothing."""
        return self.filter(person=person).first() or MailChoice(person=person)

    def who_want_now(self, told: dict[int, bool]) -> list[int]:
        """Of people, each with whether it's for their first list, those who want a mail at once."""
        now = self.filter(person__in=told, person__email__contains="@").filter(
            Q(needs=When.NOW) | Q(good=When.NOW)
        )
        chosen = now.values_list("person_id", "needs", "good")
        return [pk for pk, needs, good in chosen if (needs if told[pk] else good) == When.NOW]

    def due(self) -> MailChoiceQuerySet:
        """Whose digest comes round now."""
        return self.filter(digest_at__lte=clock.now()).order_by("digest_at", "pk").select_related("person")


class MailChoice(models.Model):
    """For each of the two lists mail at once, in a digest or not; when the digest comes; when it's quiet."""

    class Often(models.TextChoices):
        DAILY = "daily", _("each day")
        WEEKLY = "weekly", _("once a week")

    person = models.OneToOneField(Person, models.CASCADE, related_name="mail_choice")
    needs = models.CharField(max_length=6, choices=When, default=When.NONE)
    good = models.CharField(max_length=6, choices=When, default=When.NONE)
    often = models.CharField(max_length=6, choices=Often, default=Often.DAILY)
    weekday = models.PositiveSmallIntegerField(default=0)  # Monday
    hour = models.PositiveSmallIntegerField(default=8)
    quiet_from = models.PositiveSmallIntegerField(null=True)
    quiet_until = models.PositiveSmallIntegerField(null=True)
    quiet_days = models.CharField(max_length=7, blank=True)  # digits; Monday is 0
    # What was told before isn't mailed any more.
    since = models.DateTimeField(default=clock.now)
    digest_at = models.DateTimeField(null=True, db_index=True)

    objects = MailChoiceQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.person_id}: {self.needs}, {self.good}"

    def when(self, needs_you: bool) -> str:
        return self.needs if needs_you else self.good

    @property
    def has_digest(self) -> bool:
        return When.DIGEST in (self.needs, self.good)

    @property
    def is_silent(self) -> bool:
        return self.needs == self.good == When.NONE

    @property
    def quiet(self) -> Quiet:
        return Quiet(self.quiet_from, self.quiet_until, self.days)

    @property
    def days(self) -> Collection[int]:
        return frozenset(map(int, self.quiet_days))

    def after_quiet(self, now: datetime) -> datetime:
        return after_quiet(self.quiet, zone_of(self.person), now)

    def plan(self, now: datetime) -> None:
        """Says when the next digest comes, after `now`; for who wants none, never."""
        turn = Turn(self.often == self.Often.WEEKLY, self.weekday, self.hour)
        at = next_turn(turn, zone_of(self.person), now) if self.has_digest else None
        self.digest_at = at and self.after_quiet(at)

    def keep(self) -> None:
        """Keeps what was chosen. A digest begins with what is told from now on."""
        now = clock.now()
        before = MailChoice.objects.of(self.person)
        begins = any(getattr(self, one) == When.DIGEST != getattr(before, one) for one in ("needs", "good"))
        if before.pk is None or begins:
            self.since = now
        self.plan(now)
        self.save()

    def stop(self, lists: Collection[str]) -> None:
        """No more mail of "needs", "good" or both."""
        for name in lists:
            setattr(self, name, When.NONE)
        self.keep()
