from dataclasses import dataclass

from knoop.events.verbs import verb


@verb("space.opened")
@dataclass(frozen=True)
class Opened:
    space_id: int


@verb("space.joined")
@dataclass(frozen=True)
class Joined:
    space_id: int


@verb("space.member_added")
@dataclass(frozen=True)
class Added:
    space_id: int
    person_id: int


@verb("space.left")
@dataclass(frozen=True)
class Left:
    space_id: int


@verb("space.archived")
@dataclass(frozen=True)
class Archived:
    space_id: int
