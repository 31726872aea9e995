"""Which two units hear too little of each other in a window: what the rule I3 asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from knoop.network.clocks import Contacts, contacts_of
from knoop.network.clocks_fresh import fresh_from
from knoop.network.graph import Network, Vector
from knoop.network.interactions import Interactions
from knoop.network.interventions import FRESH_ENOUGH, SILO_Z, SMALLEST_GROUP, Reading, Silo
from knoop.network.permutations import silo_test
from knoop.network.speed_units import UnitFreshness
from knoop.network.ties import Acts, Rules
from knoop.network.units import labels

MOST_PAIRS = 3  # told at most; the others are like them
LOOKED_AT = 12
REFERENCE = 6  # units among which "most units" is measured
ASKED = 10  # people of a unit
WITHIN = 2.262  # Student's t: 95 % with 9 degrees of freedom

type Pair = tuple[int, int]


@dataclass(frozen=True, kw_only=True, eq=False)
class UnitWindow:
    """The log in one window, by unit. interactions: rows of the window; acts: of the whole log, of the same
    people, sorted. tau: as in `speed`."""

    interactions: Interactions
    acts: Acts
    since: float
    until: float
    units: Mapping[str, str | None]
    tau: float
    rules: Rules
    seed: int

    @cached_property
    def _unit(self) -> NDArray[np.int64]:
        return labels(self.acts.people, self.units)[0]

    @cached_property
    def names(self) -> tuple[str, ...]:
        return labels(self.acts.people, self.units)[1]

    @cached_property
    def _met(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Who acted towards whom in the window, both of a known unit."""
        assert self.acts.time is not None
        kept = (self.acts.time > self.since) & (self.acts.time <= self.until)
        source, target = self.acts.source[kept], self.acts.target[kept]
        known = (self._unit[source] >= 0) & (self._unit[target] >= 0)
        return source[known], target[known]

    @cached_property
    def active(self) -> NDArray[np.int64]:
        """How many people of each unit acted or were turned to."""
        met = np.zeros(len(self.acts.people), dtype=np.bool_)
        for people in self._met:
            met[people] = True
        return np.bincount(self._unit[met], minlength=len(self.names))

    @cached_property
    def _contacts(self) -> Contacts | None:
        return contacts_of(self.interactions, rules=self.rules)

    def closed(self, pairs: list[Pair]) -> list[float | None]:
        """For each pair z of the silo index among the people of both units, by who met in the window."""
        inside = np.isin(self._unit, list({unit for pair in pairs for unit in pair}))
        source, target = self._met
        kept = inside[source] & inside[target]
        return [self._closed(pair, source[kept], target[kept]) for pair in pairs]

    def _closed(self, pair: Pair, source: NDArray[np.int32], target: NDArray[np.int32]) -> float | None:
        inside = np.isin(self._unit, pair)
        kept = inside[source] & inside[target]
        chosen, place = np.flatnonzero(inside), np.cumsum(inside) - 1
        people = tuple(self.acts.people[number] for number in chosen)
        ones = np.ones(int(kept.sum()))
        network = Network.from_columns(people, place[source[kept]], place[target[kept]], ones)
        unit_of = {person: self.names[unit] for person, unit in zip(people, self._unit[chosen], strict=True)}
        found = silo_test(network, unit_of, dealt=0)
        return None if found is None or found.z is None else -found.z

    def shares(self, pairs: list[Pair]) -> list[float | None]:
        """How fresh each pair's news of each other is, as a share of the usual; without an interval."""
        own = _units_of(pairs)
        if self._contacts is None or not self._usual:
            return [None] * len(pairs)
        fresh = self._fresh(self._contacts, own)
        return [fresh.between(*_places(pair, own))[0] / self._usual for pair in pairs]

    def silos(self, pairs: list[Pair]) -> list[Silo]:
        """What the rule asks of each pair."""
        own = _units_of(pairs)
        fresh = self._fresh(self._contacts, own) if self._contacts else None
        found = zip(pairs, self.closed(pairs), strict=True)
        return [Silo(z=z, fresh=self._reading(pair, fresh, _places(pair, own))) for pair, z in found]

    @cached_property
    def _usual(self) -> float | None:
        """The median freshness over pairs of units, of six units at most; None with fewer than two."""
        large = np.flatnonzero(self.active >= SMALLEST_GROUP)
        if self._contacts is None or len(large) < 2:
            return None
        chosen = np.sort(np.random.default_rng(self.seed).permutation(large)[:REFERENCE])
        fresh = self._fresh(self._contacts, chosen)
        return float(np.median([fresh.between(*pair)[0] for pair in combinations(range(len(chosen)), 2)]))

    def _reading(self, pair: Pair, fresh: "_Fresh | None", places: Pair) -> Reading:
        people, usual = int(min(self.active[pair[0]], self.active[pair[1]])), self._usual
        if not usual or fresh is None:
            return Reading(value=None, low=None, high=None, people=people)
        value, error = fresh.between(*places)
        low, high = max(0.0, value - WITHIN * error) / usual, (value + WITHIN * error) / usual
        return Reading(value=value / usual, low=low, high=high, people=people)

    def _fresh(self, contacts: Contacts, chosen: NDArray[np.int64]) -> "_Fresh":
        """How fresh what these units know of each other is, from ten people of each as sources."""
        random = np.random.default_rng(self.seed)
        members = [np.flatnonzero(self._unit == unit) for unit in chosen]
        asked = [np.sort(random.permutation(people)[:ASKED]) for people in members]
        sources = np.concatenate(asked)
        mean = np.zeros((len(sources), len(chosen)))
        done = 0
        for found, block in fresh_from(contacts, sources, tau=self.tau):
            for place, people in enumerate(members):
                mean[done : done + len(found), place] = block[people].mean(axis=0)
            done += len(found)
        return _Fresh.of(mean, [len(one) for one in asked])


def _units_of(pairs: list[Pair]) -> NDArray[np.int64]:
    return np.unique(np.array(pairs, dtype=np.int64))


def _places(pair: Pair, own: NDArray[np.int64]) -> Pair:
    one, other = np.searchsorted(own, pair)
    return int(one), int(other)


@dataclass(frozen=True, kw_only=True, eq=False)
class _Fresh:
    """(units, units): what the unit of the column knows of that of the row, and its variance.

    Variance: people of a unit differ; each asked is one draw, also where all of a unit are asked."""

    mean: Vector
    variance: Vector

    @classmethod
    def of(cls, rows: Vector, asked: list[int]) -> "_Fresh":
        """rows: one per source, in the order of the units; (sources, units)."""
        blocks = np.split(rows, np.cumsum(asked)[:-1])
        return cls(
            mean=np.array([block.mean(axis=0) for block in blocks]),
            variance=np.array([block.var(axis=0, ddof=1) / len(block) for block in blocks]),
        )

    def between(self, one: int, other: int) -> tuple[float, float]:
        """Both directions together, and the standard error."""
        value = (self.mean[one, other] + self.mean[other, one]) / 2
        error = sqrt(self.variance[one, other] + self.variance[other, one]) / 2
        return float(value), error


def least_fresh(window: UnitWindow, fresh: UnitFreshness) -> list[Pair]:
    """The pairs of units of ten active people or more with the least fresh news of each other, if that is
    under a quarter of the median and the two units keep to themselves; the least fresh first.

    Cost: the square of the units, which are a thousand at most.
    """
    assert fresh.units == window.names
    table = np.array([[np.nan if cell is None else cell for cell in row] for row in fresh.freshness])
    both = (table + table.T) / 2
    large = window.active >= SMALLEST_GROUP
    both[~(large[:, None] & large[None, :])] = np.nan
    one, other = np.triu_indices(len(both), k=1)
    values = both[one, other]
    known = np.isfinite(values)
    if not known.any():
        return []
    few = np.flatnonzero(known & (values < FRESH_ENOUGH * np.median(values[known])))
    order = few[np.lexsort((other[few], one[few], values[few]))][:LOOKED_AT]
    pairs = [(int(one[place]), int(other[place])) for place in order]
    found = zip(pairs, window.closed(pairs), strict=True)
    return [pair for pair, z in found if z is not None and z > SILO_Z][:MOST_PAIRS]
