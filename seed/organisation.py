"""Puts the roster, the spaces and the told messages together as one Archive."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from random import Random

from knoop.archives.archive import (
    Archive,
    ArchivedMembership,
    ArchivedMessage,
    ArchivedPerson,
    ArchivedReaction,
    ArchivedSpace,
    ArchivedUnit,
)
from seed import stories
from seed.generate import Said, Telling
from seed.period import BEGINS, ENDS, in_dutch_time, in_utc
from seed.reactions import react
from seed.roster import DOMAIN, Colleague, colleagues, manager_of
from seed.script import MENTION, handle_for
from seed.spaces import ROOMS, UNIT_PURPOSES, UNITS
from seed.staff import Staff

SEED = 20241001
_TOP = "wellewaard"


def organisation(scale: float = 1.0) -> Archive:
    """The demonstration: Wellewaard Drinkwater, 120 people, 1 October 2024 to 30 September 2026.

    Args:    scale: how much everyday talk there is around the stories; 0 leaves the stories alone. About
             1,000 openings at 1; far above 1 fewer are added, as nobody says the same thing twice.
    Returns: the same archive at every call and on every machine.
    Raises:  ValueError for a negative scale.    Cost: about a second at scale 1.
    """
    if scale < 0:
        raise ValueError(f"The scale is {scale}; it must be 0 or more.")
    random = Random(SEED)
    staff = Staff(random, _first_seen())
    said = Telling(random, staff, scale).tell()
    end = in_utc(datetime.combine(ENDS, time(23, 59)))
    said = _in_order([one for one in said if one.at <= end])
    react(said, staff, random, end)
    keys = {id(one): f"m{number:05d}" for number, one in enumerate(said, start=1)}
    return Archive(
        platform="demo",
        key="demo:wellewaard",
        title="Wellewaard Drinkwater",
        people=tuple(_person(p) for p in colleagues().values()),
        spaces=_spaces(said, staff, random),
        messages=tuple(_message(one, keys) for one in said),
        units=(
            ArchivedUnit(key=_TOP, name="Wellewaard Drinkwater"),
            *(ArchivedUnit(key=key, name=name, parent=_TOP) for key, name in UNITS.items()),
        ),
    )


def _first_seen() -> dict[str, date]:
    """When each person first speaks in a play."""
    first: dict[str, date] = {}
    for play in stories.all_plays():
        day = in_dutch_time(play.at).date()
        for handle in (play.by, *(line.by for line in play.lines)):
            first.setdefault(handle, day)
    return first


def _in_order(said: list[Said]) -> list[Said]:
    """By time; an answer whose thread fell outside the period goes with it."""
    kept: set[int] = set()
    ordered = []
    for one in sorted(said, key=lambda s: s.at):
        if one.replies_to is None or id(one.replies_to) in kept:
            kept.add(id(one))
            ordered.append(one)
    return ordered


def _person(person: Colleague) -> ArchivedPerson:
    return ArchivedPerson(
        key=person.handle,
        handle=person.handle,
        name=person.name,
        email=f"{person.handle}@{DOMAIN}",
        title=person.title,
        about=person.about,
        unit=person.unit,
        manager=manager_of(person),
        language=person.language,
        has_left=person.left is not None,
        joined=_at(person.joined),
    )


def _message(one: Said, keys: dict[int, str]) -> ArchivedMessage:
    mentions = tuple(dict.fromkeys(m for m in MENTION.findall(one.text) if m in colleagues()))
    return ArchivedMessage(
        key=keys[id(one)],
        space=one.space,
        author=one.author,
        at=one.at,
        text=one.text,
        replies_to=keys[id(one.replies_to)] if one.replies_to else None,
        mentions=mentions,
        reactions=tuple(ArchivedReaction(person=who, emoji=emoji, at=at) for who, emoji, at in one.reactions),
    )


def _spaces(said: list[Said], staff: Staff, random: Random) -> tuple[ArchivedSpace, ...]:
    active: dict[str, dict[str, datetime]] = defaultdict(dict)
    for one in said:
        active[one.space].setdefault(one.author, one.at)
    units = tuple(
        ArchivedSpace(
            key=key, name=name, purpose=UNIT_PURPOSES[key], unit=key, created=_at(BEGINS),
            members=_memberships({p.handle: _at(p.joined) for p in colleagues().values() if p.unit == key}),
        )
        for key, name in UNITS.items()
    )  # fmt: skip
    rooms = []
    for room in ROOMS:
        if room.members:
            since = {handle_for(n.strip()): _at(room.opened) for n in room.members.split(",")}
        elif room.key == "heel":
            since = {p.handle: _at(p.joined) for p in colleagues().values()}
        else:
            since = active[room.key] | _readers(room.opened, active[room.key], staff, random)
        rooms.append(
            ArchivedSpace(
                key=room.key, name=room.name, purpose=room.purpose, is_open=room.is_open,
                created=_at(room.opened), members=_memberships(since),
            )
        )  # fmt: skip
    return units + tuple(rooms)


def _readers(opened: date, writers: dict[str, datetime], staff: Staff, random: Random) -> dict[str, datetime]:
    """Who joined a space and never wrote in it: a few at first, more as it gets known."""
    share = random.uniform(0.12, 0.4)
    span = (ENDS - opened).days
    readers = {}
    for handle in colleagues():
        day = opened + timedelta(days=int(span * random.random() ** 0.7))
        if handle not in writers and staff.is_there(handle, day) and random.random() < share:
            readers[handle] = _at(day)
    return readers


def _memberships(since: dict[str, datetime]) -> tuple[ArchivedMembership, ...]:
    ordered = sorted(since.items(), key=lambda item: (item[1], item[0]))
    return tuple(ArchivedMembership(person=handle, since=at) for handle, at in ordered)


def _at(day: date) -> datetime:
    return in_utc(datetime.combine(day, time(0)))
