"""Compiled loops that redraw a network of standing ties and read its stage, some 200 times.

Imported only where it's used, because Numba takes a second to load. Every redrawn network has its own
seed, so they can be spread over threads in any order.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from knoop.network.keyplayers_kernels import Marks, Positions, leaned_on, parts_without

HUB_SOURCES = 16  # to see that nobody lies between most people
SOURCES = 64  # at least, to put people in order
LOOKS = 1_000_000  # contacts looked at for betweenness: while that allows more sources, more are used
SURE_OF_NO_HUB = 0.3  # a hub has .6; sixteen sources are within .3 of it in 99 of 100
ROUNDS = 10
AT_MOST = np.cumsum(np.exp(-1.0) / np.cumprod(np.maximum(1.0, np.arange(12.0))))  # Poisson(1)


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def redrawn_pairs(
    rows: Positions,
    blocks: Positions,
    backwards: Marks,
    weights: NDArray[np.float64],
    enough: float,
    seed: int,
) -> Marks:
    """Which pairs stand when each block of acts counts Poisson(1) times.

    rows: where each pair's acts start. A pair stands with acts both ways or weights of `enough` together.
    """
    np.random.seed(seed)
    times = np.zeros(int(blocks.max()) + 1, dtype=np.uint8)
    for block in range(len(times)):
        # Twelve times or more come once in a billion; numpy's own draw takes ten times as long.
        times[block] = np.searchsorted(AT_MOST, np.random.random(), side="right")
    stands = np.zeros(len(rows) - 1, dtype=np.bool_)
    for pair in range(len(rows) - 1):
        forth = back = 0.0
        for act in range(rows[pair], rows[pair + 1]):
            if backwards[act]:
                back += times[blocks[act]] * weights[act]
            else:
                forth += times[blocks[act]] * weights[act]
        stands[pair] = (forth > 0 and back > 0) or forth + back >= enough
    return stands


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def rows_of(first: Positions, second: Positions, size: int) -> tuple[Positions, Positions]:
    """Pairs, sorted, as the rows of a symmetric table: starts and contacts, contacts in order."""
    starts = np.zeros(size + 1, dtype=np.int32)
    for pair in range(len(first)):
        starts[first[pair] + 1] += 1
        starts[second[pair] + 1] += 1
    starts = np.cumsum(starts).astype(np.int32)
    at = starts[:-1].copy()
    contacts = np.empty(2 * len(first), dtype=np.int32)
    # Second persons first: pairs are sorted by the first, so each row is filled from low to high.
    for pair in range(len(first)):
        contacts[at[second[pair]]] = first[pair]
        at[second[pair]] += 1
    for pair in range(len(first)):
        contacts[at[first[pair]]] = second[pair]
        at[first[pair]] += 1
    return starts, contacts


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def moved_to_better(starts: Positions, contacts: Positions, group: Positions) -> float:
    """Modularity after moving people one by one to the group of contacts that gains most.

    Starts from the groups given, and changes them: the groups of the network as observed are nearly right.
    """
    size, ends = len(starts) - 1, len(contacts)
    weight = np.zeros(size + 1)
    for person in range(size):
        weight[group[person]] += starts[person + 1] - starts[person]
    tied = np.zeros(size + 1)
    for _ in range(ROUNDS):
        changes = 0
        for person in range(size):
            row = contacts[starts[person] : starts[person + 1]]
            own = group[person]
            for contact in row:
                tied[group[contact]] += 1.0
            weight[own] -= len(row)
            best, most = own, tied[own] - len(row) * weight[own] / ends
            for contact in row:
                other = group[contact]
                gain = tied[other] - len(row) * weight[other] / ends
                if gain > most + 1e-9:
                    best, most = other, gain
            for contact in row:
                tied[group[contact]] = 0.0
            weight[best] += len(row)
            group[person] = best
            changes += best != own
        if changes == 0:
            break
    return float(share_inside(starts, contacts, group) - ((weight / ends) ** 2).sum())


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def share_inside(starts: Positions, contacts: Positions, group: Positions) -> float:
    """Of all ties, those with both ends in one group."""
    inside = 0
    for person in range(len(starts) - 1):
        for contact in contacts[starts[person] : starts[person + 1]]:
            inside += group[contact] == group[person]
    return inside / len(contacts)


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def mean_largest(starts: Positions, contacts: Positions) -> float:
    """Schneider's R among people with ties: those with most contacts go first, in a fixed order."""
    size = len(starts) - 1
    degree = starts[1:] - starts[:-1]
    order = np.argsort(degree * np.int64(size) + np.arange(size - 1, -1, -1))
    parent, members = np.full(size, -1, dtype=np.int32), np.ones(size, dtype=np.int64)
    largest = total = active = last = 0
    for person in order:
        if degree[person] == 0:
            continue
        parent[person] = person
        mine = person
        for contact in contacts[starts[person] : starts[person + 1]]:
            if parent[contact] < 0:
                continue
            theirs = contact
            while parent[theirs] != theirs:
                parent[theirs] = parent[parent[theirs]]
                theirs = parent[theirs]
            if theirs != mine:
                parent[mine] = theirs
                members[theirs] += members[mine]
                mine = theirs
        largest = max(largest, members[mine])
        total, active, last = total + largest, active + 1, largest
    return (total - last) / active**2


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def stage_of(starts: Positions, contacts: Positions, group: Positions, seed: int) -> int:
    """The rules of stage_number, in order, asking for each feature only where it can still decide.

    Returns: 0 without ties. Betweenness is exact while people x contacts stay below LOOKS.
    """
    size = len(starts) - 1
    if len(contacts) == 0:
        return 0
    part, _, piece = parts_without(starts, contacts, np.zeros(size, dtype=np.bool_))
    biggest = int(part.max())
    if biggest / size < 0.50:
        return 1
    # Above half of all there is only one part of that size, or two of exactly half: then the first.
    inside = within_first(starts, contacts, part, biggest)
    people = np.flatnonzero(inside).astype(np.int32)
    np.random.seed(seed)
    sources = np.random.permutation(people)[: max(SOURCES, LOOKS // len(contacts))]
    gone = ~inside
    can_split = (piece[people] < 0.55 * (biggest - 1)).any()
    score = leaned_on(starts, contacts, gone, sources[:HUB_SOURCES], False)
    per_pair = min(len(sources), HUB_SOURCES) * (biggest - 2 if biggest > 2 else 1)
    between = np.zeros(0)
    if can_split or score.max() >= SURE_OF_NO_HUB * per_pair:
        between = leaned_on(starts, contacts, gone, sources, False)
        if has_one_hub(between[people], piece[people], len(sources)):
            return 2
    if moved_to_better(starts, contacts, group) >= 0.45:
        return 3
    if len(between) == 0:
        rest = leaned_on(starts, contacts, gone, sources[HUB_SOURCES:], False)
        between = score + rest
    if kept_without_hubs(starts, contacts, gone, between, people) < 0.60:
        return 3
    return 4 if mean_largest(starts, contacts) < 0.17 else 5


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def within_first(starts: Positions, contacts: Positions, part: NDArray[np.int64], biggest: int) -> Marks:
    """Who is in the first part of the biggest size."""
    inside = np.zeros(len(part), dtype=np.bool_)
    waiting = [np.int64(np.argmax(part == biggest))]
    inside[waiting[0]] = True
    while waiting:
        person = waiting.pop()
        for contact in contacts[starts[person] : starts[person + 1]]:
            if not inside[contact]:
                inside[contact] = True
                waiting.append(np.int64(contact))
    return inside


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def has_one_hub(between: NDArray[np.float64], piece: NDArray[np.int64], sources: int) -> bool:
    """Rule 2, from betweenness within the largest part."""
    count = len(between)
    hub = int(np.argmax(np.rint(between * 1_000)))
    if count < 3 or between[hub] == 0:
        return False
    normalised = between / (sources * (count - 2))
    centralised = (normalised[hub] - normalised).sum() / (count - 1)
    is_hub = between[hub] >= 0.50 * between.sum() and centralised >= 0.60
    return piece[hub] < 0.55 * (count - 1) or bool(is_hub)


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def kept_without_hubs(
    starts: Positions, contacts: Positions, gone: Marks, between: NDArray[np.float64], people: Positions
) -> float:
    """keep5: the largest part as a share of who is left without the top 5 % (two at least)."""
    removed = max(2, int(np.rint(0.05 * len(people))))
    if removed >= len(people):
        return 1.0
    # Whole numbers that can't be equal: one kind of sort is enough, and compiles in half the time.
    rounded = np.rint(between[people] * 1_000).astype(np.int64)
    order = np.argsort(-rounded * len(people) + np.arange(len(people)))
    without = gone.copy()
    without[people[order[:removed]]] = True
    part, _, _ = parts_without(starts, contacts, without)
    return float(part.max() / (len(people) - removed))
