"""Compiled: news that passes real contacts by chance. Import it when needed."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

type Rows = NDArray[np.int32]
type Words = NDArray[np.uint64]

ONE = np.uint64(1)


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def passes(draw: np.uint64, row: int, chance: float) -> bool:
    """Whether news passes this contact in this replay: the same answer for whoever starts it.

    A number scattered by multiplying and shifting (SplitMix64), so no row's chance depends on which
    rows are asked.
    """
    mixed = draw + np.uint64(row + 1) * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed = mixed ^ (mixed >> np.uint64(31))
    return bool(np.float64(mixed >> np.uint64(11)) * (1.0 / 9007199254740992.0) < chance)


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def reach_of_everybody(
    source: Rows,
    target: Rows,
    begins: NDArray[np.int64],
    first: int,
    end: int,
    draw: np.uint64,
    chance: float,
    reach: Words,
) -> None:
    """Fill `reach`, (people, words) of bits: whom news of each person reaches over moments first..end.

    Goes backwards: whoever tells somebody reaches all whom that one reaches later. `reach` starts as
    each person's own bit.
    """
    held = reach[:1].copy()
    for moment in range(end - 1, first - 1, -1):
        begin, stop = begins[moment], begins[moment + 1]
        if stop - begin > len(held):
            held = np.empty((stop - begin, reach.shape[1]), dtype=np.uint64)
        # Rows of one moment don't chain, so all are read before any is written.
        for row in range(begin, stop):
            held[row - begin] = reach[target[row]]
        for row in range(begin, stop):
            if passes(draw, row, chance):
                for word in range(reach.shape[1]):
                    reach[source[row], word] |= held[row - begin, word]


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def replay_groups(
    source: Rows,
    target: Rows,
    begins: NDArray[np.int64],
    step: Rows,
    first: int,
    end: int,
    draw: np.uint64,
    chance: float,
    informed: Words,
    reached: NDArray[np.int64],
) -> None:
    """Spread news over moments first..end for up to 64 groups at once, one bit each.

    informed: per person the groups whose news they have, at first those they belong to; changed.
    reached:  (steps, groups): how many people each group's news reached in each step; added to.
    step:     in which step each moment lies.
    """
    held = np.zeros(1, dtype=np.uint64)
    for moment in range(first, end):
        begin, stop = begins[moment], begins[moment + 1]
        if stop - begin > len(held):
            held = np.zeros(stop - begin, dtype=np.uint64)
        for row in range(begin, stop):
            held[row - begin] = informed[source[row]]
        for row in range(begin, stop):
            new = held[row - begin] & ~informed[target[row]]
            if new == np.uint64(0) or not passes(draw, row, chance):
                continue
            informed[target[row]] |= new
            for group in range(reached.shape[1]):
                if (new >> np.uint64(group)) & ONE:
                    reached[step[moment - first], group] += 1
