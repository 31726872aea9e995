"""Compiled: from acts in the order of time to the contacts they come to. Import it when needed."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

type Rows = NDArray[np.int32]
type Ways = NDArray[np.uint8]

TOWARDS, BACK, TOLD = np.uint8(1), np.uint8(2), np.uint8(4)
SHORT = 24  # rows up to which sorting by insertion is quicker
HALF = np.int64(32)  # bits for the target in a pair of two people


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def moments_of(time: NDArray[np.float64]) -> tuple[Rows, NDArray[np.float64]]:
    """Which of the different moments each row happened at, and those moments; `time` never falls."""
    at = np.empty(len(time), dtype=np.int32)
    found = 0
    for row in range(len(time)):
        if row and time[row] != time[row - 1]:
            found += 1
        at[row] = found
    moments = np.empty(found + 1, dtype=np.float64)
    for row in range(len(time)):
        moments[at[row]] = time[row]
    return at, moments


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def heard_since(
    time: NDArray[np.float64],
    source: Rows,
    target: Rows,
    kind: Ways,
    tells: NDArray[np.bool_],
    since: float,
    people: int,
) -> tuple[NDArray[np.bool_], int]:
    """Which rows news can have gone by from `since` on: later ones, and earlier ones that told somebody
    something who did nothing any more before `since`. How many of those there are comes second."""
    last = np.full(people, -np.inf)
    for row in range(len(time)):
        if time[row] < since and time[row] > last[source[row]]:
            last[source[row]] = time[row]
    kept = np.empty(len(time), dtype=np.bool_)
    unheard = 0
    for row in range(len(time)):
        kept[row] = time[row] >= since
        if not kept[row] and tells[kind[row]] and time[row] >= last[target[row]]:
            kept[row] = True
            unheard += 1
    return kept, unheard


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def next_signs(at: Rows, source: Rows, target: Rows, way: Ways, people: int) -> Rows:
    """At which later moment the person that a row tells something did anything at all; -1 for never."""
    heard = np.full(len(at), -1, dtype=np.int32)
    soonest = np.full(people, -1, dtype=np.int32)
    end = len(at)
    while end > 0:
        first = end - 1
        while first > 0 and at[first - 1] == at[end - 1]:
            first -= 1
        # What somebody does at the same moment is no sign of having seen this.
        for row in range(first, end):
            if way[row] & TOLD:
                heard[row] = soonest[target[row]]
        for row in range(first, end):
            soonest[source[row]] = at[row]
        end = first
    return heard


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def pairs_by_moment(
    at: Rows, heard: Rows, source: Rows, target: Rows, way: Ways, moments: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """All contacts as pairs of two people in one number, by moment, and where each moment's begin."""
    begins = np.zeros(moments + 1, dtype=np.int64)
    for row in range(len(at)):
        if way[row] & (TOWARDS | BACK):
            begins[at[row] + 1] += 1
        if heard[row] >= 0:
            begins[heard[row] + 1] += 1
    for moment in range(moments):
        begins[moment + 1] += begins[moment]
    place = begins[:-1].copy()
    pairs = np.empty(begins[-1], dtype=np.int64)
    for row in range(len(at)):
        out = (np.int64(source[row]) << HALF) | np.int64(target[row])
        if way[row] & (TOWARDS | BACK):
            back = (np.int64(target[row]) << HALF) | np.int64(source[row])
            pairs[place[at[row]]] = back if way[row] & BACK else out
            place[at[row]] += 1
        if heard[row] >= 0:
            pairs[place[heard[row]]] = out
            place[heard[row]] += 1
    return pairs, begins


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def sort_short(pairs: NDArray[np.int64]) -> None:
    for one in range(1, len(pairs)):
        moved, place = pairs[one], one
        while place > 0 and pairs[place - 1] > moved:
            pairs[place] = pairs[place - 1]
            place -= 1
        pairs[place] = moved


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def different(pairs: NDArray[np.int64], begins: NDArray[np.int64]) -> tuple[Rows, Rows, Rows]:
    """Source, target and moment of each different contact, by moment, source and target."""
    kept = 0
    moment_of = np.empty(len(pairs), dtype=np.int32)
    for moment in range(len(begins) - 1):
        some = pairs[begins[moment] : begins[moment + 1]]
        if len(some) > SHORT:
            some.sort()
        else:
            sort_short(some)
        for row in range(len(some)):
            if row and some[row] == some[row - 1]:
                continue
            pairs[kept] = some[row]  # never ahead of what is read
            moment_of[kept] = moment
            kept += 1
    source = np.empty(kept, dtype=np.int32)
    target = np.empty(kept, dtype=np.int32)
    for row in range(kept):
        source[row] = np.int32(pairs[row] >> HALF)
        target[row] = np.int32(pairs[row] & np.int64(0x7FFFFFFF))
    return source, target, moment_of[:kept].copy()
