"""To whom people turn: the leader index, and how sure it is."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

from knoop.network.bootstrap import REPLICATES, Redraws, redraws_of
from knoop.network.cores import PARTS, blocks, in_parallel
from knoop.network.graph import Figures, Network, Vector
from knoop.network.leaders_evidence import Evidence, evidence_of
from knoop.network.leaders_reasons import Reason
from knoop.network.ties import Acts, Rules

TOP = 0.1
VERY_LARGE = 200_000  # people
LIKELY = 0.05, 0.95


class UnusableFigures(ValueError):
    """Figures that don't fit the people they are about. The message says what to mend."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Leaders:
    """The leader index of each person with how sure it is, in the order of `people`.

    index:       0 to 1. rank: 1 is highest, equal people share the middle of their places.
    rank_low, rank_high: between which the rank lies in 90 % of the redraws.
    probability: share of redraws in which one is in the top tenth.
    All four are None for who wasn't active, and when too little was seen of the person or of all.
    parts:       what the index is the mean of; without "freshness" where it wasn't given.
    active:      people who are ranked. evidence: what it rests on, with its window.
    services:    accounts of no single person, unranked, of which enough was seen, and how much.
    """

    people: tuple[str, ...]
    index: Figures
    rank: Figures
    rank_low: Figures
    rank_high: Figures
    probability: Figures
    parts: tuple[str, ...]
    active: int
    replicates: int
    evidence: Evidence
    services: Mapping[str, Reason]


def leader_index(network: Network, *, freshness: Figures | None = None) -> Figures:
    """Mean of percentile ranks, among people with ties, of how many turn to one and how strongly.

    Breadth is in-degree, strength the sum of weights of an attention network: of ln(1 + w).
    Args:    freshness: how fresh what reaches each person is, ranked as a third part. Who has None there
             is placed by the other two.
    Returns: above 0 and below 1, (rank - 1/2) / n; None for a person without ties.
    Raises:  UnusableFigures when freshness is not one per person.    Cost: O(arcs + n log n).
    Source:  breadth and strength after the opinion leaders of Katz & Lazarsfeld (1955), see
             docs/measures/leaders.md. Without a minimum: `leaders` has one.
    """
    active = network.degree > 0
    return _figures(_Places(active, freshness).index(*_sought(network)), active)


def leaders(
    acts: Acts,
    *,
    at: float | None = None,
    rules: Rules | None = None,
    freshness: Figures | None = None,
    services: Collection[str] = (),
    replicates: int | None = None,
    seed: int = 1,
) -> Leaders:
    """The leader index at `at` (by default the last act), with redraws of people's days (`Redraws`).

    Args:    freshness: see leader_index. It keeps its place in all redraws, so with it the intervals
             show the doubt about breadth and strength alone.
             services: accounts of no single person; acts from and to them are left out.
             replicates: redraws; by default 200, above 200,000 people 100.
    Returns: the same for the same acts and seed, however rows and people are ordered.
    Raises:  UnusableFigures.
    Cost:    10,000 people and a million acts take about three seconds on one core.
    """
    everybody = evidence_of(acts, at=at)
    at, acts = everybody.until, _without(acts, services)
    evidence = evidence_of(acts, at=at) if services else everybody
    replicates = replicates or (REPLICATES if len(acts.people) <= VERY_LARGE else REPLICATES // 2)
    redraws = redraws_of(acts, at=at, rules=rules, replicates=replicates, seed=seed)
    places = _Places(evidence.active, freshness)
    shown = evidence.enough & evidence.active & evidence.is_enough_of_all
    breadth, strength = _sought(redraws.attention)
    low, high, probability = _redrawn(redraws, places, shown)
    return Leaders(
        people=acts.people,
        index=_figures(places.index(breadth, strength), shown),
        rank=_figures(places.ranks(breadth, strength), shown),
        rank_low=low,
        rank_high=high,
        probability=probability,
        parts=places.parts,
        active=places.count,
        replicates=replicates,
        evidence=evidence,
        services=_apart(everybody, services),
    )


def top_tenth(values: Figures) -> Vector:
    """How far each person belongs to the top tenth: 1, 0, or between for equal people at its edge.

    Equal people share the places they stand on, so the sum is always a tenth of the people (rounded, at
    least one). None belongs nowhere.
    """
    known = np.array([value is not None for value in values], dtype=bool)
    figures = np.array([value for value in values if value is not None], dtype=np.float64)
    found = np.zeros(len(values))
    found[known] = _membership(_doubled_ranks(np.round(figures, 9)))
    return found


def _apart(evidence: Evidence, services: Collection[str]) -> dict[str, Reason]:
    enough = np.flatnonzero(evidence.enough).tolist()
    return {
        person: evidence.seen(number) for number in enough if (person := evidence.people[number]) in services
    }


def _without(acts: Acts, services: Collection[str]) -> Acts:
    if not services:
        return acts
    apart = np.array([person in services for person in acts.people])
    return acts.where(~(apart[acts.source] | apart[acts.target]))


def _sought(network: Network) -> tuple[NDArray[np.int64], Vector]:
    """Breadth and strength; rounded, because sums differ in their last digits with the order of people."""
    breadth = np.bincount(network.arcs.indices, minlength=network.size)
    return breadth, np.round(np.asarray(network.arcs.sum(axis=0), dtype=np.float64), 9)


class _Places:
    """Where active people stand. Ranks are kept doubled: whole numbers, so equal stays equal."""

    def __init__(self, active: NDArray[np.bool_], freshness: Figures | None) -> None:
        if freshness is not None and len(freshness) != len(active):
            raise UnusableFigures(
                f"`freshness` has {len(freshness)} values for {len(active)} people. Give one for each."
            )
        self.who = np.flatnonzero(active)
        self.size, self.count = len(active), len(self.who)
        self.fresh = np.zeros(self.count, dtype=np.int64)
        self.has_fresh = np.zeros(self.count, dtype=bool)
        self.parts: tuple[str, ...] = ("breadth", "strength")
        if freshness is not None:
            self.parts = (*self.parts, "freshness")
            own = [freshness[person] for person in self.who]
            self.has_fresh[:] = [value is not None for value in own]
            known = np.array([value for value in own if value is not None], dtype=np.float64)
            # Spread over all places, so that a part some people lack doesn't pull the others down.
            spread = _doubled_ranks(np.round(known, 12)) * max(1, self.count) / max(1, len(known))
            self.fresh[self.has_fresh] = np.rint(spread).astype(np.int64)

    def sums(self, breadth: NDArray[np.integer], strength: NDArray[np.generic]) -> NDArray[np.int64]:
        """Of each active person twelve times the mean of the ranks: a whole number for two or three."""
        two = _counted_ranks(breadth[self.who]) + _doubled_ranks(strength[self.who])
        return np.where(self.has_fresh, 2 * (two + self.fresh), 3 * two)

    def index(self, breadth: NDArray[np.integer], strength: NDArray[np.generic]) -> Vector:
        found = np.full(self.size, np.nan)
        found[self.who] = (self.sums(breadth, strength) / 12 - 0.5) / max(1, self.count)
        return found

    def ranks(self, breadth: NDArray[np.integer], strength: NDArray[np.generic]) -> Vector:
        """Of all people: 1 is highest."""
        rank = np.full(self.size, np.nan)
        rank[self.who] = self.count + 1 - _counted_ranks(self.sums(breadth, strength)) / 2
        return rank

    def standing(
        self, breadth: NDArray[np.integer], strength: NDArray[np.generic], people: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], Vector]:
        """Of some active people: twice their rank, and how far they belong to the top tenth."""
        doubled = _counted_ranks(self.sums(breadth, strength))
        own = np.searchsorted(self.who, people)
        return 2 * (self.count + 1) - doubled[own], _membership(doubled)[own]


def _redrawn(redraws: Redraws, places: _Places, shown: NDArray[np.bool_]) -> tuple[Figures, Figures, Figures]:
    """The 5th and 95th of each hundred ranks, and the share of redraws in the top tenth."""
    from knoop.network.bootstrap_kernel import between_ranks

    size, who = len(shown), np.flatnonzero(shown)
    if not len(who):
        return [None] * size, [None] * size, [None] * size
    ranks = np.empty((len(who), redraws.replicates), dtype=np.int32)
    within, done = np.zeros(len(who)), 0
    for breadth, strength in redraws.blocks():

        def place(
            column: int, breadth: NDArray[np.int32] = breadth, strength: NDArray[np.int64] = strength
        ) -> tuple[NDArray[np.int64], Vector]:
            return places.standing(breadth[:, column], strength[:, column], who)

        for rank, member in in_parallel(place, range(breadth.shape[1])):
            ranks[:, done], within, done = rank, within + member, done + 1
    low, high = np.empty((2, len(who)), dtype=np.int32)
    lowest, highest = (ceil(share * redraws.replicates) - 1 for share in LIKELY)
    in_parallel(
        lambda block: between_ranks(ranks, *block, lowest, highest, low, high),
        blocks(len(who), max(1, len(who) // PARTS)),
    )
    found = np.full((3, size), np.nan)
    # Equal people share half places; the interval is rounded outwards to whole ones.
    found[:, who] = low // 2, -(-high // 2), np.round(within / redraws.replicates, 9)
    return _figures(found[0], shown), _figures(found[1], shown), _figures(found[2], shown)


def _membership(doubled: NDArray[np.int64]) -> Vector:
    """How far each belongs to the top tenth, from doubled ranks that rise."""
    count = len(doubled)
    places = max(1, int(TOP * count + 0.5))
    equal = np.bincount(doubled, minlength=1)[doubled]
    higher = count - (doubled - 1 + equal) / 2
    return np.clip((places - higher) / np.maximum(equal, 1), 0.0, 1.0)


def _counted_ranks(values: NDArray[np.integer]) -> NDArray[np.int64]:
    """Twice the rank of whole numbers, the lowest first, by counting; equal ones share the middle."""
    counts = np.bincount(values, minlength=1)
    below = np.cumsum(counts) - counts
    ranks: NDArray[np.int64] = (2 * below + counts + 1)[values]
    return ranks


def _doubled_ranks(values: NDArray[np.generic]) -> NDArray[np.int64]:
    """The same for any numbers, by sorting."""
    order = np.argsort(values)
    arranged = values[order]
    group = np.cumsum(np.concatenate([[False], arranged[1:] != arranged[:-1]])) if len(order) else order
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order] = _counted_ranks(group)
    return ranks


def _figures(values: Vector, shown: NDArray[np.bool_]) -> Figures:
    return [
        float(value) if show and not np.isnan(value) else None
        for value, show in zip(values, shown, strict=True)
    ]
