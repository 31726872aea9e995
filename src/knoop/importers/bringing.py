"""Brings an archive into Knoop: once, however often it's read, going on from where it was killed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import batched

from knoop.archives import Archive
from knoop.importers.messages import Messages
from knoop.importers.models import Origin
from knoop.importers.origins import NothingKnown, Origins
from knoop.importers.own_voice import in_their_own_voice
from knoop.importers.people import bring_people, bring_units
from knoop.importers.reactions import Reactions
from knoop.importers.report import Report
from knoop.importers.spaces import bring_spaces, close_spaces, count_memberships
from knoop.importers.usable import usable
from knoop.people.models import Person

BATCH = 250  # messages in a transaction: a writer on SQLite waits a fraction of a second at most


def bring(archive: Archive, progress: Callable[[int, int], None] = lambda done, total: None) -> Report:
    """Adds what isn't here yet, with the times it happened; events are marked imported and tell nobody.

    Of what came with an earlier export it adds new members and reactions, but none that left or were
    withdrawn here, and closes a space that was closed there; nothing else of it is touched.
    """
    origins = Origins(f"{archive.platform}:{archive.key}")
    archive = in_their_own_voice(usable(archive), origins)
    report = _things(archive, origins)
    report.added["unit"] = bring_units(archive, origins)
    report.added["person"] = bring_people(archive, origins)
    report.closed = close_spaces(archive, origins)
    report.added["space"], report.added["membership"] = bring_spaces(archive, origins)
    report.added["message"] = 0
    messages = Messages(origins, _handles(archive, origins))
    done = 0
    for batch in batched(archive.messages, BATCH, strict=False):
        brought = messages.bring(batch)
        report.added.update(message=brought.messages, reaction=brought.reactions)
        done += len(batch)
        progress(done, len(archive.messages))
    return report


def count(archive: Archive, *, known: bool = True) -> Report:
    """What `bring` would add, without writing anything.

    With `known` False all of it counts as new and no database is asked. Two accounts that become one person
    are counted apart, so fewer memberships and reactions may come than it says.
    """
    name = f"{archive.platform}:{archive.key}"
    origins = Origins(name) if known else NothingKnown(name)
    archive = usable(archive)
    if known:
        archive = in_their_own_voice(archive, origins)
    report = _things(archive, origins)
    report.is_dry_run = True
    report.added["membership"] = count_memberships(archive, origins)
    reactions = Reactions(origins)
    for batch in batched(archive.messages, BATCH, strict=False):
        report.added["reaction"] += reactions.count(batch)
    return report


def _things(archive: Archive, origins: Origins) -> Report:
    """How many units, people, spaces and messages are here and how many aren't."""
    report = Report(skipped=[*archive.skipped])
    for kind, things in (
        (Origin.Kind.UNIT, archive.units),
        (Origin.Kind.PERSON, archive.people),
        (Origin.Kind.SPACE, archive.spaces),
    ):
        known = origins.of(kind)
        report.known[kind] = sum(thing.key in known for thing in things)
        report.added[kind] = len(things) - report.known[kind]
    for batch in batched(archive.messages, BATCH, strict=False):
        known_here = len(origins.messages({message.key for message in batch}))
        report.known["message"] += known_here
        report.added["message"] += len(batch) - known_here
    return report


def _handles(archive: Archive, origins: Origins) -> dict[str, str]:
    """What each handle of the archive is here: another one where somebody had it already."""
    here = origins.of(Origin.Kind.PERSON)
    now = dict(Person.objects.filter(pk__in=here.values()).values_list("pk", "handle"))
    return {person.handle.lower(): now[here[person.key]] for person in archive.people if person.key in here}
