"""What an archive may say in the name of a network leader: what they wrote before they wrote here themselves.

Whoever may read in an archive decides what stands in it. So from the first thing that a leader did here
themselves, no message and no reaction of theirs comes in by an archive; the report says how many stayed out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.db.models import Min

from knoop.archives import Archive, ArchivedMessage, Skipped
from knoop.events.models import Event
from knoop.importers.models import Origin
from knoop.importers.origins import Origins
from knoop.people.models import Appointment, Person

REASON = "by a network leader who writes here themselves since then"


def in_their_own_voice(archive: Archive, origins: Origins) -> Archive:
    """The archive without what leaders can have said here themselves; how much stands in `skipped`."""
    since = _speaking_since(archive, origins)
    if not since:
        return archive
    kept = [_reactions(message, since) for message in archive.messages if not _is_later(message, since)]
    left = [message.key for message in archive.messages if _is_later(message, since)]
    skipped = Skipped(what="message", reason=REASON, count=len(left), examples=tuple(left[:3]))
    return replace(archive, messages=tuple(kept), skipped=(*archive.skipped, *([skipped] if left else [])))


def _speaking_since(archive: Archive, origins: Origins) -> dict[str, datetime]:
    """Per leader, by their key in the archive: when they first did something here themselves."""
    leaders = Person.objects.present().filter(appointments__role=Appointment.Role.LEADER)
    emails = {email.lower(): pk for pk, email in leaders.values_list("pk", "email") if email}
    known = origins.of(Origin.Kind.PERSON)
    here = {one.key: known.get(one.key) or emails.get(one.email.lower()) for one in archive.people}
    own = Event.objects.filter(actor__in=leaders.values("pk"), is_imported=False).order_by()
    first = dict(own.values_list("actor").annotate(first=Min("at")))
    return {key: first[pk] for key, pk in here.items() if pk in first}


def _is_later(message: ArchivedMessage, since: Mapping[str, datetime]) -> bool:
    return message.author in since and message.at >= since[message.author]


def _reactions(message: ArchivedMessage, since: Mapping[str, datetime]) -> ArchivedMessage:
    kept = tuple(
        given
        for given in message.reactions
        if given.person not in since or (given.at or message.at) < since[given.person]
    )
    return message if len(kept) == len(message.reactions) else replace(message, reactions=kept)
