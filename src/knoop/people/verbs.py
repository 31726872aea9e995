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


@verb("person.moved")
@dataclass(frozen=True)
class Moved:
    """From one unit to another."""

    person_id: int
    before_id: int | None
    after_id: int | None


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


@verb("person.described")
@dataclass(frozen=True)
class Described:
    person_id: int


@verb("person.showed_face")
@dataclass(frozen=True)
class ShownFace:
    person_id: int


@verb("code.handed_out")
@dataclass(frozen=True)
class CodeHandedOut:
    code_id: int


@verb("code.revoked")
@dataclass(frozen=True)
class CodeRevoked:
    code_id: int


@verb("person.signed_up")
@dataclass(frozen=True)
class SignedUp:
    person_id: int
    code_id: int


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
