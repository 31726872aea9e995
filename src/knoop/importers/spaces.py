"""Spaces of an archive with who is in them."""

from __future__ import annotations

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


@transaction.atomic
def bring_spaces(archive: Archive, origins: Origins) -> tuple[int, int]:
    """Each new space whole, in one transaction with its members. Returns new spaces, new memberships."""
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
    return len(fresh), _memberships(fresh, origins)


def _space(space: ArchivedSpace, slug: str) -> Space:
    return Space(
        name=space.name[:120],
        slug=slug,
        purpose=space.purpose[:500],
        openness=Space.Openness.OPEN if space.is_open else Space.Openness.INVITED,
        created_at=space.created or clock.now(),
    )


def _memberships(fresh: list[ArchivedSpace], origins: Origins) -> int:
    spaces, people = origins.of(Origin.Kind.SPACE), origins.of(Origin.Kind.PERSON)
    rows = [
        Membership(
            space_id=spaces[space.key],
            person_id=people[member.person],
            since=member.since or space.created or clock.now(),
        )
        for space in fresh
        for member in space.members
        if member.person in people
    ]
    Membership.objects.bulk_create(rows)
    Event.objects.record_imported(
        (row.person_id, Joined(row.space_id), row.space_id, row.since) for row in rows
    )
    return len(rows)
