from dataclasses import dataclass

from knoop.events.verbs import verb


@verb("person.appointed")
@dataclass(frozen=True)
class Appointed:
    person_id: int
    role: str


@verb("person.invited")
@dataclass(frozen=True)
class Invited:
    person_id: int


@verb("person.departed")
@dataclass(frozen=True)
class Departed:
    person_id: int
