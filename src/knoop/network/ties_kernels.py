"""Compiled passes over rows of acts. Imported only where they're used, because Numba takes a second to load.

Sums are of whole numbers, so they are the same in whatever order rows come and however they are cut up.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from knoop.network.ties import FINE

type Rows = NDArray[np.int32]
type Places = NDArray[np.int64]
type Whole = NDArray[np.int64]
type Grades = NDArray[np.uint16]

MOST = np.int64(2**62)  # a tie of four million acts of today: more isn't told apart


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def graded(
    source: Rows,
    target: Rows,
    kind: NDArray[np.uint8],
    audience: Rows,
    is_worth: NDArray[np.bool_],
    broadcast: int,
    grade: Grades,
    kept: NDArray[np.bool_],
) -> tuple[int, int, int]:
    """Fill `grade` with kind x (broadcast + 1) + audience and mark which rows can make a tie.

    audience: people reached by each row's act, or one number for all.
    Returns: how many rows go to oneself, are worth nothing, and are broadcasts.
    """
    to_self = seen = broad = 0
    is_one = len(audience) == 1
    for row in range(len(source)):
        reached = audience[0] if is_one else audience[row]
        if source[row] == target[row]:
            to_self += 1
        elif not is_worth[kind[row]]:
            seen += 1
        elif reached > broadcast:
            broad += 1
        else:
            kept[row] = True
            grade[row] = kind[row] * (broadcast + 1) + reached
    return to_self, seen, broad


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def worth_now(age: float, weight: float, fades: bool, half_life: float, oldest: float, window: float) -> int:
    """What an act is still worth, in 2^-40; below 0 where it doesn't count.

    oldest: age from which it is worth 0; window: age from which it isn't looked at. All in seconds.
    """
    if age < 0:
        return -1
    if not fades:
        return int(weight * FINE + 0.5)
    if age > window:
        return -1
    if age > oldest:
        return 0
    return int(weight * np.exp2(-age / half_life) * FINE + 0.5)


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def counted(
    source: Rows,
    grade: Grades,
    time: NDArray[np.float64],
    lasting: NDArray[np.bool_],
    at: float,
    window: float,
    first: int,
    end: int,
    counts: Places,
) -> None:
    """Add to `counts` how many rows of first..end each person has that are looked at."""
    has_time = len(time) > 0
    for row in range(first, end):
        if has_time:
            age = at - time[row]
            if age < 0 or (age > window and not lasting[grade[row]]):
                continue
        counts[source[row]] += 1


@njit(nogil=True, cache=True, error_model="numpy")  # type: ignore[untyped-decorator, unused-ignore]
def scattered(
    source: Rows,
    target: Rows,
    grade: Grades,
    time: NDArray[np.float64],
    weights: NDArray[np.float64],
    lasting: NDArray[np.bool_],
    at: float,
    half_life: float,
    oldest: float,
    window: float,
    first: int,
    end: int,
    place: Places,
    to: Rows,
    worth: Whole,
) -> None:
    """Put target and worth of rows first..end where their source's rows lie; moves `place` on."""
    has_time = len(time) > 0
    for row in range(first, end):
        own = grade[row]
        age = at - time[row] if has_time else 0.0
        now = worth_now(age, weights[own], has_time and not lasting[own], half_life, oldest, window)
        if now < 0:
            continue
        at_row = place[source[row]]
        place[source[row]] = at_row + 1
        to[at_row] = target[row]
        worth[at_row] = now


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def summed(starts: Places, first: int, end: int, to: Rows, worth: Whole, found: Places) -> None:
    """For sources first..end: equal targets become one, at the beginning of their source's rows.

    found: of each source, how many different targets remain; filled in. `to` and `worth` are changed.
    """
    size = len(starts) - 1
    seat = np.full(size, -1, dtype=np.int64)
    for source in range(first, end):
        begin = starts[source]
        free = begin
        for row in range(begin, starts[source + 1]):
            target = to[row]
            own = seat[target]
            if own >= begin and own < free and to[own] == target:
                worth[own] = min(worth[own] + worth[row], MOST)
            else:
                seat[target] = free
                to[free] = target
                worth[free] = worth[row]
                free += 1
        found[source] = free - begin


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def packed(
    starts: Places,
    packed_starts: Places,
    first: int,
    end: int,
    to: Rows,
    worth: Whole,
    out: Rows,
    total: Whole,
) -> None:
    """Copy what `summed` left of sources first..end to where nothing lies between; targets in order."""
    for source in range(first, end):
        begin, count = starts[source], packed_starts[source + 1] - packed_starts[source]
        order = np.argsort(to[begin : begin + count])
        for number in range(count):
            out[packed_starts[source] + number] = to[begin + order[number]]
            total[packed_starts[source] + number] = worth[begin + order[number]]
