from dataclasses import dataclass

from knoop.events.verbs import verb


@verb("meeting.planned")
@dataclass(frozen=True)
class Planned:
    meeting_id: int
    space_id: int


@verb("meeting.changed")
@dataclass(frozen=True)
class Changed:
    """`is_moved`: the time or the place is another; whoever enrolled wants to know."""

    meeting_id: int
    space_id: int
    is_moved: bool


@verb("meeting.cancelled")
@dataclass(frozen=True)
class Cancelled:
    meeting_id: int
    space_id: int


@verb("meeting.enrolled")
@dataclass(frozen=True)
class Enrolled:
    meeting_id: int
    space_id: int
    is_waiting: bool


@verb("meeting.withdrawn")
@dataclass(frozen=True)
class Withdrawn:
    meeting_id: int
    space_id: int


@verb("meeting.moved_up")
@dataclass(frozen=True)
class MovedUp:
    """Somebody on the waiting list got a place, because another gave theirs up or there are more."""

    meeting_id: int
    space_id: int
    person_id: int
