"""What can happen in a dialogue.

An answer that somebody gives without their name is no event at all: the log says who did what and when, and
that is exactly what nobody may learn. Nor is any question for a session, with a name or without: the moments
of those around it would tell when an unnamed one was asked. Who asked by name is tied by being answered.
"""

from dataclasses import dataclass

from knoop.events.verbs import Tie, verb


@verb("dialogue.opened")
@dataclass(frozen=True)
class Opened:
    dialogue_id: int
    space_id: int | None
    unit_id: int | None
    kind: str


@verb("dialogue.taken_part", ties=lambda facts: [Tie("answer", facts.to_id)])
@dataclass(frozen=True)
class TakenPart:
    """Somebody answered a round under their own name; `to_id` asked it."""

    dialogue_id: int
    to_id: int


@verb("dialogue.answered")
@dataclass(frozen=True)
class Answered:
    """Who asked told everybody what they heard and what comes of it."""

    dialogue_id: int


@verb("dialogue.question_taken_up")
@dataclass(frozen=True)
class TakenUp:
    dialogue_id: int


@verb(
    "dialogue.question_answered", ties=lambda facts: [Tie("answer", facts.asker_id)] if facts.asker_id else []
)
@dataclass(frozen=True)
class QuestionAnswered:
    """`asker_id`: who asked it by name; `told_ids`: they, and who voted for it."""

    dialogue_id: int
    asker_id: int | None
    told_ids: tuple[int, ...]


@verb("idea.given", ties=lambda facts: [Tie("comment", facts.to_id)])
@dataclass(frozen=True)
class IdeaGiven:
    idea_id: int
    dialogue_id: int
    to_id: int


@verb("idea.supported", ties=lambda facts: [Tie("reaction", facts.to_id)])
@dataclass(frozen=True)
class IdeaSupported:
    idea_id: int
    dialogue_id: int
    to_id: int


@verb("idea.joined", ties=lambda facts: [Tie("reply", facts.to_id)])
@dataclass(frozen=True)
class IdeaJoined:
    idea_id: int
    dialogue_id: int
    to_id: int


@verb("idea.remarked", ties=lambda facts: [Tie("comment", facts.to_id)])
@dataclass(frozen=True)
class IdeaRemarked:
    idea_id: int
    dialogue_id: int
    to_id: int


@verb("idea.decided")
@dataclass(frozen=True)
class IdeaDecided:
    idea_id: int
    dialogue_id: int


@verb("day.offered")
@dataclass(frozen=True)
class DayOffered:
    day_id: int
    unit_id: int


@verb("day.enrolled", ties=lambda facts: [Tie("reply", facts.to_id)])
@dataclass(frozen=True)
class DayEnrolled:
    """A leader comes along; `to_id` offered the day."""

    day_id: int
    to_id: int


@verb("day.given_back")
@dataclass(frozen=True)
class DayGivenBack:
    day_id: int
    to_id: int


@verb("day.told")
@dataclass(frozen=True)
class DayTold:
    day_id: int
    unit_id: int


@verb("day.remarked", ties=lambda facts: [Tie("comment", facts.to_id)])
@dataclass(frozen=True)
class DayRemarked:
    day_id: int
    to_id: int
