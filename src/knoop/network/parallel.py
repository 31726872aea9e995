"""Compiled loops side by side on a few cores, with the same result on one."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

CORES = min(4, os.cpu_count() or 1)


def in_parallel[Part, Result](work: Callable[[Part], Result], parts: Iterable[Part]) -> list[Result]:
    """What `work` makes of each part, in the order of the parts, whichever core is ready first.

    Parts must not depend on how many cores there are, and `work` must let go of the interpreter, as our
    compiled loops do: then sums come out the same everywhere.
    """
    parts = list(parts)
    if len(parts) < 2:
        return [work(part) for part in parts]
    with ThreadPoolExecutor(CORES) as cores:
        return list(cores.map(work, parts))


def blocks(count: int, size: int) -> list[tuple[int, int]]:
    """Positions 0..count in blocks of `size`: first, and one beyond the last."""
    return [(first, min(first + size, count)) for first in range(0, count, size)]
