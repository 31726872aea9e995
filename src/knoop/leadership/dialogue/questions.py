"""Questions of a live session: asked before and during it, voted up, answered there or afterwards in writing.

A question without a name is kept without a person, by a number by chance and with the day alone. That it was
asked is no event, nor is that of a question with a name (see verbs). Who asked can be told by nobody, so
nobody can take it back either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.base.clock import today
from knoop.base.counting import count_of
from knoop.community.posts import mentions
from knoop.events.models import Event
from knoop.leadership.dialogue import policy
from knoop.leadership.dialogue.verbs import QuestionAnswered, TakenUp
from knoop.people.models import Person

if TYPE_CHECKING:
    from knoop.leadership.dialogue.models import Dialogue

LONGEST_QUESTION = 500  # characters
LONGEST_REPLY = 4000


class State(models.TextChoices):
    OPEN = "open", _("waits")
    NOW = "now", _("answering now")
    ANSWERED = "answered", _("answered")


class QuestionQuerySet(models.QuerySet["Question"]):
    def visible_to(self, person: Person) -> QuestionQuerySet:
        return self.filter(policy.visible_questions(person))

    def waiting(self) -> QuestionQuerySet:
        return self.exclude(state=State.ANSWERED)

    def for_page(self, person: Person) -> QuestionQuerySet:
        """Most wanted first; of as many votes in an order that says nothing of who came first."""
        votes = Vote.objects.filter(question=models.OuterRef("pk"))
        return (
            self.select_related("asker")
            .annotate(
                vote_count=count_of(votes, "question"),
                is_mine=models.Exists(votes.filter(person=person)),
            )
            .order_by("-vote_count", "pk")
            .fetch_mode(models.FETCH_RAISE)
        )

    @transaction.atomic
    def ask(
        self, dialogue: Dialogue, by: Person, text: str, *, is_named: bool, once: UUID | None = None
    ) -> Question:
        """The same form sent twice is one question."""
        if once and (there := self.filter(pk=once, dialogue=dialogue).first()):
            return there
        asker = by if is_named else None
        return self.create(pk=once or uuid4(), dialogue=dialogue, asker=asker, text=text.strip())


class Question(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dialogue = models.ForeignKey("dialogue.Dialogue", models.CASCADE, related_name="questions")
    asker = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # none: without a name
    text = models.CharField(_("your question"), max_length=LONGEST_QUESTION)
    asked_on = models.DateField(default=today)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    reply = models.TextField(max_length=LONGEST_REPLY, blank=True)
    reply_html = models.TextField(editable=False, blank=True)
    answered_at = models.DateTimeField(null=True, editable=False)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("dialogue", "state", name="question_by_state")]

    def __str__(self) -> str:
        return self.text

    @property
    def is_answered(self) -> bool:
        return self.state == State.ANSWERED

    @property
    def is_now(self) -> bool:
        return self.state == State.NOW

    @transaction.atomic
    def take_up(self, by: Person) -> None:
        """Is being answered aloud; only one at a time, so another waits again."""
        rows = Question.objects.select_for_update().filter(dialogue=self.dialogue_id)
        rows.filter(state=State.NOW).exclude(pk=self.pk).update(state=State.OPEN)
        if rows.filter(pk=self.pk, state=State.OPEN).update(state=State.NOW):
            Event.objects.record(by, TakenUp(self.dialogue_id), about=self.dialogue)

    @transaction.atomic
    def answer(self, by: Person, text: str) -> None:
        """In a few words, for who wasn't there. Other words later take the place of the first."""
        question = Question.objects.select_for_update().get(pk=self.pk)
        is_first = not question.is_answered
        words = mentions.read(text.strip(), by)
        question.reply, question.reply_html = words.text, words.html
        question.state, question.answered_at = State.ANSWERED, question.answered_at or clock.now()
        question.save(update_fields=["reply", "reply_html", "state", "answered_at"])
        if is_first:
            told = tuple(
                sorted({*question.votes.values_list("person", flat=True), question.asker_id} - {None})
            )
            Event.objects.record(
                by, QuestionAnswered(self.dialogue_id, question.asker_id, told), about=self.dialogue
            )
            self.dialogue.conclude()

    @transaction.atomic
    def vote(self, person: Person) -> None:
        Vote.objects.get_or_create(question=self, person=person)

    def take_vote_back(self, person: Person) -> None:
        self.votes.filter(person=person).delete()


class Vote(models.Model):
    """Somebody wants to hear this answered too."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="votes")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint("question", "person", name="one_vote_a_person")]

    def __str__(self) -> str:
        return f"{self.question_id} by {self.person_id}"
