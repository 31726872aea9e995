"""Groups that the ties themselves show, whatever units people belong to."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knoop.network.cores import in_parallel
from knoop.network.graph import Network, pairs_of

# Up to how many people: seeds, and rounds of each run, fewer where one doesn't gain.
EFFORT = ((5_000, 10, 3), (50_000, 5, 3), (2**31, 2, 2))
CONSENSUS_RUNS = 20


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
    found = _runs(network, runs)
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
        groups=[number or None for number in _numbered(group, network).tolist()],
        modularity=quality,
        best=max(quality for _, quality in found),
        stability=float(likeness[np.triu_indices(runs, 1)].mean()) if runs > 1 else None,
        togetherness=float(together[inside].mean()) if inside.any() else None,
        runs=runs,
    )


def effort(people: int) -> tuple[int, int]:
    """How many seeded runs of how many rounds each: a run over many people varies less and costs more."""
    return next((seeds, rounds) for most, seeds, rounds in EFFORT if people <= most)


def _runs(network: Network, count: int) -> list[tuple[NDArray[np.int32], float]]:
    """Groups and their modularity for seeds 1 to `count`, a core each."""
    _, rounds = effort(network.size)
    graph = Level.of(network)
    return in_parallel(lambda seed: leiden(graph, rounds, seed), range(1, count + 1))


class Level(NamedTuple):
    """One level: ties between nodes both ways, their weights, and the ends of ties at each node."""

    starts: NDArray[np.int32]
    targets: NDArray[np.int32]
    weight: NDArray[np.int32]
    ends: NDArray[np.int64]

    @classmethod
    def of(cls, network: Network) -> "Level":
        starts, contacts = network.rows
        return cls(starts, contacts, np.ones(len(contacts), np.int32), np.diff(starts).astype(np.int64))


def leiden(graph: Level, rounds: int, seed: int) -> tuple[NDArray[np.int32], float]:
    """Groups and their modularity, after so many rounds or the first that doesn't gain."""
    from knoop.network.communities_kernels import hanging_together, quality_of

    state = np.array([seed], dtype=np.uint64)
    best = np.arange(len(graph.ends), dtype=np.int32)
    quality = -1.0
    for _ in range(rounds):
        found = hanging_together(graph.starts, graph.targets, _round(graph, best.copy(), state))
        reached = round(float(quality_of(graph.starts, graph.targets, found)), 12)
        if reached <= quality:
            break
        best, quality = found, reached
    return best, quality


def _round(graph: Level, group: NDArray[np.int32], state: NDArray[np.uint64]) -> NDArray[np.int32]:
    """Move people from the groups given, refine, make each part a node, and again until nothing joins."""
    from knoop.network.communities_kernels import joined, move_nodes, refined, renumbered

    place, twice = np.arange(len(group), dtype=np.int32), int(graph.ends.sum())
    while True:
        move_nodes(*graph, twice, group, state)
        if renumbered(group) == len(group):
            return group[place]
        part = refined(*graph, twice, group, state)
        parts = renumbered(part)
        if parts == len(group):
            return group[place]
        graph = Level(*joined(*graph, part, parts))
        place, held = part[place], np.empty(parts, dtype=np.int32)
        held[part] = group
        group = held


def _adjusted_rand(one: NDArray[np.int32], other: NDArray[np.int32]) -> float:
    """How alike two ways to group the same people are, above chance."""

    def pairs(counts: NDArray[np.int64]) -> float:
        return float((counts * (counts - 1.0) / 2).sum())

    width = int(other.max()) + 1
    both = pairs(np.unique(one.astype(np.int64) * width + other, return_counts=True)[1])
    left, right = pairs(np.bincount(one)), pairs(np.bincount(other))
    chance = left * right / max(1.0, len(one) * (len(one) - 1) / 2)
    most = (left + right) / 2
    return (both - chance) / (most - chance) if most > chance else 1.0


def communities(network: Network) -> list[int | None]:
    """Groups that the ties themselves show: the best of ten seeded Leiden runs by modularity.

    Undirected, without weights; the best of five above 5,000 people, of two shorter ones above 50,000.
    Returns: 1 for the largest group, and so on; None for a person without ties. Everybody can reach
             everybody of their group without leaving it.
    Cost:    about O(ties) a run, a core each; the same input gives the same groups.
    Source:  Traag, Waltman & van Eck (2019).
    """
    numbers = group_numbers(network)
    return [number or None for number in numbers.tolist()]


def group_numbers(network: Network) -> NDArray[np.int32]:
    """`communities` as numbers; 0 for a person without ties."""
    if network.contacts.nnz == 0:
        return np.zeros(network.size, dtype=np.int32)
    found = _runs(network, effort(network.size)[0])
    best, _ = max(found, key=lambda run: run[1])
    return _numbered(best, network)


def _numbered(group: NDArray[np.int32], network: Network) -> NDArray[np.int32]:
    """1 for the largest, of equal ones the one whose first person comes first; 0 without ties."""
    _, first, member, sizes = np.unique(group, return_index=True, return_inverse=True, return_counts=True)
    number = np.empty(len(sizes), dtype=np.int32)
    number[np.lexsort((first, -sizes))] = np.arange(1, len(sizes) + 1)
    # People without ties are groups of one, so they always come after the groups with ties.
    return np.where(network.degree > 0, number[member], 0).astype(np.int32)


def detected_modularity(network: Network, groups: Sequence[int | None]) -> float | None:
    """Modularity of the groups that `communities` found, among people with a group; None without ties."""
    numbers = np.array([-1 if group is None else group for group in groups], dtype=np.int64)
    if (numbers < 0).any():
        network, numbers = network.among(numbers >= 0), numbers[numbers >= 0]
    if network.contacts.nnz == 0:
        return None
    from knoop.network.communities_kernels import quality_of

    return float(quality_of(*network.rows, np.unique(numbers, return_inverse=True)[1].astype(np.int32)))
