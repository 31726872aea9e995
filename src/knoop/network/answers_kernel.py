"""Compiled: which act answers which. Import it when needed."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

type Rows = NDArray[np.int32]
type Flags = NDArray[np.bool_]

SHORT = 24  # rows of one moment up to which sorting by insertion is quicker


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def by_asker(source: Rows, target: Rows, asks: Flags, answers: Flags, people: int) -> tuple[Rows, Rows]:
    """For each person what they asked and what was answered to them, in the order of the rows.

    Returns: the rows, an answer as ~row, and where each person's begin.
    """
    begins = np.zeros(people + 1, dtype=np.int32)
    for row in range(len(source)):
        begins[source[row] + 1] += asks[row]
        begins[target[row] + 1] += answers[row]
    for person in range(people):
        begins[person + 1] += begins[person]
    place = begins[:-1].copy()
    own = np.empty(begins[-1], dtype=np.int32)
    for row in range(len(source)):
        if asks[row]:
            own[place[source[row]]] = row
            place[source[row]] += 1
        if answers[row]:
            own[place[target[row]]] = ~row
            place[target[row]] += 1
    return own, begins


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def first_answers(at: Rows, source: Rows, target: Rows, own: Rows, begins: Rows) -> Rows:
    """At which moment after each row the one asked first turned to the asker; -1 for never.

    Each person's rows are gone through backwards, keeping for each other person when they next answered.
    """
    people = len(begins) - 1
    found = np.full(len(at), -1, dtype=np.int32)
    soonest = np.empty(people, dtype=np.int32)
    whose = np.full(people, -1, dtype=np.int32)  # what stands in `soonest` belongs to this person
    for person in range(people):
        end = begins[person + 1]
        while end > begins[person]:
            first = end - 1
            moment = at[max(own[first], ~own[first])]
            while first > begins[person] and at[max(own[first - 1], ~own[first - 1])] == moment:
                first -= 1
            # What came at the same moment is no answer, so all that was asked is looked at first.
            for place in range(first, end):
                row = own[place]
                if row >= 0 and whose[target[row]] == person:
                    found[row] = soonest[target[row]]
            for place in range(first, end):
                if own[place] < 0:
                    other = source[~own[place]]
                    soonest[other], whose[other] = moment, person
            end = first
    return found


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def order_within(at: Rows, pair: NDArray[np.int64]) -> Rows:
    """Rows by moment, and within one by pair; `at` never falls."""
    order = np.arange(len(at)).astype(np.int32)
    first = 0
    while first < len(at):
        end = first + 1
        while end < len(at) and at[end] == at[first]:
            end += 1
        if end - first > SHORT:
            order[first:end] = first + np.argsort(pair[first:end], kind="mergesort").astype(np.int32)
        else:
            for one in range(first + 1, end):
                moved, place = order[one], one
                while place > first and pair[order[place - 1]] > pair[moved]:
                    order[place] = order[place - 1]
                    place -= 1
                order[place] = moved
        first = end
    return order
