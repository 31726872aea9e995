"""Work spread over the cores of the machine, in parts that don't depend on how many there are."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

CORES = min(4, os.cpu_count() or 1)
PARTS = 8  # by default: enough for an even load, few enough to cost nothing

type Part = tuple[int, int]


def on_cores[Result](work: Callable[[int], Result], parts: int) -> list[Result]:
    """`work(0)`, `work(1)`, ... side by side; results in that order. For work that releases the GIL."""
    if parts <= 1:
        return [work(number) for number in range(parts)]
    with ThreadPoolExecutor(min(CORES, parts)) as cores:
        return list(cores.map(work, range(parts)))


def cuts(size: int, most: int) -> list[Part]:
    """0..size in parts of `most` at most; one empty part for nothing."""
    return [(first, min(size, first + most)) for first in range(0, size, most)] or [(0, 0)]


def even_cuts(starts: NDArray[np.integer], parts: int = PARTS) -> list[Part]:
    """Rows of a sparse table in parts with about as many entries. starts: where each row's begin."""
    size = len(starts) - 1
    wanted = np.arange(1, parts) * (int(starts[-1]) / parts)
    edges = np.unique([0, *np.searchsorted(starts[:-1], wanted).tolist(), size])
    return [(int(first), int(end)) for first, end in pairwise(edges)]
