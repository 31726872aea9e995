"""Five ways of standing between two people who don't turn to each other."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from knoop.network.graph import Network, products_at
from knoop.network.units import labels

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")


@dataclass(frozen=True, kw_only=True, eq=False)
class Roles:
    """How many open triads i -> j -> k, without i -> k, each person j stands in the middle of.

    counts:   (people, 5) in the order of ROLES, -1 throughout for people whose unit is unknown.
      coordinator     i, j, k in one unit
      itinerant       i and k in one unit, j in another (also called consultant)
      gatekeeper      j and k in one unit, i in another
      representative  i and j in one unit, k in another
      liaison         all in different units
    expected: the same if j's triads were spread over the others in j's network by chance, given the
              sizes of the units and j's own unit; 0 where there are no triads.
    known:    people whose unit is known: only triads among them count.
    """

    people: tuple[str, ...]
    counts: NDArray[np.int64]
    expected: NDArray[np.float64]
    known: int

    def of(self, number: int) -> dict[str, int] | None:
        """One person's counts by role; None when their unit is unknown."""
        if self.counts[number, 0] < 0:
            return None
        return {role: int(count) for role, count in zip(ROLES, self.counts[number], strict=True)}


def roles(network: Network, units: Mapping[str, str | None]) -> Roles:
    """The roles of Gould & Fernandez, exactly, without laying out the triads.

    All paths through j are counted from j's arcs; those that i -> k closes are taken off by three sparse
    products. An arc means "turned to", so information mostly runs the other way.
    Cost:   O(sum of squared out-degrees), memory bounded.
    Source: Gould & Fernandez (1989); checked against counting all triples in tests/network/.
    """
    unit, names = labels(network.people, units)
    known = unit >= 0
    whole = np.full((network.size, len(ROLES)), -1, dtype=np.int64)
    expected = np.zeros((network.size, len(ROLES)))
    if not names:
        return Roles(people=network.people, counts=whole, expected=expected, known=0)
    inner, own = network.among(known), unit[known]
    counts = _paths(inner, own, len(names)) - _closed(inner, own)
    whole[known] = np.rint(counts).astype(np.int64)
    expected[known] = whole[known].sum(axis=1)[:, None] * _chances(own, len(names))
    return Roles(people=network.people, counts=whole, expected=expected, known=int(known.sum()))


def _paths(network: Network, unit: NDArray[np.int64], units: int) -> NDArray[np.float64]:
    """Paths i -> j -> k with i and k different people, open or closed, by role."""
    arcs = _pattern(network.arcs)
    people = np.arange(network.size)
    member = sparse.csr_array((np.ones(network.size), (people, unit)), shape=(network.size, units))
    to, seekers = (arcs @ member).tocsr(), (arcs.T @ member).tocsr()
    same_in, same_out = seekers[people, unit], to[people, unit]
    other_in, other_out = _sum(arcs.T) - same_in, _sum(arcs) - same_out
    within = _sum(seekers.multiply(to))  # i and k in one unit, whichever
    both = arcs.multiply(arcs.T).tocsr()
    back_same = (both @ member).tocsr()[people, unit]
    back_other = _sum(both) - back_same
    abroad = within - same_in * same_out
    return np.stack(
        [
            same_in * same_out - back_same,
            abroad - back_other,
            other_in * same_out,
            same_in * other_out,
            other_in * other_out - abroad,
        ],
        axis=1,
    )


def _closed(network: Network, unit: NDArray[np.int64]) -> NDArray[np.float64]:
    """Those of the paths for which i -> k exists too."""
    arcs = _pattern(network.arcs)
    entries = arcs.tocoo()
    inside = unit[entries.row] == unit[entries.col]
    same, other = _chosen(entries, inside), _chosen(entries, ~inside)
    by_same = products_at(same.T.tocsr(), arcs, arcs)  # for j -> k, how many i of j's unit turn to both
    by_other = products_at(other.T.tocsr(), arcs, arcs)
    by_units = products_at(other.T.tocsr(), same, other)  # i of k's unit, which isn't j's
    itinerant = _sum(by_units)
    return np.stack(
        [
            _sum(by_same.multiply(same)),
            itinerant,
            _sum(by_other.multiply(same)),
            _sum(by_same.multiply(other)),
            _sum(by_other.multiply(other)) - itinerant,
        ],
        axis=1,
    )


def _chances(unit: NDArray[np.int64], units: int) -> NDArray[np.float64]:
    """The chance of each role when i and k are any two others; (people, 5)."""
    sizes = np.bincount(unit, minlength=units).astype(np.float64)
    others, pairs = len(unit) - 1.0, (len(unit) - 1.0) * (len(unit) - 2.0)
    own = sizes[unit] - 1.0
    away = others - own
    together = (sizes * (sizes - 1)).sum() - sizes[unit] * own  # i and k in one unit that isn't j's
    found = np.stack(
        [own * (own - 1), together, away * own, own * away, away * (away - 1) - together], axis=1
    )
    return found / pairs if pairs > 0 else np.zeros_like(found)


def _pattern(arcs: sparse.csr_array) -> sparse.csr_array:
    pattern = arcs.copy()
    pattern.data[:] = 1.0
    return pattern


def _chosen(entries: sparse.coo_array, chosen: NDArray[np.bool_]) -> sparse.csr_array:
    row, column = entries.row[chosen], entries.col[chosen]
    return sparse.csr_array((np.ones(len(row)), (row, column)), shape=entries.shape)


def _sum(rows: sparse.sparray) -> NDArray[np.float64]:
    return np.asarray(rows.sum(axis=1), dtype=np.float64)
