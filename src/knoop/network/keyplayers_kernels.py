"""Compiled loops over contacts: nearness of all to all, and what falls apart without each person.

A network comes as `starts` and `contacts`, the rows of Network.contacts, sorted, both int32; `gone` marks
people who are taken away. Imported only where it's used, because Numba takes a second to load.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

type Positions = NDArray[np.int32]
type Marks = NDArray[np.bool_]


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def ones_in(word: np.uint64) -> int:
    """How many bits are set."""
    word = word - ((word >> np.uint64(1)) & np.uint64(0x5555555555555555))
    word = (word & np.uint64(0x3333333333333333)) + ((word >> np.uint64(2)) & np.uint64(0x3333333333333333))
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return int((word * np.uint64(0x0101010101010101)) >> np.uint64(56))


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def nearness_from(
    starts: Positions, contacts: Positions, gone: Marks, sources: Positions
) -> NDArray[np.float64]:
    """For each person left the sum of 1 / distance from the sources; 64 walk in the bits of a word."""
    size = len(starts) - 1
    seen = np.zeros(size, dtype=np.uint64)
    front = np.zeros(size, dtype=np.uint64)
    step = np.zeros(size, dtype=np.uint64)
    total = np.zeros(size)
    for first in range(0, len(sources), 64):
        seen[:] = 0
        front[:] = 0
        walking = 0
        everyone = np.uint64(0)
        for bit in range(min(64, len(sources) - first)):
            source = sources[first + bit]
            if not gone[source]:
                front[source] |= np.uint64(1) << np.uint64(bit)
                everyone |= np.uint64(1) << np.uint64(bit)
                seen[source] |= front[source]
                walking += 1
        distance = 0
        while walking:
            distance += 1
            reached = 0
            for person in range(size):
                step[person] = 0
                if gone[person] or seen[person] == everyone:
                    continue
                arriving = np.uint64(0)
                for at in range(starts[person], starts[person + 1]):
                    arriving |= front[contacts[at]]
                step[person] = arriving & ~seen[person]
                if step[person]:
                    arrived = ones_in(step[person])
                    total[person] += arrived / distance
                    reached += arrived
            for person in range(size):
                seen[person] |= step[person]
                front[person] = step[person]
            walking = reached
    return total


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def walked_deep(starts: Positions, contacts: Positions, gone: Marks) -> tuple[Positions, Positions]:
    """Everybody left in the order of a depth-first walk, and whom the walk came from (-1 at its start)."""
    size = len(starts) - 1
    at = starts[:-1].copy()
    found = gone.copy()
    parent = np.full(size, -1, dtype=np.int32)
    path, order = np.empty(size, dtype=np.int32), np.empty(size, dtype=np.int32)
    count = 0
    for root in range(size):
        if found[root]:
            continue
        found[root] = True
        order[count], path[0] = root, root
        count, depth = count + 1, 1
        while depth:
            person = path[depth - 1]
            if at[person] == starts[person + 1]:
                depth -= 1
                continue
            other = contacts[at[person]]
            at[person] += 1
            if not found[other]:
                found[other] = True
                parent[other] = person
                order[count], path[depth] = other, other
                count, depth = count + 1, depth + 1
    return order[:count], parent


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def parts_without(
    starts: Positions, contacts: Positions, gone: Marks
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.int64]]:
    """What taking each person away leaves of their part, for everybody at once (Hopcroft & Tarjan 1973).

    Returns: the size of each person's part; the ordered pairs that stay connected in it without them;
             the largest piece of it without them. All 0 for who is gone.
    """
    size = len(starts) - 1
    order, parent = walked_deep(starts, contacts, gone)
    turn = np.zeros(size, dtype=np.int64)
    turn[order] = np.arange(len(order))
    low, under, cut = turn.copy(), np.ones(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
    part, piece = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
    pairs = np.zeros(size, dtype=np.float64)
    for person in order[::-1]:
        for contact in contacts[starts[person] : starts[person + 1]]:
            if not gone[contact] and contact != parent[person]:
                low[person] = min(low[person], turn[contact])
        above = parent[person]
        if above >= 0:
            under[above] += under[person]
            low[above] = min(low[above], low[person])
            if low[person] >= turn[above]:  # nobody below has another way up
                cut[above] += under[person]
                pairs[above] += float(under[person]) * (under[person] - 1)
                piece[above] = max(piece[above], under[person])
    for person in order:
        part[person] = under[person] if parent[person] < 0 else part[parent[person]]
        rest = part[person] - 1 - cut[person]
        pairs[person] += float(rest) * (rest - 1)
        piece[person] = max(piece[person], rest)
    return part, pairs, piece


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def walked_wide(
    starts: Positions,
    contacts: Positions,
    source: int,
    distance: Positions,
    paths: NDArray[np.float64],
) -> Positions:
    """Everybody within reach of the source, the nearest first; fills in distances and shortest paths.

    `distance` is -1 for who may be visited; anything else keeps the walk out.
    """
    order = np.empty(len(distance), dtype=np.int32)
    order[0], distance[source], paths[source] = source, 0, 1.0
    head, tail = 0, 1
    while head < tail:
        person = order[head]
        head += 1
        for contact in contacts[starts[person] : starts[person + 1]]:
            if distance[contact] == -1:
                distance[contact], paths[contact] = distance[person] + 1, 0.0
                order[tail] = contact
                tail += 1
            if distance[contact] == distance[person] + 1:
                paths[contact] += paths[person]
    return order[:tail]


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def leaned_on(
    starts: Positions, contacts: Positions, gone: Marks, sources: Positions, by_distance: bool
) -> NDArray[np.float64]:
    """How many of the shortest paths from the sources run over each person (Brandes 2001).

    by_distance: a pair counts 1 / distance, the nearness that leans on who lies between; otherwise 1.
    """
    size = len(starts) - 1
    total, paths = np.zeros(size), np.zeros(size)
    barred = np.where(gone, -2, -1).astype(np.int32)
    for source in sources:
        if gone[source]:
            continue
        distance, share = barred.copy(), np.zeros(size)
        order = walked_wide(starts, contacts, source, distance, paths)
        for person in order[:0:-1]:
            total[person] += share[person]
            ending = 1.0 / distance[person] if by_distance else 1.0
            passed = (share[person] + ending) / paths[person]
            for contact in contacts[starts[person] : starts[person + 1]]:
                if distance[contact] == distance[person] - 1:
                    share[contact] += paths[contact] * passed
    return total


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def gain_of(
    starts: Positions,
    contacts: Positions,
    worth: NDArray[np.float64],
    nearest: Positions,
    person: int,
    keep: bool,
) -> float:
    """What the set gains by one more person; with `keep`, `nearest` is updated too.

    worth: of being at distance 0, 1, 2, ... from the set, falling; its last is 0, for out of reach.
    nearest: everybody's distance to the set so far, len(worth) - 1 for out of reach. The walk stops where
    somebody of the set is as near already: beyond them nobody can be nearer by this person.
    """
    if nearest[person] == 0:
        return 0.0
    order = np.empty(len(nearest), dtype=np.int32)
    before = np.empty(len(nearest), dtype=np.int32)
    order[0], before[0] = person, nearest[person]
    gain: float = worth[0] - worth[nearest[person]]
    nearest[person] = 0
    head, tail = 0, 1
    while head < tail:
        one = order[head]
        head += 1
        step = nearest[one] + 1
        if step >= len(worth) - 1:
            break
        for at in range(starts[one], starts[one + 1]):
            other = contacts[at]
            if nearest[other] > step:
                gain += worth[step] - worth[nearest[other]]
                order[tail], before[tail] = other, nearest[other]
                tail += 1
                nearest[other] = step
    if not keep:
        for number in range(tail):
            nearest[order[number]] = before[number]
    return gain


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def two_steps_away(starts: Positions, contacts: Positions) -> NDArray[np.int64]:
    """How many people are exactly two steps from each person. Cost: O(sum of squared degrees)."""
    size = len(starts) - 1
    seen = np.full(size, -1, dtype=np.int64)
    count = np.zeros(size, dtype=np.int64)
    for person in range(size):
        seen[person] = person
        for at in range(starts[person], starts[person + 1]):
            seen[contacts[at]] = person
        for at in range(starts[person], starts[person + 1]):
            contact = contacts[at]
            for further in range(starts[contact], starts[contact + 1]):
                if seen[contacts[further]] != person:
                    seen[contacts[further]] = person
                    count[person] += 1
    return count
