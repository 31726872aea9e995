"""How much a figure would differ had the same people had other days: redraws with Poisson weights."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import accumulate
from math import exp, factorial

import numpy as np
from numpy.typing import NDArray

from knoop.network.graph import Network, Vector
from knoop.network.ties import DAY, Acts, Rules, _faded

REPLICATES = 200
CELLS_AT_ONCE = 8_000_000  # people x redraws held at a time

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_CHANCES = [exp(-1) / factorial(count) for count in range(9)]
# 16 random bits to a Poisson(1) number: each chance is right to 1 in 65,536.
POISSON = np.searchsorted(
    np.array(list(accumulate(_CHANCES))), (np.arange(65_536) + 0.5) / 65_536, side="right"
).astype(np.uint8)


@dataclass(frozen=True, kw_only=True, eq=False)
class Redraws:
    """The acts of a moment, in blocks that are drawn 0, 1, 2, ... times, independently of each other.

    A block is all that one person did in one day (24 hours, counted back from the moment). It stands for
    a thread: it keeps an act to several people whole and a burst of messages together. As seen by one
    receiver it equals a block for each pair and day. Without times a block is all of one person, as when
    respondents are drawn again.
    source, target, weight, key: one per cell, which is what one person did to one other in one block.
    starts: where each pair's cells begin, and where the last one's end; pairs by target, then source.
    Draws depend on identifiers, days and seed alone: not on the order of people or rows, nor on how many
    redraws are made at a time.
    """

    people: tuple[str, ...]
    source: NDArray[np.int64]
    target: NDArray[np.int64]
    weight: Vector
    key: NDArray[np.uint64]
    starts: NDArray[np.int64]
    replicates: int

    @cached_property
    def attention(self) -> Network:
        """Ties as they stand, with every block once: a = ln(1 + w)."""
        return self._attention(self.weight)

    def network(self, replicate: int) -> Network:
        """The attention network of one redraw, from 0. Cost: O(cells)."""
        return self._attention(self.weight * draws(self.key, replicate))

    def counted(self) -> Iterator[tuple[NDArray[np.int32], NDArray[np.int64]]]:
        """Breadth and strength of each redraw in turn; strength in units of 2^-32.

        Cost: some 50 random words and 200 additions a cell; memory bounded, whatever the number of people.
        """
        from knoop.network.bootstrap_kernel import redraw

        size, pair_target = len(self.people), self.target[self.starts[:-1]]
        at_once = max(1, CELLS_AT_ONCE // max(1, 4 * size))
        words = -(-self.replicates // 4)
        for first in range(0, words, at_once):
            shape = (size, 4 * min(at_once, words - first))
            breadth, strength = np.zeros(shape, dtype=np.int32), np.zeros(shape, dtype=np.int64)
            redraw(self.starts, pair_target, self.key, self.weight, POISSON, first, breadth, strength)
            for column in range(min(shape[1], self.replicates - 4 * first)):
                yield np.ascontiguousarray(breadth[:, column]), np.ascontiguousarray(strength[:, column])

    def _attention(self, weight: Vector) -> Network:
        first = self.starts[:-1]
        summed = np.add.reduceat(weight, first) if len(first) else weight
        return Network.from_columns(self.people, self.source[first], self.target[first], np.log1p(summed))


def redraws_of(
    acts: Acts,
    *,
    at: float | None = None,
    rules: Rules | None = None,
    replicates: int = REPLICATES,
    seed: int = 1,
) -> Redraws:
    """The acts that make up the ties at `at` (by default the last act), ready to be drawn again.

    Cost:   one sort of the acts.
    Source: block bootstrap of Künsch (1989) with the Poisson weights of Hanley & MacGibbon (2006), which
            need one pass instead of copies.
    """
    if at is None and acts.time is not None and len(acts.time):
        at = float(acts.time.max())
    weight = _faded(acts, at, rules or Rules())
    kept = weight > 0
    source, target = acts.source[kept].astype(np.int64), acts.target[kept].astype(np.int64)
    weight, day = weight[kept], _day(acts, at)[kept]
    span = int(day.max()) + 1 if len(day) else 1
    pair = target * len(acts.people) + source
    cell = pair * span + day
    order = np.lexsort((weight, cell))
    first = np.flatnonzero(np.diff(cell[order], prepend=-1))
    weight = np.add.reduceat(weight[order], first) if len(first) else weight
    chosen = order[first]
    starts = np.flatnonzero(np.diff(pair[chosen], prepend=-1))
    return Redraws(
        people=acts.people,
        source=source[chosen],
        target=target[chosen],
        weight=weight,
        key=block_keys(acts.people, source[chosen], day[chosen], seed),
        starts=np.append(starts, len(chosen)).astype(np.int64),
        replicates=replicates,
    )


def _day(acts: Acts, at: float | None) -> NDArray[np.int64]:
    """Days before the moment, so that moving all times moves no act to another block."""
    if acts.time is None or at is None:
        return np.zeros(len(acts.source), dtype=np.int64)
    return np.maximum(np.floor((at - acts.time) / DAY), 0).astype(np.int64)


def block_keys(
    people: tuple[str, ...], source: NDArray[np.int64], day: NDArray[np.int64], seed: int
) -> NDArray[np.uint64]:
    """A random-looking number for each row's block: equal for equal person and day, and for nobody else."""
    own = np.zeros(len(people), dtype=np.uint64)
    for person in np.unique(source):
        own[person] = int.from_bytes(blake2b(people[person].encode(), digest_size=8).digest(), "big")
    days = _mixed(day.astype(np.uint64) + np.array([seed], dtype=np.uint64) * _GOLDEN)
    return _mixed(own[source] + days)


def draws(key: NDArray[np.uint64], replicate: int) -> NDArray[np.uint8]:
    """How often each block is drawn in one redraw: Poisson with mean 1, independent between redraws."""
    word, place = divmod(replicate, 4)
    bits = _mixed(key + np.array([word + 1], dtype=np.uint64) * _GOLDEN)
    drawn: NDArray[np.uint8] = POISSON[(bits >> np.uint64(16 * place)) & np.uint64(0xFFFF)]
    return drawn


def _mixed(bits: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """SplitMix64's last step (Steele, Lea & Flood 2014): every bit depends on every bit."""
    bits = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    bits = (bits ^ (bits >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return bits ^ (bits >> np.uint64(31))
