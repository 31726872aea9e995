"""Brings an archive into Knoop: once, however often it's read, going on from where it was killed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import batched

from knoop.archives import Archive, ArchivedMessage, Skipped
from knoop.importers.messages import Messages
from knoop.importers.models import Origin
from knoop.importers.origins import Origins
from knoop.importers.people import bring_people, bring_units
from knoop.importers.report import Report
from knoop.importers.spaces import bring_spaces
from knoop.people.models import Person

BATCH = 250  # messages in a transaction: a writer on SQLite waits a fraction of a second at most


def bring(archive: Archive, progress: Callable[[int, int], None] = lambda done, total: None) -> Report:
    """Adds what isn't here yet, with the times it happened; events are marked imported and tell nobody."""
    report = count(archive)
    report.is_dry_run = False
    origins = Origins(f"{archive.platform}:{archive.key}")
    report.added["unit"] = bring_units(archive, origins)
    report.added["person"] = bring_people(archive, origins)
    report.added["space"], report.added["membership"] = bring_spaces(archive, origins)
    report.added["message"] = 0
    messages = Messages(origins, _handles(archive, origins))
    usable = list(_usable(archive, report))
    done = 0
    for batch in batched(usable, BATCH, strict=False):
        brought = messages.bring(batch)
        report.added.update(message=brought.messages, reaction=brought.reactions)
        done += len(batch)
        progress(done, len(usable))
    return report


def count(archive: Archive) -> Report:
    """What `bring` would add, without writing anything."""
    origins = Origins(f"{archive.platform}:{archive.key}")
    report = Report(skipped=[*archive.skipped], is_dry_run=True)
    for kind, things in (
        (Origin.Kind.UNIT, archive.units),
        (Origin.Kind.PERSON, archive.people),
        (Origin.Kind.SPACE, archive.spaces),
    ):
        known = origins.of(kind)
        report.known[kind] = sum(thing.key in known for thing in things)
        report.added[kind] = len(things) - report.known[kind]
    for batch in batched(archive.messages, 500, strict=False):
        keys = [message.key for message in batch]
        known_here = len(origins.among(Origin.Kind.POST, keys)) + len(
            origins.among(Origin.Kind.COMMENT, keys)
        )
        report.known["message"] += known_here
        report.added["message"] += len(batch) - known_here
    return report


def _usable(archive: Archive, report: Report) -> Iterator[ArchivedMessage]:
    spaces, people = {space.key for space in archive.spaces}, {person.key for person in archive.people}
    lost = []
    for message in archive.messages:
        if message.space in spaces and message.author in people:
            yield message
        else:
            lost.append(message.key)
    if lost:
        reason = "its space or its author isn't in the archive"
        report.skipped.append(
            Skipped(what="message", reason=reason, count=len(lost), examples=tuple(lost[:3]))
        )


def _handles(archive: Archive, origins: Origins) -> dict[str, str]:
    """What each handle of the archive is here: another one where somebody had it already."""
    here = origins.of(Origin.Kind.PERSON)
    now = dict(Person.objects.filter(pk__in=here.values()).values_list("pk", "handle"))
    return {person.handle.lower(): now[here[person.key]] for person in archive.people if person.key in here}
