"""Compiled search from hundreds of people at once, one bit of a few words each.

A network comes as `starts` and `contacts`, Network.rows. Imported only where it's used, because Numba takes
a second to load.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from knoop.network.keyplayers_kernels import ones_in

WORDS = 8  # side by side: a cache line, and what a processor adds in one or two steps
WIDTH = 64 * WORDS  # sources at once

type Positions = NDArray[np.int32]
type Vector = NDArray[np.float64]


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def near_from(
    starts: Positions, contacts: Positions, sources: Positions
) -> tuple[Vector, Vector, NDArray[np.int64]]:
    """For each person, over WIDTH sources at most (some may come twice), those themselves left out:

    Returns: the sum of 1 / distance and of 1 / distance^2, both from two steps on and 0 out of reach; and
             the number of sources that are contacts.
    """
    size = len(starts) - 1
    seen, front = np.zeros((size, WORDS), dtype=np.uint64), np.zeros((size, WORDS), dtype=np.uint64)
    step = np.zeros((size, WORDS), dtype=np.uint64)
    everyone = np.zeros(WORDS, dtype=np.uint64)
    for number in range(len(sources)):
        bit = np.uint64(1) << np.uint64(number % 64)
        seen[sources[number], number // 64] |= bit
        front[sources[number], number // 64] |= bit
        everyone[number // 64] |= bit
    near, squares, tied = np.zeros(size), np.zeros(size), np.zeros(size, dtype=np.int64)
    distance, is_walking = 0, len(sources) > 0
    while is_walking:
        distance += 1
        is_walking = spread(starts, contacts, everyone, seen, front, step, distance, near, squares, tied)
        front, step = step, front
    return near, squares, tied


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def spread(
    starts: Positions,
    contacts: Positions,
    everyone: NDArray[np.uint64],
    seen: NDArray[np.uint64],
    front: NDArray[np.uint64],
    step: NDArray[np.uint64],
    distance: int,
    near: Vector,
    squares: Vector,
    tied: NDArray[np.int64],
) -> bool:
    """One step for all searches: each person looks at their contacts, and stops when all have arrived."""
    arriving, missing, has_spread = np.zeros_like(everyone), np.zeros_like(everyone), False
    for person in range(len(starts) - 1):
        lacking = np.uint64(0)
        for word in range(WORDS):
            arriving[word], missing[word] = 0, everyone[word] & ~seen[person, word]
            lacking |= missing[word]
        if lacking:
            for at in range(starts[person], starts[person + 1]):
                other = contacts[at]
                left = np.uint64(0)
                for word in range(WORDS):
                    arriving[word] |= front[other, word]
                    left |= missing[word] & ~arriving[word]
                if left == 0:
                    break
        arrived = 0
        for word in range(WORDS):
            found = arriving[word] & missing[word]
            step[person, word] = found
            seen[person, word] |= found
            arrived += ones_in(found)
        if arrived:
            has_spread = True
            tied[person] += arrived if distance == 1 else 0
            near[person] += arrived / distance if distance > 1 else 0.0
            squares[person] += arrived / (distance * distance) if distance > 1 else 0.0
    return has_spread
