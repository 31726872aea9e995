"""Meetings in a space: when and where, who comes, and who waits for a place."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from knoop.base import clock, markdown
from knoop.base.addresses import address
from knoop.base.counting import count_of
from knoop.community.meetings import policy
from knoop.community.meetings.verbs import Cancelled, Changed, Enrolled, MovedUp, Planned, Withdrawn
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.people.models import Person

LONGEST = 10_000  # characters of the text
MOVES = {"starts_at", "ends_at", "place", "link"}


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def visible_to(self, person: Person) -> MeetingQuerySet:
        return self.filter(policy.visible(person))

    def that_concern(self, person: Person) -> MeetingQuerySet:
        """In somebody's spaces, or where they enrolled."""
        enrolled = Enrolment.objects.filter(person=person).values("meeting")
        return self.filter(
            models.Q(space__in=Space.objects.of(person).values("pk")) | models.Q(pk__in=enrolled)
        )

    def coming(self, at: datetime | None = None) -> MeetingQuerySet:
        """What isn't over, soonest first."""
        return self.filter(ends_at__gt=at or clock.now()).order_by("starts_at", "pk")

    def past(self, at: datetime | None = None) -> MeetingQuerySet:
        return self.filter(ends_at__lte=at or clock.now()).order_by("-starts_at", "-pk")

    def after(self, at: datetime, pk: int) -> MeetingQuerySet:
        """The page after the meeting `pk` at `at`, in a list that shows the soonest first."""
        return self.filter(starts_at__gte=at).exclude(starts_at=at, pk__lte=pk)

    def before(self, at: datetime, pk: int) -> MeetingQuerySet:
        return self.filter(starts_at__lte=at).exclude(starts_at=at, pk__gte=pk)

    def for_list(self, person: Person) -> MeetingQuerySet:
        """Meetings with all that a list shows of them. A field not loaded here raises."""
        here = Enrolment.objects.filter(meeting=models.OuterRef("pk"))
        return (
            self.select_related("space__archival", "organiser")
            .annotate(
                going_count=count_of(here.filter(is_waiting=False), "meeting"),
                my_place=models.Subquery(here.filter(person=person).values("is_waiting")[:1]),
            )
            .fetch_mode(models.FETCH_RAISE)
        )

    @transaction.atomic
    def plan(self, by: Person, space: Space, once: UUID | None = None, **fields: object) -> Meeting:
        """A new meeting that its organiser comes to. The same form sent twice is one meeting."""
        if once and (there := self.filter(once=once, organiser=by).first()):
            return there
        meeting = self.create(space=space, organiser=by, once=once, html=_html(fields), **fields)
        Event.objects.record(by, Planned(meeting.pk, space.pk), about=meeting)
        meeting.enrol(by)
        return meeting


class Meeting(models.Model):
    space = models.ForeignKey(Space, models.PROTECT, related_name="meetings")
    organiser = models.ForeignKey(Person, models.PROTECT, related_name="meetings")
    title = models.CharField(_("what"), max_length=160)
    text = models.TextField(_("about it"), max_length=LONGEST, blank=True)
    html = models.TextField(editable=False, blank=True)
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("until"))
    place = models.CharField(_("where"), max_length=200, blank=True)
    link = models.URLField(_("link to join"), max_length=500, blank=True)
    capacity = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)
    enrol_until = models.DateTimeField(_("enrol until"), null=True, blank=True)
    series = models.UUIDField(null=True, editable=False, db_index=True)
    once = models.UUIDField(null=True, editable=False, unique=True)
    planned_at = models.DateTimeField(default=clock.now, editable=False)
    changed_at = models.DateTimeField(null=True, editable=False)
    cancelled_at = models.DateTimeField(null=True, editable=False)
    cancelled_because = models.CharField(max_length=300, blank=True, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("starts_at", "id", name="meeting_by_moment"),
            models.Index("space", "starts_at", "id", name="meeting_in_space"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="meeting_ends_later"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address("meeting", self.pk)

    @property
    def is_over(self) -> bool:
        return self.ends_at <= clock.now()

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    @property
    def is_closed(self) -> bool:
        """Too late to enrol."""
        return self.enrol_until is not None and self.enrol_until <= clock.now()

    @property
    def takes_people(self) -> bool:
        return not (self.is_over or self.is_cancelled or self.is_closed or hasattr(self.space, "archival"))

    @transaction.atomic
    def change(self, by: Person, **fields: object) -> None:
        """Other words, another time or place; more places let who waits come up."""
        meeting = Meeting.objects.select_for_update().get(pk=self.pk)
        is_moved = any(getattr(meeting, name) != fields.get(name, getattr(meeting, name)) for name in MOVES)
        for name, value in fields.items():
            setattr(meeting, name, value)
        meeting.html, meeting.changed_at = _html({"text": meeting.text}), clock.now()
        meeting.save()
        Event.objects.record(by, Changed(meeting.pk, meeting.space_id, is_moved), about=meeting)
        meeting._let_up(by)

    @transaction.atomic
    def cancel(self, by: Person, because: str = "") -> None:
        meeting = Meeting.objects.select_for_update().get(pk=self.pk)
        if meeting.is_cancelled:
            return
        meeting.cancelled_at, meeting.cancelled_because = clock.now(), because
        meeting.save(update_fields=["cancelled_at", "cancelled_because"])
        Event.objects.record(by, Cancelled(meeting.pk, meeting.space_id), about=meeting)

    @transaction.atomic
    def enrol(self, person: Person) -> Enrolment:
        """A place, or one on the waiting list when all are taken. Again changes nothing."""
        meeting = Meeting.objects.select_for_update().get(pk=self.pk)  # one at a time: places are counted
        is_waiting = meeting.free_places() == 0
        enrolment, is_new = meeting.enrolments.get_or_create(
            person=person, defaults={"is_waiting": is_waiting}
        )
        if is_new:
            Event.objects.record(person, Enrolled(meeting.pk, meeting.space_id, is_waiting), about=meeting)
        return enrolment

    @transaction.atomic
    def withdraw(self, person: Person) -> None:
        """Gives a place up; the first who waits gets it."""
        meeting = Meeting.objects.select_for_update().get(pk=self.pk)
        gone, _per_model = meeting.enrolments.filter(person=person).delete()
        if gone:
            Event.objects.record(person, Withdrawn(meeting.pk, meeting.space_id), about=meeting)
            meeting._let_up(person)

    def free_places(self) -> int | None:
        """None where there is no limit."""
        if self.capacity is None:
            return None
        return max(0, self.capacity - self.enrolments.filter(is_waiting=False).count())

    def _let_up(self, by: Person) -> None:
        if self.is_cancelled:
            return
        waiting = self.enrolments.filter(is_waiting=True).order_by("at", "pk")
        free = self.free_places()
        for enrolment in waiting if free is None else waiting[:free]:
            enrolment.is_waiting = False
            enrolment.save(update_fields=["is_waiting"])
            Event.objects.record(by, MovedUp(self.pk, self.space_id, enrolment.person_id), about=self)


class EnrolmentQuerySet(models.QuerySet["Enrolment"]):
    def in_order(self) -> EnrolmentQuerySet:
        """Who comes, then who waits, each in the order in which they enrolled."""
        return self.select_related("person").order_by("is_waiting", "at", "pk")


class Enrolment(models.Model):
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="enrolments")
    person = models.ForeignKey(Person, models.CASCADE, related_name="enrolments")
    is_waiting = models.BooleanField(default=False)
    at = models.DateTimeField(default=clock.now)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("meeting", "person", name="enrolled_once")]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.meeting_id}"


class Feed(models.Model):
    """A calendar address of one's own, which a calendar program reads without logging in."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="meeting_feed")
    key = models.UUIDField(default=uuid4, unique=True)

    def __str__(self) -> str:
        return f"calendar of {self.person_id}"

    def get_absolute_url(self) -> str:
        return address("meeting-feed", self.key)

    @classmethod
    def renewed(cls, person: Person) -> Feed:
        """A new address; the one before stops at once."""
        feed, _is_new = cls.objects.update_or_create(person=person, defaults={"key": uuid4()})
        return feed


def _html(fields: dict[str, object]) -> str:
    return markdown.render(str(fields.get("text") or ""))
