"""Compiled loops over shortest paths: all of them, or one at random between two people at random.

A network comes as `starts` and `contacts`, Network.rows. Imported only where it's used, because Numba takes
a second to load.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

type Positions = NDArray[np.int32]
type Vector = NDArray[np.float64]
type Words = NDArray[np.uint64]


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def walk_from(
    starts: Positions, contacts: Positions, source: int, distance: Positions, paths: Vector, order: Positions
) -> int:
    """Fills in who is reached, the nearest first, how far they are and by how many shortest paths.

    distance: -1 for everybody. Returns: how many are reached, the source among them.
    """
    order[0], distance[source], paths[source] = source, 0, 1.0
    head, tail = 0, 1
    while head < tail:
        person = order[head]
        head += 1
        step = distance[person] + 1
        for at in range(starts[person], starts[person + 1]):
            contact = contacts[at]
            if distance[contact] == -1:
                distance[contact], paths[contact] = step, paths[person]
                order[tail] = contact
                tail += 1
            elif distance[contact] == step:
                paths[contact] += paths[person]
    return tail


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def passed_from(starts: Positions, contacts: Positions, first: int, last: int) -> Vector:
    """Share of the shortest paths from the people at first..last that run over each person (Brandes 2001)."""
    size = len(starts) - 1
    total, paths, share = np.zeros(size), np.zeros(size), np.zeros(size)
    distance = np.full(size, -1, dtype=np.int32)
    order = np.empty(size, dtype=np.int32)
    for source in range(first, last):
        reached = walk_from(starts, contacts, source, distance, paths, order)
        for turn in range(reached - 1, 0, -1):
            person = order[turn]
            total[person] += share[person]
            before = distance[person] - 1
            if before > 0:
                passed = (share[person] + 1.0) / paths[person]
                for at in range(starts[person], starts[person + 1]):
                    contact = contacts[at]
                    if distance[contact] == before:
                        share[contact] += paths[contact] * passed
        for turn in range(reached):
            distance[order[turn]], share[order[turn]] = -1, 0.0
    return total


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def next_word(state: Words) -> np.uint64:
    """SplitMix64 (Steele, Lea & Flood 2014): 64 random bits, from a state that each caller holds."""
    state[0] += np.uint64(0x9E3779B97F4A7C15)
    word = state[0]
    word = (word ^ (word >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    word = (word ^ (word >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.uint64(word ^ (word >> np.uint64(31)))


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def next_share(state: Words) -> float:
    """A number from 0 up to 1."""
    return float(next_word(state) >> np.uint64(11)) * (1.0 / 9007199254740992.0)


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def walk_back(
    starts: Positions,
    contacts: Positions,
    level: Positions,
    paths: Vector,
    person: int,
    state: Words,
    count: NDArray[np.int64],
) -> None:
    """From a person to the end of the search that found them, by one path at random; who is passed counts.

    level: steps + 1 from that end, with its sign: the two searches have opposite ones.
    """
    sign = 1 if level[person] > 0 else -1
    while level[person] * sign > 1:
        count[person] += 1
        before = level[person] - sign
        left = next_share(state) * paths[person]
        chosen = -1
        for at in range(starts[person], starts[person + 1]):
            if level[contacts[at]] == before:
                chosen = contacts[at]
                left -= paths[chosen]
                if left < 0.0:
                    break
        person = chosen


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def advance(
    starts: Positions,
    contacts: Positions,
    level: Positions,
    paths: Vector,
    order: Positions,
    head: int,
    tail: int,
    meeting: Vector,
) -> tuple[int, float]:
    """One step further for the search whose front is order[head:tail].

    Returns: where the new front ends, and how many shortest paths close. As soon as the two searches meet
             nobody new is looked for: `meeting` then holds the paths that close at each one of the front.
    """
    sign = 1 if level[order[head]] > 0 else -1
    further = level[order[head]] + sign
    end, met = tail, 0.0
    for turn in range(head, tail):
        person = order[turn]
        closing = 0.0
        for at in range(starts[person], starts[person + 1]):
            other = contacts[at]
            reached = level[other]
            if reached * sign < 0:
                closing += paths[other]
            elif reached == further:
                paths[other] += paths[person]
            elif reached == 0 and met == 0.0:
                level[other], paths[other] = further, paths[person]
                order[end] = other
                end += 1
        meeting[turn] = closing * paths[person]
        met += meeting[turn]
    return end, met


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def close_path(
    starts: Positions,
    contacts: Positions,
    level: Positions,
    paths: Vector,
    order: Positions,
    head: int,
    tail: int,
    meeting: Vector,
    met: float,
    state: Words,
    count: NDArray[np.int64],
) -> None:
    """Draw one of the paths that close, each as likely, and count who lies on it between its ends."""
    left = next_share(state) * met
    turn = head
    while turn < tail - 1 and (left >= meeting[turn] or meeting[turn] == 0.0):
        left -= meeting[turn]
        turn += 1
    while meeting[turn] == 0.0:  # only where rounding led beyond the last
        turn -= 1
    person = order[turn]
    left, across = next_share(state) * meeting[turn] / paths[person], -1
    for at in range(starts[person], starts[person + 1]):
        if level[contacts[at]] * level[person] < 0:
            across = contacts[at]
            left -= paths[across]
            if left < 0.0:
                break
    walk_back(starts, contacts, level, paths, person, state, count)
    walk_back(starts, contacts, level, paths, across, state, count)


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def reach_of(starts: Positions, order: Positions, head: int, tail: int) -> int:
    """How many contacts a step of this front looks at."""
    total = 0
    for turn in range(head, tail):
        total += starts[order[turn] + 1] - starts[order[turn]]
    return total


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def draw_path(
    starts: Positions,
    contacts: Positions,
    level: Positions,
    paths: Vector,
    here: Positions,
    there: Positions,
    meeting: Vector,
    state: Words,
    count: NDArray[np.int64],
) -> None:
    """One shortest path between two others at random, from both ends at once (Borassi & Natale 2016).

    `here`, `there`: who each search found. `level` is 0 for everybody before and after.
    """
    size = len(starts) - 1
    here[0] = np.int32(next_share(state) * size)
    there[0] = np.int32(next_share(state) * (size - 1))
    if there[0] >= here[0]:
        there[0] += 1
    level[here[0]], level[there[0]], paths[here[0]], paths[there[0]] = 1, -1, 1.0, 1.0
    head, tail, far_head, far_tail = 0, 1, 0, 1
    work, far_work = reach_of(starts, here, 0, 1), reach_of(starts, there, 0, 1)
    while head < tail and far_head < far_tail:
        if work > far_work:
            here, there = there, here
            head, tail, work, far_head, far_tail, far_work = far_head, far_tail, far_work, head, tail, work
        end, met = advance(starts, contacts, level, paths, here, head, tail, meeting)
        if met > 0.0:
            close_path(starts, contacts, level, paths, here, head, tail, meeting, met, state, count)
            tail = end
            break
        head, tail = tail, end
        work = reach_of(starts, here, head, tail)
    for turn in range(tail):
        level[here[turn]] = 0
    for turn in range(far_tail):
        level[there[turn]] = 0


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def drawn_paths(
    starts: Positions, contacts: Positions, seed: np.uint64, first: int, last: int, each: int
) -> NDArray[np.int64]:
    """How often each person lies on the paths of the chunks first..last, each of `each` draws.

    A chunk has its own seed, so it draws the same whoever draws it.
    """
    size = len(starts) - 1
    level, paths = np.zeros(size, dtype=np.int32), np.zeros(size)
    here, there = np.empty(size, dtype=np.int32), np.empty(size, dtype=np.int32)
    meeting, count = np.zeros(size), np.zeros(size, dtype=np.int64)
    state = np.empty(1, dtype=np.uint64)
    for chunk in range(first, last):
        state[0] = seed
        state[0] = next_word(state) + np.uint64(chunk) * np.uint64(0xD1342543DE82EF95)
        for _ in range(each):
            draw_path(starts, contacts, level, paths, here, there, meeting, state, count)
    return count
