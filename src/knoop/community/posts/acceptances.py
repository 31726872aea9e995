"""The answer that helped: marked by who asked or by an administrator of the space; it can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction

from knoop.base import clock
from knoop.community.posts.verbs import AcceptanceWithdrawn, Accepted
from knoop.events.models import Event
from knoop.people.models import Person

if TYPE_CHECKING:
    from knoop.community.posts.models import Comment, Post


class AcceptanceQuerySet(models.QuerySet["Acceptance"]):
    @transaction.atomic
    def mark(self, comment: Comment, by: Person) -> Acceptance:
        """In place of the answer that was marked before, if there was one."""
        before = self.select_for_update().filter(post=comment.post_id).first()
        if before and before.comment_id == comment.pk:
            return before
        if before:
            before.withdraw(by)
        acceptance = self.create(post=comment.post, comment=comment, by=by)
        facts = Accepted(acceptance.pk, *_facts(comment.post, comment), comment.post.author_id == by.pk)
        Event.objects.record(by, facts, about=comment, at=acceptance.at)
        return acceptance

    @transaction.atomic
    def unmark(self, comment: Comment, by: Person) -> None:
        acceptance = (
            self.select_for_update().select_related("comment", "post").filter(comment=comment).first()
        )
        if acceptance:
            acceptance.withdraw(by)


class Acceptance(models.Model):
    post = models.OneToOneField("Post", models.CASCADE, related_name="acceptance")
    comment = models.ForeignKey("Comment", models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = AcceptanceQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.comment_id} answers {self.post_id}"

    def withdraw(self, by: Person) -> None:
        """Inside the transaction of a verb."""
        facts = AcceptanceWithdrawn(
            self.pk, *_facts(self.post, self.comment), self.by_id == self.post.author_id
        )
        comment = self.comment
        self.delete()
        Event.objects.record(by, facts, about=comment)


def _facts(post: Post, comment: Comment) -> tuple[int, int, int, int]:
    return comment.pk, post.pk, post.space_id, comment.author_id
