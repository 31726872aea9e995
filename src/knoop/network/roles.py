"""Five ways of standing between two people who don't turn to each other."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knoop.network.cores import in_parallel
from knoop.network.graph import Network, parts_of, rows_of
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

    All paths through j are counted from j's arcs; those that i -> k closes are found from i and taken off.
    An arc means "turned to", so information mostly runs the other way.
    Cost:   O(sum over arcs of the target's arcs), spread over cores.
    Source: Gould & Fernandez (1989); checked against counting all triples in tests/network/.
    """
    unit, names = labels(network.people, units)
    known = unit >= 0
    whole = np.full((network.size, len(ROLES)), -1, dtype=np.int64)
    expected = np.zeros((network.size, len(ROLES)))
    if not names:
        return Roles(people=network.people, counts=whole, expected=expected, known=0)
    inner, own = network.among(known), unit[known]
    whole[known] = _open_triads(inner, own.astype(np.int32), len(names))
    expected[known] = whole[known].sum(axis=1)[:, None] * _chances(own, len(names))
    return Roles(people=network.people, counts=whole, expected=expected, known=int(known.sum()))


def _open_triads(network: Network, unit: NDArray[np.int32], units: int) -> NDArray[np.int64]:
    from knoop.network.roles_kernels import closed_by, paths_through

    arcs = rows_of(network.arcs)
    paths = paths_through(*arcs, *rows_of(network.arcs.T.tocsr()), unit, units)
    closed = in_parallel(lambda part: closed_by(*arcs, unit, *part), parts_of(network.size))
    return np.asarray(paths - np.sum(closed, axis=0))


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
