"""A day along with a team: the team offers it, a leader comes, and tells what they saw and will do."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from knoop.base import clock, working_time
from knoop.base.addresses import address
from knoop.base.clock import today
from knoop.community.posts import mentions
from knoop.community.signals import promising
from knoop.events.models import Event
from knoop.leadership.dialogue import policy
from knoop.leadership.dialogue.verbs import DayEnrolled, DayGivenBack, DayOffered, DayRemarked, DayTold
from knoop.people.models import Person, Unit

LONGEST_DAY = 5000  # characters
TOLD_WITHIN = 5  # working days after it


class DayIsTaken(Exception):
    """Another leader enrolled, or the day isn't to come any more."""


class NotYet(Exception):
    """What was seen can't be told before the day, nor without words."""


class DayQuerySet(models.QuerySet["Day"]):
    def visible_to(self, person: Person) -> DayQuerySet:
        return self.filter(policy.visible_days(person))

    def for_list(self) -> DayQuerySet:
        """Days with all that a list shows of them. A field not loaded here raises."""
        return self.select_related("by", "leader", "unit").fetch_mode(models.FETCH_RAISE)

    def offered(self) -> DayQuerySet:
        return self.filter(leader=None, on__gt=today()).order_by("on", "pk")

    def coming(self) -> DayQuerySet:
        return self.exclude(leader=None).filter(told_at=None, on__gt=today()).order_by("on", "pk")

    def waiting(self) -> DayQuerySet:
        """What was seen there isn't told yet, what was promised first on top."""
        return self.exclude(leader=None).filter(told_at=None, on__lte=today()).order_by("tell_by", "pk")

    def told(self) -> DayQuerySet:
        return self.exclude(told_at=None).order_by("-told_at", "-pk")

    def before(self, at: object, pk: int) -> DayQuerySet:
        return self.filter(told_at__lte=at).exclude(told_at=at, pk__gte=pk)

    @transaction.atomic
    def offer(self, by: Person, unit: Unit, on: date, text: str, once: UUID | None = None) -> Day:
        """The same form sent twice is one day."""
        if once and (there := self.filter(once=once, by=by).first()):
            return there
        words = mentions.read(text.strip(), by)
        tell_by = working_time.on_from(on, TOLD_WITHIN, promising.free_days())
        day = self.create(
            by=by, unit=unit, on=on, text=words.text, html=words.html, tell_by=tell_by, once=once
        )
        Event.objects.record(by, DayOffered(day.pk, unit.pk), about=day)
        return day


class Day(models.Model):
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="days")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField(_("day"))
    text = models.TextField(max_length=LONGEST_DAY)
    html = models.TextField(editable=False)
    leader = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    tell_by = models.DateField()
    seen = models.TextField(max_length=LONGEST_DAY, blank=True)
    seen_html = models.TextField(editable=False, blank=True)
    will_do = models.TextField(max_length=LONGEST_DAY, blank=True)
    will_do_html = models.TextField(editable=False, blank=True)
    told_at = models.DateTimeField(null=True, editable=False)
    once = models.UUIDField(null=True, editable=False, unique=True)

    objects = DayQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("on", "id", name="day_by_date")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(told_at=None) | (~models.Q(seen="") & ~models.Q(will_do="")),
                name="day_told_in_words",
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} on {self.on}"

    def get_absolute_url(self) -> str:
        return address("day", self.pk)

    @property
    def is_told(self) -> bool:
        return self.told_at is not None

    @property
    def is_to_come(self) -> bool:
        return self.on > today()

    @property
    def is_free(self) -> bool:
        return self.leader_id is None and self.is_to_come

    @property
    def waits(self) -> bool:
        return self.leader_id is not None and not self.is_told and not self.is_to_come

    @property
    def is_overdue(self) -> bool:
        return self.waits and today() > self.tell_by

    @transaction.atomic
    def enrol(self, leader: Person) -> None:
        """Raises DayIsTaken."""
        day = Day.objects.select_for_update().get(pk=self.pk)
        if day.leader_id == leader.pk:
            return
        if not day.is_free:
            raise DayIsTaken
        day.leader = leader
        day.save(update_fields=["leader"])
        Event.objects.record(leader, DayEnrolled(day.pk, day.by_id), about=day)

    @transaction.atomic
    def give_back(self, leader: Person) -> None:
        """Before the day, so that another leader may come. Afterwards it is theirs to tell of."""
        day = Day.objects.select_for_update().get(pk=self.pk)
        if day.leader_id == leader.pk and day.is_to_come:
            day.leader = None
            day.save(update_fields=["leader"])
            Event.objects.record(leader, DayGivenBack(day.pk, day.by_id), about=day)

    @transaction.atomic
    def tell(self, by: Person, seen: str, will_do: str) -> None:
        """What the leader saw and will do, both. Once told it stays. Raises NotYet."""
        day = Day.objects.select_for_update().get(pk=self.pk)
        if day.is_told:
            return
        if not day.waits or not seen.strip() or not will_do.strip():
            raise NotYet
        said, done = mentions.read(seen.strip(), by), mentions.read(will_do.strip(), by)
        day.seen, day.seen_html, day.will_do, day.will_do_html = said.text, said.html, done.text, done.html
        day.told_at = clock.now()
        day.save(update_fields=["seen", "seen_html", "will_do", "will_do_html", "told_at"])
        Event.objects.record(by, DayTold(day.pk, day.unit_id), about=day)

    @transaction.atomic
    def remark(self, by: Person, text: str) -> DayRemark:
        words = mentions.read(text.strip(), by)
        said = self.remarks.create(by=by, text=words.text, html=words.html)
        Event.objects.record(by, DayRemarked(self.pk, self.leader_id or self.by_id), about=self)
        return said


class DayRemark(models.Model):
    """What somebody of the team says to what the leader saw and will do, and the leader to that."""

    day = models.ForeignKey(Day, models.CASCADE, related_name="remarks")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    text = models.TextField(max_length=2000)
    html = models.TextField(editable=False)
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.day_id} by {self.by_id}"
