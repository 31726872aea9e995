"""Compiled loops for where a person stands: inner circles, and how often a wanderer comes by.

Imported only where it's used, because Numba takes a second to load.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

type Positions = NDArray[np.int32]
type Vector = NDArray[np.float64]


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def leave_by_contacts(starts: Positions, contacts: Positions, core: Positions, most: int) -> None:
    """Turns everybody's number of contacts, `most` at most, into their core.

    Those with fewest contacts leave first (Batagelj & Zaversnik 2003).
    """
    size = len(starts) - 1
    begins = np.zeros(most + 2, dtype=np.int32)
    for person in range(size):
        begins[core[person] + 1] += 1
    for degree in range(most + 1):
        begins[degree + 1] += begins[degree]
    place, order, filled = core.copy(), core.copy(), begins.copy()
    for person in range(size):
        place[person] = filled[core[person]]
        order[place[person]] = person
        filled[core[person]] += 1
    for turn in range(size):
        person = order[turn]
        for at in range(starts[person], starts[person + 1]):
            other = contacts[at]
            if core[other] > core[person]:
                # The first of those with as many contacts changes places with who has one fewer now.
                head = begins[core[other]]
                swapped = order[head]
                order[head], order[place[other]] = other, swapped
                place[swapped], place[other] = place[other], head
                begins[core[other]] += 1
                core[other] -= 1


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def wandered(
    starts: Positions, sources: Positions, weight: Vector, total: Vector, damping: float, until: float
) -> Vector:
    """Shares of the visits of somebody who follows arcs backwards as listed: `sources` turn to each person.

    total: of the weights of each person's own arcs. Each share uses those of this round as soon as they are
    there (Gauss-Seidel); a round that changes less than `until` in all is the last. Who turns to nobody
    needs no step of their own: going on anywhere only scales all shares alike.
    """
    size = len(starts) - 1
    anywhere, rank, followed = (1.0 - damping) / size, np.zeros(size), np.empty(len(weight))
    for at in range(len(weight)):
        followed[at] = damping * weight[at] / total[sources[at]]
    for _ in range(1_000):
        change, whole = 0.0, 0.0
        for person in range(size):
            share = anywhere
            for at in range(starts[person], starts[person + 1]):
                share += followed[at] * rank[np.uint32(sources[at])]
            change += abs(share - rank[person])
            whole += share
            rank[person] = share
        if change < until * whole:
            break
    return rank
