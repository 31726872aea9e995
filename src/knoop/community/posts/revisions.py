"""What a post or answer said before it was changed or withdrawn."""

from __future__ import annotations

from datetime import timedelta

from django.db import models

from knoop.base import clock

# How long the author can take a withdrawal back; then the words are gone for good.
UNDO = timedelta(days=1)


class RevisionQuerySet(models.QuerySet["Revision"]):
    def newest_first(self) -> RevisionQuerySet:
        return self.order_by("-until", "-pk")


class Revision(models.Model):
    """Words as they stood until a moment."""

    title = models.CharField(max_length=160, blank=True)
    text = models.TextField()
    html = models.TextField()
    until = models.DateTimeField(default=clock.now)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.text[:60]


class PostRevision(Revision):
    thing = models.ForeignKey("Post", models.CASCADE, related_name="revisions")


class CommentRevision(Revision):
    thing = models.ForeignKey("Comment", models.CASCADE, related_name="revisions")
