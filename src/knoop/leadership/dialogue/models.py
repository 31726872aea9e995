"""What a leader begins and everybody takes part in: a round of questions, live questions, a challenge."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from knoop.base import clock, working_time
from knoop.base.addresses import address
from knoop.community.meetings.models import Meeting
from knoop.community.posts import mentions
from knoop.community.signals import promising
from knoop.community.spaces.models import Membership, Space
from knoop.events.models import Event
from knoop.leadership.dialogue import policy
from knoop.leadership.dialogue.days import Day, DayIsTaken, DayRemark
from knoop.leadership.dialogue.ideas import (
    ACTS,
    Decision,
    Idea,
    IdeaJoining,
    IdeaSupport,
    NotNow,
    Remark,
    Stage,
    stage_of,
)
from knoop.leadership.dialogue.questions import Question, Vote
from knoop.leadership.dialogue.rounds import NamedAnswer, RoundQuestion, Sheaf, TookPart
from knoop.leadership.dialogue.verbs import Answered, Opened
from knoop.people.models import Person, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 10_000  # characters of a text
ANSWERED_WITHIN = 10  # working days
RESULT_WITHIN = 60  # working days after what was chosen in a challenge
LEAST_FEWEST = 5  # no setting goes below it


class Kind(models.TextChoices):
    ROUND = "round", _("feedback round")
    SESSION = "session", _("live questions")
    CHALLENGE = "challenge", _("challenge")


class Refused(Exception):
    """What can't be done with a dialogue as it is now."""


class DialogueQuerySet(models.QuerySet["Dialogue"]):
    def visible_to(self, person: Person) -> DialogueQuerySet:
        return self.filter(policy.visible(person))

    def for_list(self) -> DialogueQuerySet:
        """Dialogues with all that a list shows of them. A field not loaded here raises."""
        waiting = Question.objects.filter(dialogue=models.OuterRef("pk")).waiting()
        return (
            self.select_related("by", "space", "unit")
            .annotate(has_waiting=models.Exists(waiting))
            .fetch_mode(models.FETCH_RAISE)
        )

    def running(self, at: datetime) -> DialogueQuerySet:
        """What takes answers or questions now, what ends first on top."""
        return self.filter(answered_at=None, ends_at__gt=at).order_by("ends_at", "pk")

    def waiting(self, at: datetime) -> DialogueQuerySet:
        """What has ended and waits for whoever asked, what was promised first on top."""
        return self.filter(answered_at=None, ends_at__lte=at).order_by("answer_by", "pk")

    def answered(self) -> DialogueQuerySet:
        return self.exclude(answered_at=None).order_by("-answered_at", "-pk")

    def before(self, at: datetime, pk: int) -> DialogueQuerySet:
        return self.filter(answered_at__lte=at).exclude(answered_at=at, pk__gte=pk)

    @transaction.atomic
    def open(
        self,
        by: Person,
        kind: str,
        *,
        unit: Unit | None = None,
        once: UUID | None = None,
        questions: Sequence[dict[str, object]] = (),
        **fields: object,
    ) -> Dialogue:
        """A new one. The same form sent twice is one. A unit is asked with all that is within it today."""
        if once and (there := self.filter(once=once, by=by).first()):
            return there
        words = mentions.read(str(fields.pop("text", "")), by)
        made = self.create(by=by, kind=kind, unit=unit, once=once, text=words.text, html=words.html, **fields)
        if unit:
            made.units.set(unit.with_all_below())
        for number, question in enumerate(questions, 1):
            RoundQuestion.objects.put(made, number, **question)
        Event.objects.record(by, Opened(made.pk, made.space_id, made.unit_id, kind), about=made)
        return made


def usual_fewest() -> int:
    fewest: int = settings.FEWEST_ANSWERS
    return fewest


def answered_by(ends: date) -> date:
    """The last day on which an answer to what ends on `ends` is in time."""
    return working_time.on_from(ends, ANSWERED_WITHIN, promising.free_days())


class Dialogue(models.Model):
    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(_("what it is about"), max_length=160)
    text = models.TextField(_("why you ask"), max_length=LONGEST, blank=True)
    html = models.TextField(editable=False, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="dialogues")
    # Who is asked: a space, a unit with those in `units`, or with neither all colleagues.
    space = models.ForeignKey(Space, models.PROTECT, null=True, blank=True, related_name="dialogues")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="dialogues")
    units = models.ManyToManyField(Unit, related_name="+")
    opened_at = models.DateTimeField(default=clock.now)
    starts_at = models.DateTimeField(null=True, blank=True)  # of a session
    ends_at = models.DateTimeField()
    answer_by = models.DateField()
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, blank=True, related_name="dialogues")
    is_anonymous = models.BooleanField(default=False)
    # Whether everybody who was asked reads the texts once there is an answer, or only who asked.
    shares_texts = models.BooleanField(default=False)
    # Below so many answers nothing is shown; as it was promised when the round opened.
    fewest = models.PositiveSmallIntegerField(
        default=usual_fewest, validators=[MinValueValidator(LEAST_FEWEST)]
    )
    taken_part = models.PositiveIntegerField(default=0)
    answer = models.TextField(max_length=LONGEST, blank=True)
    answer_html = models.TextField(editable=False, blank=True)
    decided_on = models.DateField(null=True, editable=False)  # when all ideas of a challenge were
    link = models.CharField(max_length=500, blank=True)  # to what changed
    answered_at = models.DateTimeField(null=True, editable=False)
    once = models.UUIDField(null=True, editable=False, unique=True)

    objects = DialogueQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("ends_at", "id", name="dialogue_by_end"),
            models.Index("answered_at", "id", name="dialogue_by_answer"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(fewest__gte=LEAST_FEWEST), name="dialogue_never_below_five"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address("dialogue", self.pk)

    @property
    def is_round(self) -> bool:
        return self.kind == Kind.ROUND

    @property
    def is_challenge(self) -> bool:
        return self.kind == Kind.CHALLENGE

    @property
    def is_open(self) -> bool:
        """Takes answers or questions."""
        return self.answered_at is None and clock.now() < self.ends_at

    @property
    def is_live(self) -> bool:
        return self.is_open and self.starts_at is not None and self.starts_at <= clock.now()

    @property
    def is_answered(self) -> bool:
        return self.answered_at is not None

    @property
    def waits(self) -> bool:
        return not self.is_open and not self.is_answered

    @property
    def is_overdue(self) -> bool:
        return self.waits and clock.today() > self.answer_by

    @property
    def answered_in_time(self) -> bool:
        return self.answered_at is not None and timezone.localdate(self.answered_at) <= self.answer_by

    @property
    def last_day(self) -> date:
        """On which it still takes answers. It ends when the next one begins."""
        return timezone.localdate(self.ends_at - timedelta(seconds=1))

    def people_asked(self) -> models.QuerySet[Person]:
        """Everybody who is asked and still here, but who asks."""
        here = Person.objects.present().exclude(pk=self.by_id)
        if self.space_id:
            return here.filter(pk__in=Membership.objects.filter(space=self.space_id).values("person"))
        here = here.filter(is_guest=False)
        return here.filter(unit__in=self.units.values("pk")) if self.unit_id else here

    @transaction.atomic
    def give_answer(self, by: Person, text: str, link: str = "") -> None:
        """Tells everybody who was asked what was heard and what comes of it; again changes nothing.

        Raises Refused while it is still open, and when there are no words.
        """
        dialogue = Dialogue.objects.select_for_update().get(pk=self.pk)
        if dialogue.is_answered:
            return
        if dialogue.is_open or not text.strip():
            raise Refused(f"Dialogue {self.pk} can't be answered: it's still open, or nothing is said.")
        if dialogue.is_challenge:
            dialogue.must_allow("tell_result")
        words = mentions.read(text.strip(), by)
        dialogue.link = link
        dialogue.answer, dialogue.answer_html = words.text, words.html
        dialogue.answered_at = clock.now()
        dialogue.save(update_fields=["answer", "answer_html", "link", "answered_at"])
        Event.objects.record(by, Answered(dialogue.pk), about=dialogue)

    @property
    def stage(self) -> Stage:
        """Of a challenge."""
        undecided = self.ideas.filter(decision=Decision.NONE).count() if not self.is_open else 0
        return stage_of(is_open=self.is_open, undecided=undecided, is_answered=self.is_answered)

    def must_allow(self, act: str) -> None:
        """Raises NotNow when `act` can't be done in the stage in which the challenge is."""
        stage = Dialogue.objects.select_for_update().get(pk=self.pk).stage  # as it is now, not as it was read
        if act not in ACTS[stage]:
            raise NotNow(act, stage)

    def promise_result(self) -> None:
        """Once all ideas are decided on, the result is what is promised; said once, it isn't put off."""
        today = clock.today()
        by = working_time.on_from(today, RESULT_WITHIN, promising.free_days())
        if Dialogue.objects.get(pk=self.pk).stage == Stage.DOING:
            Dialogue.objects.filter(pk=self.pk, decided_on=None).update(decided_on=today, answer_by=by)

    @transaction.atomic
    def conclude(self) -> None:
        """A session is over once it has ended and no question waits. No act of anybody's."""
        dialogue = Dialogue.objects.select_for_update().get(pk=self.pk)
        if dialogue.kind != Kind.SESSION or not dialogue.waits or dialogue.questions.waiting().exists():
            return
        dialogue.answered_at = clock.now()
        dialogue.save(update_fields=["answered_at"])


__all__ = [
    "Day",
    "DayIsTaken",
    "DayRemark",
    "Dialogue",
    "Idea",
    "IdeaJoining",
    "IdeaSupport",
    "NamedAnswer",
    "Question",
    "Remark",
    "RoundQuestion",
    "Sheaf",
    "TookPart",
    "Vote",
]
