"""Where a person stands: how many turn to them, how near they are, on how many paths they lie."""

import networkit
import numpy as np
from numpy.typing import NDArray

from knoop.network.graph import Figures, Network, Vector, defined, in_networkit

EXACT_UP_TO = 5_000  # people
BETWEENNESS_ERROR = 0.003  # above EXACT_UP_TO, for all people together with 95 % certainty
WORDS_AT_ONCE = 8_000_000  # of 64 searches each


def in_degree(network: Network) -> list[int]:
    """How many people turn to each person. Cost: O(arcs)."""
    counts = np.bincount(network.arcs.indices, minlength=network.size)
    return [int(count) for count in counts]


def out_degree(network: Network) -> list[int]:
    """How many people each person turns to. Cost: O(people)."""
    return [int(count) for count in np.diff(network.arcs.indptr)]


def in_strength(network: Network) -> list[float]:
    """Sum of the weights of arcs towards each person; in an attention network, sum of ln(1 + w)."""
    return [float(total) for total in network.arcs.sum(axis=0)]


def out_strength(network: Network) -> list[float]:
    """Sum of the weights of each person's arcs to others."""
    return [float(total) for total in network.arcs.sum(axis=1)]


def pagerank(network: Network, *, damping: float = 0.85) -> Figures:
    """How often one comes by when following arcs at random, stronger arcs more often.

    Returns: shares that sum to 1; None for all when nobody turns to anybody.
    Undefined steps: from a person who turns to nobody, one goes on anywhere.
    Cost:    O(arcs) for each of about 100 rounds; stops when a round changes less than 1e-12.
    Source:  Page, Brin, Motwani & Winograd (1999); checked against networkx.
    """
    size = network.size
    if network.arcs.nnz == 0:
        return [None] * size
    total = np.asarray(network.arcs.sum(axis=1), dtype=np.float64)
    turning = total > 0
    steps = network.arcs.T.tocsr()
    share = np.divide(1.0, total, out=np.zeros(size), where=turning)
    rank: Vector = np.full(size, 1.0 / size)
    for _ in range(1_000):
        loose = rank[~turning].sum()
        following = damping * (steps @ (rank * share) + loose / size) + (1.0 - damping) / size
        change = np.abs(following - rank).sum()
        rank = following
        if change < 1e-12:
            break
    return defined(rank / rank.sum())


def betweenness(network: Network) -> Figures:
    """On what share of the shortest paths between two others a person lies.

    Undirected, without weights.
    Returns: 0..1, divided by the (n - 1)(n - 2) / 2 pairs of others, people without ties included;
             None with fewer than three people.
    Cost:    exact O(people x ties) up to 5,000 people; above that sampled paths, each value within
             .003 of the exact one with 95 % certainty for all people together.
    Source:  Freeman (1977); Brandes (2001); Borassi & Natale (2016) for the sampling.
    """
    if network.size < 3:
        return [None] * network.size
    with in_networkit(network) as graph:
        if network.size <= EXACT_UP_TO:
            scores = networkit.centrality.Betweenness(graph, normalized=True).run().scores()
            return defined(np.array(scores))
        sampled = networkit.centrality.KadabraBetweenness(graph, BETWEENNESS_ERROR, 0.05)
        sampled.run()
        # NetworKit normalises as if paths had a direction, so undirected scores come out doubled.
        return defined(np.array(sampled.scores()) / 2.0)


def harmonic_closeness(network: Network) -> Figures:
    """How near the others are: the mean of 1 / distance, 0 for those out of reach.

    Undirected, without weights.
    Returns: 0 (no ties) to 1 (tied to all); None for somebody alone in the network.
    Cost:    exact; searches from 64 people at a time in the bits of one word, so about
             O(people x ties / 64) word operations in bounded memory.
    Source:  Marchiori & Latora (2000); Boldi & Vigna (2014).
    """
    size = network.size
    if size < 2:
        return [None] * size
    total = np.zeros(size)
    words = max(1, min((size + 63) // 64, WORDS_AT_ONCE // max(1, network.contacts.nnz)))
    for start in range(0, size, 64 * words):
        total += _nearness_from(network, np.arange(start, min(start + 64 * words, size)), words)
    return defined(total / (size - 1))


def _nearness_from(network: Network, sources: NDArray[np.int64], words: int) -> Vector:
    """For each person the sum of 1 / distance from the sources, one bit per source."""
    tied = np.flatnonzero(network.degree > 0)
    starts = network.contacts.indptr[tied]
    frontier = np.zeros((network.size, words), dtype=np.uint64)
    bit = sources - sources[0]
    frontier[sources, bit // 64] = np.left_shift(np.uint64(1), (bit % 64).astype(np.uint64))
    seen = frontier.copy()
    nearness = np.zeros(network.size)
    distance = 0
    while len(tied) and frontier.any():
        distance += 1
        reached = np.zeros_like(frontier)
        reached[tied] = np.bitwise_or.reduceat(frontier[network.contacts.indices], starts, axis=0)
        frontier = reached & ~seen
        seen |= frontier
        nearness += np.bitwise_count(frontier).sum(axis=1) / distance
    return nearness


def coreness(network: Network) -> list[int]:
    """The largest k for which a person belongs to a group where all have k contacts inside it.

    Undirected, without weights; 0 without ties. Cost: O(ties). Source: Seidman (1983).
    """
    with in_networkit(network) as graph:
        return [int(core) for core in networkit.centrality.CoreDecomposition(graph).run().scores()]
