"""What somebody is told of, what they choose to be told of, and what they don't want to hear for a while."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models, transaction
from django.db.models import Count, Max, Min

from knoop.base import clock
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.notify import policy
from knoop.notify.arrivals import Arrived, Mailbox
from knoop.notify.choices import MailChoice
from knoop.notify.letters import Letter, Refusal, Station
from knoop.notify.reasons import COMES_THROUGH, Kind, Way
from knoop.people.models import Person

__all__ = [
    "Arrived",
    "Choice",
    "Kept",
    "Letter",
    "MailChoice",
    "Mailbox",
    "Mute",
    "Notice",
    "Refusal",
    "SpaceChoice",
    "Station",
]


class NoticeQuerySet(models.QuerySet["Notice"]):
    def visible_to(self, person: Person, thing: str = "") -> NoticeQuerySet:
        """Somebody's own notices, as long as they may see what each is about."""
        return self.filter(policy.visible(person, thing), person=person)

    def unread(self) -> NoticeQuerySet:
        return self.filter(read_at=None)

    def without_muted(self, person: Person) -> NoticeQuerySet:
        """Leaves out what they muted since they were told of it; mentions come through, as always."""
        held = Mute.objects.of(person).holding()
        ids = {what: held.filter(what=what).values("what_id") for what in Mute.What.values}
        of_things = models.Q(space__in=ids["space"]) | models.Q(thing="post", thing_id__in=ids["post"])
        muted = models.Q(actor__in=ids["person"]) | of_things & ~models.Q(reason__in=COMES_THROUGH)
        return self.exclude(pk__in=self.model.objects.filter(muted, person=person).values("pk"))

    def waiting_for(self, person: Person) -> models.QuerySet[Notice, dict[str, object]]:
        """The lines that wait for somebody."""
        waiting = self.visible_to(person).unread().filter(needs_you=True)
        return waiting.order_by().values("line").distinct()

    def grouped(self) -> models.QuerySet[Notice, dict[str, object]]:
        """A row for each line that is shown: what is of one line and was read together, newest first."""
        return (
            self.order_by()
            .values("line", "read_at")
            .annotate(
                newest=Max("pk"), oldest=Min("pk"), count=Count("actor", distinct=True), acts=Count("pk")
            )
            .order_by("-newest")
        )

    def for_lines(self) -> NoticeQuerySet:
        return self.select_related("actor", "space").fetch_mode(models.FETCH_RAISE)

    def read(self, at: datetime | None = None, *, opened: bool = False) -> datetime:
        """Marks as read what wasn't. Returns the moment, by which it can be taken back."""
        moment = at or clock.now()
        self.unread().update(read_at=moment, is_opened=opened)
        return moment

    def unread_again(self, moment: datetime) -> int:
        return self.filter(read_at=moment).update(read_at=None, is_opened=False)


class Notice(models.Model):
    """That somebody is told of one event. `line` names what is shown as one: the reason and the thing."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="notices")
    event = models.ForeignKey(Event, models.CASCADE, related_name="+")
    actor = models.ForeignKey(Person, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=20)
    line = models.CharField(max_length=60)
    needs_you = models.BooleanField()
    thing = models.CharField(max_length=12)
    thing_id = models.BigIntegerField()
    comment_id = models.BigIntegerField(null=True)
    space = models.ForeignKey(Space, models.CASCADE, null=True, related_name="+")
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    is_opened = models.BooleanField(default=False)  # read by going there, not by marking it
    digested_at = models.DateTimeField(null=True)  # when it stood in a digest

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("person", "event", name="told_once_of_an_event")]
        indexes = [
            models.Index("person", "needs_you", "read_at", name="notice_of_person"),
            models.Index("person", "thing", "thing_id", name="notice_by_thing"),
            models.Index("event", name="notice_by_event"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.line}"

    @property
    def together(self) -> NoticeQuerySet:
        """All that is shown in one line with this."""
        return Notice.objects.filter(person=self.person_id, line=self.line, read_at=self.read_at)


class MuteQuerySet(models.QuerySet["Mute"]):
    def of(self, person: Person) -> MuteQuerySet:
        return self.filter(person=person)

    def visible_to(self, person: Person) -> MuteQuerySet:
        return self.filter(person=person)

    def holding(self) -> MuteQuerySet:
        return self.filter(models.Q(until=None) | models.Q(until__gt=clock.now()))

    def mute(self, person: Person, what: str, pk: int, days: int | None) -> Mute:
        """From now on; an earlier mute of the same thing makes way."""
        until = clock.now() + timedelta(days=days) if days else None
        return self.update_or_create(
            person=person, what=what, what_id=pk, defaults={"until": until, "at": clock.now()}
        )[0]


class Mute(models.Model):
    """That somebody wants to hear nothing of a thread, a space or a person, for a while or for good."""

    class What(models.TextChoices):
        POST = "post"
        SPACE = "space"
        PERSON = "person"

    person = models.ForeignKey(Person, models.CASCADE, related_name="mutes")
    what = models.CharField(max_length=6, choices=What)
    what_id = models.BigIntegerField()
    until = models.DateTimeField(null=True)
    at = models.DateTimeField(default=clock.now)

    objects = MuteQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("person", "what", "what_id", name="muted_once")]
        indexes = [models.Index("what", "what_id", name="mute_by_what")]

    def __str__(self) -> str:
        return f"{self.person_id} mutes {self.what} {self.what_id}"


class ChoiceQuerySet(models.QuerySet["Choice"]):
    def ways_of(self, person: Person) -> dict[str, str]:
        """How somebody is told of each kind."""
        return dict.fromkeys(Kind.values, Way.HERE.value) | dict(
            self.filter(person=person).values_list("kind", "way")
        )

    @transaction.atomic
    def choose(self, person: Person, ways: dict[str, str]) -> None:
        for kind, way in ways.items():
            self.update_or_create(person=person, kind=kind, defaults={"way": way})


class Choice(models.Model):
    """How somebody wants to be told of a kind of thing; where there's none, the default counts."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    way = models.CharField(max_length=6, choices=Way)

    objects = ChoiceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("person", "kind", name="one_choice_of_a_kind")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.kind} {self.way}"


class SpaceChoice(models.Model):
    """How somebody wants to be told of new posts in one space, whatever they chose for all."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    space = models.ForeignKey(Space, models.CASCADE, related_name="+")
    way = models.CharField(max_length=6, choices=Way)

    class Meta:
        constraints = [models.UniqueConstraint("person", "space", name="one_choice_for_a_space")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.space_id}: {self.way}"


class Kept(models.Model):
    """That somebody was asked whether a space is too loud, and wants to go on hearing of it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    space = models.ForeignKey(Space, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint("person", "space", name="kept_once")]

    def __str__(self) -> str:
        return f"{self.person_id} keeps {self.space_id}"
