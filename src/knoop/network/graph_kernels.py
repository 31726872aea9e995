"""Compiled loops over who knows whom: triangles, and the holes around each person.

A network comes as `starts` and `contacts`, Network.rows. Imported only where it's used, because Numba takes
a second to load.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

type Positions = NDArray[np.int32]
type Vector = NDArray[np.float64]


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def turned_round(
    starts: Positions, targets: Positions, weight: Vector
) -> tuple[Positions, Positions, Vector]:
    """The same arcs by whom they go to."""
    size = len(starts) - 1
    into = np.zeros(size + 1, dtype=np.int32)
    for target in targets:
        into[target + 1] += 1
    for person in range(size):
        into[person + 1] += into[person]
    filled = into[:size].copy()
    sources, coming = np.empty(len(targets), dtype=np.int32), np.empty(len(targets))
    for person in range(size):
        for at in range(starts[person], starts[person + 1]):
            place = filled[targets[at]]
            sources[place], coming[place] = person, weight[at]
            filled[targets[at]] += 1
    return into, sources, coming


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def laid_both_ways(
    starts: Positions, targets: Positions, weight: Vector
) -> tuple[Positions, Positions, Vector]:
    """Everybody's contacts in order, in whichever direction, and the weight of both together.

    The arcs of each person must be in order, each there once.
    """
    into, sources, coming = turned_round(starts, targets, weight)
    size = len(starts) - 1
    begins = np.zeros(size + 1, dtype=np.int32)
    contacts, both, count = np.empty(2 * len(targets), dtype=np.int32), np.empty(2 * len(targets)), 0
    for person in range(size):
        out, back = starts[person], into[person]
        while out < starts[person + 1] or back < into[person + 1]:
            target = targets[out] if out < starts[person + 1] else size
            source = sources[back] if back < into[person + 1] else size
            contacts[count], both[count] = min(target, source), 0.0
            if target <= source:
                both[count] += weight[out]
                out += 1
            if source <= target:
                both[count] += coming[back]
                back += 1
            count += 1
        begins[person + 1] = count
    return begins, contacts[:count].copy(), both[:count].copy()


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def towards_the_popular(starts: Positions, contacts: Positions) -> tuple[Positions, Positions]:
    """Each tie once, from who has fewer contacts to who has more: nobody keeps many (Latapy 2008)."""
    size = len(starts) - 1
    begins = np.zeros(size + 1, dtype=np.int32)
    kept = np.empty(len(contacts) // 2, dtype=np.int32)
    count = 0
    for person in range(size):
        degree = starts[person + 1] - starts[person]
        for at in range(starts[person], starts[person + 1]):
            other = contacts[at]
            theirs = starts[other + 1] - starts[other]
            if theirs > degree or (theirs == degree and other > person):
                kept[count] = other
                count += 1
        begins[person + 1] = count
    return begins, kept


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def triangles_of(begins: Positions, kept: Positions, first: int, last: int) -> NDArray[np.int64]:
    """For everybody the triangles whose least popular person stands at first..last."""
    size = len(begins) - 1
    marked = np.full(size, -1, dtype=np.int32)
    count = np.zeros(size, dtype=np.int64)
    for person in range(first, last):
        for at in range(begins[person], begins[person + 1]):
            marked[kept[at]] = person
        for at in range(begins[person], begins[person + 1]):
            other = kept[at]
            found = 0
            for further in range(begins[other], begins[other + 1]):
                third = kept[further]
                if marked[third] == person:
                    count[third] += 1
                    found += 1
            count[other] += found
            count[person] += found
    return count


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def holes_around(
    starts: Positions,
    contacts: Positions,
    weight: Vector,
    total: Vector,
    strongest: Vector,
    first: int,
    last: int,
) -> tuple[Vector, Vector]:
    """Burt's constraint and effective size of the people at first..last; NaN without ties.

    weight: of the tie behind each entry of `contacts`; total and strongest: of each person's ties.
    """
    size = len(starts) - 1
    around = np.zeros(size)
    marked = np.full(size, -1, dtype=np.int32)
    constraint, effective = np.full(last - first, np.nan), np.full(last - first, np.nan)
    for person in range(first, last):
        begin, end = starts[person], starts[person + 1]
        if begin == end:
            continue
        for at in range(begin, end):
            marked[contacts[at]] = person
            around[contacts[at]] = weight[at] / total[person]
        doubled = 0.0
        for at in range(begin, end):
            between = contacts[at]
            share = weight[at] / total[person]
            onward = share / total[between]
            for further in range(starts[between], starts[between + 1]):
                other = contacts[further]
                if marked[other] == person:
                    around[other] += onward * weight[further]
                    doubled += share * weight[further] / strongest[other]
        closed = 0.0
        for at in range(begin, end):
            closed += around[contacts[at]] ** 2
        constraint[person - first] = closed
        effective[person - first] = end - begin - doubled
    return constraint, effective
