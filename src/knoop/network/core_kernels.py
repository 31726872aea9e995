"""Compiled search for the core that fits best: one entry, exit or exchange after another.

A network comes as `starts` and `contacts`, Network.rows. Imported only where it's used, because Numba takes
a second to load.
"""

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

BETTER_BY = 1e-12

type Positions = NDArray[np.int32]
type Marks = NDArray[np.bool_]


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def correlation(people: int, ties: int, core: int, touched: int) -> float:
    """Pearson's, which depends on the core's size and on how many ties touch it alone; -1 where undefined."""
    if core < 1 or core > people - 2:
        return -1.0
    cells = people * (people - 1.0) / 2
    ideal = cells - (people - core) * (people - core - 1.0) / 2
    spread = math.sqrt(ties * (cells - ties)) * math.sqrt(ideal * (cells - ideal))
    return (touched * cells - ties * ideal) / spread


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def tied_exchange(
    starts: Positions, contacts: Positions, within: Marks, outward: Positions, most: int, fewest: int
) -> tuple[int, int]:
    """Somebody outside with `most` ties outward and somebody inside with `fewest` who are tied; -1: nobody.

    Of several pairs the one whose first person, then second, comes first.
    """
    enter, leave, first, second = -1, -1, len(within), len(within)
    for inner in range(len(within)):
        if not within[inner] or outward[inner] != fewest:
            continue
        for at in range(starts[inner], starts[inner + 1]):
            outer = contacts[at]
            if within[outer] or outward[outer] != most:
                continue
            low, high = min(inner, outer), max(inner, outer)
            if low < first or (low == first and high < second):
                enter, leave, first, second = outer, inner, low, high
    return enter, leave


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def ends_of_scale(within: Marks, outward: Positions) -> tuple[int, int]:
    """Who outside has most ties outward, and who inside has fewest; -1 where there is nobody."""
    enter, leave = -1, -1
    for person in range(len(within)):
        if within[person]:
            if leave < 0 or outward[person] < outward[leave]:
                leave = person
        elif enter < 0 or outward[person] > outward[enter]:
            enter = person
    return enter, leave


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def cross(starts: Positions, contacts: Positions, within: Marks, outward: Positions, person: int) -> None:
    """Into the core or out of it."""
    step = 1 if within[person] else -1
    within[person] = not within[person]
    for at in range(starts[person], starts[person + 1]):
        outward[contacts[at]] += step


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def improve(
    starts: Positions, contacts: Positions, within: Marks, outward: Positions, core: int, touched: int
) -> float:
    """Make the best single entry, exit or exchange until none fits better; changes the core in place.

    outward: each person's ties to people outside the core. touched: ties that touch the core.
    Returns: how well the core fits.
    """
    people, ties = len(within), len(contacts) // 2
    fit = correlation(people, ties, core, touched)
    while True:
        enter, leave = ends_of_scale(within, outward)
        into, out = outward[enter], outward[leave]
        best, gain, grown = correlation(people, ties, core + 1, touched + into), into, 1
        left = correlation(people, ties, core - 1, touched - out)
        if left > best:
            best, gain, grown = left, -out, -1
        # A tie between the two who change places still touches the core.
        pair = (enter, leave)
        if not (contacts[starts[enter] : starts[enter + 1]] == leave).any():
            pair = tied_exchange(starts, contacts, within, outward, into, out)
        is_tied = pair[0] >= 0
        more = into - out + is_tied
        exchanged = correlation(people, ties, core, touched + more)
        if exchanged > best:
            best, gain, grown = exchanged, more, 0
            enter, leave = pair if is_tied else (enter, leave)
        if best <= fit + BETTER_BY:
            return fit
        if grown >= 0:
            cross(starts, contacts, within, outward, enter)
        if grown <= 0:
            cross(starts, contacts, within, outward, leave)
        fit, core, touched = best, core + grown, touched + gain
