from dataclasses import dataclass

from knoop.events.verbs import verb


@verb("space.opened")
@dataclass(frozen=True)
class Opened:
    space_id: int


@verb("space.changed")
@dataclass(frozen=True)
class Changed:
    """Name, purpose, looks or rules; who may see it has a verb of its own."""

    space_id: int


@verb("space.openness_changed")
@dataclass(frozen=True)
class OpennessChanged:
    space_id: int
    before: str
    after: str


@verb("space.joined")
@dataclass(frozen=True)
class Joined:
    space_id: int


@verb("space.member_added")
@dataclass(frozen=True)
class Added:
    space_id: int
    person_id: int


@verb("space.member_removed")
@dataclass(frozen=True)
class Removed:
    space_id: int
    person_id: int


@verb("space.role_changed")
@dataclass(frozen=True)
class RoleChanged:
    space_id: int
    person_id: int
    role: str


@verb("space.left")
@dataclass(frozen=True)
class Left:
    space_id: int


@verb("space.archived")
@dataclass(frozen=True)
class Archived:
    space_id: int


@verb("space.unarchived")
@dataclass(frozen=True)
class Unarchived:
    space_id: int


@verb("space.taken_over")
@dataclass(frozen=True)
class TakenOver:
    space_id: int
    takeover_id: int


@verb("space.asked")
@dataclass(frozen=True)
class Asked:
    space_id: int
    request_id: int


@verb("space.request_withdrawn", undoes="space.asked")
@dataclass(frozen=True)
class RequestWithdrawn:
    space_id: int
    request_id: int


@verb("space.request_accepted")
@dataclass(frozen=True)
class RequestAccepted:
    space_id: int
    request_id: int
    person_id: int


@verb("space.request_declined")
@dataclass(frozen=True)
class RequestDeclined:
    space_id: int
    request_id: int
    person_id: int


@verb("space.invited")
@dataclass(frozen=True)
class Invited:
    space_id: int
    person_id: int


@verb("space.invitation_withdrawn", undoes="space.invited")
@dataclass(frozen=True)
class InvitationWithdrawn:
    space_id: int
    person_id: int


@verb("space.invitation_declined")
@dataclass(frozen=True)
class InvitationDeclined:
    space_id: int
    by_id: int
