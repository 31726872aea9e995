"""Compiled: carrying freshness along contacts, for a handful of people at a time. Import it when needed."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

type Singles = NDArray[np.float32]

WIDTH = 32  # people at a time: two cache lines each, and all of it near the processor up to 10,000 people
SMALLEST = np.float32(1e-30)  # below it floats become slow, and nobody could tell the difference


@njit(nogil=True, cache=True, error_model="numpy")  # type: ignore[untyped-decorator, unused-ignore]
def moments_that_mix(
    source: NDArray[np.int32], target: NDArray[np.int32], begins: NDArray[np.int64], people: int
) -> NDArray[np.bool_]:
    """At which moments somebody is both source and target."""
    found = np.zeros(len(begins) - 1, dtype=np.bool_)
    told = np.full(people, -1, dtype=np.int64)
    for moment in range(len(begins) - 1):
        for row in range(begins[moment], begins[moment + 1]):
            told[target[row]] = moment
        for row in range(begins[moment], begins[moment + 1]):
            if told[source[row]] == moment:
                found[moment] = True
    return found


@njit(nogil=True, cache=True, error_model="numpy")  # type: ignore[untyped-decorator, unused-ignore]
def pass_on(known: Singles, fresh: Singles, gained: Singles, weight: np.float32) -> None:
    for c in range(WIDTH):
        before = fresh[c]
        after = known[c] if known[c] > before else before
        gained[c] += weight * (after - before)
        fresh[c] = after


@njit(nogil=True, cache=True, error_model="numpy")  # type: ignore[untyped-decorator, unused-ignore]
def fade(fresh: Singles, by: np.float32) -> None:
    for person in range(len(fresh)):
        for c in range(WIDTH):
            faded = fresh[person, c] * by
            fresh[person, c] = faded if faded > SMALLEST else np.float32(0.0)


@njit(nogil=True, cache=True, error_model="numpy")  # type: ignore[untyped-decorator, unused-ignore]
def held_at_once(
    tellers: NDArray[np.int32], now: np.float32, column: NDArray[np.int32], fresh: Singles
) -> Singles:
    """What each teller knows, news of their own included, before anything is passed on."""
    held = np.empty((len(tellers), WIDTH), dtype=np.float32)
    for row in range(len(tellers)):
        teller = np.uint32(tellers[row])
        own = column[teller]
        if own >= 0:
            fresh[teller, own] = now
        for c in range(WIDTH):
            held[row, c] = fresh[teller, c]
    return held


@njit(nogil=True, cache=True, error_model="numpy")  # type: ignore[untyped-decorator, unused-ignore]
def carry(
    source: NDArray[np.int32],
    target: NDArray[np.int32],
    begins: NDArray[np.int64],
    mixed: NDArray[np.bool_],
    now: Singles,
    fading: Singles,
    column: NDArray[np.int32],
    fresh: Singles,
    gained: Singles,
) -> None:
    """Carry `fresh`, (people, WIDTH) of e^(clock / tau), along all rows; add to `gained` what arrives.

    now:     e^(moment / tau), per moment.
    fading:  by what all of `fresh` is first multiplied at a moment, to keep it within what a float holds.
    column:  each person's column, or -1.    Changes `fresh` and `gained`.
    """
    for moment in range(len(begins) - 1):
        if fading[moment] != np.float32(1.0):
            fade(fresh, fading[moment])
        weight = np.float32(1.0) / now[moment]
        first, end = begins[moment], begins[moment + 1]
        if mixed[moment]:
            # Rows of one moment pass on what was known before it: all are read before any is written.
            held = held_at_once(source[first:end], now[moment], column, fresh)
            for row in range(first, end):
                told = np.uint32(target[row])
                pass_on(held[row - first], fresh[told], gained[told], weight)
        else:
            for row in range(first, end):
                # Unsigned, so that no check for counting from the end slows this down by a half.
                teller, told = np.uint32(source[row]), np.uint32(target[row])
                own = column[teller]
                if own >= 0:
                    fresh[teller, own] = now[moment]
                pass_on(fresh[teller], fresh[told], gained[told], weight)
