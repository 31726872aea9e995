"""A draft that one colleague wrote for another to say: it is given, opened, changed and sent by who says it.

Nobody posts for anybody else. A draft that is handed over is a draft of who gets it: they must open it before
it can be sent, in their own name, and the post then says with whom it was drafted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models, transaction

from knoop.base import clock
from knoop.community.posts.drafts import Draft
from knoop.community.posts.verbs import DraftDeclined, DraftHandedOver
from knoop.events.models import Event
from knoop.people.models import Person

if TYPE_CHECKING:
    from knoop.community.posts.models import Post

LONGEST_WORDS = 500  # of who gives a draft back
LONGEST_OPENING = 120
MOST_WAITING = 5  # drafts of one colleague that wait on the same person
# Files are of who added them, and the moment is chosen by who sends it.
STAYS_BEHIND = ("file", "had", "due_at", "once", "drafted_with")


class HandoverQuerySet(models.QuerySet["Handover"]):
    def visible_to(self, person: Person) -> HandoverQuerySet:
        return self.filter(models.Q(by=person) | models.Q(to=person))

    def waiting(self) -> HandoverQuerySet:
        """With who should say it: neither sent nor given back."""
        return self.filter(declined_at=None, draft__discarded_at=None)

    def for_giver(self, person: Person) -> HandoverQuerySet:
        """What somebody handed over and hasn't come back, the newest first."""
        mine = self.waiting().filter(by=person).select_related("to__departure")
        return mine.order_by("-at", "-pk").fetch_mode(models.FETCH_RAISE)

    def are_too_many(self, by: Person, to: Person) -> bool:
        return self.waiting().filter(by=by, to=to).count() >= MOST_WAITING

    @transaction.atomic
    def hand_over(self, draft: Draft, by: Person, to: Person) -> Handover:
        """From now on it is a draft of `to`, and of nobody else."""
        draft.author, draft.due_at, draft.held_at = to, None, None
        said = {name: said for name, said in draft.sent.items() if _goes_along(name)}
        draft.sent = said | {"once": [str(uuid4())]}
        draft.changed_at = clock.now()
        draft.save()
        fresh = {"by": by, "to": to, "at": clock.now(), "opened_at": None, "declined_at": None, "words": ""}
        fresh["opening"] = draft.opening[:LONGEST_OPENING]
        handover, _is_new = self.update_or_create(draft=draft, defaults=fresh)
        Event.objects.record(by, DraftHandedOver(draft.pk, to.pk), about=draft)
        return handover


def _goes_along(name: str) -> bool:
    return name not in STAYS_BEHIND and not name.startswith("alt-")


class Handover(models.Model):
    draft = models.OneToOneField(Draft, models.CASCADE, related_name="handover")
    by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    to = models.ForeignKey(Person, models.CASCADE, related_name="+")
    # What it began with when it was handed over: what becomes of it is for who has it.
    opening = models.CharField(max_length=LONGEST_OPENING, blank=True)
    at = models.DateTimeField(default=clock.now)
    opened_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)
    words = models.CharField(max_length=LONGEST_WORDS, blank=True)  # why it was given back

    objects = HandoverQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.by_id} → {self.to_id}: {self.draft_id}"

    @property
    def is_waiting(self) -> bool:
        return self.declined_at is None

    def open(self) -> None:
        if self.opened_at is None:
            self.opened_at = clock.now()
            self.save(update_fields=["opened_at"])

    @transaction.atomic
    def decline(self, by: Person, words: str = "") -> None:
        """It goes back to who wrote it, as a draft of theirs again."""
        if self.declined_at:
            return
        self.declined_at, self.words = clock.now(), words
        self.save(update_fields=["declined_at", "words"])
        self._give_back()
        Event.objects.record(by, DraftDeclined(self.draft_id, self.by_id), about=self.draft)

    @transaction.atomic
    def take_back(self) -> None:
        """By who handed it over: as if it never was."""
        self._give_back()
        self.delete()

    def _give_back(self) -> None:
        Draft.objects.filter(pk=self.draft_id).update(
            author=self.by, due_at=None, held_at=None, discarded_at=None, changed_at=clock.now()
        )


class DraftedWith(models.Model):
    """Who helped to draft a post; whoever reads it sees that."""

    post = models.ForeignKey("Post", models.CASCADE, related_name="helpers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint("post", "person", name="drafted_with_once")]

    def __str__(self) -> str:
        return f"{self.post_id} with {self.person_id}"


def waiting_handover(draft: Draft | None) -> Handover | None:
    """That by which `draft` came to who has it now."""
    handover = getattr(draft, "handover", None) if draft else None
    return handover if handover and handover.is_waiting else None


def say_who_helped(post: Post, people: Iterable[Person]) -> None:
    """Once; whoever wrote it isn't named beside themselves."""
    helpers = [person for person in dict.fromkeys(people) if person.pk != post.author_id]
    DraftedWith.objects.bulk_create(DraftedWith(post=post, person=helper) for helper in helpers)
    if helpers:
        post.is_helped = True
        post.save(update_fields=["is_helped"])
