"""Compiled steps of Leiden: move people between groups, refine the groups, make each part one node.

Weights are counts of ties and gains are compared as whole numbers, so nothing depends on rounding. A
level's graph is `starts`, `targets` and `weight` of its ties, each both ways and none to itself, and `ends`:
how many ends of ties lie at each node, ties within it too. `twice`: all ends together. Imported only where
it's used, because Numba takes a second to load.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from knoop.network.between_kernels import next_word

type Positions = NDArray[np.int32]
type Counts = NDArray[np.int64]
type Words = NDArray[np.uint64]


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def shuffled(count: int, state: Words) -> Positions:
    """The numbers below `count` in a random order."""
    order = np.arange(count).astype(np.int32)
    for last in range(count - 1, 0, -1):
        chosen = int(next_word(state) % np.uint64(last + 1))
        order[last], order[chosen] = order[chosen], order[last]
    return order


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def ties_to(
    starts: Positions,
    targets: Positions,
    weight: Positions,
    group: Positions,
    node: int,
    ties: Positions,
    near: Positions,
) -> int:
    """Fills in how many ties a node has with each group, and the groups themselves; returns how many."""
    count = 0
    for at in range(starts[node], starts[node + 1]):
        one = group[targets[at]]
        if ties[one] == 0:
            near[count] = one
            count += 1
        ties[one] += weight[at]
    return count


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def best_group(
    ties: Positions, near: Positions, whole: Counts, own: int, ends: int, twice: int
) -> tuple[int, int]:
    """Where a node with so many `ends` gains most, its own group first, and that gain against being alone.

    Clears `ties` of the groups in `near`.
    """
    best, most = own, ties[own] * twice - ends * (whole[own] - ends)
    for one in near:
        if one != own:
            gain = ties[one] * twice - ends * whole[one]
            if gain > most:
                best, most = one, gain
        ties[one] = 0
    return best, most


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def sizes_of(ends: Counts, group: Positions) -> tuple[Counts, Positions, Positions, int]:
    """Ends and members of each group; numbers of groups that are free, and how many of them."""
    size = len(group)
    whole, members = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int32)
    for node in range(size):
        whole[group[node]] += ends[node]
        members[group[node]] += 1
    free, count = np.empty(size, dtype=np.int32), 0
    for one in range(size):
        if members[one] == 0:
            free[count] = one
            count += 1
    return whole, members, free, count


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def move_nodes(
    starts: Positions,
    targets: Positions,
    weight: Positions,
    ends: Counts,
    twice: int,
    group: Positions,
    state: Words,
) -> None:
    """Each node to the group where modularity gains most, until none gains; changes `group`."""
    size = len(starts) - 1
    whole, members, free, count = sizes_of(ends, group)
    ties, near = np.zeros(size, dtype=np.int32), np.empty(size, dtype=np.int32)
    queue, is_waiting = shuffled(size, state), np.ones(size, dtype=np.bool_)
    head, waiting = 0, size
    while waiting:
        node, own = queue[head], group[queue[head]]
        head = head + 1 if head + 1 < size else 0
        waiting -= 1
        is_waiting[node] = False
        found = ties_to(starts, targets, weight, group, node, ties, near)
        best, most = best_group(ties, near[:found], whole, own, ends[node], twice)
        if most < 0 and members[own] > 1:
            count -= 1
            best = free[count]
        if best == own:
            continue
        whole[own], members[own] = whole[own] - ends[node], members[own] - 1
        whole[best], members[best] = whole[best] + ends[node], members[best] + 1
        if members[own] == 0:
            free[count] = own
            count += 1
        group[node] = best
        # Who is tied to somebody who moved, but not in their new group, is looked at again.
        for at in range(starts[node], starts[node + 1]):
            other = targets[at]
            if group[other] != best and not is_waiting[other]:
                queue[(head + waiting) % size] = other
                is_waiting[other] = True
                waiting += 1


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def outward(
    starts: Positions, targets: Positions, weight: Positions, ends: Counts, group: Positions
) -> tuple[Counts, Counts]:
    """For each node its ties with the rest of its group; for each group the ends within."""
    size = len(starts) - 1
    out, whole = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
    for node in range(size):
        whole[group[node]] += ends[node]
        for at in range(starts[node], starts[node + 1]):
            if group[targets[at]] == group[node]:
                out[node] += weight[at]
    return out, whole


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def best_part(
    ties: Positions, near: Positions, out: Counts, within: Counts, everyone: int, ends: int, twice: int
) -> int:
    """The well connected part that a node alone gains most by joining; -1 for none."""
    best, most = -1, np.int64(0)
    for one in near:
        gain = ties[one] * twice - ends * within[one]
        if gain > most and out[one] * twice >= within[one] * (everyone - within[one]):
            best, most = one, gain
    return best


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def refined(
    starts: Positions,
    targets: Positions,
    weight: Positions,
    ends: Counts,
    twice: int,
    group: Positions,
    state: Words,
) -> Positions:
    """Parts of each group that hang together: nodes alone join well connected ones, once each."""
    size = len(starts) - 1
    out, whole = outward(starts, targets, weight, ends, group)
    part, within, members = np.arange(size).astype(np.int32), ends.copy(), np.ones(size, dtype=np.int32)
    ties, near = np.zeros(size, dtype=np.int32), np.empty(size, dtype=np.int32)
    for node in shuffled(size, state):
        everyone, leaving = whole[group[node]], out[node]
        # A node that others joined stays: `out` is then of its part, not its own.
        if members[node] != 1 or leaving * twice < ends[node] * (everyone - ends[node]):
            continue
        count = 0
        for at in range(starts[node], starts[node + 1]):
            if group[targets[at]] == group[node]:
                one = part[targets[at]]
                if ties[one] == 0:
                    near[count] = one
                    count += 1
                ties[one] += weight[at]
        best = best_part(ties, near[:count], out, within, everyone, ends[node], twice)
        if best >= 0:
            part[node], members[node] = best, 0
            members[best] += 1
            within[best] += ends[node]
            out[best] += leaving - 2 * ties[best]
        for one in near[:count]:
            ties[one] = 0
    return part


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def renumbered(part: Positions) -> int:
    """Numbers from 0 in the order of who comes first, in place; returns how many."""
    number, count = np.full(len(part), -1, dtype=np.int32), 0
    for node in range(len(part)):
        if number[part[node]] == -1:
            number[part[node]] = count
            count += 1
        part[node] = number[part[node]]
    return count


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def by_part(part: Positions, parts: int) -> tuple[Positions, Positions]:
    """Where each part starts in the order of parts, and the nodes in that order."""
    begins = np.zeros(parts + 1, dtype=np.int32)
    for one in part:
        begins[one + 1] += 1
    for one in range(parts):
        begins[one + 1] += begins[one]
    filled, order = begins.copy(), np.empty(len(part), dtype=np.int32)
    for node in range(len(part)):
        order[filled[part[node]]] = node
        filled[part[node]] += 1
    return begins, order


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def joined(
    starts: Positions, targets: Positions, weight: Positions, ends: Counts, part: Positions, parts: int
) -> tuple[Positions, Positions, Positions, Counts]:
    """The graph whose nodes are the parts."""
    begins, order = by_part(part, parts)
    new_starts, new_ends = np.zeros(parts + 1, dtype=np.int32), np.zeros(parts, dtype=np.int64)
    new_targets, new_weight = np.empty(len(targets), dtype=np.int32), np.empty(len(targets), dtype=np.int32)
    ties, near, total = np.zeros(parts, dtype=np.int32), np.empty(parts, dtype=np.int32), 0
    for one in range(parts):
        count = 0
        for node in order[begins[one] : begins[one + 1]]:
            new_ends[one] += ends[node]
            for at in range(starts[node], starts[node + 1]):
                other = part[targets[at]]
                if ties[other] == 0:
                    near[count] = other
                    count += 1
                ties[other] += weight[at]
        for other in near[:count]:
            if other != one:
                new_targets[total], new_weight[total] = other, ties[other]
                total += 1
            ties[other] = 0
        new_starts[one + 1] = total
    return new_starts, new_targets[:total].copy(), new_weight[:total].copy(), new_ends


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def hanging_together(starts: Positions, contacts: Positions, group: Positions) -> Positions:
    """The same groups, but those that don't hang together in pieces: that never costs modularity."""
    size = len(starts) - 1
    piece, order = np.full(size, -1, dtype=np.int32), np.empty(size, dtype=np.int32)
    count = 0
    for first in range(size):
        if piece[first] >= 0:
            continue
        order[0], piece[first] = first, count
        head, tail = 0, 1
        while head < tail:
            person = order[head]
            head += 1
            for at in range(starts[person], starts[person + 1]):
                other = contacts[at]
                if piece[other] < 0 and group[other] == group[person]:
                    piece[other] = count
                    order[tail] = other
                    tail += 1
        count += 1
    return piece


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def quality_of(starts: Positions, contacts: Positions, group: Positions) -> float:
    """Modularity of groups numbered from 0; a quotient of whole numbers."""
    twice, inside = np.int64(len(contacts)), np.int64(0)
    whole = np.zeros(len(group), dtype=np.int64)
    for person in range(len(group)):
        whole[group[person]] += starts[person + 1] - starts[person]
        for at in range(starts[person], starts[person + 1]):
            inside += group[contacts[at]] == group[person]
    return (inside * twice - (whole * whole).sum()) / (np.float64(twice) * np.float64(twice))
