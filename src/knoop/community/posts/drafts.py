"""What somebody is still writing, or wrote for later: theirs alone until it is posted.

A scheduled post is a draft with a moment. It becomes a post when that moment comes, and is checked then as if
it were sent then; so nothing that isn't due can be seen, searched or counted by anybody else.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import QuerySet

from knoop.base import clock
from knoop.community.posts.kinds import Kind
from knoop.people.models import Person

if TYPE_CHECKING:
    from knoop.community.posts.forms_handing import HandOver

KEPT_AFTER_DISCARD = timedelta(days=1)


class DraftQuerySet(models.QuerySet["Draft"]):
    def visible_to(self, person: Person) -> DraftQuerySet:
        return self.filter(author=person)

    def kept(self) -> DraftQuerySet:
        return self.filter(discarded_at=None)

    def for_list(self) -> DraftQuerySet:
        """All that can still be written on or put back; what is scheduled first, soonest before later."""
        since = clock.now() - KEPT_AFTER_DISCARD
        kept = models.Q(discarded_at=None) | models.Q(discarded_at__gt=since)
        soonest = models.F("due_at").asc(nulls_last=True)
        found = self.filter(kept).select_related("handover__by__departure", "handover__to__departure")
        return found.order_by(soonest, "-changed_at", "-pk").fetch_mode(models.FETCH_RAISE)

    def discarded_long_ago(self) -> DraftQuerySet:
        return self.filter(discarded_at__lte=clock.now() - KEPT_AFTER_DISCARD)

    def due(self, now: datetime) -> QuerySet[Draft]:
        return (
            self.kept().filter(due_at__lte=now).select_related("author__departure").order_by("due_at", "pk")
        )


class Draft(models.Model):
    author = models.ForeignKey(Person, models.CASCADE, related_name="drafts")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.TELL)
    sent = models.JSONField()  # the form as it was sent: each field with its values
    due_at = models.DateTimeField(null=True)
    # When it was due and couldn't be posted; it shows why when it is opened.
    held_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(default=clock.now)
    discarded_at = models.DateTimeField(null=True)

    form: HandOver | None = None  # of a list, to hand it over by
    objects = DraftQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("author", "changed_at", name="draft_of_somebody"),
            models.Index("due_at", name="draft_due"),
        ]

    def __str__(self) -> str:
        return f"{self.author_id}: {self.opening[:60]}"

    @property
    def opening(self) -> str:
        """What it begins with, to know it by."""
        title, text = (self.sent.get(name, [""])[0] for name in ("title", "text"))
        return str(title or text)

    def change(self, kind: str, sent: dict[str, Any], due_at: datetime | None) -> None:
        self.kind, self.sent, self.due_at = kind, sent, due_at
        self.held_at, self.changed_at = None, clock.now()
        self.save()

    def hold(self) -> None:
        """It couldn't be posted when it was due: it stays, as a draft."""
        self.held_at, self.due_at = clock.now(), None
        self.save(update_fields=["held_at", "due_at"])

    def discard(self) -> None:
        if self.discarded_at is None:
            self.discarded_at = clock.now()
            self.save(update_fields=["discarded_at"])

    @transaction.atomic
    def put_back(self) -> None:
        """As a draft: what was meant for a moment isn't posted because somebody looked at it again."""
        self.discarded_at, self.due_at = None, None
        self.save(update_fields=["discarded_at", "due_at"])
