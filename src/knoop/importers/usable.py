"""What of an archive can be brought: messages that have a place, an author and a time that has come."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta

from knoop.archives import Archive, ArchivedMessage, ArchivedPerson, ArchivedSpace, Skipped
from knoop.base import clock

AHEAD = timedelta(days=1)  # a clock of another platform may run ahead of this one
UNKNOWN = "its space or its author isn't in the archive"
TOO_LATE = "dated beyond tomorrow: it would stay on top for ever"


def usable(archive: Archive) -> Archive:
    """The archive without what can't be brought, which is added to `skipped`.

    A message that hasn't happened yet is left out; another time that hasn't come yet is as good as unknown.
    """
    limit = clock.now() + AHEAD
    spaces, people = {space.key for space in archive.spaces}, {person.key for person in archive.people}
    kept, lost = [], defaultdict(list)
    for message in archive.messages:
        if message.space not in spaces or message.author not in people:
            lost[UNKNOWN].append(message.key)
        elif message.at > limit:
            lost[TOO_LATE].append(message.key)
        else:
            kept.append(_message(message, limit))
    skipped = (
        Skipped(what="message", reason=reason, count=len(keys), examples=tuple(keys[:3]))
        for reason, keys in lost.items()
    )
    return replace(
        archive,
        people=tuple(_person(person, limit) for person in archive.people),
        spaces=tuple(_space(space, limit) for space in archive.spaces),
        messages=tuple(kept),
        skipped=(*archive.skipped, *skipped),
    )


def _past(at: datetime | None, limit: datetime) -> datetime | None:
    return None if at is None or at > limit else at


def _message(message: ArchivedMessage, limit: datetime) -> ArchivedMessage:
    if all(given.at is None or given.at <= limit for given in message.reactions):
        return message
    reactions = tuple(replace(given, at=_past(given.at, limit)) for given in message.reactions)
    return replace(message, reactions=reactions)


def _person(person: ArchivedPerson, limit: datetime) -> ArchivedPerson:
    return replace(person, joined=_past(person.joined, limit))


def _space(space: ArchivedSpace, limit: datetime) -> ArchivedSpace:
    members = tuple(replace(member, since=_past(member.since, limit)) for member in space.members)
    return replace(space, created=_past(space.created, limit), members=members)
