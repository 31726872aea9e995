"""Ideas for a challenge: given, supported and worked out together, then decided on one by one."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models, transaction
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.base.addresses import address
from knoop.base.counting import count_of
from knoop.community.posts import mentions
from knoop.events.models import Event
from knoop.leadership.dialogue import policy
from knoop.leadership.dialogue.verbs import IdeaDecided, IdeaGiven, IdeaJoined, IdeaRemarked, IdeaSupported
from knoop.people.models import Person

if TYPE_CHECKING:
    from knoop.leadership.dialogue.models import Dialogue

LONGEST_IDEA = 5000  # characters
LONGEST_REMARK = 2000


class Stage(StrEnum):
    """Where a challenge is; it only ever goes on to the next."""

    IDEAS = "ideas"
    DECIDING = "deciding"
    DOING = "doing"
    DONE = "done"


ACTS: dict[Stage, frozenset[str]] = {
    Stage.IDEAS: frozenset({"give", "support", "join", "remark"}),
    Stage.DECIDING: frozenset({"support", "join", "remark", "decide"}),
    Stage.DOING: frozenset({"join", "remark", "decide", "tell_result"}),
    Stage.DONE: frozenset(),
}


def stage_of(*, is_open: bool, undecided: int, is_answered: bool) -> Stage:
    """Of a challenge without ideas nothing needs deciding."""
    if is_answered:
        return Stage.DONE
    if is_open:
        return Stage.IDEAS
    return Stage.DECIDING if undecided else Stage.DOING


class NotNow(Exception):
    def __init__(self, act: str, stage: Stage) -> None:
        super().__init__(
            f"{act!r} can't be done in stage {stage.value!r}; there is {sorted(ACTS[stage]) or 'nothing'}."
        )


class Decision(models.TextChoices):
    NONE = "", _("not decided yet")
    CHOSEN = "chosen", _("chosen")
    NOT = "not", _("not chosen")


class IdeaQuerySet(models.QuerySet["Idea"]):
    def visible_to(self, person: Person) -> IdeaQuerySet:
        return self.filter(policy.visible_questions(person))

    def for_page(self, person: Person) -> IdeaQuerySet:
        """Chosen ones first, then those most support. A field not loaded here raises."""
        is_chosen = models.Case(models.When(decision=Decision.CHOSEN, then=0), default=1)
        return (
            self.select_related("by", "dialogue__by", "dialogue__space", "dialogue__unit")
            .annotate(
                support_count=_count_of(IdeaSupport),
                joining_count=_count_of(IdeaJoining),
                remark_count=_count_of(Remark),
                is_supported=models.Exists(_mine(IdeaSupport, person)),
                is_joined=models.Exists(_mine(IdeaJoining, person)),
            )
            .order_by(is_chosen, "-support_count", "pk")
            .fetch_mode(models.FETCH_RAISE)
        )

    @transaction.atomic
    def give(self, dialogue: Dialogue, by: Person, title: str, text: str, once: UUID | None = None) -> Idea:
        """The same form sent twice is one idea. Raises NotNow."""
        if once and (there := self.filter(once=once, by=by).first()):
            return there
        dialogue.must_allow("give")
        words = mentions.read(text.strip(), by)
        given = self.create(
            dialogue=dialogue, by=by, title=title.strip(), text=words.text, html=words.html, once=once
        )
        Event.objects.record(by, IdeaGiven(given.pk, dialogue.pk, dialogue.by_id), about=given)
        return given


def _count_of(model: type[models.Model]) -> Coalesce:
    return count_of(model._default_manager.filter(idea=models.OuterRef("pk")), "idea")


def _mine(model: type[models.Model], person: Person) -> models.QuerySet[models.Model]:
    return model._default_manager.filter(idea=models.OuterRef("pk"), person=person)


class Idea(models.Model):
    dialogue = models.ForeignKey("dialogue.Dialogue", models.CASCADE, related_name="ideas")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    title = models.CharField(max_length=160)
    text = models.TextField(max_length=LONGEST_IDEA, blank=True)
    html = models.TextField(editable=False, blank=True)
    at = models.DateTimeField(default=clock.now)
    decision = models.CharField(max_length=10, choices=Decision, blank=True, default=Decision.NONE)
    because = models.TextField(max_length=LONGEST_IDEA, blank=True)
    because_html = models.TextField(editable=False, blank=True)
    decided_at = models.DateTimeField(null=True, editable=False)
    once = models.UUIDField(null=True, editable=False, unique=True)

    objects = IdeaQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decision="") | ~models.Q(because=""), name="idea_decided_because"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address("idea", self.pk)

    @transaction.atomic
    def support(self, person: Person) -> None:
        self.dialogue.must_allow("support")
        _row, is_new = IdeaSupport.objects.get_or_create(idea=self, person=person)
        if is_new:
            Event.objects.record(person, IdeaSupported(self.pk, self.dialogue_id, self.by_id), about=self)

    def support_no_more(self, person: Person) -> None:
        self.supports.filter(person=person).delete()

    @transaction.atomic
    def join(self, person: Person) -> None:
        """Works it out together with who gave it."""
        self.dialogue.must_allow("join")
        _row, is_new = IdeaJoining.objects.get_or_create(idea=self, person=person)
        if is_new:
            Event.objects.record(person, IdeaJoined(self.pk, self.dialogue_id, self.by_id), about=self)

    def leave(self, person: Person) -> None:
        self.joinings.filter(person=person).delete()

    @transaction.atomic
    def remark(self, by: Person, text: str) -> Remark:
        self.dialogue.must_allow("remark")
        words = mentions.read(text.strip(), by)
        said = self.remarks.create(by=by, text=words.text, html=words.html)
        Event.objects.record(by, IdeaRemarked(self.pk, self.dialogue_id, self.by_id), about=self)
        return said

    @transaction.atomic
    def decide(self, by: Person, decision: str, because: str) -> None:
        """Chosen or not, with the reason in the leader's own words; may be changed until all is done.

        Raises NotNow, and ValueError without a reason.
        """
        if not because.strip() or decision not in (Decision.CHOSEN, Decision.NOT):
            raise ValueError(f"An idea is chosen or not, and needs a reason; this was {decision!r}.")
        self.dialogue.must_allow("decide")
        idea = Idea.objects.select_for_update().get(pk=self.pk)
        is_new = idea.decision != decision
        words = mentions.read(because.strip(), by)
        idea.decision, idea.because, idea.because_html = decision, words.text, words.html
        idea.decided_at = clock.now()
        idea.save(update_fields=["decision", "because", "because_html", "decided_at"])
        if is_new:
            Event.objects.record(by, IdeaDecided(idea.pk, idea.dialogue_id), about=idea)
        self.dialogue.promise_result()


class IdeaSupport(models.Model):
    idea = models.ForeignKey(Idea, models.CASCADE, related_name="supports")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint("idea", "person", name="supported_once_an_idea")]

    def __str__(self) -> str:
        return f"{self.idea_id} by {self.person_id}"


class IdeaJoining(models.Model):
    """Somebody works an idea out with others."""

    idea = models.ForeignKey(Idea, models.CASCADE, related_name="joinings")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint("idea", "person", name="joined_once_an_idea")]

    def __str__(self) -> str:
        return f"{self.idea_id} by {self.person_id}"


class Remark(models.Model):
    idea = models.ForeignKey(Idea, models.CASCADE, related_name="remarks")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    text = models.TextField(max_length=LONGEST_REMARK)
    html = models.TextField(editable=False)
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.idea_id} by {self.by_id}"
