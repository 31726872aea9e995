from dataclasses import dataclass

from knoop.events.verbs import Tie, verb


@verb("call.joined", ties=lambda joined: [Tie("reaction", joined.to_id)])
@dataclass(frozen=True)
class Joined:
    """Somebody does what a story asks."""

    call_id: int
    post_id: int
    space_id: int
    to_id: int  # whose story it is


@verb("call.left", undoes="call.joined")
@dataclass(frozen=True)
class Left:
    call_id: int
    post_id: int
    space_id: int
    to_id: int


@verb("leader.asked", ties=lambda asked: [Tie("mention", asked.to_id)])
@dataclass(frozen=True)
class LeaderAsked:
    """In the open, on a leader's page."""

    question_id: int
    to_id: int


@verb("leader.answered", ties=lambda answered: [Tie("answer", answered.to_id)])
@dataclass(frozen=True)
class LeaderAnswered:
    question_id: int
    to_id: int  # who asked


@verb("hour.booked", ties=lambda booked: [Tie("message", booked.to_id)])
@dataclass(frozen=True)
class Booked:
    """A quarter of an hour with a leader; about what isn't said."""

    booking_id: int
    to_id: int


@verb("hour.cancelled")
@dataclass(frozen=True)
class BookingCancelled:
    booking_id: int
    to_id: int  # who else would have been there
