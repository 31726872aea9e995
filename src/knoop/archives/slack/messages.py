"""What people said in Slack, as messages of an archive."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from knoop.archives.archive import ArchivedMessage, ArchivedReaction
from knoop.archives.slack.emoticons import reaction as character
from knoop.archives.slack.entries import BY_BOT, Entry
from knoop.archives.slack.markup import Names, markdown
from knoop.archives.slack.people import People
from knoop.archives.tally import Tally

UNKNOWN_AUTHOR = "its author is nowhere described in the export"
NO_TEXT = "no text: only a preview, or a file that Slack no longer has"
OPENING_IS_MISSING = "answers a message that is not in the archive: kept on its own"


def messages_of(
    entries: Iterable[Entry], people: People, names: Names, tally: Tally
) -> tuple[ArchivedMessage, ...]:
    """The messages by time (then key), each reply after what it answers; the rest is tallied."""
    kept: dict[str, tuple[Entry, ArchivedMessage]] = {}
    for entry in entries:
        if reason := _why_not(entry, people):
            tally.note("message", reason, entry.where)
            continue
        text, mentions = _text(entry, names)
        if not text:
            tally.note("message", NO_TEXT, entry.where)
            continue
        message = ArchivedMessage(
            key=entry.key,
            space=entry.channel.id,
            author=entry.author,
            at=entry.at,
            text=text,
            mentions=mentions,
            reactions=_reactions(entry, people, tally),
        )
        kept[entry.key] = entry, message
    openings = Openings(entry for entry, _ in kept.values())
    answered = (_answering(entry, message, openings, tally) for entry, message in kept.values())
    return tuple(sorted(answered, key=lambda message: (message.at, message.key)))


class Openings:
    """Finds the message that another one answers."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_key: dict[str, Entry] = {}
        self._shares: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in entries:
            self._by_key[entry.key] = entry
            if entry.file:
                self._shares[entry.channel.id, entry.file].append(entry)
        for shares in self._shares.values():
            shares.sort(key=lambda entry: entry.at)

    def of(self, entry: Entry) -> str | None:
        """The opening of the thread, or the latest earlier message that shared the file commented on."""
        if entry.comments_on:
            shares = self._shares[entry.channel.id, entry.comments_on]
            before = bisect_left(shares, entry.at, key=lambda share: share.at)
            return shares[before - 1].key if before else None
        opening = self._by_key.get(f"{entry.channel.id}:{entry.thread}")
        return opening.key if opening and opening.at < entry.at else None


def _answering(entry: Entry, message: ArchivedMessage, openings: Openings, tally: Tally) -> ArchivedMessage:
    if not entry.comments_on and entry.thread in {"", entry.stamp}:
        return message
    opening = openings.of(entry)
    if opening is None:
        tally.note("thread", OPENING_IS_MISSING, entry.where)
    return replace(message, replies_to=opening)


def _why_not(entry: Entry, people: People) -> str:
    if entry.author in people.persons:
        return ""
    return BY_BOT if entry.is_by_program or entry.author in people.others else UNKNOWN_AUTHOR


def _text(entry: Entry, names: Names) -> tuple[str, tuple[str, ...]]:
    text, mentions = markdown(entry.text, names)
    if entry.is_act and text:
        text = f"_{text}_"
    return "\n\n".join(filter(None, (text, *entry.files))), mentions


def _reactions(entry: Entry, people: People, tally: Tally) -> tuple[ArchivedReaction, ...]:
    given: dict[ArchivedReaction, None] = {}
    for reaction in entry.reactions:
        tally.note("reaction", "the export doesn't say who gave it", entry.where, reaction.unnamed)
        for user in reaction.users:
            if user in people.persons:
                given[ArchivedReaction(person=user, emoji=character(reaction.name))] = None
            else:
                tally.note("reaction", "given by a bot, or by someone nowhere described", entry.where)
    return tuple(given)
