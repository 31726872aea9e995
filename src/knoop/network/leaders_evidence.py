"""How much was seen of each person: enough to say something, or not."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from knoop.network.leaders_reasons import Reason
from knoop.network.minimum import (
    ACTIVE_PEOPLE,
    ACTS_EACH,
    ACTS_TO_SAY_SOMETHING,
    SENDERS_TO_SAY_SOMETHING,
)
from knoop.network.sorting import different
from knoop.network.ties import DAY, Acts, are_different, summed_acts

WINDOW = 90 * DAY  # of figures about persons


@dataclass(frozen=True, kw_only=True, eq=False)
class Evidence:
    """What a window shows of each person, in the order of `people`.

    received: acts towards them, an act counted once however many rows it has.
    senders:  different people who turned to them.
    sent:     acts by them.
    since, until: epoch seconds; None without times.
    """

    people: tuple[str, ...]
    received: NDArray[np.int64]
    senders: NDArray[np.int64]
    sent: NDArray[np.int64]
    since: float | None
    until: float | None

    @cached_property
    def active(self) -> NDArray[np.bool_]:
        """Who sent or received an act."""
        return (self.received > 0) | (self.sent > 0)

    @property
    def is_enough_of_all(self) -> bool:
        """20 active people, who received 8 acts each on average; without times, 20 active people."""
        active = int(self.active.sum())
        if active < ACTIVE_PEOPLE:
            return False
        # Asked for instead of observed: one row is a whole relation, not one act of many.
        return self.until is None or int(self.received.sum()) >= ACTS_EACH * active

    @cached_property
    def enough(self) -> NDArray[np.bool_]:
        """Of whom something can be said: 20 acts from 8 people; without times, 8 people."""
        heard = self.senders >= SENDERS_TO_SAY_SOMETHING
        return heard if self.until is None else heard & (self.received >= ACTS_TO_SAY_SOMETHING)

    def seen(self, number: int) -> Reason:
        """How many people turned to somebody in how many acts."""
        return Reason(
            code="sought_by_people",
            values={"people": int(self.senders[number]), "acts": int(self.received[number])},
        )


def evidence_of(acts: Acts, *, at: float | None = None) -> Evidence:
    """What the 90 days up to `at` (by default the last act) show.

    Cost: a pass over the acts of the window; two sorts of them where acts have several rows.
    """
    until = None if acts.last is None else acts.last if at is None else at
    since = None if until is None else until - WINDOW
    seen = acts if since is None or until is None else acts.within(since, until)
    return Evidence(
        people=acts.people,
        received=acts_each(seen.event, seen.target, len(acts.people)),
        senders=np.bincount(summed_acts(seen, at=until).indices, minlength=len(acts.people)),
        sent=acts_each(seen.event, seen.source, len(acts.people)),
        since=since,
        until=until,
    )


def acts_each(event: NDArray[np.int64] | None, person: NDArray[np.int32], people: int) -> NDArray[np.int64]:
    """How many acts each person has, an act counted once however many rows it has. event: as in Acts."""
    if event is None or are_different(event):
        return np.bincount(person, minlength=people)
    act = np.unique(event, return_inverse=True)[1].astype(np.int64)
    return np.bincount(different(act * people + person) % max(1, people), minlength=people)
