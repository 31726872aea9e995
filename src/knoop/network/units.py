"""Groups of people: how much they keep to themselves and what flows between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import networkit
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from knoop.network.graph import Network, in_networkit, pairs_of
from knoop.network.ties import Acts

SEEDS = 10
CONSENSUS_RUNS = 20
MOST_UNITS = 1_000  # a table of more than a million cells tells nobody anything


def labels(
    people: Sequence[str], units: Mapping[str, str | None]
) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """Each person's unit as a position in the sorted names; -1 where unknown."""
    names = tuple(sorted({unit for person in people if (unit := units.get(person))}))
    number = {name: position for position, name in enumerate(names)}
    return np.array([number.get(units.get(person) or "", -1) for person in people], dtype=np.int64), names


def modularity(network: Network, units: Mapping[str, str | None]) -> float | None:
    """How many more ties lie inside units than chance with the same degrees would lay there.

    Undirected, without weights, among people whose unit is known.
    Returns: -.5 to 1; None without units or without ties.
    Cost:    O(ties).    Source: Newman & Girvan (2004).
    """
    unit, names = labels(network.people, units)
    known = network.among(unit >= 0)
    first, second = pairs_of(known)
    if not len(first):
        return None
    unit = unit[unit >= 0]
    inside = int((unit[first] == unit[second]).sum())
    ends = np.bincount(unit, weights=known.degree, minlength=len(names)) / (2 * len(first))
    return float(inside / len(first) - (ends**2).sum())


@dataclass(frozen=True, kw_only=True)
class Consensus:
    """Groups that stand for many runs, and how much these agree.

    groups:     as `communities` gives them. modularity: of these groups; best: of the best single run.
    stability:  mean over pairs of runs of the adjusted Rand index: 1 all the same, 0 as by chance; None
                for one run.
    togetherness: mean, over ties within the groups, of the share of runs that keep both together.
    """

    groups: list[int | None]
    modularity: float
    best: float
    stability: float | None
    togetherness: float | None
    runs: int


def consensus(network: Network, *, runs: int = CONSENSUS_RUNS) -> Consensus | None:
    """Groups that hang least on the seed: of all runs the one most like the others.

    Joining whom most runs keep together chains groups into larger ones: the modularity of the e-mail of a
    research institute falls from .417 to .279. So a run is chosen, not mixed.

    Undirected, without weights.
    Returns: None without ties.
    Cost:    `runs` Leiden runs; comparing pairs of runs is O(people x runs squared).
    Source:  Traag, Waltman & van Eck (2019); likeness: Hubert & Arabie (1985).
    """
    if network.contacts.nnz == 0:
        return None
    found = [_leiden(network, seed) for seed in range(1, runs + 1)]
    tied = network.degree > 0
    likeness = np.zeros((runs, runs))
    for one, other in combinations(range(runs), 2):
        likeness[one, other] = _adjusted_rand(found[one][0][tied], found[other][0][tied])
    # Rounded, so that of equal runs the first is taken.
    chosen = int(np.argmax(np.round((likeness + likeness.T).sum(axis=1), 9)))
    group, quality = found[chosen]
    first, second = pairs_of(network)
    inside = group[first] == group[second]
    together = np.mean([one[first] == one[second] for one, _ in found], axis=0)
    return Consensus(
        groups=_numbered(group, network),
        modularity=quality,
        best=max(quality for _, quality in found),
        stability=float(likeness[np.triu_indices(runs, 1)].mean()) if runs > 1 else None,
        togetherness=float(together[inside].mean()) if inside.any() else None,
        runs=runs,
    )


def _leiden(network: Network, seed: int) -> tuple[NDArray[np.int64], float]:
    with in_networkit(network, seed=seed) as graph:
        run = networkit.community.ParallelLeiden(graph, iterations=5)
        run.run()
        partition = run.getPartition()
        quality = round(networkit.community.Modularity().getQuality(partition, graph), 12)
        return np.array(partition.getVector(), dtype=np.int64), quality


def _adjusted_rand(one: NDArray[np.int64], other: NDArray[np.int64]) -> float:
    """How alike two ways to group the same people are, above chance."""

    def pairs(counts: NDArray[np.int64]) -> float:
        return float((counts * (counts - 1.0) / 2).sum())

    width = int(other.max()) + 1
    both = pairs(np.unique(one * width + other, return_counts=True)[1])
    left, right = pairs(np.bincount(one)), pairs(np.bincount(other))
    chance = left * right / max(1.0, len(one) * (len(one) - 1) / 2)
    most = (left + right) / 2
    return (both - chance) / (most - chance) if most > chance else 1.0


def communities(network: Network) -> list[int | None]:
    """Groups that the ties themselves show: the best of ten seeded Leiden runs by modularity.

    Undirected, without weights.
    Returns: 1 for the largest group, and so on; None for a person without ties.
    Cost:    about O(ties) a run; the same input gives the same groups.
    Source:  Traag, Waltman & van Eck (2019), as built in NetworKit.
    """
    if network.contacts.nnz == 0:
        return [None] * network.size
    best: NDArray[np.int64] = np.zeros(network.size, dtype=np.int64)
    best_quality = -1.0
    for seed in range(1, SEEDS + 1):
        group, quality = _leiden(network, seed)
        if quality > best_quality:
            best, best_quality = group, quality
    return _numbered(best, network)


def _numbered(group: NDArray[np.int64], network: Network) -> list[int | None]:
    _, first, member, sizes = np.unique(group, return_index=True, return_inverse=True, return_counts=True)
    order = np.lexsort((first, -sizes))
    number = np.empty(len(order), dtype=np.int64)
    number[order] = np.arange(1, len(order) + 1)
    # People without ties are groups of one, so they always come after the groups with ties.
    return [int(number[one]) if degree else None for one, degree in zip(member, network.degree, strict=True)]


def detected_modularity(network: Network, groups: Sequence[int | None]) -> float | None:
    """Modularity of the groups that `communities` found; None without ties."""
    named = {
        person: str(group) for person, group in zip(network.people, groups, strict=True) if group is not None
    }
    return modularity(network, named)


def ei(
    network: Network, units: Mapping[str, str | None], *, count: Literal["pairs", "arcs"] = "pairs"
) -> float | None:
    """External minus internal ties, as a share of both: -1 all inside units, 1 all between them.

    Among people whose unit is known. `pairs` counts each two people once; `arcs` each direction.
    Returns: None without such ties.    Cost: O(ties).    Source: Krackhardt & Stern (1988).
    """
    unit, _ = labels(network.people, units)
    first, second = pairs_of(network) if count == "pairs" else network.arcs.tocoo().coords
    known = (unit[first] >= 0) & (unit[second] >= 0)
    total = int(known.sum())
    inside = int((known & (unit[first] == unit[second])).sum())
    return (total - 2 * inside) / total if total else None


def ei_expected(people: Sequence[str], units: Mapping[str, str | None]) -> float | None:
    """E-I when anybody is as likely to meet anybody: it depends on the sizes of the units alone.

    1 - 2 sum n_d (n_d - 1) / (n (n - 1)). None with fewer than two people whose unit is known.
    """
    unit, _ = labels(people, units)
    sizes = np.bincount(unit[unit >= 0])
    total = int(sizes.sum())
    return float(1 - 2 * (sizes * (sizes - 1)).sum() / (total * (total - 1))) if total > 1 else None


def silo_index(observed: float | None, expected: float | None) -> float | None:
    """(expected E-I - E-I) / (expected E-I + 1): 0 is random mixing, 1 is no tie between units.

    Below 0 when units mix more than chance. None when either is unknown or chance itself gives -1
    (one unit only).
    """
    if observed is None or expected is None or expected <= -1:
        return None
    return (expected - observed) / (expected + 1)


@dataclass(frozen=True, kw_only=True)
class UnitMixing:
    """One unit's ties: how many people, how many pairs inside it and with others, and what it means."""

    unit: str
    people: int
    inside: int
    outside: int
    ei: float | None
    ei_expected: float | None
    silo_index: float | None


def unit_mixing(network: Network, units: Mapping[str, str | None]) -> tuple[UnitMixing, ...]:
    """Each unit by name. Chance for a unit of s among n: pairs within it against pairs leaving it."""
    unit, names = labels(network.people, units)
    first, second = pairs_of(network)
    both = (unit[first] >= 0) & (unit[second] >= 0)
    first, second = unit[first[both]], unit[second[both]]
    sizes = np.bincount(unit[unit >= 0], minlength=len(names))
    inside = np.bincount(first[first == second], minlength=len(names))
    ends = np.bincount(first, minlength=len(names)) + np.bincount(second, minlength=len(names))
    return tuple(
        _mixing(name, int(sizes[number]), int(sizes.sum()), int(inside[number]), int(ends[number]))
        for number, name in enumerate(names)
    )


def _mixing(name: str, size: int, everyone: int, inside: int, ends: int) -> UnitMixing:
    outside = ends - 2 * inside
    observed = (outside - inside) / (outside + inside) if ends else None
    within, leaving = size * (size - 1) / 2, size * (everyone - size)
    expected = (leaving - within) / (leaving + within) if leaving + within else None
    return UnitMixing(
        unit=name,
        people=size,
        inside=inside,
        outside=outside,
        ei=observed,
        ei_expected=expected,
        silo_index=silo_index(observed, expected),
    )


@dataclass(frozen=True, kw_only=True, eq=False)
class Bridges:
    """Undirected ties between units; (units, units). On the diagonal the ties inside a unit.

    ties: pairs of people. people: different people of the unit of the row tied to the unit of the column.
    """

    units: tuple[str, ...]
    ties: NDArray[np.int64]
    people: NDArray[np.int64]


def bridges(network: Network, units: Mapping[str, str | None]) -> Bridges | None:
    """Ties between people whose unit is known; None above MOST_UNITS units. Cost: O(ties + units squared)."""
    member, names = membership(network.people, units)
    if len(names) > MOST_UNITS:
        return None
    reach = (network.contacts @ member).tocsr()
    ties = np.rint((member.T @ reach).toarray()).astype(np.int64)
    ties[np.diag_indices(len(names))] //= 2
    reach.data[:] = 1.0
    people = np.rint((member.T @ reach).toarray()).astype(np.int64)
    return Bridges(units=names, ties=ties, people=people)


def membership(
    people: Sequence[str], units: Mapping[str, str | None]
) -> tuple[sparse.csr_array, tuple[str, ...]]:
    """(people, units): 1 where a person belongs."""
    unit, names = labels(people, units)
    known = np.flatnonzero(unit >= 0)
    shape = (len(people), len(names))
    return sparse.csr_array((np.ones(len(known)), (known, unit[known])), shape=shape), names


@dataclass(frozen=True, kw_only=True, eq=False)
class Flows:
    """What goes from the unit of a row to the unit of a column; all (units, units).

    interactions: rows of acts. senders, receivers: different people on either side, so that a page can
    hide a cell that rests on too few.
    """

    units: tuple[str, ...]
    interactions: NDArray[np.int64]
    senders: NDArray[np.int64]
    receivers: NDArray[np.int64]


def flows(acts: Acts, units: Mapping[str, str | None]) -> Flows | None:
    """Acts between units over the whole period; acts of people without a unit don't count.

    Returns: None above MOST_UNITS units.
    Cost:    three sorts of the acts; memory O(acts + units squared).
    """
    unit, names = labels(acts.people, units)
    if len(names) > MOST_UNITS:
        return None
    known = (unit[acts.source] >= 0) & (unit[acts.target] >= 0)
    source, target = acts.source[known].astype(np.int64), acts.target[known].astype(np.int64)
    count, everyone = len(names), max(1, len(acts.people))
    cell = unit[source] * count + unit[target]

    def different(person: NDArray[np.int64]) -> NDArray[np.int64]:
        cells = np.unique(cell * everyone + person) // everyone
        return np.bincount(cells, minlength=count * count).reshape(count, count)

    return Flows(
        units=names,
        interactions=np.bincount(cell, minlength=count * count).reshape(count, count),
        senders=different(source),
        receivers=different(target),
    )
