"""Compiled loops of the live ties: which pair an act belongs to, and adding it to the pair's sum.

Imported only where it's used, because Numba takes a second to load.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

EMPTY = -1  # of a place in the table: no pair has this key
GOLDEN = np.uint64(0x9E3779B97F4A7C15)

TOTAL, REST, STAYS, LIVING = range(4)  # columns of the sums: side by side, so that a pair is fetched once

type Table = NDArray[np.int64]  # (places, 2): a key, and the number of its pair
type Numbers = NDArray[np.int32]


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def place_of(key: int, table: Table) -> int:
    """Where a key is in the table, or the empty place where it would be. Places are a power of two."""
    word = np.uint64(key)
    mixed = (word ^ (word >> np.uint64(32))) * GOLDEN
    last = len(table) - 1
    place = np.int64(mixed >> np.uint64(32)) & last
    while table[place, 0] != key and table[place, 0] != EMPTY:
        place = (place + 1) & last
    return int(place)


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def number_pairs(key: NDArray[np.int64], table: Table, count: int, pair: Numbers) -> int:
    """Give each key the number of its pair, new pairs the next one; returns how many pairs there are."""
    for row in range(len(key)):
        place = place_of(key[row], table)
        if table[place, 0] == EMPTY:
            table[place, 0] = key[row]
            table[place, 1] = count
            count += 1
        pair[row] = table[place, 1]
    return count


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def count_in(
    time: NDArray[np.float64],
    pair: Numbers,
    weight: NDArray[np.float64],
    lasting: NDArray[np.bool_],
    half_life: float,
    landmark: int,
    sign: int,
    sums: NDArray[np.float64],
    ever: NDArray[np.bool_],
) -> None:
    """Add acts to the sums of their pairs (`sign` 1) or take them out again (-1).

    An act is worth weight x 2^(time / half-life - landmark). REST holds what rounding took from TOTAL
    (Knuth's two-sum), so that taking an old act out leaves no trace. The remainder of time / half-life is
    exact, and moving the landmark by whole numbers is too: the same act has the same digits both times.
    """
    for row in range(len(pair)):
        number = pair[row]
        if sign > 0:
            ever[number] = True
        if lasting[row]:
            if sign > 0:
                sums[number, STAYS] += weight[row]
            continue
        beyond = np.fmod(time[row], half_life)
        halvings = np.rint((time[row] - beyond) / half_life) - landmark
        value = sign * weight[row] * 2.0 ** (beyond / half_life) * 2.0**halvings
        before = sums[number, TOTAL]
        after = before + value
        share = after - before
        sums[number, REST] += (before - (after - share)) + (value - share)
        sums[number, TOTAL] = after
        sums[number, LIVING] += sign
        if sums[number, LIVING] == 0:
            sums[number, TOTAL] = 0.0
            sums[number, REST] = 0.0
