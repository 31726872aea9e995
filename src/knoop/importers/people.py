"""Units and people of an archive; nobody can log in until an administrator invites them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.text import slugify

from knoop.archives import Archive, ArchivedPerson
from knoop.base import clock
from knoop.base.naming import free_name
from knoop.importers.models import Origin
from knoop.importers.origins import Origins
from knoop.people.models import Departure, Person, ReportingLine, Unit


def unique(wanted: str, taken: set[str]) -> str:
    """`wanted`, or with the first number behind it that nobody has; notes it as taken."""
    name = free_name(wanted, taken)
    taken.add(name)
    return name


@transaction.atomic
def bring_units(archive: Archive, origins: Origins) -> int:
    """Units by name: one that is there already is the same one. Returns how many are new."""
    known = origins.of(Origin.Kind.UNIT)
    fresh = [unit for unit in archive.units if unit.key not in known]
    slugs = set(Unit.objects.values_list("slug", flat=True))
    for unit in fresh:
        here = Unit.objects.filter(name=unit.name).first() or Unit.objects.create(
            name=unit.name, slug=unique(slugify(unit.name) or "unit", slugs)
        )
        known[unit.key] = here.pk
    for unit in fresh:
        if unit.parent:
            Unit.objects.filter(pk=known[unit.key]).update(above=known[unit.parent])
    origins.keep(Origin.Kind.UNIT, {unit.key: known[unit.key] for unit in fresh})
    return len(fresh)


@transaction.atomic
def bring_people(archive: Archive, origins: Origins) -> int:
    """People by mail address, else new ones. Returns how many are new to this archive."""
    known = origins.of(Origin.Kind.PERSON)
    known |= origins.erased(person.key for person in archive.people)  # nobody comes back by an import
    seen = Seen(archive)
    fresh = [person for person in archive.people if person.key not in known]
    by_email = {
        email.lower(): pk for email, pk in Person.objects.exclude(email=None).values_list("email", "pk")
    }
    handles = set(Person.objects.values_list("handle", flat=True))
    units, addresses = origins.of(Origin.Kind.UNIT), set(by_email)
    new = {}
    for person in fresh:
        if person.email.lower() in by_email:
            known[person.key] = by_email[person.email.lower()]
        else:
            new[person.key] = _person(person, units, seen.first_of(person.key))
            new[person.key].handle = unique(person.handle.lower(), handles)
            if new[person.key].email in addresses:  # two accounts with one address: the first keeps it
                new[person.key].email = None
            addresses.add(person.email.lower())
    made = Person.objects.bulk_create(new.values())
    known |= {key: person.pk for key, person in zip(new, made, strict=True)}
    origins.keep(Origin.Kind.PERSON, {person.key: known[person.key] for person in fresh})
    # Somebody who was here before the import is not sent away by what another platform says.
    Departure.objects.bulk_create(
        Departure(person=new[person.key], reason="imported", at=seen.last_of(person.key))
        for person in fresh
        if person.has_left and person.key in new
    )
    _lines(fresh, known)
    return len(fresh)


class Seen:
    """When each person joined a space, wrote or reacted: what most platforms know instead of when they came
    and went. Of who did nothing, the archive's own first and last moment are the best there is.
    """

    def __init__(self, archive: Archive) -> None:
        self._first: dict[str, datetime] = {}
        self._last: dict[str, datetime] = {}
        for person, at in _moments(archive):
            if at is not None:
                self._first[person] = min(at, self._first.get(person, at))
                self._last[person] = max(at, self._last.get(person, at))
        moments = [*self._first.values(), *filter(None, (space.created for space in archive.spaces))]
        now = clock.now()
        self._since = min(moments, default=now)
        self._until = max([*moments, *self._last.values()], default=now)

    def first_of(self, person: str) -> datetime:
        return self._first.get(person, self._since)

    def last_of(self, person: str) -> datetime:
        return self._last.get(person, self._until)


def _moments(archive: Archive) -> Iterator[tuple[str, datetime | None]]:
    for person in archive.people:
        yield person.key, person.joined
    for space in archive.spaces:
        yield from ((member.person, member.since) for member in space.members)
    for message in archive.messages:
        yield message.author, message.at
        yield from ((given.person, given.at) for given in message.reactions)


def _person(person: ArchivedPerson, units: dict[str, int], seen: datetime) -> Person:
    return Person(
        name=person.name[:120],
        email=person.email.lower() or None,
        title=person.title[:160],
        about=person.about[:1000],
        unit_id=units.get(person.unit or ""),
        language=person.language if person.language in ("nl", "en") else "",
        joined_at=person.joined or seen,
        password=make_password(None),
    )


def _lines(people: Iterable[ArchivedPerson], known: dict[str, int]) -> None:
    pairs = {(known[p.key], known[p.manager]) for p in people if p.manager in known}
    ReportingLine.objects.bulk_create(
        (ReportingLine(person_id=person, lead_id=lead) for person, lead in pairs if person != lead),
        ignore_conflicts=True,
    )
