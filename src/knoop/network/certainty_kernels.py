"""Compiled loops that read the stage of a redrawn network, some 200 times.

The rules and their figures are those of `stage.stage_number`. Imported only where it's used, because Numba
takes a second to load.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from knoop.network.keyplayers_kernels import Marks, Positions, leaned_on
from knoop.network.redraw_kernels import GOLDEN, mixed
from knoop.network.stage import (
    CLUSTERED,
    CONNECTED,
    HOLDS_WITHOUT_FIVE,
    HOLDS_WITHOUT_ONE,
    HUBS,
    ONE_HUB_CENTRALISED,
    ONE_HUB_SHARE,
    ROBUST,
)
from knoop.network.stage_kernels import (
    largest_as_they_join,
    largest_part,
    mean_largest,
    modularity_of,
)

ROUNDS = 10
IN_DOUBT = -1  # instead of a stage, where a feature is too near the figure that decides
UNFOUND = 0.10  # at most, of modularity, that moving people one by one misses


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def rows_of_pairs(
    first: Positions, second: Positions, stands: Marks, size: int
) -> tuple[Positions, Positions]:
    """Pairs that stand, sorted, as the rows of a symmetric table: starts and contacts, contacts in order."""
    starts = np.zeros(size + 1, dtype=np.int32)
    for pair in range(len(first)):
        if stands[pair]:
            starts[first[pair] + 1] += 1
            starts[second[pair] + 1] += 1
    starts = np.cumsum(starts).astype(np.int32)
    at = starts[:-1].copy()
    contacts = np.empty(starts[-1], dtype=np.int32)
    # Second persons first: pairs are sorted by the first, so each row is filled from low to high.
    for pair in range(len(first)):
        if stands[pair]:
            contacts[at[second[pair]]] = first[pair]
            at[second[pair]] += 1
    for pair in range(len(first)):
        if stands[pair]:
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
    return float(modularity_of(starts, contacts, group))


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def stage_by_paths(
    starts: Positions, contacts: Positions, group: Positions, sources: int, seed: int, doubt: float
) -> int:
    """The stage with betweenness from shortest paths of `sources` people drawn at random, or of all.

    Returns: as `stage_of`; in doubt too where somebody may be the one hub and not all paths were seen.
    """
    inside = largest_part(starts, contacts)
    people = np.flatnonzero(inside)
    if len(contacts) == 0 or len(people) < CONNECTED * len(inside):
        return 1 if len(contacts) else 0
    chosen = drawn(people, sources, seed)
    between = leaned_on(starts, contacts, ~inside, chosen, False)[people]
    # Whole numbers that can't be equal: one kind of sort is enough, and compiles in half the time.
    rounded = np.rint(between * 1_000).astype(np.int64)
    ranked = people[np.argsort(-rounded * len(people) + np.arange(len(people)))]
    share, centralised = hub_of(between, len(chosen))
    is_hub = share >= ONE_HUB_SHARE and centralised >= ONE_HUB_CENTRALISED
    if doubt > 0 and len(chosen) < len(people) and centralised >= ONE_HUB_CENTRALISED / 2:
        return IN_DOUBT
    return int(stage_of(starts, contacts, group, ranked, is_hub, doubt))


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def drawn(people: NDArray[np.int64], count: int, seed: int) -> Positions:
    """So many of the people by chance, or all: the first places of a shuffle with its own state."""
    chosen = people.astype(np.int32)
    for place in range(min(count, len(people))):
        bits = mixed(mixed(np.uint64(seed) * GOLDEN) + np.uint64(place) * GOLDEN)
        other = place + np.int64(bits % np.uint64(len(people) - place))
        chosen[place], chosen[other] = chosen[other], chosen[place]
    return chosen[: min(count, len(people))]


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def hub_of(between: NDArray[np.float64], sources: int) -> tuple[float, float]:
    """The highest betweenness as a share of all, and how centralised it is, from so many sources."""
    count, total = len(between), between.sum()
    if count < 3 or total == 0:
        return 0.0, 0.0
    normalised = between / (sources * (count - 2))
    highest = normalised.max()
    return between.max() / total, (highest - normalised).sum() / (count - 1)


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def stage_of(  # noqa: PLR0911
    starts: Positions,
    contacts: Positions,
    group: Positions,
    ranked: NDArray[np.int64],
    is_one_hub: bool,
    doubt: float,
) -> int:
    """The stage, reading features only as far as they can still decide.

    group:  from 0, where the search for communities starts; it is changed.
    ranked: people from the highest betweenness to the lowest; who isn't in the largest part is passed over.
    doubt:  how near a feature may come to the figure that decides; 0 for however near.
    Returns: 1 to 5; 0 without ties; IN_DOUBT.
    """
    inside = largest_part(starts, contacts)
    biggest = int(inside.sum())
    if len(contacts) == 0 or biggest < CONNECTED * len(inside):
        return 1 if len(contacts) else 0
    ranked = ranked[inside[ranked]]
    keep_one = kept(starts, contacts, ranked[1:])
    if is_one_hub or keep_one < HOLDS_WITHOUT_ONE:
        return IN_DOUBT if doubt > 0 else 2
    found = modularity_of(starts, contacts, group)
    if found < CLUSTERED:
        found = moved_to_better(starts, contacts, group)
    if keep_one < HOLDS_WITHOUT_ONE + doubt:
        return IN_DOUBT
    if found >= CLUSTERED:
        return 3
    keep_five = kept(starts, contacts, ranked[max(2, int(np.rint(HUBS * biggest))) :])
    if abs(keep_five - HOLDS_WITHOUT_FIVE) < doubt:
        return IN_DOUBT
    if keep_five < HOLDS_WITHOUT_FIVE:
        return 3
    if doubt > 0 and found >= CLUSTERED - UNFOUND:
        return IN_DOUBT
    return 4 if mean_largest(starts, contacts) < ROBUST else 5


@njit(nogil=True, cache=True)  # type: ignore[untyped-decorator, unused-ignore]
def kept(starts: Positions, contacts: Positions, left: NDArray[np.int64]) -> float:
    """The largest part as a share of who is left; 1 when nobody is."""
    return largest_as_they_join(starts, contacts, left)[-1] / len(left) if len(left) else 1.0
