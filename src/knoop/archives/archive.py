"""One shape for what any platform exports, so that importing and analysing know only this."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from knoop.archives.interactions import Interactions


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
    emoji: str  # the character itself
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
    """What was left out, why and how often; `examples` say where to look."""

    what: str  # "message", "person", "space", "reaction", "conversation"
    reason: str  # a plain sentence
    count: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Archive:
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
        """Who turned to whom: replies to their author, mentions, reactions; nobody to themselves."""
        raise NotImplementedError
