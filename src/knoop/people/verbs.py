from dataclasses import dataclass

from knoop.events.verbs import Tie, verb


@verb("person.appointed")
@dataclass(frozen=True)
class Appointed:
    person_id: int
    role: str


@verb("person.invited")
@dataclass(frozen=True)
class Invited:
    person_id: int


@verb("person.became_guest")
@dataclass(frozen=True)
class BecameGuest:
    person_id: int


@verb("person.became_colleague")
@dataclass(frozen=True)
class BecameColleague:
    person_id: int


@verb("person.departed")
@dataclass(frozen=True)
class Departed:
    person_id: int


@verb("person.followed", ties=lambda followed: [Tie("follow", followed.person_id)])
@dataclass(frozen=True)
class Followed:
    following_id: int
    person_id: int


@verb("person.unfollowed", undoes="person.followed")
@dataclass(frozen=True)
class Unfollowed:
    following_id: int
    person_id: int
