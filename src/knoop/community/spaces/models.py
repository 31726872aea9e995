"""Spaces: where people meet around a unit, a task or an interest."""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from knoop.base import clock, markdown
from knoop.base.addresses import address
from knoop.base.naming import free_name
from knoop.community.spaces import policy
from knoop.community.spaces.lists import SpaceLists
from knoop.community.spaces.looks import HUES, ICONS
from knoop.community.spaces.verbs import (
    Added,
    Archived,
    Changed,
    Joined,
    Left,
    Opened,
    OpennessChanged,
    Removed,
    RoleChanged,
    TakenOver,
    Unarchived,
)
from knoop.events.models import Event
from knoop.people.models import Person, Unit

# From what all colleagues read to what nobody else knows of: a subspace is never before its parent.
FROM_OPEN_TO_HIDDEN = ("open", "request", "invited", "hidden")


class TooOpen(ValueError):
    def __init__(self, space: Space, above: Space) -> None:
        super().__init__(
            f"{space.slug!r} ({space.openness}) would be more open than {above.slug!r} ({above.openness})."
        )


class SpaceQuerySet(SpaceLists):
    def visible_to(self, person: Person) -> SpaceQuerySet:
        return self.filter(policy.visible(person))

    def known_to(self, person: Person) -> SpaceQuerySet:
        return self.filter(policy.known(person))

    def free_slug(self, slug: str) -> str:
        """`slug`, or with the first number behind it that is free."""
        return free_name(slug, set(self.filter(slug__startswith=slug).values_list("slug", flat=True)))

    @transaction.atomic
    def open(self, by: Person, name: str, **fields: object) -> Space:
        """Makes a space with `by` as its first member and administrator, and with an address of its own."""
        space: Space = self.create(name=name, slug=self.free_slug(slugify(name)[:100] or "space"), **fields)
        Membership.objects.create(space=space, person=by, role=Membership.Role.ADMINISTRATOR)
        Event.objects.record(by, Opened(space.pk), about=space)
        return space


class KnownSpaces(SpaceQuerySet):
    """For the few pages that may show the name of a space to who can't read what's in it."""

    def visible_to(self, person: Person) -> SpaceQuerySet:
        return self.known_to(person)


class Space(models.Model):
    class Openness(models.TextChoices):
        OPEN = "open", _("open to all colleagues")
        REQUEST = "request", _("on request")
        INVITED = "invited", _("for invited members")
        HIDDEN = "hidden", _("hidden")

    class Posting(models.TextChoices):
        EVERYBODY = "everybody", _("everybody who is in it")
        ADMINISTRATORS = "administrators", _("only its administrators; others can answer")

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(max_length=120, unique=True)
    purpose = models.CharField(_("purpose"), max_length=500, blank=True)
    openness = models.CharField(max_length=10, choices=Openness, default=Openness.OPEN)
    unit = models.OneToOneField(Unit, models.PROTECT, null=True, blank=True, related_name="space")
    # Who comes to work in the unit becomes a member, and who goes stops being one.
    follows_unit = models.BooleanField(default=False)
    above = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="below")
    takes_guests = models.BooleanField(default=False)
    posting = models.CharField(max_length=14, choices=Posting, default=Posting.EVERYBODY)
    # Who joins doesn't get its posts at home until they want to.
    starts_muted = models.BooleanField(default=False)
    welcome = models.TextField(_("welcome"), max_length=5000, blank=True)
    welcome_html = models.TextField(editable=False, blank=True)
    hue = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MaxValueValidator(HUES - 1)])
    icon = models.CharField(max_length=30, choices=ICONS, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    members = models.ManyToManyField(Person, through="Membership", related_name="spaces")

    objects = SpaceQuerySet.as_manager()
    known = KnownSpaces.as_manager()

    class Meta:
        indexes = [
            models.Index("name", "id", name="space_by_name"),
            models.Index("openness", "name", "id", name="space_by_openness"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("space", self.slug)

    @property
    def first_members(self) -> MembershipQuerySet:
        """Whose faces stand on its page: who looks after it, then who came first."""
        return self.memberships.present().select_related("person").order_by("role", "since", "pk")[:12]

    @property
    def is_open(self) -> bool:
        return self.openness == self.Openness.OPEN

    @property
    def is_archived(self) -> bool:
        return hasattr(self, "archival")

    @property
    def is_orphaned(self) -> bool:
        """Nobody who still works here looks after it."""
        keepers = self.memberships.filter(role=Membership.Role.ADMINISTRATOR, person__departure=None)
        return not keepers.exists()

    @property
    def colour(self) -> int:
        return self.pk % HUES if self.hue is None else self.hue

    @cached_property
    def guest_count(self) -> int:
        """How many from outside read along; asked only where guests may come or came."""
        return self.memberships.filter(person__is_guest=True, person__departure=None).count()

    @transaction.atomic
    def change(self, by: Person, **fields: object) -> None:
        """Its settings; subspaces become as closed as the space. Raises TooOpen below a more closed one."""
        before = self.openness
        for name, value in fields.items():
            setattr(self, name, value)
        self.welcome_html = markdown.render(self.welcome) if self.welcome else ""
        if self.above and _is_before(self.openness, self.above.openness):
            raise TooOpen(self, self.above)
        self.save()
        Event.objects.record(by, Changed(self.pk), about=self)
        if before != self.openness:
            Event.objects.record(by, OpennessChanged(self.pk, before, self.openness), about=self)
            for below in self.below.all():
                if _is_before(below.openness, self.openness):
                    below.change(by, openness=self.openness)

    @transaction.atomic
    def join(self, person: Person) -> Membership:
        membership, is_new = self.let_in(person)
        if is_new:
            Event.objects.record(person, Joined(self.pk), about=self)
        return membership

    @transaction.atomic
    def add(self, person: Person, by: Person, with_unit: bool = False) -> Membership:
        """Makes `person` a member by somebody else's hand."""
        membership, is_new = self.let_in(person, with_unit=with_unit)
        if is_new:
            Event.objects.record(by, Added(self.pk, person.pk), about=self)
        return membership

    def let_in(self, person: Person, **fields: object) -> tuple[Membership, bool]:
        """Whoever is in has no more to ask, and no invitation to answer."""
        defaults = {"muted_at": clock.now() if self.starts_muted else None} | fields
        self.invitations.filter(person=person).delete()
        self.requests.open().filter(person=person).update(decided_at=clock.now(), is_accepted=True)
        return Membership.objects.get_or_create(space=self, person=person, defaults=defaults)

    @transaction.atomic
    def leave(self, person: Person) -> None:
        gone, _per_model = Membership.objects.filter(space=self, person=person).delete()
        if gone:
            Event.objects.record(person, Left(self.pk), about=self)

    @transaction.atomic
    def remove(self, person: Person, by: Person) -> None:
        gone, _per_model = Membership.objects.filter(space=self, person=person).delete()
        if gone:
            Event.objects.record(by, Removed(self.pk, person.pk), about=self)

    @transaction.atomic
    def archive(self, by: Person, reason: str = "") -> Archival:
        archival, is_new = Archival.objects.get_or_create(space=self, defaults={"by": by, "reason": reason})
        if is_new:
            Event.objects.record(by, Archived(self.pk), about=self)
        return archival

    @transaction.atomic
    def unarchive(self, by: Person) -> None:
        gone, _per_model = Archival.objects.filter(space=self).delete()
        if gone:
            self._state.fields_cache.pop("archival", None)
            Event.objects.record(by, Unarchived(self.pk), about=self)

    @transaction.atomic
    def take_over(self, by: Person, reason: str) -> Takeover:
        """Makes an administrator look after a space that nobody does; its members see who and why."""
        takeover = Takeover.objects.create(space=self, by=by, reason=reason)
        keeper = {"role": Membership.Role.ADMINISTRATOR}
        Membership.objects.update_or_create(space=self, person=by, defaults=keeper)
        Event.objects.record(by, TakenOver(self.pk, takeover.pk), about=self)
        return takeover


def _is_before(openness: str, other: str) -> bool:
    return FROM_OPEN_TO_HIDDEN.index(openness) < FROM_OPEN_TO_HIDDEN.index(other)


class MembershipQuerySet(models.QuerySet["Membership"]):
    def present(self) -> MembershipQuerySet:
        return self.filter(person__departure=None)

    def for_list(self) -> MembershipQuerySet:
        """Members by name with all that members.html shows. A field not loaded here raises."""
        people = self.present().select_related("person__unit", "person__departure")
        return people.order_by("person__name", "person_id").fetch_mode(models.FETCH_RAISE)


class Membership(models.Model):
    class Role(models.TextChoices):
        MEMBER = "member", _("member")
        ADMINISTRATOR = "administrator", _("space administrator")

    space = models.ForeignKey(Space, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=13, choices=Role, default=Role.MEMBER)
    since = models.DateTimeField(default=clock.now)
    # Came as one of the unit, and goes when they leave it.
    with_unit = models.BooleanField(default=False)
    # Its posts don't come at home since then.
    muted_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("space", "person", name="member_once")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.space_id}"

    @property
    def is_administrator(self) -> bool:
        return self.role == self.Role.ADMINISTRATOR

    @transaction.atomic
    def become(self, role: str, by: Person) -> None:
        if self.role != role:
            self.role = role
            self.save(update_fields=["role"])
            Event.objects.record(by, RoleChanged(self.space_id, self.person_id, role), about=self.space)

    def mute(self) -> None:
        """For whoever is in it alone, so nothing that others are told."""
        self.muted_at = self.muted_at or clock.now()
        self.save(update_fields=["muted_at"])

    def unmute(self) -> None:
        self.muted_at = None
        self.save(update_fields=["muted_at"])


class Archival(models.Model):
    space = models.OneToOneField(Space, models.CASCADE, related_name="archival")
    # None where another platform knew of it.
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.space_id} archived"


class Takeover(models.Model):
    """An administrator of the organisation made themselves administrator of a space nobody looked after."""

    space = models.ForeignKey(Space, models.CASCADE, related_name="takeovers")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.space_id} taken over by {self.by_id}"
