from dataclasses import dataclass

from knoop.events.verbs import Tie, verb


@verb("message.sent", ties=lambda sent: [Tie("message", person) for person in sent.to_ids])
@dataclass(frozen=True)
class Sent:
    message_id: int
    conversation_id: int
    to_ids: tuple[int, ...]


@verb("conversation.joined")
@dataclass(frozen=True)
class Joined:
    conversation_id: int
    person_id: int


@verb("conversation.left")
@dataclass(frozen=True)
class Left:
    conversation_id: int


@verb("message.withdrawn")
@dataclass(frozen=True)
class Withdrawn:
    message_id: int
    conversation_id: int
