"""One shape for what any platform exports, so that importing and analysing know only this."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np

from knoop.archives.interactions import KINDS, Interactions


@dataclass(frozen=True, kw_only=True)
class ArchivedUnit:
    key: str
    name: str
    parent: str | None = None  # key of the unit above


@dataclass(frozen=True, kw_only=True)
class ArchivedPerson:
    key: str  # how messages in this archive name the person
    handle: str  # short name without spaces, unique within the archive
    name: str
    email: str = ""
    title: str = ""
    about: str = ""
    unit: str | None = None  # key of an ArchivedUnit
    manager: str | None = None  # key of an ArchivedPerson
    language: str = ""  # "nl", "en" or unknown
    timezone: str = ""  # as "Europe/Amsterdam", or unknown
    has_left: bool = False
    joined: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class ArchivedMembership:
    person: str
    since: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class ArchivedSpace:
    key: str
    name: str
    purpose: str = ""
    is_open: bool = True  # False: its members alone may read it
    is_archived: bool = False
    unit: str | None = None
    created: datetime | None = None
    members: tuple[ArchivedMembership, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ArchivedReaction:
    person: str
    emoji: str  # the character itself, or :name: for a picture of the platform's own
    at: datetime | None = None  # None: the platform does not say when


@dataclass(frozen=True, kw_only=True)
class ArchivedMessage:
    key: str  # unique within the archive, the same at every reading
    space: str
    author: str
    at: datetime  # aware, UTC
    text: str  # Markdown; a person is mentioned as @handle
    replies_to: str | None = None  # key of the message that opened the thread, or of a reply in it
    mentions: tuple[str, ...] = ()  # person keys
    reactions: tuple[ArchivedReaction, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Skipped:
    """What was left out or could not be kept as it was, why and how often; `examples` say where to look."""

    what: str  # "message", "person", "space", "reaction", "conversation", "thread", "file", "interaction"
    reason: str  # a plain sentence
    count: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Archive:
    """Everything one export holds that a community may keep; every key in it leads to something in it."""

    platform: str  # "slack", "demo", …
    key: str  # the same for every export of the same source
    title: str
    people: tuple[ArchivedPerson, ...]
    spaces: tuple[ArchivedSpace, ...]
    messages: tuple[ArchivedMessage, ...]  # by time, a thread's opening before its replies
    units: tuple[ArchivedUnit, ...] = ()
    skipped: tuple[Skipped, ...] = field(default=())

    def __iter__(self) -> Iterator[ArchivedMessage]:
        return iter(self.messages)

    def interactions(self) -> Interactions:
        """Who turned to whom: replies to their author, mentions, reactions; nobody to themselves.

        Returns: rows by time. A reply is one act towards the author of the message it answers. The
            mentions in one message are one act towards all whom it names. A reaction is one act, at its
            own time or else the message's. A message that answers nobody and names nobody makes no
            row: who read it isn't known. Times in epoch seconds (UTC); audience is the number of
            people addressed. People who left, and who did nothing, are among `people` too.
        Cost: O(rows log rows).
        """
        authors = {message.key: message.author for message in self.messages}
        position = {person.key: at for at, person in enumerate(self.people)}
        acts = [act for message in self.messages for act in _acts(message, authors)]
        acts.sort(key=lambda act: act[0])  # stable: equal times stay in the order of the messages
        rows = [
            (at.timestamp(), position[who], position[whom], KINDS.index(kind), event, len(addressed))
            for event, (at, kind, who, addressed) in enumerate(acts)
            for whom in addressed
        ]
        time, source, target, kinds, event, audience = zip(*rows, strict=True) if rows else ((),) * 6
        return Interactions(
            people=tuple(position),
            time=np.array(time, np.float64),
            source=np.array(source, np.int32),
            target=np.array(target, np.int32),
            kind=np.array(kinds, np.uint8),
            event=np.array(event, np.int64),
            audience=np.array(audience, np.int32),
        )


type _Act = tuple[datetime, str, str, tuple[str, ...]]  # when, kind, who, whom


def _acts(message: ArchivedMessage, authors: dict[str, str]) -> Iterator[_Act]:
    """What one message says about who turned to whom, at most one act for the reply and one for the names."""
    answered = () if message.replies_to is None else (authors[message.replies_to],)
    towards: Iterable[tuple[str, tuple[str, ...]]] = (("reply", answered), ("mention", message.mentions))
    for kind, named in towards:
        others = tuple(dict.fromkeys(person for person in named if person != message.author))
        if others:
            yield message.at, kind, message.author, others
    for reaction in message.reactions:
        if reaction.person != message.author:
            yield reaction.at or message.at, "reaction", reaction.person, (message.author,)
