"""Compiled: carrying freshness along contacts, for a handful of people at a time. Import it when needed."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from knoop.network.prefetch_kernel import prefetch

type Singles = NDArray[np.float32]

WIDTH = 32  # people at a time: two cache lines of what is known and two of what was gained
LINE = 16  # numbers in a cache line
AHEAD = 12  # contacts: how early memory is asked for the rows of two people
SMALLEST = np.float32(1e-30)  # below it floats become slow, and nobody could tell the difference


@njit(nogil=True, cache=True, error_model="numpy")  # type: ignore[untyped-decorator, unused-ignore]
def moments_that_mix(
    source: NDArray[np.int32], target: NDArray[np.int32], begins: NDArray[np.int64], people: int
) -> NDArray[np.bool_]:
    """At which moments somebody is both source and target."""
    found = np.zeros(len(begins) - 1, dtype=np.bool_)
    told = np.full(people, -1, dtype=np.int64)
    for moment in range(len(begins) - 1):
        if begins[moment + 1] - begins[moment] == 1:
            continue  # nobody tells themselves
        for row in range(begins[moment], begins[moment + 1]):
            told[target[row]] = moment
        for row in range(begins[moment], begins[moment + 1]):
            if told[source[row]] == moment:
                found[moment] = True
    return found


@njit(nogil=True, cache=True, error_model="numpy")  # type: ignore[untyped-decorator, unused-ignore]
def begin(state: Singles, start: np.float32) -> None:
    """Everybody knows what there was at the start, and has gained nothing."""
    for person in range(len(state)):
        for c in range(WIDTH):
            state[person, c] = start
            state[person, WIDTH + c] = np.float32(0.0)


@njit(nogil=True, cache=True, error_model="numpy")  # type: ignore[untyped-decorator, unused-ignore]
def fade(state: Singles, by: np.float32) -> None:
    for person in range(len(state)):
        for c in range(WIDTH):
            faded = state[person, c] * by
            state[person, c] = faded if faded > SMALLEST else np.float32(0.0)


@njit(nogil=True, cache=True, error_model="numpy")  # type: ignore[untyped-decorator, unused-ignore]
def carry_at_once(
    source: NDArray[np.int32],
    target: NDArray[np.int32],
    first: int,
    end: int,
    now: np.float32,
    column: NDArray[np.int32],
    state: Singles,
) -> None:
    """Rows of one moment pass on what was known before it: all are read before any is written."""
    held = np.empty((end - first, WIDTH), dtype=np.float32)
    for row in range(first, end):
        if row + AHEAD < len(source):
            for c in range(0, WIDTH, LINE):
                prefetch(state, np.uint32(source[row + AHEAD]), c)
            for c in range(0, 2 * WIDTH, LINE):
                prefetch(state, np.uint32(target[row + AHEAD]), c)
        teller = np.uint32(source[row])
        own = column[teller]
        if own >= 0:
            state[teller, own] = now
        for c in range(WIDTH):
            held[row - first, c] = state[teller, c]
    weight = np.float32(1.0) / now
    for row in range(first, end):
        told = np.uint32(target[row])
        for c in range(WIDTH):
            before, known = state[told, c], held[row - first, c]
            after = known if known > before else before
            state[told, c] = after
            state[told, WIDTH + c] += weight * (after - before)


@njit(nogil=True, cache=True, error_model="numpy")  # type: ignore[untyped-decorator, unused-ignore]
def carry(
    source: NDArray[np.int32],
    target: NDArray[np.int32],
    begins: NDArray[np.int64],
    mixed: NDArray[np.bool_],
    now: Singles,
    fading: Singles,
    column: NDArray[np.int32],
    state: Singles,
) -> None:
    """Carry what is known along all rows and add up what is gained by it.

    state:   (people, 2 WIDTH): e^(clock / tau) of each column's person, then what was gained; changed.
    now:     e^(moment / tau), per moment.
    fading:  by what all that is known is first multiplied at a moment, to keep it within a float.
    column:  each person's column, or -1.
    """
    for moment in range(len(begins) - 1):
        if fading[moment] != np.float32(1.0):
            fade(state, fading[moment])
        first, end = begins[moment], begins[moment + 1]
        if mixed[moment]:
            carry_at_once(source, target, first, end, now[moment], column, state)
            continue
        weight = np.float32(1.0) / now[moment]
        for row in range(first, end):
            # Asked for here, not in a function: a call for each row costs as much as it saves.
            if row + AHEAD < len(source):
                teller, told = np.uint32(source[row + AHEAD]), np.uint32(target[row + AHEAD])
                for c in range(0, WIDTH, LINE):
                    prefetch(state, teller, c)
                for c in range(0, 2 * WIDTH, LINE):
                    prefetch(state, told, c)
            # Unsigned, so that no check for counting from the end slows this down by a half.
            teller, told = np.uint32(source[row]), np.uint32(target[row])
            own = column[teller]
            if own >= 0:
                state[teller, own] = now[moment]
            for c in range(WIDTH):
                before, known = state[told, c], state[teller, c]
                after = known if known > before else before
                state[told, c] = after
                state[told, WIDTH + c] += weight * (after - before)


@njit(nogil=True, cache=True, error_model="numpy")  # type: ignore[untyped-decorator, unused-ignore]
def finish(state: Singles, rest: float, scale: float) -> None:
    """Turn what was gained into freshness, 0..1, where it stands.

    rest: what, times what is known at the end, was counted too much.
    """
    for person in range(len(state)):
        for c in range(WIDTH):
            fresh = (np.float64(state[person, WIDTH + c]) - rest * np.float64(state[person, c])) * scale
            state[person, WIDTH + c] = np.float32(min(max(fresh, 0.0), 1.0))


@njit(nogil=True, cache=True, error_model="numpy")  # type: ignore[untyped-decorator, unused-ignore]
def add_rows(block: Singles, total: NDArray[np.float64], squares: NDArray[np.float64]) -> None:
    """Add up each row of a block, and the squares in it."""
    for person in range(block.shape[0]):
        some, more = 0.0, 0.0
        for c in range(block.shape[1]):
            value = np.float64(block[person, c])
            some += value
            more += value * value
        total[person] += some
        squares[person] += more


@njit(nogil=True, cache=True, error_model="numpy")  # type: ignore[untyped-decorator, unused-ignore]
def add_columns(block: Singles, total: NDArray[np.float64]) -> None:
    """Add up each column of a block."""
    for person in range(block.shape[0]):
        for c in range(block.shape[1]):
            total[c] += np.float64(block[person, c])
