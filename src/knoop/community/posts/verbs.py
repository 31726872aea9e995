from collections.abc import Iterable
from dataclasses import dataclass

from knoop.events.verbs import Tie, verb


@verb("post.written", ties=lambda written: _mentions(written.mentioned_ids))
@dataclass(frozen=True)
class Written:
    post_id: int
    space_id: int
    mentioned_ids: tuple[int, ...] = ()


@verb(
    "post.answered", ties=lambda answered: [Tie("reply", answered.to_id), *_mentions(answered.mentioned_ids)]
)
@dataclass(frozen=True)
class Answered:
    comment_id: int
    post_id: int
    space_id: int
    to_id: int  # who wrote what this answers
    mentioned_ids: tuple[int, ...] = ()


@verb("reaction.given", ties=lambda reacted: [Tie("reaction", reacted.to_id)])
@dataclass(frozen=True)
class Reacted:
    post_id: int
    comment_id: int | None
    space_id: int
    to_id: int  # who wrote what this reacts to
    reaction_id: int | None = None  # none: recorded before the log told reactions apart


@verb("reaction.withdrawn", undoes="reaction.given")
@dataclass(frozen=True)
class ReactionWithdrawn:
    post_id: int
    comment_id: int | None
    space_id: int
    to_id: int
    reaction_id: int | None = None


def _mentions(people: Iterable[int]) -> list[Tie]:
    return [Tie("mention", person) for person in people]
