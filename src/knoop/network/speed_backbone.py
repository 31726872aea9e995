"""The backbone: pairs whose direct contact is the fastest way from one to the other."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from knoop.network.clocks import Contacts
from knoop.network.graph import Vector

CELLS_AT_ONCE = 4_000_000
MOST_PEOPLE = 10_000
ROUNDING = 1e-9  # sums of delays in another order differ by this share


@dataclass(frozen=True, kw_only=True, eq=False)
class Backbone:
    """Directed pairs in contact, by position in `people`, sorted by source and target.

    delay:  mean seconds on the clock between contacts of the pair: the period divided by their number.
    kept:   whether no way over others is faster.
    share:  of pairs that are kept; None without pairs.
    """

    people: tuple[str, ...]
    source: NDArray[np.int64]
    target: NDArray[np.int64]
    delay: Vector
    kept: NDArray[np.bool_]

    @property
    def share(self) -> float | None:
        return float(self.kept.mean()) if len(self.kept) else None


def backbone(contacts: Contacts) -> Backbone | None:
    """Which pairs carry news and which are overtaken by a detour of more frequent contacts.

    A pair's delay is the period divided by its contacts; a path's delay is the sum of its pairs'. A pair
    stays when no path of two or more steps has a smaller delay; equal is not faster.
    Returns: None when the period has no length, or above 10,000 people.
    Cost:    O(people x pairs x log people) at worst, far less once detours of two steps are gone.
    Source:  aggregate backbone of Kossinets, Kleinberg & Watts (2008).
    """
    size = len(contacts.people)
    if contacts.span <= 0 or size > MOST_PEOPLE:
        return None
    pair, times = np.unique(contacts.source.astype(np.int64) * size + contacts.target, return_counts=True)
    source, target, delay = pair // size, pair % size, contacts.span / times
    short = _shorter_than_two_steps(size, source, target, delay)
    # A pair with a faster detour lies on no fastest path, so leaving it out changes no distance.
    graph = sparse.csr_array((delay[short], (source[short], target[short])), shape=(size, size))
    kept = short.copy()
    kept[short] = _fastest(graph, source[short], target[short], delay[short])
    return Backbone(people=contacts.people, source=source, target=target, delay=delay, kept=kept)


def _shorter_than_two_steps(
    size: int, source: NDArray[np.int64], target: NDArray[np.int64], delay: Vector
) -> NDArray[np.bool_]:
    """Pairs without a faster detour over one other person: one dense row of detours per source."""
    starts = np.searchsorted(source, np.arange(size + 1))
    short = np.ones(len(source), dtype=np.bool_)
    for person in range(size):
        own = slice(starts[person], starts[person + 1])
        best = np.full(size, np.inf)
        for other, first in zip(target[own], delay[own], strict=True):
            steps = slice(starts[other], starts[other + 1])
            best[target[steps]] = np.minimum(best[target[steps]], first + delay[steps])
        short[own] = best[target[own]] >= delay[own] * (1 - ROUNDING)
    return short


def _fastest(
    graph: sparse.csr_array, source: NDArray[np.int64], target: NDArray[np.int64], delay: Vector
) -> NDArray[np.bool_]:
    from scipy.sparse.csgraph import dijkstra

    size = graph.shape[0]
    found = np.ones(len(source), dtype=np.bool_)
    tellers = np.unique(source)
    step = max(1, CELLS_AT_ONCE // max(1, size))
    for start in range(0, len(tellers), step):
        some = tellers[start : start + step]
        rows = np.flatnonzero((source >= some[0]) & (source <= some[-1]))
        distance = dijkstra(graph, indices=some, limit=float(delay[rows].max()))
        reached = distance[np.searchsorted(some, source[rows]), target[rows]]
        found[rows] = reached >= delay[rows] * (1 - ROUNDING)
    return found
