"""Whether the same people lead when acts are worth half as much, or half as much again."""

from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from knoop.network.graph import Figures, Network, Vector
from knoop.network.interactions import KINDS, Interactions
from knoop.network.leaders import leader_index, top_tenth
from knoop.network.ties import Rules, acts_of, audience_of, ties_of

STEADY = 0.8


@dataclass(frozen=True, kw_only=True)
class Change:
    """One kind of act worth `factor` times as much: which share of the top tenth stays the same."""

    kind: str
    factor: float
    jaccard: float


@dataclass(frozen=True, kw_only=True)
class Steadiness:
    """changes: for each kind that makes ties here, worth less and worth more. people: with ties.

    least:     the smallest Jaccard of them; None without ties.
    is_steady: whether leaders may be named: least is .8 or more.
    """

    changes: tuple[Change, ...]
    least: float | None
    people: int

    @property
    def is_steady(self) -> bool:
        return self.least is not None and self.least >= STEADY


def steadiness(
    interactions: Interactions,
    *,
    at: float | None = None,
    rules: Rules | None = None,
    freshness: Figures | None = None,
    by: float = 0.5,
) -> Steadiness:
    """The overlap of the top tenth by leader index with that under each changed worth, one at a time.

    Equal people at the edge of the top tenth count in part: sum of the smaller over sum of the larger.
    Cost: one pass to make ties of each kind, then two sums of ties and a ranking for each kind.
    """
    rules = rules or Rules()
    if at is None and interactions.time is not None and len(interactions):
        at = float(interactions.time.max())
    # Audiences are counted before the kinds are parted: a reply that mentions somebody is one act.
    audience = audience_of(interactions).astype(np.int32)
    own = {
        kind: _weight(_of_kind(interactions, number, audience), at, rules)
        for number, kind in enumerate(KINDS)
        if rules.worth.get(kind, 0.0) > 0
    }
    own = {kind: weight for kind, weight in own.items() if weight.nnz}
    if not own:
        return Steadiness(changes=(), least=None, people=0)
    people = tuple(interactions.people)
    total = sum(own.values(), start=sparse.csr_array((len(people), len(people))))
    before = _top(people, total, freshness)
    changes = tuple(
        Change(kind=kind, factor=factor, jaccard=_jaccard(before, _top(people, changed, freshness)))
        for kind, weight in own.items()
        for factor in (1 - by, 1 + by)
        for changed in [(total + (factor - 1) * weight).tocsr()]
    )
    active = int((np.diff(total.indptr) + np.diff(total.tocsc().indptr) > 0).sum())
    return Steadiness(changes=changes, least=min(change.jaccard for change in changes), people=active)


def _of_kind(interactions: Interactions, kind: int, audience: np.ndarray) -> Interactions:
    chosen = interactions.kind == kind
    return replace(interactions.where(chosen), audience=audience[chosen])


def _weight(interactions: Interactions, at: float | None, rules: Rules) -> sparse.csr_array:
    return ties_of(acts_of(interactions, rules), at=at, rules=rules).weight.arcs


def _top(people: tuple[str, ...], weight: sparse.csr_array, freshness: Figures | None) -> Vector:
    attention = weight.copy()
    attention.data = np.log1p(attention.data)
    return top_tenth(leader_index(Network(people=people, arcs=attention), freshness=freshness))


def _jaccard(one: Vector, other: Vector) -> float:
    # A ninth digit is where halves and thirds of places stop adding up to whole ones.
    return round(float(np.minimum(one, other).sum() / np.maximum(one, other).sum()), 9)
