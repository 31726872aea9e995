"""Compiled counts of who stands between two others, by the five roles.

Arcs come as the rows `starts` and `targets`, sorted; the roles are numbered as in knoop.network.roles.
Imported only where it's used, because Numba takes a second to load.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

type Positions = NDArray[np.int32]
type Counts = NDArray[np.int64]


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def role_of(before: int, own: int, after: int) -> int:
    """The role of somebody of unit `own` between two people of these units."""
    if before == own:
        return 0 if own == after else 3
    if own == after:
        return 2
    return 1 if before == after else 4


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def paths_through(
    starts: Positions, targets: Positions, into: Positions, seekers: Positions, unit: Positions, units: int
) -> Counts:
    """Paths i -> j -> k by j and role, open or closed, those with i = k left out; (people, 5).

    into, seekers: the same arcs by whom they go to. Cost: O(arcs).
    """
    size = len(starts) - 1
    count = np.zeros((size, 5), dtype=np.int64)
    coming, going = np.zeros(units, dtype=np.int64), np.zeros(units, dtype=np.int64)
    for person in range(size):
        own, everyone_in, everyone_out = unit[person], into[person + 1] - into[person], 0
        for at in range(into[person], into[person + 1]):
            coming[unit[seekers[at]]] += 1
        within, turn = np.int64(0), into[person]
        for at in range(starts[person], starts[person + 1]):
            target = targets[at]
            everyone_out += 1
            going[unit[target]] += 1
            within += coming[unit[target]]  # i and k in one unit, whichever
            while turn < into[person + 1] and seekers[turn] < target:
                turn += 1
            if turn < into[person + 1] and seekers[turn] == target:
                count[person, role_of(unit[target], own, unit[target])] -= 1
        same_in, same_out = coming[own], going[own]
        other_in, other_out = everyone_in - same_in, everyone_out - same_out
        abroad = within - same_in * same_out
        count[person, 0] += same_in * same_out
        count[person, 1] += abroad
        count[person, 2] += other_in * same_out
        count[person, 3] += same_in * other_out
        count[person, 4] += other_in * other_out - abroad
        for at in range(into[person], into[person + 1]):
            coming[unit[seekers[at]]] = 0
        for at in range(starts[person], starts[person + 1]):
            going[unit[targets[at]]] = 0
    return count


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def closed_by(starts: Positions, targets: Positions, unit: Positions, first: int, last: int) -> Counts:
    """Paths i -> j -> k that i -> k closes, for i at first..last, by j and role; (people, 5)."""
    size = len(starts) - 1
    count = np.zeros((size, 5), dtype=np.int64)
    marked = np.full(size, -1, dtype=np.int32)
    for person in range(first, last):
        begin, end = starts[person], starts[person + 1]
        for at in range(begin, end):
            marked[targets[at]] = person
        for at in range(begin, end):
            between = targets[at]
            for further in range(starts[between], starts[between + 1]):
                last_one = targets[further]
                if marked[last_one] == person:
                    count[between, role_of(unit[person], unit[between], unit[last_one])] += 1
    return count
