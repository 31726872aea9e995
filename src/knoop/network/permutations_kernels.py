"""Compiled loop that lays the ties of a network again. Imported only where it's used: Numba loads slowly."""

import numpy as np
from numba import njit
from numpy.typing import NDArray


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def laid_again(
    first: NDArray[np.int32], second: NDArray[np.int32], size: int, swaps: int, seed: int
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The same people with as many contacts each, met at random: ends of two ties swapped again and again.

    No pair is tied twice and nobody to himself (Maslov & Sneppen 2002).
    """
    np.random.seed(seed)
    first, second = first.copy(), second.copy()
    tied = {np.int64(0)}
    for tie in range(len(first)):
        tied.add(min(first[tie], second[tie]) * np.int64(size) + max(first[tie], second[tie]))
    tied.discard(np.int64(0))  # nobody is tied to himself, so 0 is no pair
    for _ in range(swaps):
        one, other = np.random.randint(len(first)), np.random.randint(len(first))
        if np.random.random() < 0.5:
            first[other], second[other] = second[other], first[other]
        a, b, c, d = (
            np.int64(first[one]),
            np.int64(second[one]),
            np.int64(first[other]),
            np.int64(second[other]),
        )
        forth, back = min(a, d) * size + max(a, d), min(c, b) * size + max(c, b)
        if a == d or c == b or forth == back or forth in tied or back in tied:
            continue
        tied.discard(min(a, b) * size + max(a, b))
        tied.discard(min(c, d) * size + max(c, d))
        tied.add(forth)
        tied.add(back)
        second[one], second[other] = d, b
    return first, second
