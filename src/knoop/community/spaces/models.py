"""Spaces: where people meet around a unit, a task or an interest."""

from __future__ import annotations

from django.db import models, transaction
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.base.naming import free_name
from knoop.community.spaces import policy
from knoop.community.spaces.verbs import Added, Archived, Joined, Left, Opened
from knoop.events.models import Event
from knoop.people.models import Person, Unit

# Who left the organisation is not counted; a membership stays, for what it says about the past.
PRESENT = models.Q(memberships__person__departure=None)


class SpaceQuerySet(models.QuerySet["Space"]):
    def visible_to(self, person: Person) -> SpaceQuerySet:
        return self.filter(policy.visible(person))

    def of(self, person: Person) -> SpaceQuerySet:
        return self.filter(memberships__person=person)

    def to_join(self, person: Person) -> SpaceQuerySet:
        """Spaces somebody isn't in yet, those that most colleagues are in first."""
        mine = Membership.objects.filter(person=person).values("space")
        spaces = self.filter(openness=Space.Openness.OPEN).exclude(pk__in=mine)
        return spaces.annotate(people_count=models.Count("memberships", filter=PRESENT)).order_by(
            "-people_count", "name", "pk"
        )

    def current(self) -> SpaceQuerySet:
        return self.filter(archival=None)

    def for_page(self) -> SpaceQuerySet:
        """A space with all that its page shows."""
        here = Membership.objects.select_related("person").filter(person__departure=None)
        first = here.order_by("role", "since", "pk")[:12]
        return (
            self.select_related("unit", "archival")
            .annotate(people_count=models.Count("memberships", filter=PRESENT))
            .prefetch_related(models.Prefetch("memberships", first, to_attr="first_members"))
        )

    def for_list(self, person: Person) -> SpaceQuerySet:
        """Spaces with all that the list shows. A field not loaded here raises."""
        mine = Membership.objects.filter(space=models.OuterRef("pk"), person=person)
        return (
            self.annotate(
                people_count=models.Count("memberships", filter=PRESENT, distinct=True),
                is_mine=models.Exists(mine),
            )
            .select_related("unit")
            .order_by("-is_mine", "name", "pk")
            .fetch_mode(models.FETCH_RAISE)
        )

    def free_slug(self, slug: str) -> str:
        """`slug`, or with the first number behind it that is free."""
        return free_name(slug, set(self.filter(slug__startswith=slug).values_list("slug", flat=True)))

    @transaction.atomic
    def open(self, by: Person, name: str, **fields: object) -> Space:
        """Makes a space with `by` as its first member and administrator, and with an address of its own."""
        space = self.create(name=name, slug=self.free_slug(slugify(name)[:100] or "space"), **fields)
        Membership.objects.create(space=space, person=by, role=Membership.Role.ADMINISTRATOR)
        Event.objects.record(by, Opened(space.pk), about=space)
        return space


class Space(models.Model):
    class Openness(models.TextChoices):
        OPEN = "open", _("open to all colleagues")
        INVITED = "invited", _("for invited members")

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(max_length=120, unique=True)
    purpose = models.CharField(_("purpose"), max_length=500, blank=True)
    openness = models.CharField(max_length=10, choices=Openness, default=Openness.OPEN)
    unit = models.OneToOneField(Unit, models.PROTECT, null=True, blank=True, related_name="space")
    created_at = models.DateTimeField(default=clock.now)
    members = models.ManyToManyField(Person, through="Membership", related_name="spaces")

    objects = SpaceQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("name", "id", name="space_by_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("space", args=[self.slug])

    @property
    def is_open(self) -> bool:
        return self.openness == self.Openness.OPEN

    @transaction.atomic
    def join(self, person: Person) -> Membership:
        membership, is_new = Membership.objects.get_or_create(space=self, person=person)
        if is_new:
            Event.objects.record(person, Joined(self.pk), about=self)
        return membership

    @transaction.atomic
    def add(self, person: Person, by: Person) -> Membership:
        """Makes `person` a member by somebody else's hand."""
        membership, is_new = Membership.objects.get_or_create(space=self, person=person)
        if is_new:
            Event.objects.record(by, Added(self.pk, person.pk), about=self)
        return membership

    @transaction.atomic
    def leave(self, person: Person) -> None:
        gone, _per_model = Membership.objects.filter(space=self, person=person).delete()
        if gone:
            Event.objects.record(person, Left(self.pk), about=self)

    @transaction.atomic
    def archive(self, by: Person, reason: str = "") -> Archival:
        archival, is_new = Archival.objects.get_or_create(space=self, defaults={"by": by, "reason": reason})
        if is_new:
            Event.objects.record(by, Archived(self.pk), about=self)
        return archival


class Membership(models.Model):
    class Role(models.TextChoices):
        MEMBER = "member", _("member")
        ADMINISTRATOR = "administrator", _("space administrator")

    space = models.ForeignKey(Space, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=13, choices=Role, default=Role.MEMBER)
    since = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint("space", "person", name="member_once")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.space_id}"


class Archival(models.Model):
    space = models.OneToOneField(Space, models.CASCADE, related_name="archival")
    # None where another platform knew of it.
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.space_id} archived"
