"""Compiled loops that draw a network's ties again and look how it hangs together. Import late: Numba loads
slowly."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from knoop.network.bootstrap_kernel import FIRST, GOLDEN, SECOND


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def drawn_pairs(
    starts: NDArray[np.int64],
    key: NDArray[np.uint64],
    amount: NDArray[np.int64],
    backwards: NDArray[np.bool_],
    poisson: NDArray[np.uint8],
    enough: int,
    replicate: int,
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which pairs have a standing tie, and which had any act, in one redraw; with -1 every act counts once.

    starts: where each pair's acts begin, and where the last one's end. amount: the weight of each act as a
    whole number, so that their order can't matter; `enough` is the weight that makes a tie by itself.
    """
    pairs = len(starts) - 1
    stands, met = np.zeros(pairs, dtype=np.bool_), np.zeros(pairs, dtype=np.bool_)
    word, shift = np.uint64(replicate // 4 + 1), np.uint64(16 * (replicate % 4))
    for pair in range(pairs):
        forth, back = 0, 0
        for act in range(starts[pair], starts[pair + 1]):
            times = 1
            if replicate >= 0:
                bits = key[act] + word * GOLDEN
                bits = (bits ^ (bits >> np.uint64(30))) * FIRST
                bits = (bits ^ (bits >> np.uint64(27))) * SECOND
                bits ^= bits >> np.uint64(31)
                times = poisson[(bits >> shift) & np.uint64(0xFFFF)]
            if backwards[act]:
                back += times * amount[act]
            else:
                forth += times * amount[act]
        met[pair] = forth + back > 0
        stands[pair] = (forth > 0 and back > 0) or forth + back >= enough
    return stands, met


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def root_of(parent: NDArray[np.int32], one: int) -> int:
    while parent[one] != one:
        parent[one] = parent[parent[one]]
        one = parent[one]
    return one


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def parts_of(
    first: NDArray[np.int32], second: NDArray[np.int32], stands: NDArray[np.bool_], size: int, without: int
) -> NDArray[np.int32]:
    """For each person somebody of the connected part they are in, the same for all of that part.

    without: who is left out with all their ties; -1 for nobody.
    """
    parent = np.arange(size, dtype=np.int32)
    for pair in range(len(first)):
        if stands[pair] and first[pair] != without and second[pair] != without:
            one, other = root_of(parent, first[pair]), root_of(parent, second[pair])
            # The lowest stands for all, so the order of pairs can't matter.
            if one < other:
                parent[other] = one
            else:
                parent[one] = other
    for person in range(size):
        parent[person] = root_of(parent, person)
    return parent
