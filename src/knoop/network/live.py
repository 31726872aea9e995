"""Ties kept up to date while interactions come in, without going through the old ones again."""

from collections.abc import Mapping
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from knoop.network.graph import Network, UnknownPerson, Vector
from knoop.network.interactions import Interactions, UnusableInteractions
from knoop.network.live_pairs import FARTHEST, PairSums
from knoop.network.live_state import LEFT_OUT, State, people_from, restore, rules_from, state_of
from knoop.network.live_timeline import Part, Timeline
from knoop.network.ties import Acts, Rules, Ties, acts_of

AT_ONCE = 65_536  # acts: keeps the room that a large batch might need, but doesn't, small


class MomentHasPassed(ValueError):
    """Ties were asked for at a moment before one already asked for: what counted then may be forgotten."""


class LiveTies:
    """The ties of `ties_of`, for interactions that come one by one or in batches, in any order.

    Each act is weighed once, as from a fixed landmark: worth x 2^((t - landmark) / half-life). All ties fade
    alike, so a pair's sum is only scaled when it's read. Acts after the moment of reading wait; acts older
    than `forgotten` half-lives are taken out again, in the order of time.

    Moments asked for must not go back. The rows of one event must come in one call: its audience is counted
    from them. Interactions without times are refused.
    Memory: 21 bytes an act younger than `forgotten` half-lives at the latest moment asked for, and about 100
            a pair, twice that while room is made. Who loads years at once calls `advance` now and then.
    Cost:   O(1) an act that comes in order, O(log acts) a late one (amortised).
    Source: forward decay of Cormode, Shkapenyuk, Srivastava & Xu (2009).
    """

    def __init__(self, *, rules: Rules | None = None) -> None:
        """Raises UnusableInteractions when acts count for more half-lives than a float can hold."""
        self.rules = rules or Rules()
        if not 0 <= self.rules.forgotten <= FARTHEST:
            raise UnusableInteractions(
                f"`forgotten` is {self.rules.forgotten} half-lives. Live ties keep 0 to {FARTHEST}."
            )
        self._order: dict[str, int] = {}
        self._sorted: NDArray[np.int64] | None = None
        self._timeline = Timeline(half_life=self.rules.half_life, forgotten=self.rules.forgotten)
        self._pairs = PairSums(self.rules.half_life)
        self._listed: tuple[object, NDArray[np.int32]] = (None, np.zeros(0, np.int32))
        self.left_out = dict.fromkeys(LEFT_OUT, 0)

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody seen, sorted."""
        return tuple(sorted(self._order))

    def add(self, interactions: Interactions) -> None:
        """Count more interactions in; people not seen before are added.

        Cost: that of `acts_of`, and then about 60 ns an act in batches of 10,000 in order of time.
        Raises: UnusableInteractions without times.
        """
        if interactions.time is None:
            if len(interactions):
                raise UnusableInteractions(
                    "Live ties fade, and these interactions have no times. Use `ties_of` for those."
                )
            self._position_of(interactions)
            return
        acts, position = acts_of(interactions, self.rules), self._position_of(interactions)
        for name in self.left_out:
            self.left_out[name] += getattr(acts, name)
        for start in range(0, len(acts.source), AT_ONCE):
            self._take(acts, position, slice(start, start + AT_ONCE))

    def add_act(self, source: str, target: str, kind: str, time: float) -> None:
        """Count one act towards one person in. Raises UnusableInteractions as Interactions.from_acts does."""
        self.add(Interactions.from_acts([(source, target, kind, time)]))

    def _position_of(self, interactions: Interactions) -> NDArray[np.int32]:
        """Where this object keeps the people of these interactions."""
        people = interactions.people
        if self._listed[0] is people and isinstance(people, tuple):
            return self._listed[1]
        known = len(self._order)
        position = np.array([self._order.setdefault(one, len(self._order)) for one in people], np.int32)
        if len(self._order) > known:
            self._sorted = None
        self._listed = (people, position)
        return position

    def _take(self, acts: Acts, position: NDArray[np.int32], rows: slice) -> None:
        assert acts.time is not None
        pair = self._pairs.number(position[acts.source[rows]], position[acts.target[rows]])
        part = Part(acts.time[rows], pair, acts.weight[rows], acts.lasting[rows])
        over = self._timeline.is_over(part.time)
        if over.any():
            self._pairs.note([part.taken(over)])
            part = part.taken(~over)
        begun = part.time <= self._timeline.now
        if begun.any():
            self._pairs.add([part.taken(begun)])
        self._timeline.add(part)

    def advance(self, moment: float) -> None:
        """Let time go on: what has happened by then begins to count, what is too old is forgotten.

        Raises: MomentHasPassed; UnusableInteractions when it is no moment.
        """
        now = self._timeline.now
        if not np.isfinite(moment):
            raise UnusableInteractions(f"{moment} is no moment. Give seconds since 1970.")
        if moment < now:
            raise MomentHasPassed(
                f"{moment} lies before {now}, up to which ties were read. Ask in the order of time, or use "
                "`ties_of` on all interactions."
            )
        passed = self._timeline.advance(float(moment))
        self._pairs.take_out(passed.over)
        self._pairs.near(float(moment))
        self._pairs.note(passed.missed)
        self._pairs.add(passed.begun)

    def at(self, moment: float) -> Ties:
        """Ties as they stand at a moment, of everybody seen so far, people sorted.

        Returns: what `ties_of(acts_of(everything), at=moment)` gives, to 1 in a thousand million.
        Cost:    O(pairs), and what `advance` has to catch up with.
        Raises:  MomentHasPassed.
        """
        self.advance(moment)
        weights = self._pairs.weights(moment, self._pairs.sums)
        tied, ever = weights > 0, self._pairs.ever
        people = self.people
        weight = self._network(people, tied, weights[tied])
        attention = weight.arcs.copy()
        attention.data = np.log1p(attention.data)
        return Ties(
            weight=weight,
            attention=Network(people=people, arcs=attention),
            whole=self._network(people, ever, np.ones(int(ever.sum()))),
            at=float(moment),
        )

    def _network(self, people: tuple[str, ...], kept: NDArray[np.bool_], weight: Vector) -> Network:
        if self._sorted is None:
            self._sorted = np.empty(len(people), np.int64)
            self._sorted[[self._order[person] for person in people]] = np.arange(len(people))
        ends = [self._sorted[end[kept]] for end in (self._pairs.source, self._pairs.target)]
        arcs = sparse.csr_array((weight, tuple(ends)), shape=(len(people), len(people)))
        arcs.sort_indices()
        return Network(people=people, arcs=arcs)

    def weight(self, source: str, target: str, moment: float) -> float:
        """w of source -> target at a moment; 0 when nothing counts (any more).

        Cost: O(1), and what `advance` has to catch up with. Raises: UnknownPerson, MomentHasPassed.
        """
        for person in (source, target):
            if person not in self._order:
                raise UnknownPerson(f"{person!r} is not among the {len(self._order)} people seen so far.")
        self.advance(moment)
        row = self._pairs.row_of(self._order[source], self._order[target])
        return 0.0 if row is None else float(self._pairs.weights(moment, self._pairs.sums[row : row + 1])[0])

    def state(self) -> State:
        """All that is known, as named arrays of numbers: keep them where you like."""
        return state_of(self.rules, tuple(self._order), self._pairs, self._timeline, self.left_out)

    @classmethod
    def from_state(cls, state: Mapping[str, NDArray[Any]]) -> Self:
        """Go on from what `state` gave."""
        live = cls(rules=rules_from(state))
        live._order = {person: number for number, person in enumerate(people_from(state))}
        live.left_out = restore(state, live._pairs, live._timeline)
        return live
