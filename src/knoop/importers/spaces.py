"""Spaces of an archive with who is in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from knoop.archives import Archive, ArchivedSpace
from knoop.base import clock
from knoop.community.spaces.models import Archival, Membership, Space
from knoop.community.spaces.verbs import Joined
from knoop.events.models import Event
from knoop.importers.models import Origin
from knoop.importers.origins import Origins
from knoop.importers.people import unique
from knoop.people.models import Person


@transaction.atomic
def bring_spaces(archive: Archive, origins: Origins) -> tuple[int, int]:
    """Each new space whole, in one transaction with all new members. Returns new spaces, new memberships."""
    known = origins.of(Origin.Kind.SPACE)
    fresh = [space for space in archive.spaces if space.key not in known]
    slugs = set(Space.objects.values_list("slug", flat=True))
    units = origins.of(Origin.Kind.UNIT)
    free = set(units.values()) - set(Space.objects.exclude(unit=None).values_list("unit", flat=True))
    rows = []
    for space in fresh:
        unit = units.get(space.unit or "")
        rows.append(_space(space, unique(slugify(space.name)[:100] or "space", slugs)))
        if unit in free:  # a unit has one space of its own
            rows[-1].unit_id = unit
            free.discard(unit)
    made = Space.objects.bulk_create(rows)
    known |= {space.key: here.pk for space, here in zip(fresh, made, strict=True)}
    origins.keep(Origin.Kind.SPACE, {space.key: known[space.key] for space in fresh})
    Archival.objects.bulk_create(
        Archival(space=here, reason="imported")
        for space, here in zip(fresh, made, strict=True)
        if space.is_archived
    )
    return len(fresh), _memberships(archive, origins)


def _space(space: ArchivedSpace, slug: str) -> Space:
    return Space(
        name=space.name[:120],
        slug=slug,
        purpose=space.purpose[:500],
        openness=Space.Openness.OPEN if space.is_open else Space.Openness.INVITED,
        created_at=space.created or clock.now(),
    )


def close_spaces(archive: Archive, origins: Origins) -> int:
    """Closes what the archive closed since an earlier export; never opens one. Returns how many."""
    known = origins.of(Origin.Kind.SPACE)
    closed = [known[space.key] for space in archive.spaces if not space.is_open and space.key in known]
    open_here = Space.objects.filter(pk__in=closed, openness=Space.Openness.OPEN)
    Space.objects.filter(above__in=open_here, openness__in=["open", "request"]).update(openness="invited")
    return open_here.update(openness=Space.Openness.INVITED)


def count_memberships(archive: Archive, origins: Origins) -> int:
    """How many memberships of the archive are new, two accounts of one person counted apart."""
    spaces, people = origins.of(Origin.Kind.SPACE), origins.of(Origin.Kind.PERSON)
    everybody = {person.key for person in archive.people}
    pairs = {(s.key, member.person) for s in archive.spaces for member in s.members}
    decided = _decided(spaces.values()) if spaces else set()
    return sum(
        person in everybody and (spaces.get(space, 0), people.get(person, 0)) not in decided
        for space, person in pairs
    )


def _memberships(archive: Archive, origins: Origins) -> int:
    spaces, people = origins.of(Origin.Kind.SPACE), origins.of(Origin.Kind.PERSON)
    joined = dict(Person.objects.filter(pk__in=people.values()).values_list("pk", "joined_at"))
    decided = _decided(spaces.values())
    since: dict[tuple[int, int], datetime] = {}
    for space in archive.spaces:
        for member in space.members:
            if member.person in people:
                pair = spaces[space.key], people[member.person]
                # Nobody was in a space before there was one, or before they came.
                at = member.since or max(filter(None, (space.created, joined[pair[1]])))
                since[pair] = min(at, since.get(pair, at))  # two accounts may be one person here
    rows = Membership.objects.bulk_create(
        Membership(space_id=space, person_id=person, since=at)
        for (space, person), at in since.items()
        if (space, person) not in decided
    )
    Event.objects.record_imported(
        (row.person_id, Joined(row.space_id), row.space_id, row.since) for row in rows
    )
    return len(rows)


def _decided(spaces: Iterable[int]) -> set[tuple[int, int]]:
    """Space and person where one is a member here, or left here and stays away."""
    spaces = list(spaces)
    members = Membership.objects.filter(space__in=spaces).values_list("space_id", "person_id")
    left = Event.objects.filter(verb="space.left", about_id__in=spaces).values_list("about_id", "actor_id")
    return {*members, *left}
