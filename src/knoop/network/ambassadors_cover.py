"""Choosing people who together reach most: each next one adds most to those before."""

import heapq
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from knoop.network.graph import Vector


class Cover(Protocol):
    """What a set of people reaches. Adding somebody never adds more to a larger set than to a smaller."""

    def alone(self) -> Vector:
        """What each person reaches alone."""

    def gain(self, person: int) -> float:
        """What a person would add to those taken."""

    def take(self, person: int) -> None: ...

    def clear(self) -> None:
        """As if nobody had been taken."""


@dataclass(kw_only=True, eq=False)
class ReplayCover:
    """People reached, on average over replays. reach: as of `reach_sets`."""

    reach: NDArray[np.uint64]
    covered: NDArray[np.uint64]

    def alone(self) -> Vector:
        total = sum(np.bitwise_count(one).sum(axis=1, dtype=np.int64) for one in self.reach)
        return np.asarray(total, dtype=np.float64) / len(self.reach)

    def gain(self, person: int) -> float:
        added = np.bitwise_count(self.reach[:, person] & ~self.covered)
        return float(added.sum(dtype=np.int64)) / len(self.reach)

    def take(self, person: int) -> None:
        self.covered |= self.reach[:, person]

    def clear(self) -> None:
        self.covered[:] = 0


@dataclass(kw_only=True, eq=False)
class FreshnessCover:
    """How fresh each viewer is about whom of those taken they know freshest.

    fresh: (people, viewers), own cells 0.
    """

    fresh: NDArray[np.float32]
    covered: NDArray[np.float32]

    def alone(self) -> Vector:
        return self.fresh.sum(axis=1, dtype=np.float64)

    def gain(self, person: int) -> float:
        return float(np.maximum(self.fresh[person] - self.covered, 0.0).sum(dtype=np.float64))

    def take(self, person: int) -> None:
        np.maximum(self.covered, self.fresh[person], out=self.covered)

    def clear(self) -> None:
        self.covered[:] = 0.0


def lazy_greedy(
    cover: Cover, candidates: NDArray[np.int64], count: int, *, spare: int
) -> tuple[list[int], list[int]]:
    """The people chosen, best first, and the next best if one more were wanted. Begins with nobody taken.

    Gains only fall as people are taken, so an old gain is a bound and most need no new look. Equal gains:
    the lowest position. Who adds nothing isn't taken.
    Returns: reaches at least 1 - 1/e (63 %) of what the best set of that size reaches, on this cover.
    Source:  Nemhauser, Wolsey & Fisher (1978); lazily: Minoux (1978), CELF of Leskovec et al. (2007).
    """
    cover.clear()
    alone = cover.alone()[candidates]
    waiting = np.lexsort((candidates, -alone))
    queue: list[tuple[float, int, int]] = []
    chosen: list[int] = []
    others: list[int] = []
    at = 0
    while len(chosen) < count or len(others) < spare:
        # Only those are looked at who alone might do better than the best so far.
        while at < len(waiting) and (not queue or -alone[waiting[at]] <= queue[0][0]):
            heapq.heappush(queue, (-float(alone[waiting[at]]), int(candidates[waiting[at]]), 0))
            at += 1
        if not queue or queue[0][0] >= 0:
            break
        _, person, looked = heapq.heappop(queue)
        if looked < len(chosen):
            heapq.heappush(queue, (-cover.gain(person), person, len(chosen)))
        elif len(chosen) < count:
            cover.take(person)
            chosen.append(person)
        else:
            others.append(person)
    return chosen, others
