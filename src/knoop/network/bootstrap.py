"""How much a figure would differ had the same people had other days: redraws with Poisson weights."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import accumulate
from math import exp, factorial

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from knoop.network.cores import Part, even_blocks, in_parallel
from knoop.network.graph import Network, Vector
from knoop.network.ties import FINE, Acts, Rules

REPLICATES = 200
CELLS_AT_ONCE = 16_000_000  # people x redraws held at a time

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
    source, target: one per pair, by target, then source. starts: where each pair's cells begin, and where
    the last one's end. weight, key: one per cell, which is what one person did to one other in one block.
    Draws depend on identifiers, days and seed alone: not on the order of people or rows, nor on how many
    redraws are made at a time.
    """

    people: tuple[str, ...]
    source: NDArray[np.int32]
    target: NDArray[np.int32]
    starts: NDArray[np.int64]
    weight: Vector
    key: NDArray[np.uint64]
    replicates: int

    @cached_property
    def attention(self) -> Network:
        """Ties as they stand, with every block once: a = ln(1 + w)."""
        return self._attention(self.weight)

    def network(self, replicate: int) -> Network:
        """The attention network of one redraw, from 0. Cost: O(cells)."""
        return self._attention(self.weight * draws(self.key, replicate))

    def counted(self) -> Iterator[tuple[NDArray[np.int32], NDArray[np.int64]]]:
        """Breadth and strength of each redraw in turn; strength in units of 2^-32."""
        for breadth, strength in self.blocks():
            for column in range(breadth.shape[1]):
                yield np.ascontiguousarray(breadth[:, column]), np.ascontiguousarray(strength[:, column])

    def blocks(self) -> Iterator[tuple[NDArray[np.int32], NDArray[np.int64]]]:
        """The same for some redraws at a time, (people, redraws) each.

        Cost: some 50 random words and 200 additions a cell, on as many cores as there are; memory bounded,
        whatever the number of people.
        """
        from knoop.network.bootstrap_kernel import redraw

        size, words = len(self.people), -(-self.replicates // 4)
        at_once = max(1, CELLS_AT_ONCE // max(1, 4 * size))
        parts = self._parts()
        for first in range(0, words, at_once):
            shape = (size, 4 * min(at_once, words - first))
            breadth, strength = np.zeros(shape, dtype=np.int32), np.zeros(shape, dtype=np.int64)

            def add(
                part: Part,
                first: int = first,
                breadth: NDArray[np.int32] = breadth,
                strength: NDArray[np.int64] = strength,
            ) -> None:
                redraw(
                    self.starts, self.target, *part, self.key, self.weight, POISSON, first,
                    breadth, strength,
                )  # fmt: skip

            in_parallel(add, parts)
            wanted = min(shape[1], self.replicates - 4 * first)
            yield breadth[:, :wanted], strength[:, :wanted]

    def _parts(self) -> list[Part]:
        """Pairs in parts with about as many cells, never two parts with one target: they'd write at once."""
        turn = np.append(np.flatnonzero(np.diff(self.target, prepend=-1)), len(self.target))
        return [(int(turn[one]), int(turn[other])) for one, other in even_blocks(self.starts[turn])]

    def _attention(self, weight: Vector) -> Network:
        size = len(self.people)
        summed = np.add.reduceat(weight, self.starts[:-1]) if len(self.target) else weight
        turned = np.append(0, np.cumsum(np.bincount(self.target, minlength=size)))
        arcs = sparse.csc_array((np.log1p(summed), self.source, turned), shape=(size, size)).tocsr()
        arcs.eliminate_zeros()
        return Network(people=self.people, arcs=arcs)


def redraws_of(
    acts: Acts,
    *,
    at: float | None = None,
    rules: Rules | None = None,
    replicates: int = REPLICATES,
    seed: int = 1,
) -> Redraws:
    """The acts that make up the ties at `at` (by default the last act), ready to be drawn again.

    Cost:   three passes over the acts, no sort but of the days of each pair.
    Source: block bootstrap of Künsch (1989) with the Poisson weights of Hanley & MacGibbon (2006), which
            need one pass instead of copies.
    """
    at = acts.last if at is None else at
    target_starts, source, day, sums = _cells(acts, at, rules or Rules())
    target = np.repeat(np.arange(len(acts.people), dtype=np.int32), np.diff(target_starts))
    new = np.flatnonzero((np.diff(source, prepend=-1) != 0) | (np.diff(target, prepend=-1) != 0))
    return Redraws(
        people=acts.people,
        source=source[new],
        target=target[new],
        starts=np.append(new, len(source)).astype(np.int64),
        weight=sums / FINE,
        key=block_keys(acts.people, source, day, seed),
        replicates=replicates,
    )


def _cells(
    acts: Acts, at: float | None, rules: Rules
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int32], NDArray[np.int64]]:
    """Where each target's cells begin; of each cell the source, the day and what it is worth in 2^-40."""
    from knoop.network import bootstrap_kernel as kernels
    from knoop.network.ties_kernels import counted

    size, oldest = len(acts.people), rules.half_life * rules.forgotten
    time = np.zeros(0) if acts.time is None or at is None else acts.time
    moment, fading = 0.0 if at is None else at, (acts.weights, acts.never_fades)
    counts = np.zeros(size, dtype=np.int64)
    counted(acts.source, acts.grade, time, acts.never_fades, moment, oldest, 0, len(acts), counts)
    starts = np.append(0, np.cumsum(counts))
    to, day = np.empty((2, starts[-1]), dtype=np.int32)
    worth = np.empty(starts[-1], dtype=np.int64)
    kernels.by_source(
        acts.source, acts.target, acts.grade, time, *fading, moment, rules.half_life, oldest,
        starts[:-1].copy(), to, day, worth,
    )  # fmt: skip
    turned = np.append(0, np.cumsum(np.bincount(to, minlength=size)))
    who, on = np.empty((2, starts[-1]), dtype=np.int32)
    sums = np.empty(starts[-1], dtype=np.int64)
    kernels.by_target(starts, to, day, worth, turned[:-1].copy(), who, on, sums)
    found = np.zeros(size, dtype=np.int64)
    in_parallel(lambda block: kernels.in_cells(turned, *block, who, on, sums, found), even_blocks(turned))
    cells = np.append(0, np.cumsum(found))
    kernels.cells_packed(turned, found, who, on, sums, to, day, worth)
    return cells, to[: cells[-1]].copy(), day[: cells[-1]].copy(), worth[: cells[-1]].copy()


def block_keys(
    people: tuple[str, ...], source: NDArray[np.integer], day: NDArray[np.integer], seed: int
) -> NDArray[np.uint64]:
    """A random-looking number for each row's block: equal for equal person and day, and for nobody else."""
    own = np.zeros(len(people), dtype=np.uint64)
    for person in np.flatnonzero(np.bincount(source, minlength=len(people))):
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
