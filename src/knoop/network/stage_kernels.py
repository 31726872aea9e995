"""Compiled loops over contacts that the features of a stage rest on.

A network comes as `starts` and `contacts`, the rows of Network.contacts, both int32. Imported only where
it's used, because Numba takes a second to load.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

type Positions = NDArray[np.int32]
type Marks = NDArray[np.bool_]


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def largest_part(starts: Positions, contacts: Positions) -> Marks:
    """Who is in the largest connected part; of equal parts, in the one whose first person comes first."""
    size = len(starts) - 1
    found = np.zeros(size, dtype=np.bool_)
    order = np.empty(size, dtype=np.int32)
    tail = low = high = 0
    for root in range(size):
        if found[root]:
            continue
        found[root], order[tail] = True, root
        head = begin = tail
        tail += 1
        while head < tail:
            person = order[head]
            head += 1
            for contact in contacts[starts[person] : starts[person + 1]]:
                if not found[contact]:
                    found[contact], order[tail] = True, contact
                    tail += 1
        if tail - begin > high - low:
            low, high = begin, tail
    inside = np.zeros(size, dtype=np.bool_)
    inside[order[low:high]] = True
    return inside


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def largest_as_they_join(
    starts: Positions, contacts: Positions, order: NDArray[np.int64]
) -> NDArray[np.int64]:
    """The largest connected part after each person of `order` joins; the others never do."""
    size = len(starts) - 1
    parent, members = np.full(size, -1, dtype=np.int32), np.ones(size, dtype=np.int64)
    sizes = np.empty(len(order), dtype=np.int64)
    largest = 0
    for turn in range(len(order)):
        mine = order[turn]
        parent[mine] = mine
        for contact in contacts[starts[mine] : starts[mine + 1]]:
            theirs = np.int64(contact)
            if parent[theirs] < 0:
                continue
            while parent[theirs] != theirs:
                parent[theirs] = parent[parent[theirs]]
                theirs = np.int64(parent[theirs])
            if theirs != mine:
                small, big = (mine, theirs) if members[mine] < members[theirs] else (theirs, mine)
                parent[small] = big
                members[big] += members[small]
                mine = big
        largest = max(largest, members[mine])
        sizes[turn] = largest
    return sizes


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def mean_largest(starts: Positions, contacts: Positions) -> float:
    """Schneider's R among people with ties: those with most contacts go first, equal ones in order."""
    size = len(starts) - 1
    degree = (starts[1:] - starts[:-1]).astype(np.int64)
    # Whole numbers that can't be equal: one kind of sort is enough, and compiles in half the time.
    order = np.argsort(degree * size + np.arange(size - 1, -1, -1))
    order = order[(degree == 0).sum() :]
    if len(order) == 0:
        return np.nan
    sizes = largest_as_they_join(starts, contacts, order)
    # The last to join is the first to go, so the full network (the last size) isn't part of the sum.
    return float(sizes[:-1].sum() / len(order) ** 2)


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def modularity_of(starts: Positions, contacts: Positions, group: Positions) -> float:
    """Modularity of groups numbered from 0, below the number of people."""
    size, ends = len(starts) - 1, len(contacts)
    weight = np.zeros(size + 1)
    inside = 0
    for person in range(size):
        weight[group[person]] += starts[person + 1] - starts[person]
        for contact in contacts[starts[person] : starts[person + 1]]:
            inside += group[contact] == group[person]
    return float(inside / ends - ((weight / ends) ** 2).sum())
