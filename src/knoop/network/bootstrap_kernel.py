"""Compiled loops of the redraws: acts into cells, and cells drawn again. Import them when needed."""

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from knoop.network.ties_kernels import Grades, Places, Rows, Whole, worth_now

type Bits = NDArray[np.uint64]

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
FIRST = np.uint64(0xBF58476D1CE4E5B9)
SECOND = np.uint64(0x94D049BB133111EB)
FINE = float(2**32)
DAY = 86_400.0


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def by_source(
    source: Rows,
    target: Rows,
    grade: Grades,
    time: NDArray[np.float64],
    weights: NDArray[np.float64],
    lasting: NDArray[np.bool_],
    at: float,
    half_life: float,
    oldest: float,
    place: Places,
    to: Rows,
    day: Rows,
    worth: Whole,
) -> None:
    """Put target, days before `at` and worth of each act where its source's lie; moves `place` on."""
    has_time = len(time) > 0
    for row in range(len(source)):
        own = grade[row]
        age = at - time[row] if has_time else 0.0
        now = worth_now(age, weights[own], has_time and not lasting[own], half_life, oldest, oldest)
        if now < 0:
            continue
        at_row = place[source[row]]
        place[source[row]] = at_row + 1
        to[at_row] = target[row]
        day[at_row] = math.floor(age / DAY)
        worth[at_row] = now


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def by_target(
    starts: Places, to: Rows, day: Rows, worth: Whole, place: Places, who: Rows, on: Rows, sums: Whole
) -> None:
    """The same acts where their target's lie, sources in order; moves `place` on."""
    for source in range(len(starts) - 1):
        for row in range(starts[source], starts[source + 1]):
            at_row = place[to[row]]
            place[to[row]] = at_row + 1
            who[at_row] = source
            on[at_row] = day[row]
            sums[at_row] = worth[row]


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def in_cells(starts: Places, first: int, end: int, who: Rows, on: Rows, sums: Whole, found: Places) -> None:
    """For targets first..end: acts of one source on one day become one, days in order, at the beginning.

    found: of each target, how many remain; filled in. `who`, `on` and `sums` are changed.
    """
    for target in range(first, end):
        free = begin = starts[target]
        row = begin
        while row < starts[target + 1]:
            stop = row + 1
            while stop < starts[target + 1] and who[stop] == who[row]:
                stop += 1
            order = np.argsort(on[row:stop])
            # Out of place first: a cell may be written where an act has still to be read.
            days, worth = on[row:stop][order], sums[row:stop][order]
            source, opened = who[row], free
            for number in range(stop - row):
                if free > opened and on[free - 1] == days[number]:
                    sums[free - 1] += worth[number]
                else:
                    who[free], on[free], sums[free] = source, days[number], worth[number]
                    free += 1
            row = stop
        found[target] = free - begin


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def cells_packed(
    starts: Places, found: Places, who: Rows, on: Rows, sums: Whole, cell: Rows, day: Rows, weight: Whole
) -> None:
    """Copy what `in_cells` left to where nothing lies between."""
    at = 0
    for target in range(len(starts) - 1):
        for row in range(starts[target], starts[target] + found[target]):
            cell[at], day[at], weight[at] = who[row], on[row], sums[row]
            at += 1


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def redraw(
    starts: Places,
    target: Rows,
    first: int,
    end: int,
    key: Bits,
    weight: NDArray[np.float64],
    poisson: NDArray[np.uint8],
    first_word: int,
    breadth: Rows,
    strength: Whole,
) -> None:
    """Add to `breadth` and `strength`, both (people, 4 x words), what each redraw makes of pairs first..end.

    starts: where each pair's cells begin, and where the last one's end. target: of each pair.
    """
    columns = breadth.shape[1]
    words = columns // 4
    drawn = np.empty(columns)
    for pair in range(first, end):
        drawn[:] = 0.0
        for cell in range(starts[pair], starts[pair + 1]):
            worth = weight[cell]
            for word in range(words):
                bits = key[cell] + np.uint64(first_word + word + 1) * GOLDEN
                bits = (bits ^ (bits >> np.uint64(30))) * FIRST
                bits = (bits ^ (bits >> np.uint64(27))) * SECOND
                bits ^= bits >> np.uint64(31)
                at = 4 * word
                drawn[at] += worth * poisson[bits & np.uint64(0xFFFF)]
                drawn[at + 1] += worth * poisson[(bits >> np.uint64(16)) & np.uint64(0xFFFF)]
                drawn[at + 2] += worth * poisson[(bits >> np.uint64(32)) & np.uint64(0xFFFF)]
                drawn[at + 3] += worth * poisson[bits >> np.uint64(48)]
        person = target[pair]
        for column in range(columns):
            if drawn[column] > 0.0:
                breadth[person, column] += 1
                # Whole numbers: their sum is the same in whatever order people come.
                strength[person, column] += np.int64(math.log1p(drawn[column]) * FINE)


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def between_ranks(
    ranks: NDArray[np.int32], first: int, end: int, low: int, high: int, lows: Rows, highs: Rows
) -> None:
    """Of the ranks of people first..end, (people, redraws), the `low`th and `high`th from the lowest."""
    for person in range(first, end):
        ordered = np.sort(ranks[person])
        lows[person], highs[person] = ordered[low], ordered[high]
