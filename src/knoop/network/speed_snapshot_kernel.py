"""Compiled: who can know what at one moment, for 512 viewers at a time. Import it when needed."""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from knoop.network.prefetch_kernel import prefetch

type Rows = NDArray[np.int32]
type Words = NDArray[np.uint64]

WORDS = 8  # of 64 viewers each: one cache line a person
AHEAD = 16  # contacts: how early memory is asked for
FEW = 12  # viewers in a word up to which they are gone through one by one
ONE, NONE = np.uint64(1), np.uint64(0)


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def bits_in(word: np.uint64) -> np.int64:
    """How many bits are set: in pairs, in fours, in bytes, then all bytes at once."""
    word -= (word >> ONE) & np.uint64(0x5555555555555555)
    word = (word & np.uint64(0x3333333333333333)) + ((word >> np.uint64(2)) & np.uint64(0x3333333333333333))
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((word * np.uint64(0x0101010101010101)) >> np.uint64(56))


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def credit(word: np.uint64, many: np.int64, weight: float, viewers: NDArray[np.float64]) -> None:
    """Add the weight to each viewer whose bit is set in the word."""
    if many > FEW:
        for bit in range(64):
            viewers[bit] += weight * np.float64((word >> np.uint64(bit)) & ONE)
        return
    while word != NONE:
        lowest = word & (~word + ONE)
        viewers[bits_in(lowest - ONE)] += weight
        word ^= lowest


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def settle(
    teller: np.integer[Any],
    known: Words,
    weight: float,
    reached: Words,
    out: NDArray[np.float64],
    inward: NDArray[np.float64],
) -> None:
    """Whom the teller reaches now and not later is settled: this contact is their last way there."""
    for word in range(WORDS):
        new = known[word] & ~reached[teller, word]
        if new != NONE:
            reached[teller, word] |= new
            many = bits_in(new)
            out[teller] += weight * many
            credit(new, many, weight, inward[word])


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def settle_at_once(
    source: Rows,
    target: Rows,
    first: int,
    end: int,
    weight: float,
    reached: Words,
    out: NDArray[np.float64],
    inward: NDArray[np.float64],
) -> None:
    """Rows of one moment don't chain, so all are read before any is settled."""
    held = np.empty((end - first, WORDS), dtype=np.uint64)
    for row in range(end - 1, first - 1, -1):
        if row >= AHEAD:
            prefetch(reached, np.uint32(source[row - AHEAD]), 0)
            prefetch(reached, np.uint32(target[row - AHEAD]), 0)
        held[row - first] = reached[target[row]]
    for row in range(first, end):
        settle(source[row], held[row - first], weight, reached, out, inward)


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def reach_back(
    source: Rows,
    target: Rows,
    begins: NDArray[np.int64],
    mixed: NDArray[np.bool_],
    weights: NDArray[np.float64],
    reached: Words,
    out: NDArray[np.float64],
    inward: NDArray[np.float64],
) -> None:
    """Go through the contacts from the last to the first, and settle each pair of people when first met.

    reached: (people, WORDS): a bit for each viewer whom news of each person reaches; their own at first.
    weights: what the news of each moment is worth at the end; moments worth nothing end this.
    out:     per person, and inward: (WORDS, 64) per viewer: the worth of all that is settled; added to.
    """
    for moment in range(len(begins) - 2, -1, -1):
        weight = weights[moment]
        if weight <= 0.0:
            break
        first, end = begins[moment], begins[moment + 1]
        if mixed[moment]:
            settle_at_once(source, target, first, end, weight, reached, out, inward)
            continue
        for row in range(end - 1, first - 1, -1):
            if row >= AHEAD:
                prefetch(reached, np.uint32(source[row - AHEAD]), 0)
                prefetch(reached, np.uint32(target[row - AHEAD]), 0)
            teller, told = np.uint32(source[row]), np.uint32(target[row])
            new = NONE
            for word in range(WORDS):
                new |= reached[told, word] & ~reached[teller, word]
            if new != NONE:
                settle(teller, reached[told], weight, reached, out, inward)
