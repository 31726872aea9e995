"""Networks of standing ties in which chance fell a little differently."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from knoop.network.graph import Network, pairs_of
from knoop.network.ties import FINE, STAGE_WEIGHT, STAGE_WINDOW, Acts, Rules

LEFT_OUT = 0.10  # of the ties, where there are no acts with times to redraw

type Positions = NDArray[np.int32]
type Rows = tuple[Positions, Positions]  # as those of Network.contacts


@dataclass(frozen=True, kw_only=True, eq=False)
class TieList:
    """Pairs who are tied: positions, sorted, the first below the second."""

    size: int
    first: Positions
    second: Positions

    def blocks(self) -> int:
        """What is drawn: ties."""
        return len(self.first)

    def redrawn(self, seed: int) -> Rows:
        """The rows of a network that misses a tenth of the ties."""
        from knoop.network.redraw_kernels import kept_by_chance

        return self.rows(kept_by_chance(len(self.first), LEFT_OUT, seed))

    def network(self, people: tuple[str, ...]) -> Network:
        starts, contacts = self.rows(np.ones(len(self.first), dtype=bool))
        ones = np.ones(len(contacts))
        return Network(
            people=people, arcs=sparse.csr_array((ones, contacts, starts), shape=(self.size, self.size))
        )

    def rows(self, stands: NDArray[np.bool_]) -> Rows:
        """The rows of a network of these ties only."""
        from knoop.network.certainty_kernels import rows_of_pairs

        rows: Rows = rows_of_pairs(self.first, self.second, stands, self.size)
        return rows


@dataclass(frozen=True, kw_only=True, eq=False)
class TieCells:
    """Pairs, and under each what was done between them: a cell is one person's day towards the other.

    cells:   where the cells of each pair start, and where the last one's end.
    marks:   day x 2, and 1 more when the second person turned to the first; day 0 is the last.
    weights: as they stand at the moment, in whole numbers of 1 / ties.FINE.
    """

    ties: TieList
    cells: NDArray[np.int64]
    marks: Positions
    weights: NDArray[np.int64]
    days: int

    def blocks(self) -> int:
        """What is drawn: days on which somebody did something, each person's counted apart."""
        from knoop.network.redraw_kernels import days_of_people

        ties = self.ties
        return int(days_of_people(ties.first, ties.second, self.cells, self.marks, ties.size, self.days))

    def standing(self) -> TieList:
        """The ties as observed."""
        stands = self._stands(-1)
        return TieList(size=self.ties.size, first=self.ties.first[stands], second=self.ties.second[stands])

    def redrawn(self, seed: int) -> Rows:
        """The rows of a network where each person's day counts Poisson(1) times."""
        return self.ties.rows(self._stands(seed))

    def network(self, people: tuple[str, ...]) -> Network:
        return self.standing().network(people)

    def _stands(self, seed: int) -> NDArray[np.bool_]:
        from knoop.network.redraw_kernels import redrawn_pairs

        stands: NDArray[np.bool_] = redrawn_pairs(
            self.ties.first,
            self.ties.second,
            self.cells,
            self.marks,
            self.weights,
            int(STAGE_WEIGHT * FINE),
            self.days,
            seed,
        )
        return stands


def ties_listed(network: Network) -> TieList:
    first, second = (end.astype(np.int32) for end in pairs_of(network))
    return TieList(size=network.size, first=first, second=second)


def cells_of_acts(acts: Acts, at: float, rules: Rules) -> TieCells:
    """The acts of the window before `at`, weighed as `standing_network` does.

    Cost: two passes over all acts; those in the window are sorted by pair, each person's apart, in 16 bytes
          an act.    Raises: ValueError without times.
    """
    from knoop.network.redraw_kernels import acts_in_window, cells_of, marks_of, pairs_of_cells

    if acts.time is None:
        raise ValueError("Days can be redrawn only for acts with times.")
    size = len(acts.people)
    if acts.is_in_order and not acts.never_fades[acts.grade].any():
        acts = acts.within(at - STAGE_WINDOW - 1.0, at)
    assert acts.time is not None
    starts, keys, weights, days = acts_in_window(
        acts.source,
        acts.target,
        acts.time,
        acts.weight,
        acts.lasting,
        size,
        at,
        STAGE_WINDOW,
        rules.half_life,
        rules.forgotten,
    )
    begins = cells_of(starts, keys, weights, int(STAGE_WEIGHT * FINE))
    first, second, rows = pairs_of_cells(begins, keys, days)
    marks = marks_of(keys, int(begins[-1]), days)
    return TieCells(
        ties=TieList(size=size, first=first, second=second),
        cells=rows,
        marks=marks,
        weights=weights[: len(marks)].copy(),
        days=days,
    )
