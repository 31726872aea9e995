"""Slack's channels as spaces of an archive, with who is in them and since when."""

from datetime import datetime

from knoop.archives.archive import ArchivedMembership, ArchivedSpace
from knoop.archives.slack.entries import Trail
from knoop.archives.slack.export import Channel, at_second, record, text, texts
from knoop.archives.slack.markup import Names, markdown
from knoop.archives.slack.people import People
from knoop.archives.tally import Tally


def space_of(channel: Channel, trail: Trail, people: People, names: Names, tally: Tally) -> ArchivedSpace:
    """One channel as a space. Its purpose is the channel's purpose, or else its topic."""
    purpose = text(record(channel.row, "purpose"), "value") or text(record(channel.row, "topic"), "value")
    return ArchivedSpace(
        key=channel.id,
        name=channel.name,
        purpose=markdown(purpose, names)[0],
        is_open=channel.is_open,
        is_archived=channel.row.get("is_archived") is True,
        created=_created(channel),
        members=_members(channel, trail, people, tally),
    )


def _members(channel: Channel, trail: Trail, people: People, tally: Tally) -> tuple[ArchivedMembership, ...]:
    """Who the index says is in, or else was in when it was archived, or else came and didn't go, or wrote."""
    since: dict[str, datetime | None] = {}
    for at, person, is_in in sorted(trail.moves):
        if is_in:
            since[person] = at
        else:
            since.pop(person, None)
    fallback = list(since) if channel.is_listed else list(trail.authors)
    inside = texts(channel.row, "members") or trail.when_archived or fallback
    for key in inside:
        if key not in people.persons and key not in people.others:
            tally.note("person", "in a channel but nowhere described", f"{channel.folder}: {key}")
    return tuple(
        ArchivedMembership(person=key, since=since.get(key))
        for key in dict.fromkeys(inside)
        if key in people.persons
    )


def _created(channel: Channel) -> datetime | None:
    """When the channel was made: a number or digits; None where it's neither, as nothing rests on it."""
    digits = str(channel.row.get("created", "")).partition(".")[0]
    return at_second(int(digits)) if digits.isdecimal() and 0 < len(digits) <= 10 else None
