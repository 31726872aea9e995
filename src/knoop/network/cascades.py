"""How a post travels: who passed it on from whom, how far, how wide, how soon."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knoop.network.graph import Vector
from knoop.network.survival import Interval, Z

NO_PARENT = -1
REACH_WINDOW = 7 * 86_400.0
ENOUGH_CASCADES = 30


class UnusableCascade(ValueError):
    """Shares whose parents make no tree. The message says which and why."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Cascade:
    """One tree of shares under a post.

    root:       row of the post among the shares.
    size:       post and shares.   depth: steps to the farthest share; 0 when nobody shared.
    breadth:    most shares that are equally far away (1, the post itself, when nobody shared).
    virality:   mean distance of two rows of the tree: near 2 a broadcast, higher for handing on from
                one to the next. None when nobody shared.
    half_time:  seconds to half of all shares within 7 days; None without shares in those days, without
                times, or before the 7 days are over.
    """

    root: int
    size: int
    depth: int
    breadth: int
    virality: float | None
    half_time: float | None


def cascades(
    parent: NDArray[np.int64], *, time: Vector | None = None, until: float | None = None
) -> tuple[Cascade, ...]:
    """Measure every tree, in the order of their roots.

    Args:    parent: for each row the row it was shared from, -1 for a post. time: seconds, one per row;
             a share before its post counts as at once. until: what is seen so far; default the last row.
    Raises:  UnusableCascade for parents outside the rows, or rows that share from each other in a ring.
    Cost:    O(rows), for half_time one sort.
    Source:  Goel, Anderson, Hofman & Watts (2016). Virality without all pairs: an edge that cuts s of n
             rows off lies on s (n - s) paths; checked against networkx in tests/network/.
    """
    order = _from_the_roots(parent)
    depth, root = _depths(parent, order)
    size, paths = _paths(parent, order, root)
    breadth = _breadths(root, depth)
    deepest = np.zeros(len(parent), dtype=np.int64)
    np.maximum.at(deepest, root, depth)
    half = _half_times(root, time, until)
    return tuple(
        Cascade(
            root=row,
            size=(n := int(size[row])),
            depth=int(deepest[row]),
            breadth=int(breadth[row]),
            virality=float(2 * paths[row] / (n * (n - 1))) if n > 1 else None,
            half_time=half.get(row),
        )
        for row in np.flatnonzero(parent == NO_PARENT).tolist()
    )


def _from_the_roots(parent: NDArray[np.int64]) -> list[int]:
    """All rows, parents before children."""
    rows = len(parent)
    if rows and not NO_PARENT <= parent.min() <= parent.max() < rows:
        raise UnusableCascade(f"`parent` points outside -1..{rows - 1}. Give -1 to a row without parent.")
    children: dict[int, list[int]] = defaultdict(list)
    for row, above in enumerate(parent.tolist()):
        children[above].append(row)
    order = list(children[NO_PARENT])
    for row in order:
        order += children.get(row, ())
    if len(order) < rows:
        ringed = min(set(range(rows)) - set(order))
        raise UnusableCascade(f"Row {ringed} hangs from a ring of shares. Give one of the ring parent -1.")
    return order


def _depths(parent: NDArray[np.int64], order: list[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    above, depth, root = parent.tolist(), [0] * len(parent), list(range(len(parent)))
    for row in order:
        if above[row] != NO_PARENT:
            depth[row] = depth[above[row]] + 1
            root[row] = root[above[row]]
    return np.array(depth, dtype=np.int64), np.array(root, dtype=np.int64)


def _paths(
    parent: NDArray[np.int64], order: list[int], root: NDArray[np.int64]
) -> tuple[NDArray[np.int64], Vector]:
    """Rows under each row, itself included; and for each root the sum of distances over pairs."""
    above, under = parent.tolist(), [1] * len(parent)
    for row in reversed(order):
        if above[row] != NO_PARENT:
            under[above[row]] += under[row]
    size = np.array(under, dtype=np.int64)
    # Floats: a chain of a few million rows passes 2^63.
    cut = np.where(parent == NO_PARENT, 0.0, size.astype(np.float64) * (size[root] - size))
    return size, np.bincount(root, weights=cut, minlength=len(parent))


def _breadths(root: NDArray[np.int64], depth: NDArray[np.int64]) -> NDArray[np.int64]:
    levels, count = np.unique(np.stack([root, depth]), axis=1, return_counts=True)
    breadth = np.zeros(len(root), dtype=np.int64)
    np.maximum.at(breadth, levels[0], count)
    return breadth


def _half_times(root: NDArray[np.int64], time: Vector | None, until: float | None) -> dict[int, float]:
    if time is None or len(time) == 0:
        return {}
    end = float(time.max()) if until is None else until
    delay = np.maximum(time - time[root], 0.0)
    share = root != np.arange(len(root))
    counts = share & (delay <= REACH_WINDOW) & (time[root] + REACH_WINDOW <= end)
    rows = np.flatnonzero(counts)
    rows = rows[np.lexsort((delay[rows], root[rows]))]
    roots, first, reach = np.unique(root[rows], return_index=True, return_counts=True)
    middle = rows[first + (reach + 1) // 2 - 1]
    return dict(zip(roots.tolist(), delay[middle].tolist(), strict=True))


@dataclass(frozen=True, kw_only=True)
class Travel:
    """Many cascades together.

    reproduction:  shares that one post or share brings on average; interval over cascades, 95 %.
    comparable:    30 cascades at least: fewer say nothing about one author next to another.
    one_step:      share of the cascades with shares in which all are straight from the post.
    """

    cascades: int
    rows: int
    reproduction: float | None
    reproduction_interval: Interval | None
    mean_size: float | None
    largest: int | None
    one_step: float | None
    comparable: bool


def travel(found: tuple[Cascade, ...]) -> Travel:
    """What cascades have in common. Cost: O(cascades).

    reproduction = (rows - cascades) / rows, below 1 for every finite cascade.
    Undefined: all None without cascades; the interval also with a single one.
    """
    count, sizes = len(found), np.array([one.size for one in found], dtype=np.float64)
    rows = float(sizes.sum())
    shared = [one for one in found if one.size > 1]
    mean = 1 - count / rows if count else None
    return Travel(
        cascades=count,
        rows=int(rows),
        reproduction=mean,
        reproduction_interval=None if mean is None or count < 2 else _ratio_interval(sizes, mean),
        mean_size=rows / count if count else None,
        largest=int(sizes.max()) if count else None,
        one_step=sum(one.depth == 1 for one in shared) / len(shared) if shared else None,
        comparable=count >= ENOUGH_CASCADES,
    )


def _ratio_interval(sizes: Vector, mean: float) -> Interval:
    """Of shares per row, cascades drawn as wholes: rows of one cascade are no independent witnesses."""
    error = (sizes - 1) - mean * sizes
    wide = Z * float(np.sqrt((error**2).sum() * len(sizes) / (len(sizes) - 1)) / sizes.sum())
    return max(0.0, mean - wide), min(1.0, mean + wide)


def retell_depth(parent: NDArray[np.int64], own_words: NDArray[np.bool_]) -> dict[int, int]:
    """For each root: how many times in a row a story was retold by people who added words of their own.

    Returns: steps from the root along shares that all have own words; 0 when nobody retold it.
    Raises:  UnusableCascade as `cascades`.    Cost: O(rows).    Source: after Denning (2005).
    """
    above, told = parent.tolist(), [0] * len(parent)
    reached = [row_parent == NO_PARENT for row_parent in above]
    order = _from_the_roots(parent)
    _, root = _depths(parent, order)
    farthest = dict.fromkeys(np.flatnonzero(parent == NO_PARENT).tolist(), 0)
    for row in order:
        if above[row] != NO_PARENT and reached[above[row]] and own_words[row]:
            reached[row], told[row] = True, told[above[row]] + 1
            farthest[int(root[row])] = max(farthest[int(root[row])], told[row])
    return farthest


@dataclass(frozen=True, kw_only=True, eq=False)
class Shares:
    """Posts and shares: of which item, by whom, when, and from which row (-1: not known, or the post)."""

    item: NDArray[np.int64]
    person: NDArray[np.int64]
    time: Vector
    parent: NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Contacts:
    """Moments at which what `source` knew could reach `target` (a view, a message read)."""

    source: NDArray[np.int64]
    target: NDArray[np.int64]
    time: Vector


def parents_by_contact(shares: Shares, contacts: Contacts) -> NDArray[np.int64]:
    """Parents, the missing ones filled in by the most recent contact that can have shown the item.

    For a share by v at t: the latest contact u -> v before t, after u itself had shared the item; u's
    latest share before that contact is the parent. A row that nothing exposed stays a root.
    Returns: one per row. Contacts at one moment: the most recent share, then the lowest person, wins.
    Cost:    O(contacts log contacts + shares x contacts towards the sharer).
    """
    theirs: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
    for row, (item, person, when) in enumerate(
        zip(shares.item.tolist(), shares.person.tolist(), shares.time.tolist(), strict=True)
    ):
        theirs[item, person].append((when, row))
    for rows in theirs.values():
        rows.sort()
    towards: dict[int, list[tuple[float, int]]] = defaultdict(list)
    order = np.lexsort((contacts.source, contacts.time)).tolist()
    for contact in order:
        pair = float(contacts.time[contact]), int(contacts.source[contact])
        towards[int(contacts.target[contact])].append(pair)
    filled = shares.parent.copy()
    for row in np.flatnonzero(shares.parent == NO_PARENT).tolist():
        before = towards.get(int(shares.person[row]), [])
        seen = before[: bisect_left(before, float(shares.time[row]), key=lambda one: one[0])]
        filled[row] = _latest_exposure(int(shares.item[row]), int(shares.person[row]), seen, theirs)
    return filled


def _latest_exposure(
    item: int,
    person: int,
    seen: list[tuple[float, int]],
    theirs: dict[tuple[int, int], list[tuple[float, int]]],
) -> int:
    best: tuple[float, float, int, int] | None = None
    for moment, source in reversed(seen):
        if best and moment < best[0]:
            break
        rows = theirs.get((item, source), [])
        place = bisect_right(rows, moment, key=lambda one: one[0])
        if place and source != person:
            when, row = rows[place - 1]
            best = max(best or (-np.inf, 0.0, 0, 0), (moment, when, -source, row))
    return best[3] if best else NO_PARENT
