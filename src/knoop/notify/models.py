"""What somebody is told of, how they want to be told, and what they don't want to hear for a while."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import Count, Max, Min

from knoop.base import clock
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.notify import policy
from knoop.notify.reasons import DEFAULTS, Kind, Way
from knoop.notify.times import Digest, next_digest
from knoop.people.models import Person

KEPT = timedelta(days=180)  # after it was read


class NoticeQuerySet(models.QuerySet["Notice"]):
    def visible_to(self, person: Person) -> NoticeQuerySet:
        """Somebody's own notices, as long as they may see what each is about."""
        return self.filter(policy.visible(person), person=person)

    def unread(self) -> NoticeQuerySet:
        return self.filter(read_at=None)

    def waiting_for(self, person: Person) -> int:
        """How many lines wait for somebody; up to a hundred. One query."""
        waiting = self.visible_to(person).unread().filter(needs_you=True)
        return waiting.order_by().values("line").distinct()[:100].count()

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

    def of_digest(self) -> NoticeQuerySet:
        """What waits for the next digest."""
        return self.unread().filter(way=Way.DIGEST, digested_at=None)


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
    way = models.CharField(max_length=6, choices=Way, default=Way.HERE)
    digested_at = models.DateTimeField(null=True)

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
        return DEFAULTS | dict(self.filter(person=person).values_list("kind", "way"))

    def pushed_to(self, person: Person) -> set[str]:
        return set(self.filter(person=person, push=True).values_list("kind", flat=True))

    @transaction.atomic
    def choose(self, person: Person, ways: dict[str, str], pushes: set[str]) -> None:
        for kind, way in ways.items():
            chosen = {"way": way, "push": kind in pushes}
            self.update_or_create(person=person, kind=kind, defaults=chosen)


class Choice(models.Model):
    """How somebody wants to be told of a kind of thing; where there's none, the default counts."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    way = models.CharField(max_length=6, choices=Way)
    push = models.BooleanField(default=False)

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


class RhythmQuerySet(models.QuerySet["Rhythm"]):
    def of(self, person: Person) -> Rhythm:
        """Somebody's rhythm, or what it is for who chose nothing."""
        return self.filter(person=person).first() or Rhythm(person=person)

    def begin(self, people: list[int]) -> None:
        """Has the digest of those who chose nothing come round too."""
        at = next_digest(Digest(), settings.TIME_ZONE, clock.now())
        begun = set(self.filter(person__in=people).values_list("person_id", flat=True))
        new = [Rhythm(person_id=pk, digest_at=at) for pk in people if pk not in begun]
        self.bulk_create(new, ignore_conflicts=True)


class Rhythm(models.Model):
    """When somebody wants their digest, and when nothing at all."""

    class Often(models.TextChoices):
        DAILY = "daily"
        WEEKLY = "weekly"
        NEVER = "never"

    person = models.OneToOneField(Person, models.CASCADE, related_name="+")
    often = models.CharField(max_length=6, choices=Often, default=Often.WEEKLY)
    weekday = models.PositiveSmallIntegerField(default=0)  # Monday
    hour = models.PositiveSmallIntegerField(default=8)
    quiet_from = models.PositiveSmallIntegerField(null=True)
    quiet_until = models.PositiveSmallIntegerField(null=True)
    digest_at = models.DateTimeField(null=True, db_index=True)

    objects = RhythmQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.person_id}: {self.often}"

    def plan(self, now: datetime) -> None:
        """Says when the next digest is, after `now`."""
        wish = Digest(self.often, self.weekday, self.hour)
        self.digest_at = next_digest(wish, zone_of(self.person), now)


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def due(self, by: str) -> DeliveryQuerySet:
        """What may go out now; also what was taken up and never finished."""
        now = clock.now()
        lost = models.Q(taken_at__lt=now - timedelta(minutes=10))
        return self.filter(models.Q(taken_at=None) | lost, by=by, done_at=None, due_at__lte=now)

    def take(self, by: str, most: int) -> list[int]:
        """The ids of what whoever calls sends now, and nobody else does."""
        with transaction.atomic():
            found = self.due(by).order_by("due_at", "pk").select_for_update(skip_locked=True)
            ids = list(found.values_list("pk", flat=True)[:most])
            self.filter(pk__in=ids).update(taken_at=clock.now())
        return ids


class Delivery(models.Model):
    """A notice that goes out, by mail or push: when, and whether it did."""

    class By(models.TextChoices):
        MAIL = "mail"
        PUSH = "push"

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="deliveries")
    by = models.CharField(max_length=4, choices=By)
    due_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("notice", "by", name="delivered_once_a_way")]
        indexes = [
            models.Index("by", "due_at", condition=models.Q(done_at=None), name="delivery_to_do"),
        ]

    def __str__(self) -> str:
        return f"{self.notice_id} by {self.by}"


class Kept(models.Model):
    """That somebody was asked whether a space is too loud, and wants to go on hearing of it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    space = models.ForeignKey(Space, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint("person", "space", name="kept_once")]

    def __str__(self) -> str:
        return f"{self.person_id} keeps {self.space_id}"


class Subscription(models.Model):
    """A browser in which somebody wants to be told, also when Knoop isn't open in it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="subscriptions")
    endpoint = models.URLField(max_length=600, unique=True)
    p256dh = models.CharField(max_length=120)
    auth = models.CharField(max_length=40)
    device = models.CharField(max_length=80, blank=True)
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.person_id}: {self.device}"


class Received(models.Model):
    """A mail that came in, and what became of it; a second time it is left alone."""

    key = models.CharField(max_length=64, unique=True)
    outcome = models.CharField(max_length=20)
    sender = models.CharField(max_length=254, db_index=True)
    was_told = models.BooleanField(default=False)  # whoever sent it, why it was refused
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.sender}: {self.outcome}"


def zone_of(person: Person) -> str:
    """The time zone somebody lives by; the organisation's if they didn't say."""
    return getattr(person, "time_zone", "") or settings.TIME_ZONE
