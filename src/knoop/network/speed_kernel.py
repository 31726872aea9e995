"""Compiled: dealing acts anew over their moments. Import it when needed."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from knoop.network.prefetch_kernel import prefetch

type Rows = NDArray[np.int32]

AHEAD = 16  # acts: how early memory is asked for their rows
HEAP = 32_768  # acts that are shuffled at a time: few enough to stay near the processor


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def scattered(seed: np.uint64, number: int, below: int) -> np.int64:
    """A whole number from 0 up to `below`, the same for the same seed and number (SplitMix64)."""
    mixed = seed + np.uint64(number + 1) * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed = mixed ^ (mixed >> np.uint64(31))
    return np.int64(((mixed >> np.uint64(32)) * np.uint64(below)) >> np.uint64(32))


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def order_drawn(size: int, seed: np.uint64) -> Rows:
    """0 .. size - 1 in an order in which each is as likely.

    Thrown on heaps by chance and each heap shuffled, as shuffling all at once waits for memory at each swap.
    """
    heaps = max(1, size // HEAP)
    begins = np.zeros(heaps + 1, dtype=np.int64)
    for one in range(size):
        begins[scattered(seed, one, heaps) + 1] += 1
    for heap in range(heaps):
        begins[heap + 1] += begins[heap]
    place = begins[:-1].copy()
    order = np.empty(size, dtype=np.int32)
    for one in range(size):
        thrown = scattered(seed, one, heaps)
        order[place[thrown]] = one
        place[thrown] += 1
    again = ~seed
    for heap in range(heaps):
        first = begins[heap]
        for last in range(begins[heap + 1] - 1, first, -1):
            other = first + scattered(again, last, last - first + 1)
            order[last], order[other] = order[other], order[last]
    return order


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def deal(order: Rows, begins: NDArray[np.int64], source: Rows, target: Rows) -> tuple[Rows, Rows, Rows]:
    """Rows with the acts in another order, and for each the row whose moment it gets.

    begins: where each act's rows begin, and the end of the last.
    """
    both = np.empty((len(source), 2), dtype=np.int32)
    for row in range(len(source)):
        both[row, 0], both[row, 1] = source[row], target[row]
    acts = begins.reshape(-1, 1)
    new_source, new_target = np.empty_like(source), np.empty_like(target)
    moment = np.empty_like(source)
    at = 0
    for turn in range(len(order)):
        if turn + 2 * AHEAD < len(order):
            prefetch(acts, np.uint32(order[turn + 2 * AHEAD]), 0)
        if turn + AHEAD < len(order):
            prefetch(both, np.uint32(begins[order[turn + AHEAD]]), 0)
        act = order[turn]
        for row in range(begins[act], begins[act + 1]):
            new_source[at], new_target[at] = both[row, 0], both[row, 1]
            moment[at] = begins[turn]
            at += 1
    return new_source, new_target, moment


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def add_by_unit(
    block: NDArray[np.float32],
    viewer_unit: NDArray[np.int64],
    source_unit: NDArray[np.int64],
    noticeable: float,
    total: NDArray[np.float64],
    arrived: NDArray[np.bool_],
    reached: NDArray[np.uint64],
) -> None:
    """Add a block of (people, sources) up by unit; people and sources in no unit count nowhere.

    total:   (unit of viewer, unit of source). arrived: (sources, unit of viewer), whether anything of the
             source reached anybody there. reached: (people, words), a bit for each unit that reached them.
    """
    for viewer in range(block.shape[0]):
        here = viewer_unit[viewer]
        if here < 0:
            continue
        for source in range(block.shape[1]):
            there, fresh = source_unit[source], np.float64(block[viewer, source])
            if there >= 0 and fresh > 0.0:
                total[here, there] += fresh
                if fresh > noticeable:
                    arrived[source, here] = True
                    reached[viewer, there >> 6] |= np.uint64(1) << np.uint64(there & 63)


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def viewers_by_unit(
    reached: NDArray[np.uint64], viewer_unit: NDArray[np.int64], units: int
) -> NDArray[np.int64]:
    """(unit of source, unit of viewer): how many viewers have the bit of the source's unit."""
    found = np.zeros((units, units), dtype=np.int64)
    for viewer in range(len(reached)):
        if viewer_unit[viewer] >= 0:
            for unit in range(units):
                if (reached[viewer, unit >> 6] >> np.uint64(unit & 63)) & np.uint64(1):
                    found[unit, viewer_unit[viewer]] += 1
    return found
