"""The questions of a round and the answers to them.

What somebody answers without their name is in no row of its own. A question has a fixed number of sheaves,
and an answer goes into one of them by chance, at a place by chance: no order, no moment, no number and no
person can be read from it, however the tables are put beside each other. Answers to the questions of one
round don't point at each other either. Who took part is in sheaves of another kind, as signs that only show
that somebody did when they come back; it serves to count nobody twice and to nothing else.
"""

from __future__ import annotations

from secrets import SystemRandom
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.events.models import Event
from knoop.leadership.dialogue.verbs import TakenPart
from knoop.people.models import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knoop.leadership.dialogue.models import Dialogue

SHEAVES = 16
MOST_QUESTIONS = 5
LONGEST_ANSWER = 4000  # characters
SCALE = range(1, 6)
YES, NO = 1, 0
chance = SystemRandom()

type Value = str | int


class AnsweredAlready(Exception):
    """Somebody who took part in a round sends answers again."""


class Ask(models.TextChoices):
    OPEN = "open", _("an open question, answered in words")
    SCALE = "scale", _("a scale from 1 to 5")
    YES_NO = "yes_no", _("yes or no")


class RoundQuestionQuerySet(models.QuerySet["RoundQuestion"]):
    def put(self, dialogue: Dialogue, number: int, **fields: object) -> RoundQuestion:
        question = self.create(dialogue=dialogue, number=number, **fields)
        if dialogue.is_anonymous:
            Sheaf.objects.bulk_create(Sheaf(question=question, number=number) for number in range(SHEAVES))
            if question.number == 1:
                TookPart.objects.bulk_create(
                    TookPart(dialogue=dialogue, number=number) for number in range(SHEAVES)
                )
        return question


class RoundQuestion(models.Model):
    dialogue = models.ForeignKey("dialogue.Dialogue", models.CASCADE, related_name="round_questions")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Ask)
    words = models.CharField(max_length=300)
    low = models.CharField(max_length=60, blank=True)  # what 1 means
    high = models.CharField(max_length=60, blank=True)  # what 5 means

    objects = RoundQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint("dialogue", "number", name="round_question_has_its_number"),
            models.CheckConstraint(
                condition=models.Q(number__range=(1, MOST_QUESTIONS)), name="round_has_few_questions"
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def is_pulse(self) -> bool:
        return self.kind != Ask.OPEN

    @property
    def values(self) -> tuple[int, ...]:
        """What a pulse can be answered with, in the order in which it is shown."""
        return tuple(SCALE) if self.kind == Ask.SCALE else (YES, NO)

    def _keep(self, value: Value, group: int | None) -> None:
        """Without a name, among the others."""
        sheaf = Sheaf.objects.select_for_update().get(question=self, number=chance.randrange(SHEAVES))
        kept = [value, group] if self.is_pulse else [value, None]
        sheaf.entries.insert(chance.randint(0, len(sheaf.entries)), kept)
        sheaf.save(update_fields=["entries"])

    def unnamed(self) -> Iterator[tuple[Value, int | None]]:
        """What was answered without a name, in an order by chance; texts point at no group."""
        entries = [
            (value, group)
            for some in Sheaf.objects.filter(question=self).values_list("entries", flat=True)
            for value, group in some
        ]
        chance.shuffle(entries)
        yield from entries


class Sheaf(models.Model):
    """Some of the answers to a question, as [value, group]; which ones is chance."""

    question = models.ForeignKey(RoundQuestion, models.CASCADE, related_name="sheaves")
    number = models.PositiveSmallIntegerField()
    entries = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint("question", "number", name="sheaf_has_its_number")]

    def __str__(self) -> str:
        return f"{self.question_id}: {self.number}"


class TookPart(models.Model):
    """The signs of some of those who took part without their name, in order of the alphabet."""

    dialogue = models.ForeignKey("dialogue.Dialogue", models.CASCADE, related_name="took_part")
    number = models.PositiveSmallIntegerField()
    signs = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint("dialogue", "number", name="took_part_has_its_number")]

    def __str__(self) -> str:
        return f"{self.dialogue_id}: {self.number}"


class NamedAnswer(models.Model):
    """What somebody answered under their own name; a pulse has a value, an open question words."""

    question = models.ForeignKey(RoundQuestion, models.CASCADE, related_name="named")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    value = models.PositiveSmallIntegerField(null=True)
    words = models.TextField(max_length=LONGEST_ANSWER, blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint("question", "person", name="answered_once_by_name")]

    def __str__(self) -> str:
        return f"{self.question_id} by {self.person_id}"


def sign_of(dialogue_id: int, person_id: int) -> str:
    """What stands for a person in one round; another round has another, so that none can be put together."""
    return salted_hmac("dialogue.took_part", f"{dialogue_id}:{person_id}", algorithm="sha256").hexdigest()[
        :32
    ]


def place_of(sign: str) -> int:
    return int(sign[:8], 16) % SHEAVES


def took_part(dialogue: Dialogue, person: Person) -> bool:
    if not dialogue.is_anonymous:
        return NamedAnswer.objects.filter(question__dialogue=dialogue, person=person).exists()
    sign = sign_of(dialogue.pk, person.pk)
    found = TookPart.objects.filter(dialogue=dialogue, number=place_of(sign)).first()
    return found is not None and sign in found.signs


@transaction.atomic
def take_part(
    dialogue: Dialogue, person: Person, answers: dict[int, Value], group: int | None = None
) -> None:
    """Keeps the answers by the number of their question. Raises AnsweredAlready.

    group: the unit by which pulses may be told apart, large enough not to point at anybody; see `grouping`.
    """
    type(dialogue).objects.select_for_update().get(pk=dialogue.pk)  # one at a time: nobody twice
    if took_part(dialogue, person):
        raise AnsweredAlready
    questions = [one for one in dialogue.round_questions.all() if one.number in answers]
    if dialogue.is_anonymous:
        _sign(dialogue, person)
        for question in questions:
            question._keep(answers[question.number], group)
    else:
        NamedAnswer.objects.bulk_create(_named(one, person, answers[one.number]) for one in questions)
        Event.objects.record(person, TakenPart(dialogue.pk, dialogue.by_id), about=dialogue)
    type(dialogue).objects.filter(pk=dialogue.pk).update(taken_part=models.F("taken_part") + 1)


def _sign(dialogue: Dialogue, person: Person) -> None:
    sign = sign_of(dialogue.pk, person.pk)
    rows = TookPart.objects.select_for_update().get(dialogue=dialogue, number=place_of(sign))
    rows.signs = sorted([*rows.signs, sign])
    rows.save(update_fields=["signs"])


def _named(question: RoundQuestion, person: Person, value: Value) -> NamedAnswer:
    said: dict[str, Any] = {"value": value} if question.is_pulse else {"words": value}
    return NamedAnswer(question=question, person=person, **said)


def forget_signs(person: Person) -> None:
    """Of who is erased: that they took part. What they answered can be found by nobody."""
    for pk in TookPart.objects.filter(number=0).values_list("dialogue", flat=True):
        sign = sign_of(pk, person.pk)
        rows = TookPart.objects.filter(dialogue=pk, number=place_of(sign)).first()
        if rows and sign in rows.signs:
            rows.signs.remove(sign)
            rows.save(update_fields=["signs"])
