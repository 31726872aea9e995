"""Compiled loops side by side on a few cores, with the same result on one."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

CORES = min(4, os.cpu_count() or 1)
PARTS = 8  # by default: enough for an even load, few enough to cost nothing

type Part = tuple[int, int]


def in_parallel[Piece, Result](work: Callable[[Piece], Result], parts: Iterable[Piece]) -> list[Result]:
    """What `work` makes of each part, in the order of the parts, whichever core is ready first.

    Parts must not depend on how many cores there are, and `work` must let go of the interpreter, as our
    compiled loops do: then sums come out the same everywhere.
    """
    parts = list(parts)
    if len(parts) < 2:
        return [work(part) for part in parts]
    with ThreadPoolExecutor(CORES) as cores:
        return list(cores.map(work, parts))


def blocks(count: int, size: int) -> list[Part]:
    """Positions 0..count in blocks of `size`: first, and one beyond the last."""
    return [(first, min(first + size, count)) for first in range(0, count, size)]


def even_blocks(starts: NDArray[np.integer], parts: int = PARTS) -> list[Part]:
    """Rows of a sparse table in blocks with about as many entries. starts: where each row's begin."""
    wanted = np.arange(1, parts) * (int(starts[-1]) / parts)
    edges = np.unique([0, *np.searchsorted(starts[:-1], wanted).tolist(), len(starts) - 1])
    return [(int(first), int(end)) for first, end in pairwise(edges)]
