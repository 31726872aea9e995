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
