"""What colleagues ask a leader in the open, and what the leader answers; what isn't answered is seen too."""

from __future__ import annotations

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from knoop.base import clock, markdown
from knoop.events.models import Event
from knoop.leadership.desk import policy
from knoop.leadership.desk.verbs import LeaderAnswered, LeaderAsked
from knoop.people.models import Person

LONGEST_QUESTION = 500
LONGEST_ANSWER = 4000


class QuestionQuerySet(models.QuerySet["LeaderQuestion"]):
    def visible_to(self, person: Person) -> QuestionQuerySet:
        return self.filter(policy.visible_questions(person))

    def for_page(self) -> QuestionQuerySet:
        """Those that wait first, the longest on top; then what was answered last."""
        return (
            self.select_related("by__departure", "to")
            .annotate(is_waiting=models.Q(answered_at=None))
            .order_by("-is_waiting", models.F("answered_at").desc(nulls_first=True), "asked_at", "pk")
            .fetch_mode(models.FETCH_RAISE)
        )

    def waiting_for(self, leader: Person) -> QuestionQuerySet:
        return self.filter(to=leader, answered_at=None).for_page()

    @transaction.atomic
    def ask(self, by: Person, to: Person, text: str) -> LeaderQuestion:
        made = self.create(by=by, to=to, text=text)
        Event.objects.record(by, LeaderAsked(made.pk, to.pk), about=made)
        return made


class LeaderQuestion(models.Model):
    to = models.ForeignKey(Person, models.CASCADE, related_name="questions_to_them")
    by = models.ForeignKey(Person, models.CASCADE, related_name="questions_to_leaders")
    text = models.CharField(_("your question"), max_length=LONGEST_QUESTION)
    asked_at = models.DateTimeField(default=clock.now)
    answer = models.TextField(_("your answer"), max_length=LONGEST_ANSWER, blank=True)
    html = models.TextField(editable=False, blank=True)
    answered_at = models.DateTimeField(null=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("to", "answered_at", name="question_to_leader")]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return f"{reverse('ledger', args=[self.to.handle])}#question-{self.pk}"

    @transaction.atomic
    def say(self, by: Person, answer: str) -> None:
        """The answer, by the leader alone; again to put it otherwise."""
        is_first = self.answered_at is None
        self.answer, self.html = answer, markdown.render(answer)
        self.answered_at = self.answered_at or clock.now()
        self.save(update_fields=["answer", "html", "answered_at"])
        if is_first:
            Event.objects.record(by, LeaderAnswered(self.pk, self.by_id), about=self)
