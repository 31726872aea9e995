"""Spaces as pages list them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from knoop.base.counting import count_of

if TYPE_CHECKING:
    from knoop.people.models import Person


def _memberships() -> models.Manager:  # type: ignore[type-arg]
    return apps.get_model("spaces", "Membership").objects


def count_of_members(which: Q | None = None) -> Coalesce:
    """Of a space, from its index. Who left the organisation isn't counted, though a membership stays."""
    # Asked so, who left is read once, not for each member.
    gone = apps.get_model("people", "Departure").objects.values("person")
    here = _memberships().filter(which or Q(), space=OuterRef("pk")).exclude(person__in=gone)
    return count_of(here, "space")


class SpaceLists(models.QuerySet):  # type: ignore[type-arg]
    def of(self, person: Person) -> Self:
        return self.filter(memberships__person=person)

    def heard_by(self, person: Person) -> Self:
        """Those somebody is in and didn't mute."""
        return self.filter(memberships__person=person, memberships__muted_at=None)

    def current(self) -> Self:
        return self.filter(archival=None)

    def to_join(self, person: Person) -> Self:
        """Spaces somebody isn't in yet, those that most colleagues are in first."""
        mine = _memberships().filter(person=person).values("space")
        spaces = self.filter(openness="open").exclude(pk__in=mine)
        return spaces.annotate(people_count=count_of_members()).order_by("-people_count", "name", "pk")

    def suggested_to(self, person: Person) -> Self:
        """What most colleagues of the own unit are in, then what most people are in, with both numbers."""
        mine = _memberships().filter(person=person).values("space")
        near = Q(person__unit=person.unit_id, person__unit__isnull=False)
        return (
            self.filter(openness__in=["open", "request"], above=None)
            .exclude(pk__in=mine)
            .annotate(
                people_count=count_of_members(),
                near_count=count_of_members(near),
            )
            .filter(people_count__gte=2)
            .order_by("-near_count", "-people_count", "name", "pk")
            .fetch_mode(models.FETCH_RAISE)
        )

    def for_page(self) -> Self:
        """A space with all that its pages show."""
        return self.select_related("unit", "archival", "above").annotate(people_count=count_of_members())

    def for_list(self, person: Person) -> Self:
        """Spaces with all that the list shows. A field not loaded here raises."""
        mine = _memberships().filter(space=OuterRef("pk"), person=person)
        asked = apps.get_model("spaces", "JoinRequest").objects.filter(
            space=OuterRef("pk"), person=person, decided_at=None
        )
        return (
            self.annotate(
                people_count=count_of_members(),
                is_mine=Exists(mine),
                is_muted=Exists(mine.exclude(muted_at=None)),
                is_asked=Exists(asked),
            )
            .select_related("unit", "above")
            .order_by("name", "pk")
            .fetch_mode(models.FETCH_RAISE)
        )

    def for_oversight(self) -> Self:
        """Spaces with what those see who may not read them. A field not loaded here raises."""
        return (
            self.annotate(
                people_count=count_of_members(),
                keeper_count=count_of_members(Q(role="administrator")),
            )
            .select_related("unit", "archival")
            .order_by("pk")
            .fetch_mode(models.FETCH_RAISE)
        )
