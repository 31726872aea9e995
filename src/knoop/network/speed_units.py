"""How fresh what one unit knows of another is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from knoop.network.graph import Vector
from knoop.network.units import MOST_UNITS, labels, membership

NOTICEABLE = 1e-6  # freshness below this may be rounding


@dataclass(frozen=True, kw_only=True, eq=False)
class UnitFreshness:
    """What the unit of the column knows of the unit of the row; tables of (units, units).

    freshness: mean over pairs of two people; None where there is no such pair (or none was sampled).
    pairs:     how many pairs that mean is of.
    sources:   different people of the row's unit of whom anything reached the column's unit.
    viewers:   different people of the column's unit whom anything reached. A page hides a cell that
               rests on too few of either.
    people:    how many belong to each unit.
    """

    units: tuple[str, ...]
    people: tuple[int, ...]
    freshness: tuple[tuple[float | None, ...], ...]
    pairs: NDArray[np.int64]
    sources: NDArray[np.int64]
    viewers: NDArray[np.int64]


@dataclass(kw_only=True, eq=False)
class UnitTally:
    """Adds up blocks of freshness as they come, so that no matrix of all pairs is ever held."""

    names: tuple[str, ...]
    unit: NDArray[np.int64]
    member: sparse.csr_array
    sizes: NDArray[np.int64]
    total: Vector
    pairs: NDArray[np.int64]
    sources: NDArray[np.int64]
    reached: NDArray[np.bool_]

    @classmethod
    def among(cls, people: Sequence[str], units: Mapping[str, str | None]) -> Self | None:
        """None when no unit is known, or too many are."""
        unit, _ = labels(people, units)
        member, names = membership(people, units)
        if not 0 < len(names) <= MOST_UNITS:
            return None
        square = (len(names), len(names))
        return cls(
            names=names,
            unit=unit,
            member=member,
            sizes=np.bincount(unit[unit >= 0], minlength=len(names)),
            total=np.zeros(square),
            pairs=np.zeros(square, dtype=np.int64),
            sources=np.zeros(square, dtype=np.int64),
            reached=np.zeros((len(names), len(people)), dtype=np.bool_),
        )

    def add(self, sources: NDArray[np.int64], block: Vector) -> None:
        """(people, sources): how fresh everybody is about each source."""
        belongs = self.unit[sources] >= 0
        unit, block = self.unit[sources][belongs], block[:, belongs]
        arrived = block > NOTICEABLE
        np.add.at(self.total, unit, (self.member.T @ block).T)
        np.add.at(self.pairs, unit, self.sizes)
        np.add.at(self.pairs, (unit, unit), -1)  # nobody is asked about themselves
        np.add.at(self.sources, unit, (self.member.T @ arrived.astype(np.float32)).T > 0)
        for one, reached in zip(unit, np.ascontiguousarray(arrived.T), strict=True):
            self.reached[one] |= reached

    def found(self) -> UnitFreshness:
        means = [
            tuple(float(total / pairs) if pairs else None for total, pairs in zip(*row, strict=True))
            for row in zip(self.total, self.pairs, strict=True)
        ]
        viewers = (self.member.T @ self.reached.T.astype(np.float32)).T
        return UnitFreshness(
            units=self.names,
            people=tuple(int(size) for size in self.sizes),
            freshness=tuple(means),
            pairs=self.pairs,
            sources=self.sources,
            viewers=np.rint(viewers).astype(np.int64),
        )
