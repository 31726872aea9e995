from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from knoop.events.verbs import Tie, verb


def _mentions(people: Iterable[int]) -> list[Tie]:
    return [Tie("mention", person) for person in people]


def _written(written: Any) -> list[Tie]:
    """Who is thanked and mentioned is addressed once."""
    others = [person for person in written.mentioned_ids if person not in written.thanked_ids]
    return [*(Tie("thanks", person) for person in written.thanked_ids), *_mentions(others)]


@verb("post.written", ties=_written)
@dataclass(frozen=True)
class Written:
    post_id: int
    space_id: int
    mentioned_ids: tuple[int, ...] = ()
    kind: str = "tell"
    thanked_ids: tuple[int, ...] = ()
    unit_ids: tuple[int, ...] = ()  # mentioned
    topic_ids: tuple[int, ...] = ()


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
    unit_ids: tuple[int, ...] = ()  # mentioned
    topic_ids: tuple[int, ...] = ()


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


@verb("post.edited", ties=lambda edited: _mentions(edited.mentioned_ids))
@dataclass(frozen=True)
class PostEdited:
    post_id: int
    space_id: int
    mentioned_ids: tuple[int, ...] = ()  # who wasn't before
    unit_ids: tuple[int, ...] = ()  # which weren't before


@verb("comment.edited", ties=lambda edited: _mentions(edited.mentioned_ids))
@dataclass(frozen=True)
class CommentEdited:
    comment_id: int
    post_id: int
    space_id: int
    mentioned_ids: tuple[int, ...] = ()
    unit_ids: tuple[int, ...] = ()


@verb("post.withdrawn")
@dataclass(frozen=True)
class PostWithdrawn:
    post_id: int
    space_id: int


@verb("post.restored")
@dataclass(frozen=True)
class PostRestored:
    post_id: int
    space_id: int


@verb("comment.withdrawn")
@dataclass(frozen=True)
class CommentWithdrawn:
    comment_id: int
    post_id: int
    space_id: int


@verb("comment.restored")
@dataclass(frozen=True)
class CommentRestored:
    comment_id: int
    post_id: int
    space_id: int


@verb("post.pinned")
@dataclass(frozen=True)
class Pinned:
    post_id: int
    space_id: int


@verb("post.unpinned")
@dataclass(frozen=True)
class Unpinned:
    post_id: int
    space_id: int


@verb("poll.voted")
@dataclass(frozen=True)
class Voted:
    """The first vote of somebody in a poll with names; what it was for isn't said."""

    post_id: int
    space_id: int
    to_id: int  # whose poll it is


@verb("poll.closed")
@dataclass(frozen=True)
class PollClosed:
    """By its author, before its time."""

    post_id: int
    space_id: int


@verb("answer.accepted", ties=lambda accepted: [Tie("thanks", accepted.to_id)] if accepted.is_asker else [])
@dataclass(frozen=True)
class Accepted:
    acceptance_id: int
    comment_id: int
    post_id: int
    space_id: int
    to_id: int  # whose answer it is
    is_asker: bool  # marked by who asked; an administrator's mark thanks nobody


@verb("answer.acceptance_withdrawn", undoes="answer.accepted")
@dataclass(frozen=True)
class AcceptanceWithdrawn:
    acceptance_id: int
    comment_id: int
    post_id: int
    space_id: int
    to_id: int
    is_asker: bool


@verb("draft.handed_over")
@dataclass(frozen=True)
class DraftHandedOver:
    """To who should say it; what is in it is theirs to read and nobody else's."""

    draft_id: int
    to_id: int


@verb("draft.declined")
@dataclass(frozen=True)
class DraftDeclined:
    draft_id: int
    to_id: int  # who gets it back


@verb("topic.followed")
@dataclass(frozen=True)
class TopicFollowed:
    topic_id: int


@verb("topic.unfollowed")
@dataclass(frozen=True)
class TopicUnfollowed:
    topic_id: int
