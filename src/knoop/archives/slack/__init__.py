"""Reads what Slack exports, of 2015 (no threads, comments on files) up to now."""

import hashlib
import re

from knoop.archives.archive import Archive
from knoop.archives.errors import Unreadable
from knoop.archives.parcel import Parcel
from knoop.archives.slack.entries import Trail, read_entries
from knoop.archives.slack.export import Channel, Export, root_of
from knoop.archives.slack.markup import Names
from knoop.archives.slack.messages import messages_of
from knoop.archives.slack.people import People
from knoop.archives.slack.spaces import space_of
from knoop.archives.tally import Tally

_TITLE = re.compile(r"(.+?) Slack export\b.*", re.IGNORECASE)


def recognises(parcel: Parcel) -> bool:
    """Whether this is an export of Slack: users.json beside an index of channels or folders of days."""
    return root_of(parcel) is not None


def read(parcel: Parcel) -> Archive:
    """The whole export as an archive; docs/archives.md says what is in it and what isn't.

    Raises: Unreadable naming the file inside and the entry. Cost: every day read once, all kept in memory.
    """
    root = root_of(parcel)
    if root is None:
        raise Unreadable(f"{parcel.path}: no export of Slack. Expected users.json beside channels.json.")
    tally = Tally()
    export = Export(parcel, root, tally)
    people = People(export)
    channels = export.channels()
    trails = [Trail() for _ in channels]
    entries = [
        entry
        for channel, trail in zip(channels, trails, strict=True)
        for entry in read_entries(export, channel, people, trail)
    ]
    # Only now everyone is known, also those who are mentioned before they first write.
    names = Names(
        people={key: person.handle for key, person in people.persons.items()},
        others=people.others,
        channels={channel.id: channel.name for channel in channels if channel.is_open},
    )
    return Archive(
        platform="slack",
        key=f"slack:{people.team() or _fingerprint(channels)}",
        title=_title(parcel, root),
        people=tuple(people.persons.values()),
        spaces=tuple(
            space_of(channel, trail, people, names, tally)
            for channel, trail in zip(channels, trails, strict=True)
        ),
        messages=messages_of(entries, people, names, tally),
        skipped=tally.skipped(),
    )


def _title(parcel: Parcel, root: str) -> str:
    """The workspace's name, which only the file name of an export tells; else just "Slack"."""
    for name in (parcel.path.stem, root.rstrip("/"), parcel.path.name):
        if found := _TITLE.fullmatch(name):
            return found[1].strip()
    return "Slack"


def _fingerprint(channels: tuple[Channel, ...]) -> str:
    """A name for a workspace that doesn't give its own: its first channel is in every export of it."""
    first = min((channel.id for channel in channels if channel.is_open), default="")
    return hashlib.sha256(first.encode()).hexdigest()[:12]
