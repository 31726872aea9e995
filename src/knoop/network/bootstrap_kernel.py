"""The inner loop of the redraws, compiled on first use. Import it late: Numba takes a second to load."""

import math

import numba
import numpy as np
from numpy.typing import NDArray

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
FIRST = np.uint64(0xBF58476D1CE4E5B9)
SECOND = np.uint64(0x94D049BB133111EB)
FINE = float(2**32)


@numba.njit(nogil=True, cache=True)
def redraw(  # noqa: PLR0917 - compiled functions take arguments by place
    starts: NDArray[np.int64],
    target: NDArray[np.int64],
    key: NDArray[np.uint64],
    weight: NDArray[np.float64],
    poisson: NDArray[np.uint8],
    first_word: int,
    breadth: NDArray[np.int32],
    strength: NDArray[np.int64],
) -> None:
    """Add to `breadth` and `strength`, both (people, 4 x words), what each redraw makes of each pair.

    starts: where each pair's cells begin, and where the last one's end. target: of each pair.
    """
    columns = breadth.shape[1]
    words = columns // 4
    drawn = np.empty(columns)
    for pair in range(len(target)):
        drawn[:] = 0.0
        for cell in range(starts[pair], starts[pair + 1]):
            worth = weight[cell]
            for word in range(words):
                bits = key[cell] + np.uint64(first_word + word + 1) * GOLDEN
                bits = (bits ^ (bits >> np.uint64(30))) * FIRST
                bits = (bits ^ (bits >> np.uint64(27))) * SECOND
                bits ^= bits >> np.uint64(31)
                at = 4 * word
                drawn[at] += worth * poisson[bits & np.uint64(0xFFFF)]
                drawn[at + 1] += worth * poisson[(bits >> np.uint64(16)) & np.uint64(0xFFFF)]
                drawn[at + 2] += worth * poisson[(bits >> np.uint64(32)) & np.uint64(0xFFFF)]
                drawn[at + 3] += worth * poisson[bits >> np.uint64(48)]
        person = target[pair]
        for column in range(columns):
            if drawn[column] > 0.0:
                breadth[person, column] += 1
                # Whole numbers: their sum is the same in whatever order people come.
                strength[person, column] += np.int64(math.log1p(drawn[column]) * FINE)
