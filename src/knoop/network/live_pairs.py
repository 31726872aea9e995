"""What acts of each pair come to so far: a few numbers per pair, whatever the number of acts."""

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from knoop.network.graph import Vector
from knoop.network.live_timeline import Part

FARTHEST = 400  # half-lives between the landmark and now: 2^400 times a few million acts fits a float
FEWEST = 1024  # rows to begin with

type Rows = NDArray[np.int32]


class PairSums:
    """Columns with one row per pair that anybody's act ever made, and a table to find the row.

    sums:  (pairs, 4). TOTAL + REST: weight x 2^(time / half-life - landmark), summed over the acts that count
           (forward decay). STAYS: the weights that don't fade, summed. LIVING: how many fading acts count.
    ever:  whether any act has happened.
    """

    def __init__(self, half_life: float) -> None:
        self.half_life = half_life
        self.landmark = 0
        self.count = 0
        self._source = np.zeros(FEWEST, np.int32)
        self._target = np.zeros(FEWEST, np.int32)
        self._sums = np.zeros((FEWEST, 4))
        self._ever = np.zeros(FEWEST, np.bool_)
        self._table = _empty_table(4 * FEWEST)

    @property
    def source(self) -> Rows:
        return self._source[: self.count]

    @property
    def target(self) -> Rows:
        return self._target[: self.count]

    @property
    def sums(self) -> Vector:
        return self._sums[: self.count]

    @property
    def ever(self) -> NDArray[np.bool_]:
        return self._ever[: self.count]

    def number(self, source: Rows, target: Rows) -> Rows:
        """The row of each pair; unknown pairs get one."""
        from knoop.network.live_kernels import number_pairs

        self._make_room(self.count + len(source))
        pair = np.empty(len(source), np.int32)
        count = number_pairs(_key(source, target), self._table, self.count, pair)
        if count > self.count:
            is_new = pair >= self.count
            self._source[pair[is_new]] = source[is_new]
            self._target[pair[is_new]] = target[is_new]
            self.count = count
        return pair

    def _make_room(self, needed: int) -> None:
        """At most half of the table is taken, so that places are found in a step or two."""
        from knoop.network.live_kernels import number_pairs

        if needed > len(self._source):
            self._source, self._target = _longer(self._source, 2 * needed), _longer(self._target, 2 * needed)
            self._sums, self._ever = _longer(self._sums, 2 * needed), _longer(self._ever, 2 * needed)
        if 2 * needed > len(self._table):
            self._table = _empty_table(1 << (4 * needed - 1).bit_length())
            number_pairs(_key(self.source, self.target), self._table, 0, np.empty(self.count, np.int32))

    def row_of(self, source: int, target: int) -> int | None:
        from knoop.network.live_kernels import place_of

        found, row = self._table[place_of((source << 32) | target, self._table)]
        return int(row) if found >= 0 else None

    def add(self, parts: Iterable[Part]) -> None:
        for part in parts:
            self._count_in(part, 1)

    def take_out(self, parts: Iterable[Part]) -> None:
        for part in parts:
            self._count_in(part, -1)

    def note(self, parts: Sequence[Part]) -> None:
        """Acts that were over when they came: the pair is known, and only what doesn't fade counts."""
        for part in parts:
            self._ever[part.pair] = True
            if part.lasting.any():
                self._count_in(part.taken(part.lasting), 1)

    def _count_in(self, part: Part, sign: int) -> None:
        from knoop.network.live_kernels import count_in

        count_in(*part, self.half_life, self.landmark, sign, self._sums, self._ever)

    def near(self, moment: float) -> None:
        """Move the landmark when the moment is so far from it that weights would leave a float."""
        halvings, _ = self._halvings(moment)
        if abs(halvings - self.landmark) > FARTHEST:
            self._sums[:, :2] = np.ldexp(self._sums[:, :2], self.landmark - halvings)
            self.landmark = halvings

    def _halvings(self, moment: float) -> tuple[int, float]:
        """A moment in half-lives since 1970: whole ones, and the rest of one."""
        beyond = math.fmod(moment, self.half_life)
        return round((moment - beyond) / self.half_life), beyond / self.half_life

    def weights(self, moment: float, sums: Vector) -> Vector:
        """What some rows of `sums` are worth at a moment."""
        halvings, beyond = self._halvings(moment)
        faded = np.ldexp((sums[:, 0] + sums[:, 1]) * 2.0**-beyond, self.landmark - halvings)
        worth: Vector = faded + sums[:, 2]
        return worth


def _empty_table(places: int) -> NDArray[np.int64]:
    return np.full((places, 2), -1, np.int64)


def _key(source: Rows, target: Rows) -> NDArray[np.int64]:
    return (source.astype(np.int64) << 32) | target


def _longer[Cell: np.generic](column: NDArray[Cell], rows: int) -> NDArray[Cell]:
    longer = np.zeros((rows, *column.shape[1:]), column.dtype)
    longer[: len(column)] = column
    return longer
