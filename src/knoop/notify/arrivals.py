"""What came in by mail: each message once, with what became of it."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.community.posts.models import Comment
from knoop.people.models import Person

ANSWERED_A_DAY = 5  # mails back to one person


class Fate(models.TextChoices):
    """Why a mail became no answer; PLACED when it did."""

    PLACED = "placed", _("became an answer")
    LOOP = "loop", _("a mail of Knoop itself")
    AUTO = "auto", _("an automatic reply")
    OVERSIZE = "oversize", _("too large")
    NO_TOKEN = "no_token", _("not addressed to a conversation")
    UNKNOWN_TOKEN = "unknown_token", _("an address that isn't Knoop's")
    EXPIRED = "expired", _("an address that is too old")
    FORGED = "forged", _("from another address than the one it was given to")
    NOT_ALLOWED = "not_allowed", _("may not answer there, or not any more")
    EMPTY = "empty", _("nothing written above the quoted text")
    TOO_LONG = "too_long", _("too long for an answer")
    UNREADABLE = "unreadable", _("couldn't be read")


# Of these nobody is told: whoever or whatever sent them isn't waiting for an answer.
UNANSWERED = {Fate.PLACED, Fate.LOOP, Fate.AUTO, Fate.UNREADABLE}


class Mailbox(models.Model):
    """How far a mailbox was read. Numbers hold as long as its UIDVALIDITY is the same."""

    name = models.CharField(max_length=300, unique=True)
    validity = models.BigIntegerField(default=0)
    last_uid = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name} to {self.last_uid}"

    def renumber(self, validity: int) -> None:
        """The server gave all messages new numbers: they are read anew, and known by what they are."""
        if self.validity != validity:
            self.validity, self.last_uid = validity, 0
            self.save()


class ArrivedQuerySet(models.QuerySet["Arrived"]):
    def refused(self) -> ArrivedQuerySet:
        return self.exclude(fate=Fate.PLACED)

    def for_list(self) -> ArrivedQuerySet:
        return self.select_related("person").order_by("-at", "-pk").fetch_mode(models.FETCH_RAISE)

    def may_answer(self, person: Person) -> bool:
        """Not more than a few a day, whatever comes in by somebody's name."""
        recent = self.filter(person=person, is_answered=True, at__gt=clock.now() - timedelta(days=1))
        return recent.count() < ANSWERED_A_DAY


class Arrived(models.Model):
    """One mail that came in. Its words are kept only where they became an answer: there."""

    fingerprint = models.CharField(max_length=64, unique=True)
    message_id = models.CharField(max_length=300, blank=True)
    sender = models.CharField(max_length=254, blank=True)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    comment = models.ForeignKey(Comment, models.SET_NULL, null=True, related_name="+")
    fate = models.CharField(max_length=13, choices=Fate)
    left_out = models.TextField(blank=True)  # why files that came along weren't taken, a line for each
    is_answered = models.BooleanField(default=False)
    at = models.DateTimeField(default=clock.now)

    objects = ArrivedQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("at", "id", name="arrived_by_moment")]

    def __str__(self) -> str:
        return f"{self.sender}: {self.fate}"
