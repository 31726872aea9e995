"""What somebody keeps to read again: a list of their own.

Keeping something is nobody else's business, so unlike other acts it records no event.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q

from knoop.base import clock
from knoop.people.models import Person

if TYPE_CHECKING:
    from knoop.community.posts.models import Comment, Post


class SavedQuerySet(models.QuerySet["Saved"]):
    def of(self, person: Person) -> SavedQuerySet:
        return self.filter(person=person)

    def before(self, at: datetime, pk: int) -> SavedQuerySet:
        return self.filter(at__lte=at).exclude(at=at, pk__gte=pk)

    def for_list(self) -> SavedQuerySet:
        """Newest first, with all that saved.html shows. A field not loaded here raises."""
        return (
            self.select_related(
                "post__space__archival",
                "post__author__departure",
                "comment__author__departure",
            )
            .order_by("-at", "-pk")
            .fetch_mode(models.FETCH_RAISE)
        )

    def keep(self, person: Person, thing: Post | Comment) -> Saved:
        return self.get_or_create(person=person, **_which(thing))[0]

    def let_go(self, person: Person, thing: Post | Comment) -> None:
        self.filter(person=person, **_which(thing)).delete()


class Saved(models.Model):
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    post = models.ForeignKey("Post", models.CASCADE, related_name="+")
    comment = models.ForeignKey(
        "Comment", models.CASCADE, null=True, related_name="+"
    )  # none: the post itself
    at = models.DateTimeField(default=clock.now)

    objects = SavedQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("person", "at", "id", name="saved_by_moment")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "post"], condition=Q(comment=None), name="post_saved_once"
            ),
            models.UniqueConstraint(
                fields=["person", "comment"], condition=Q(comment__isnull=False), name="comment_saved_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} keeps {self.comment_id or self.post_id}"

    @property
    def thing(self) -> Post | Comment:
        return self.comment or self.post


def is_saved(person: Person, word: str) -> Exists:
    """Whether `person` keeps a row of posts (word 'post') or comments ('comment')."""
    which = {"comment": OuterRef("pk")} if word == "comment" else {"post": OuterRef("pk"), "comment": None}
    return Exists(Saved.objects.filter(person=person, **which))


def _which(thing: Post | Comment) -> dict[str, object]:
    if thing.word == "comment":
        return {"comment": thing, "post_id": thing.post_id}
    return {"post": thing, "comment": None}
