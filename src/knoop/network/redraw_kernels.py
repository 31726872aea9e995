"""Compiled loops that redraw a network of standing ties from its acts.

Acts come down to cells: all that one person did towards another on one day. Weights are whole numbers, so
no order of rows can change what is drawn. Imported only where it's used, because Numba takes a second to
load.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from knoop.network.keyplayers_kernels import Marks, Positions
from knoop.network.ties import FINE

type Whole = NDArray[np.int64]

DAY = 86_400.0
GOLDEN = np.uint64(0x9E3779B97F4A7C15)
FIRST = np.uint64(0xBF58476D1CE4E5B9)
SECOND = np.uint64(0x94D049BB133111EB)
# Poisson(1) from 64 even bits: how often is how many of these the bits reach. Twelve comes once in a billion.
AT_MOST = np.cumsum(np.exp(-1.0) / np.cumprod(np.maximum(1.0, np.arange(12.0))))
REACHED = (AT_MOST * 2.0**53).astype(np.uint64) << np.uint64(11)


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def mixed(bits: np.uint64) -> np.uint64:
    """SplitMix64's finish (Steele, Lea & Flood 2014): the draw at this place of its sequence."""
    bits = (bits ^ (bits >> np.uint64(30))) * FIRST
    bits = (bits ^ (bits >> np.uint64(27))) * SECOND
    return bits ^ (bits >> np.uint64(31))


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def acts_in_window(
    source: Positions,
    target: Positions,
    time: NDArray[np.float64],
    weight: NDArray[np.float64],
    lasting: Marks,
    people: int,
    at: float,
    window: float,
    half_life: float,
    forgotten: float,
) -> tuple[Whole, Whole, Whole, int]:
    """Acts that count at `at`, put with the person of the pair who comes first.

    Returns: where each first person's acts start; per act a key that orders it by second person, direction
             and day; its weight as it stands; the number of days.
    """
    starts = np.zeros(people + 2, dtype=np.int64)
    days = 1
    for row in range(len(source)):
        age = at - time[row]
        if age >= 0 and (lasting[row] or (age <= window and age / half_life <= forgotten)):
            starts[min(source[row], target[row]) + 2] += 1
            days = max(days, int(age / DAY) + 1)
    starts = np.cumsum(starts)
    keys = np.empty(starts[-1], dtype=np.int64)
    weights = np.empty(starts[-1], dtype=np.int64)
    for row in range(len(source)):
        age = at - time[row]
        if age >= 0 and (lasting[row] or (age <= window and age / half_life <= forgotten)):
            first, second = min(source[row], target[row]), max(source[row], target[row])
            place = starts[first + 1]
            starts[first + 1] += 1
            backwards = np.int64(source[row] > target[row])
            keys[place] = (np.int64(second) * 2 + backwards) * days + int(age / DAY)
            halved = 0.0 if lasting[row] else age / half_life
            weights[place] = np.int64(np.rint(weight[row] * np.exp2(-halved) * FINE))
    return starts[:-1], keys, weights, days


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def cells_of(starts: Whole, keys: Whole, weights: Whole, enough: int) -> Whole:
    """Sort each first person's acts by key and add up equal ones; in place, at the front of the columns.

    A cell that is `enough` by itself is enough however much more it is: so sums can't overflow.
    Returns: where each first person's cells start, and where the last one's end.
    """
    filled = 0
    begins = np.zeros(len(starts), dtype=np.int64)
    for first in range(len(starts) - 1):
        begins[first] = filled
        low, high = starts[first], starts[first + 1]
        order = np.argsort(keys[low:high])
        own, worth = keys[low:high][order], weights[low:high][order]
        for act in range(high - low):
            if act and own[act] == own[act - 1]:
                weights[filled - 1] = min(enough, weights[filled - 1] + worth[act])
            else:
                keys[filled], weights[filled] = own[act], min(enough, worth[act])
                filled += 1
    begins[-1] = filled
    return begins


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def pairs_of_cells(begins: Whole, keys: Whole, days: int) -> tuple[Positions, Positions, Whole]:
    """The pairs, first and second person, sorted; and where the cells of each start."""
    count = 0
    for first in range(len(begins) - 1):
        before = np.int64(-1)
        for cell in range(begins[first], begins[first + 1]):
            second = keys[cell] // (2 * days)
            count += second != before
            before = second
    firsts, seconds = np.empty(count, dtype=np.int32), np.empty(count, dtype=np.int32)
    rows = np.empty(count + 1, dtype=np.int64)
    pair = 0
    for first in range(len(begins) - 1):
        before = np.int64(-1)
        for cell in range(begins[first], begins[first + 1]):
            second = keys[cell] // (2 * days)
            if second != before:
                firsts[pair], seconds[pair], rows[pair] = first, second, cell
                pair += 1
            before = second
    rows[count] = begins[-1]
    return firsts, seconds, rows


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def marks_of(keys: Whole, count: int, days: int) -> Positions:
    """Of each cell day x 2, and 1 more when it goes backwards."""
    marks = np.empty(count, dtype=np.int32)
    for cell in range(count):
        way = keys[cell] % (2 * days)
        marks[cell] = way * 2 if way < days else (way - days) * 2 + 1
    return marks


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def days_of_people(
    firsts: Positions, seconds: Positions, rows: Whole, marks: Positions, people: int, days: int
) -> int:
    """On how many days people did something, each person's days counted apart."""
    starts = np.zeros(people + 2, dtype=np.int64)
    for pair in range(len(firsts)):
        for cell in range(rows[pair], rows[pair + 1]):
            starts[(seconds[pair] if marks[cell] & 1 else firsts[pair]) + 2] += 1
    starts = np.cumsum(starts)
    day = np.empty(starts[-1], dtype=np.int32)
    for pair in range(len(firsts)):
        for cell in range(rows[pair], rows[pair + 1]):
            person = seconds[pair] if marks[cell] & 1 else firsts[pair]
            day[starts[person + 1]] = marks[cell] >> 1
            starts[person + 1] += 1
    seen = np.full(days, -1, dtype=np.int64)
    count = 0
    for person in range(people):
        for one in day[starts[person] : starts[person + 1]]:
            count += seen[one] != person
            seen[one] = person
    return count


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def redrawn_pairs(
    firsts: Positions,
    seconds: Positions,
    rows: Whole,
    marks: Positions,
    weights: Whole,
    enough: int,
    days: int,
    seed: int,
) -> Marks:
    """Which pairs stand when all that one person did on one day counts Poisson(1) times, together.

    marks: of each cell, day x 2 + (1 when it goes from the second person to the first). seed: -1 counts
    each day once, as observed. A pair stands with acts both ways or weights of `enough` together.
    """
    stands = np.zeros(len(firsts), dtype=np.bool_)
    state = mixed(np.uint64(seed) * GOLDEN)
    for pair in range(len(firsts)):
        forth = back = np.int64(0)
        for cell in range(rows[pair], rows[pair + 1]):
            backwards = marks[cell] & 1
            person = seconds[pair] if backwards else firsts[pair]
            times = 1
            if seed >= 0:
                block = np.uint64(np.int64(person) * days + (marks[cell] >> 1))
                bits = mixed(state + block * GOLDEN)
                times = 0
                while times < 12 and bits >= REACHED[times]:
                    times += 1
            if backwards:
                back += times * weights[cell]
            else:
                forth += times * weights[cell]
        stands[pair] = (forth > 0 and back > 0) or forth + back >= enough
    return stands


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def kept_by_chance(count: int, share: float, seed: int) -> Marks:
    """Which of so many ties are kept when each is missed with this chance."""
    state = mixed(np.uint64(seed) * GOLDEN)
    least = np.uint64(share * 2.0**53) << np.uint64(11)
    kept = np.zeros(count, dtype=np.bool_)
    for tie in range(count):
        kept[tie] = mixed(state + np.uint64(tie) * GOLDEN) >= least
    return kept
