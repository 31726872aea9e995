"""What a leader says of themselves on their ledger, and when they can be found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from knoop.base import clock, markdown
from knoop.events.models import Event
from knoop.leadership.desk import policy
from knoop.leadership.desk.verbs import Booked, BookingCancelled
from knoop.people.models import Person

LONGEST_VISION = 4000
PIECE = timedelta(minutes=15)
AHEAD = timedelta(days=15)  # how far one can book
LONGEST_ABOUT = 200


class SlotIsTaken(Exception):
    def __init__(self, starts_at: datetime) -> None:
        super().__init__(f"The quarter of an hour at {starts_at:%Y-%m-%d %H:%M} is taken. Choose another.")


class LeaderPage(models.Model):
    person = models.OneToOneField(Person, models.CASCADE, related_name="leader_page")
    vision = models.TextField(_("what I want to work towards"), max_length=LONGEST_VISION, blank=True)
    html = models.TextField(editable=False, blank=True)
    # Whether everybody sees how often they answered in time; where the organisation says so, they do anyway.
    shows_record = models.BooleanField(_("everybody may see how often I answer in time"), default=False)

    def __str__(self) -> str:
        return f"{self.person_id}"

    def say(self, vision: str, *, shows_record: bool) -> None:
        self.vision, self.html, self.shows_record = vision, markdown.render(vision), shows_record
        self.save()


class OfficeHour(models.Model):
    """Each week on the same day, in quarters of an hour that colleagues book."""

    leader = models.ForeignKey(Person, models.CASCADE, related_name="office_hours")
    weekday = models.PositiveSmallIntegerField(_("day"), validators=[MaxValueValidator(6)])  # 0: Monday
    begins = models.TimeField(_("from"))
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), default=60, validators=[MinValueValidator(15), MaxValueValidator(240)]
    )
    place = models.CharField(_("where"), max_length=120, blank=True)

    class Meta:
        ordering = ["weekday", "begins"]

    def __str__(self) -> str:
        return f"{self.leader_id}: day {self.weekday}, {self.begins}"

    @property
    def day_name(self) -> str:
        return str(WEEKDAYS[self.weekday]).capitalize()

    @property
    def ends(self) -> time:
        return (datetime.combine(datetime.min, self.begins) + timedelta(minutes=self.minutes)).time()

    def pieces(self, now: datetime) -> Iterator[datetime]:
        """The quarters of an hour that begin after `now`, as far ahead as one can book."""
        today = timezone.localdate(now)
        for days in range(AHEAD.days):
            day = today + timedelta(days=days)
            if day.weekday() != self.weekday:
                continue
            first = timezone.make_aware(datetime.combine(day, self.begins))
            for number in range(self.minutes // 15):
                if first + number * PIECE > now:
                    yield first + number * PIECE

    @transaction.atomic
    def book(self, by: Person, starts_at: datetime, about: str) -> Booking:
        """Raises SlotIsTaken."""
        if starts_at not in self.pieces(clock.now()):
            raise SlotIsTaken(starts_at)
        try:
            with transaction.atomic():
                booking = self.bookings.create(person=by, starts_at=starts_at, about=about)
        except IntegrityError:
            raise SlotIsTaken(starts_at) from None
        Event.objects.record(by, Booked(booking.pk, self.leader_id), about=booking)
        return booking


class BookingQuerySet(models.QuerySet["Booking"]):
    def visible_to(self, person: Person) -> BookingQuerySet:
        return self.filter(policy.visible_bookings(person))

    def coming(self) -> BookingQuerySet:
        return self.filter(starts_at__gt=clock.now()).select_related("hour", "person").order_by("starts_at")


class Booking(models.Model):
    hour = models.ForeignKey(OfficeHour, models.CASCADE, related_name="bookings")
    person = models.ForeignKey(Person, models.CASCADE, related_name="bookings_made")
    starts_at = models.DateTimeField()
    about = models.CharField(max_length=LONGEST_ABOUT, blank=True)

    objects = BookingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("hour", "starts_at", name="booked_once")]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.starts_at}"

    @transaction.atomic
    def cancel(self, by: Person) -> None:
        whom = self.hour.leader_id if by.pk == self.person_id else self.person_id
        Event.objects.record(by, BookingCancelled(self.pk, whom), about=self)
        self.delete()


def free_pieces(leader: Person, most: int = 8) -> list[tuple[OfficeHour, datetime]]:
    """The first that can still be booked. Two queries."""
    now = clock.now()
    hours = list(leader.office_hours.all())
    taken = set(Booking.objects.filter(hour__in=hours, starts_at__gt=now).values_list("hour_id", "starts_at"))
    free = [(hour, at) for hour in hours for at in hour.pieces(now) if (hour.pk, at) not in taken]
    return sorted(free, key=lambda one: one[1])[:most]
