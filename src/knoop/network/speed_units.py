"""How fresh what one unit knows of another is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from knoop.network.graph import Vector
from knoop.network.units import MOST_UNITS, labels

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
    sizes: NDArray[np.int64]
    total: Vector
    pairs: NDArray[np.int64]
    sources: NDArray[np.int64]
    reached: NDArray[np.uint64]

    @classmethod
    def among(cls, people: Sequence[str], units: Mapping[str, str | None]) -> Self | None:
        """None when no unit is known, or too many are."""
        unit, names = labels(people, units)
        if not 0 < len(names) <= MOST_UNITS:
            return None
        square = (len(names), len(names))
        return cls(
            names=names,
            unit=unit,
            sizes=np.bincount(unit[unit >= 0], minlength=len(names)),
            total=np.zeros(square),
            pairs=np.zeros(square, dtype=np.int64),
            sources=np.zeros(square, dtype=np.int64),
            reached=np.zeros((len(people), (len(names) + 63) // 64), dtype=np.uint64),
        )

    def add(self, sources: NDArray[np.int64], block: NDArray[np.float32]) -> None:
        """(people, sources): how fresh everybody is about each source."""
        from knoop.network.speed_kernel import add_by_unit

        unit = self.unit[sources]
        arrived = np.zeros((len(sources), len(self.names)), dtype=np.bool_)
        add_by_unit(block, self.unit, unit, NOTICEABLE, self.total, arrived, self.reached)
        belongs = unit >= 0
        unit = unit[belongs]
        np.add.at(self.sources, unit, arrived[belongs])
        np.add.at(self.pairs, unit, self.sizes)
        np.add.at(self.pairs, (unit, unit), -1)  # nobody is asked about themselves

    def found(self) -> UnitFreshness:
        from knoop.network.speed_kernel import viewers_by_unit

        means = [
            tuple(float(total / pairs) if pairs else None for total, pairs in zip(*row, strict=True))
            for row in zip(self.total.T, self.pairs, strict=True)
        ]
        return UnitFreshness(
            units=self.names,
            people=tuple(int(size) for size in self.sizes),
            freshness=tuple(means),
            pairs=self.pairs,
            sources=self.sources,
            viewers=viewers_by_unit(self.reached, self.unit, len(self.names)),
        )
