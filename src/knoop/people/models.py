"""People, the units they work in, and who leads whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.tokens import default_token_generator
from django.core.validators import RegexValidator
from django.db import DEFAULT_DB_ALIAS, models, transaction
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.functional import cached_property
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.base.addresses import address
from knoop.base.counting import count_of
from knoop.base.images import Square
from knoop.base.naming import folded
from knoop.events.models import Event
from knoop.people import faces, policy
from knoop.people.administered import Administered
from knoop.people.fields import Profile, shown
from knoop.people.naming import Name
from knoop.people.verbs import (
    Appointed,
    BecameColleague,
    BecameGuest,
    Described,
    Invited,
    Moved,
    ShownFace,
)

HANDLE = RegexValidator(
    r"^[a-z0-9](?:[a-z0-9._-]{0,58}[a-z0-9])?$", _("Use small letters, digits, dots and dashes.")
)


LOOKS = [("light", _("Light")), ("dark", _("Dark"))]
LOOKED_IN = {"name", "handle", "title", "about", "working_on"}
FOLDED = ("folded", "folded_about", "folded_working_on")


class UnitQuerySet(models.QuerySet["Unit"]):
    def visible_to(self, person: Person) -> UnitQuerySet:
        return self if policy.may_see_organisation(person) else self.none()

    def for_chart(self) -> UnitQuerySet:
        """Units with how many people work in each and how many units are right below it."""
        people = Person.objects.present().filter(unit=models.OuterRef("pk"))
        below = Unit.objects.filter(above=models.OuterRef("pk"))
        return self.annotate(people_count=count_of(people, "unit"), below_count=count_of(below, "above"))


class Unit(models.Model):
    name = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(max_length=120, unique=True)
    above = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="below")

    objects = UnitQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("unit", self.slug)

    def with_all_below(self) -> set[int]:
        """The ids of this unit and of all within it, in one query."""
        below: dict[int | None, list[int]] = {}
        for pk, above in Unit.objects.values_list("pk", "above"):
            below.setdefault(above, []).append(pk)
        found, open_ = set(), [self.pk]
        while open_:
            at = open_.pop()
            if at not in found:
                found.add(at)
                open_ += below.get(at, [])
        return found

    def all_above(self) -> list[Unit]:
        """The units it is within, the highest first; a ring ends where it began."""
        by_pk, found = Unit.objects.in_bulk(), []
        at = by_pk.get(self.above_id)
        while at is not None and at not in found and at.pk != self.pk:
            found.append(at)
            at = by_pk.get(at.above_id)
        return found[::-1]


class PersonQuerySet(models.QuerySet["Person"]):
    def visible_to(self, person: Person) -> PersonQuerySet:
        return self.filter(policy.visible(person))

    def present(self) -> PersonQuerySet:
        return self.filter(departure=None)

    def known(self) -> PersonQuerySet:
        """All but those of whom nobody may know any more who they were."""
        return self.filter(erased_at=None)

    def with_username(self, typed: str) -> Person | None:
        """Who works here and has this username, typed with or without the @ of a mention."""
        return self.present().filter(handle=typed.strip().removeprefix("@").lower()).first()

    def for_directory(self) -> PersonQuerySet:
        """People with all that directory.html shows. A field not loaded here raises."""
        return self.select_related("unit", "departure").order_by("name", "pk").fetch_mode(models.FETCH_RAISE)

    def with_count_led(self) -> PersonQuerySet:
        led = ReportingLine.objects.filter(lead=models.OuterRef("pk"), person__departure=None)
        return self.annotate(led_count=count_of(led, "lead"))

    def leading(self) -> PersonQuerySet:
        """Who leads somebody, with how many."""
        return self.present().for_directory().with_count_led().filter(led_count__gt=0)

    def bulk_create(self, objs: Iterable[Person], *args: Any, **kwargs: Any) -> list[Person]:
        people = list(objs)
        for person in people:
            person.fold()
        return super().bulk_create(people, *args, **kwargs)

    def joined_last(self) -> PersonQuerySet:
        return (
            self.present().filter(is_guest=False).order_by("-joined_at", "pk").fetch_mode(models.FETCH_RAISE)
        )

    def for_profile(self) -> PersonQuerySet:
        """People with all that profile.html shows."""
        return self.select_related("unit", "departure", "reporting_line__lead").prefetch_related(
            models.Prefetch("leads", ReportingLine.objects.present().select_related("person__unit")),
            "appointments",
            "own_answers__field",
        )


class People(BaseUserManager.from_queryset(PersonQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, handle: str) -> Person:
        """By handle or mail address, whichever was typed at log-in."""
        typed = handle.strip().lower()
        which = models.Q(email__iexact=typed) if "@" in typed else models.Q(handle=typed)
        person: Person = self.select_related("departure", "lock").get(which)
        return person


class Person(Administered, AbstractBaseUser):
    handle = models.CharField(_("username"), max_length=60, unique=True, validators=[HANDLE])
    name = Name(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"), null=True, blank=True, unique=True)
    title = models.CharField(_("title"), max_length=160, blank=True)
    about = models.TextField(_("ask me about"), max_length=1000, blank=True)
    working_on = models.TextField(_("working on"), max_length=1000, blank=True)
    pronouns = models.CharField(_("pronouns"), max_length=40, blank=True)
    location = models.CharField(_("location"), max_length=120, blank=True)
    languages = models.CharField(_("languages"), max_length=160, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    mobile = models.CharField(_("mobile phone"), max_length=40, blank=True)
    birthday = models.DateField(_("birthday"), null=True, blank=True)  # the year says nothing: always 2000
    started_on = models.DateField(_("works here since"), null=True, blank=True)
    # Line of the profile → who reads it, where that isn't the usual; see fields.py.
    readers = models.JSONField(default=dict, blank=True)
    photo = models.CharField(max_length=20, blank=True)  # a name that changes with the photo
    unit = models.ForeignKey(Unit, models.SET_NULL, null=True, blank=True, related_name="people")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=40, blank=True)
    look = models.CharField(_("look"), max_length=5, choices=LOOKS, blank=True)
    joined_at = models.DateTimeField(default=clock.now)
    welcomed_at = models.DateTimeField(null=True, blank=True)
    welcome_step = models.PositiveSmallIntegerField(default=1)
    # The same words without accents and capitals, to look in.
    folded = models.TextField(editable=False, default="")
    folded_about = models.TextField(editable=False, default="")
    folded_working_on = models.TextField(editable=False, default="")
    # From outside the organisation: sees only the spaces they're in and who is in them.
    is_guest = models.BooleanField(default=False)
    # From then on the row says nothing of who it was: it holds together what stays of a conversation.
    erased_at = models.DateTimeField(null=True, blank=True, editable=False)

    USERNAME_FIELD = "handle"
    EMAIL_FIELD = "email"
    objects = People()

    class Meta:
        ordering = ["name"]
        indexes = [models.Index("name", "id", name="person_by_name")]
        # Addresses are compared in small letters when somebody logs in.
        constraints = [models.UniqueConstraint(Lower("email"), name="one_person_an_address")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        only = kwargs.get("update_fields")
        if only is None or not LOOKED_IN.isdisjoint(only):
            self.fold()
            kwargs |= {} if only is None else {"update_fields": {*only, *FOLDED}}
        super().save(*args, **kwargs)

    def fold(self) -> None:
        self.folded = folded(f"{self.name} {self.handle} {self.title}")
        self.folded_about, self.folded_working_on = folded(self.about), folded(self.working_on)

    def get_absolute_url(self) -> str:
        return address("person", self.handle)

    def shown_to(self, reader: Person) -> Profile:
        return shown(self, reader)

    def photo_address(self, size: int) -> str:
        """Where the photo is shown; nothing for who has none. `size` is one of faces.SIZES."""
        return f"/photos/{self.pk}/{self.photo}/{size}" if self.photo else ""

    @property
    def is_active(self) -> bool:  # type: ignore[override]
        """Who has left can't log in; what they wrote stays."""
        return not hasattr(self, "departure")

    @property
    def initials(self) -> str:
        """Of the first name and the family name: 'Jan de Vries' is JV."""
        words = [word for word in self.name.split() if word[0].isalnum()] or [self.handle]
        return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()

    @property
    def likeness(self) -> tuple[bool, frozenset[str]]:
        """All that decides what somebody may see, but who it is."""
        return (self.is_guest, self.roles)

    def stand_in(self, pk: int) -> Person:
        """Somebody alike with this number; whatever else is asked of them raises."""
        made = Person.from_db(DEFAULT_DB_ALIAS, ("id", "is_guest"), (pk, self.is_guest))
        made._state.fetch_mode = models.FETCH_RAISE
        made.__dict__["roles"] = self.roles
        return made

    @cached_property
    def roles(self) -> frozenset[str]:
        return frozenset(appointment.role for appointment in self.appointments.all())

    @property
    def roles_in_words(self) -> list[str]:
        return [str(label) for role, label in Appointment.Role.choices if role in self.roles]

    def is_a(self, *roles: str) -> bool:
        return not self.roles.isdisjoint(roles)

    @transaction.atomic
    def appoint(self, role: str, by: Person) -> Appointment:
        appointment, is_new = Appointment.objects.get_or_create(person=self, role=role, defaults={"by": by})
        if is_new:
            self.__dict__.pop("roles", None)
            Event.objects.record(by, Appointed(self.pk, role), about=self)
        return appointment

    @transaction.atomic
    def become_guest(self, by: Person) -> None:
        """From now on sees no more than the spaces they're in."""
        if not self.is_guest:
            self.is_guest = True
            self.save(update_fields=["is_guest"])
            Event.objects.record(by, BecameGuest(self.pk), about=self)

    @transaction.atomic
    def become_colleague(self, by: Person) -> None:
        if self.is_guest:
            self.is_guest = False
            self.save(update_fields=["is_guest"])
            Event.objects.record(by, BecameColleague(self.pk), about=self)

    @transaction.atomic
    def move(self, unit: Unit | None, by: Person) -> None:
        """To another unit, or to none."""
        before, after = self.unit_id, unit.pk if unit else None
        if before != after:
            self.unit = unit
            self.save(update_fields=["unit"])
            Event.objects.record(by, Moved(self.pk, before, after), about=self)

    @transaction.atomic
    def describe(self, words: dict[str, object], readers: dict[str, str], own: dict[int, str]) -> None:
        """Keeps what the person says of themselves, who reads each line, and answers by own field."""
        for key, said in words.items():
            setattr(self, key, said)
        self.readers = readers
        self.save(update_fields=[*words, "readers"])
        for field, said in own.items():
            if said:
                self.own_answers.update_or_create(field_id=field, defaults={"words": said})
            else:
                self.own_answers.filter(field_id=field).delete()
        Event.objects.record(self, Described(self.pk), about=self)

    @transaction.atomic
    def show_face(self, content: bytes, square: Square) -> None:
        """Raises images.UnusableImage."""
        before = self.photo
        self.photo = faces.keep(self.pk, content, square)
        self.save(update_fields=["photo"])
        faces.forget(self.pk, before if before != self.photo else "")
        Event.objects.record(self, ShownFace(self.pk), about=self)

    def hide_face(self) -> None:
        faces.forget(self.pk, self.photo)
        self.photo = ""
        self.save(update_fields=["photo"])

    def be_welcomed(self, step: int, *, is_over: bool = False) -> None:
        """On to `step` of the welcome; once over it never comes back."""
        self.welcome_step = max(self.welcome_step, step)
        if is_over and self.welcomed_at is None:
            self.welcomed_at = clock.now()
        self.save(update_fields=["welcome_step", "welcomed_at"])

    def speak(self, language: str) -> None:
        self.language = language
        self.save(update_fields=["language"])

    @transaction.atomic
    def invite(self, by: Person) -> str:
        """The path of a link by which this person chooses a password; it works once, for a week."""
        Event.objects.record(by, Invited(self.pk), about=self)
        key = urlsafe_base64_encode(force_bytes(self.pk))
        return reverse("invitation", args=[key, default_token_generator.make_token(self)])


class Appointment(models.Model):
    """A role that somebody was given, by whom and when."""

    class Role(models.TextChoices):
        LEADER = "leader", _("network leader")
        COMMUNITY_MANAGER = "community_manager", _("community manager")
        AMBASSADOR = "ambassador", _("ambassador")
        WORKS_COUNCIL = "works_council", _("works council")
        CONFIDANT = "confidant", _("confidant")
        ADMINISTRATOR = "administrator", _("administrator")

    person = models.ForeignKey(Person, models.CASCADE, related_name="appointments")
    role = models.CharField(max_length=20, choices=Role)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint("person", "role", name="appointed_once_to_a_role")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.role}"


class Departure(models.Model):
    person = models.OneToOneField(Person, models.CASCADE, related_name="departure")
    # None where another platform knew of it.
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.person_id} left"


class ReportingLineQuerySet(models.QuerySet["ReportingLine"]):
    def present(self) -> ReportingLineQuerySet:
        return self.filter(person__departure=None).order_by("person__name")


class ReportingLine(models.Model):
    person = models.OneToOneField(Person, models.CASCADE, related_name="reporting_line")
    lead = models.ForeignKey(Person, models.CASCADE, related_name="leads")
    since = models.DateTimeField(default=clock.now)

    objects = ReportingLineQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(person=models.F("lead")), name="nobody_leads_themselves"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} reports to {self.lead_id}"
