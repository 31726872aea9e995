"""Spaces of units, kept in step with who works there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import QuerySet

from knoop.community.spaces.models import Membership, Space
from knoop.community.spaces.verbs import Opened
from knoop.events.models import Event
from knoop.people.models import Person, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable


@transaction.atomic
def make_spaces_for_units(by: Person) -> int:
    """A space for each unit that has none; all follow their unit from then on. Returns how many are new."""
    fresh = list(units_without_space())
    for unit in fresh:
        slug = Space.objects.free_slug(unit.slug[:100])
        space = Space.objects.create(name=unit.name, slug=slug, unit=unit)
        Event.objects.record(by, Opened(space.pk), about=space)
    Space.objects.exclude(unit=None).update(follows_unit=True)
    for space in Space.objects.exclude(unit=None).select_related("unit"):
        keep_in_step(space, by)
        if space.is_orphaned:
            for lead in space.memberships.filter(person__in=_leads(space.unit)):
                lead.become(Membership.Role.ADMINISTRATOR, by=by)
    return len(fresh)


def units_without_space() -> QuerySet[Unit]:
    """Those in which somebody works; one that only holds others needs none."""
    working = Person.objects.present().filter(is_guest=False)
    return Unit.objects.filter(space=None, people__in=working).distinct()


def _leads(unit: Unit) -> Iterable[Person]:
    """Who leads others of the unit and is led by nobody of it."""
    of_unit = Person.objects.present().filter(unit=unit, is_guest=False)
    return of_unit.filter(leads__person__unit=unit).exclude(reporting_line__lead__unit=unit).distinct()


@transaction.atomic
def keep_in_step(space: Space, by: Person) -> None:
    """Whoever works in the unit is a member, and who came with it and works elsewhere isn't any more.

    Who left the space or was taken out of it stays away; who was added by hand stays in.
    """
    if not space.follows_unit:
        return
    here = Person.objects.present().filter(unit=space.unit, is_guest=False)
    for person in here.exclude(memberships__space=space).exclude(pk__in=_who_went(space)):
        space.add(person, by=by, with_unit=True)
    gone = space.memberships.filter(with_unit=True, person__departure=None).exclude(person__unit=space.unit)
    for membership in gone.select_related("person"):
        space.remove(membership.person, by=by)


def _who_went(space: Space) -> Iterable[int]:
    """By their own will, or by an administrator's while they worked in the unit."""
    events = Event.objects.filter(about_id=space.pk)
    yield from events.filter(verb="space.left").values_list("actor_id", flat=True)
    for facts in events.filter(verb="space.member_removed").values_list("facts", flat=True):
        yield facts["person_id"]


@transaction.atomic
def follow(person: Person, by: Person) -> None:
    """After `person` came to another unit: out of the space of the old one, into that of the new one."""
    went_with = Membership.objects.filter(person=person, with_unit=True, space__follows_unit=True)
    for membership in went_with.select_related("space").exclude(space__unit=person.unit_id):
        membership.space.remove(person, by=by)
    here = Space.objects.filter(unit=person.unit_id, follows_unit=True).exclude(unit=None).first()
    if here and person.is_active and not person.is_guest:
        here.add(person, by=by, with_unit=True)
