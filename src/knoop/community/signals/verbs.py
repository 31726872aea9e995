from __future__ import annotations

from dataclasses import dataclass

from knoop.events.verbs import Tie, verb


def _to_raiser(facts: Decided | Told) -> list[Tie]:
    """Who raised it is answered; nobody where that is hidden."""
    return [Tie("answer", facts.raiser_id)] if facts.raiser_id else []


@verb("signal.raised", ties=lambda raised: [Tie("message", raised.owner_id)])
@dataclass(frozen=True)
class Raised:
    signal_id: int
    space_id: int | None
    owner_id: int
    kind: str


@verb("signal.acknowledged")
@dataclass(frozen=True)
class Acknowledged:
    signal_id: int
    step_id: int


@verb("signal.looked_into")
@dataclass(frozen=True)
class LookedInto:
    signal_id: int
    step_id: int


@verb("signal.decided", ties=_to_raiser)
@dataclass(frozen=True)
class Decided:
    signal_id: int
    step_id: int
    raiser_id: int | None
    decision: str


@verb("signal.changed")
@dataclass(frozen=True)
class Changed:
    """What it asked for has been done."""

    signal_id: int
    step_id: int


@verb("signal.told", ties=_to_raiser)
@dataclass(frozen=True)
class Told:
    signal_id: int
    step_id: int
    raiser_id: int | None


@verb("signal.reopened", ties=lambda reopened: [Tie("message", reopened.owner_id)])
@dataclass(frozen=True)
class Reopened:
    signal_id: int
    step_id: int
    owner_id: int


@verb("signal.handed_over")
@dataclass(frozen=True)
class HandedOver:
    """`is_gone`: because the one before can't answer any more."""

    signal_id: int
    step_id: int
    before_id: int
    after_id: int
    is_gone: bool


@verb("signal.promised")
@dataclass(frozen=True)
class Promised:
    """Another date than was promised before."""

    signal_id: int
    step_id: int


@verb("signal.moved")
@dataclass(frozen=True)
class Moved:
    signal_id: int
    step_id: int
    before_id: int | None
    after_id: int | None


@verb("signal.merged")
@dataclass(frozen=True)
class Merged:
    signal_id: int
    into_id: int


@verb("signal.split")
@dataclass(frozen=True)
class Split:
    signal_id: int
    from_id: int


@verb("signal.supported")
@dataclass(frozen=True)
class Supported:
    signal_id: int
    person_id: int


@verb("signal.unsupported", undoes="signal.supported")
@dataclass(frozen=True)
class Unsupported:
    signal_id: int
    person_id: int


@verb("signal.remarked", ties=lambda remarked: [Tie("comment", remarked.to_id)] if remarked.to_id else [])
@dataclass(frozen=True)
class Remarked:
    """`to_id`: who raised it, where that may be known."""

    signal_id: int
    remark_id: int
    to_id: int | None


@verb("signal.linked")
@dataclass(frozen=True)
class Linked:
    signal_id: int
    link_id: int


@verb("signal.helped")
@dataclass(frozen=True)
class Helped:
    """What came of it helped somebody who raised or supported it, or didn't."""

    signal_id: int
    is_helped: bool


@verb("signal.reminded")
@dataclass(frozen=True)
class Reminded:
    """The clock told `to_id` of a promise that is near or past; `kind` is one of reminding.Kind."""

    signal_id: int
    to_id: int
    kind: str


@verb("signal.letter_came")
@dataclass(frozen=True)
class LetterCame:
    """Who raised it confidentially wrote to who answers it; told in the morning, by the confidant's hand."""

    signal_id: int
