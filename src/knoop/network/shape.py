"""The shape of the whole: how dense, how mutual, how clustered, how centred on a few."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knoop.network.graph import Figures, Network


def density(network: Network) -> float | None:
    """Arcs that exist as a share of the n (n - 1) that could. None with fewer than two people."""
    possible = network.size * (network.size - 1)
    return network.arcs.nnz / possible if possible else None


def reciprocity(network: Network) -> float | None:
    """Share of arcs that are returned. None without arcs. Arcs to oneself don't exist here."""
    if network.arcs.nnz == 0:
        return None
    pattern = network.arcs.copy()
    pattern.data[:] = 1.0
    return float(pattern.multiply(pattern.T).sum() / network.arcs.nnz)


def clustering(network: Network) -> float | None:
    """Mean share of a person's pairs of contacts who know each other.

    Undirected. Somebody with fewer than two contacts counts as 0. None without people.
    Cost: O(sum of squared degrees). Source: Watts & Strogatz (1998).
    """
    if network.size == 0:
        return None
    pairs = network.degree * (network.degree - 1) / 2
    closed = np.divide(network.triangles, pairs, out=np.zeros(network.size), where=pairs > 0)
    return float(closed.mean())


def transitivity(network: Network) -> float | None:
    """Share of two-step paths whose ends know each other. None when there is no such path.

    Undirected. Cost: O(sum of squared degrees). Source: Newman, Watts & Strogatz (2002).
    """
    paths = float((network.degree * (network.degree - 1) / 2).sum())
    return float(network.triangles.sum() / paths) if paths else None


def components(network: Network) -> NDArray[np.int64]:
    """For each person the number of the separate part they are in, from 0, in either direction."""
    # Loading all of SciPy's graphs and linear algebra takes a third of a second.
    from scipy.sparse import csgraph

    _, part = csgraph.connected_components(network.contacts, directed=False)
    return np.asarray(part, dtype=np.int64)


def degree_centralisation(network: Network) -> float | None:
    """How far contacts gather around one person: 0 all have as many, 1 a star.

    Undirected; people without ties count. None with fewer than three people. Source: Freeman (1978).
    """
    size = network.size
    if size < 3:
        return None
    return float((network.degree.max() - network.degree).sum() / ((size - 1) * (size - 2)))


def betweenness_centralisation(scores: Figures) -> float | None:
    """The same for betweenness, from its normalised scores. None when they are undefined."""
    values = [score for score in scores if score is not None]
    if len(values) < 3:
        return None
    return float((max(values) - np.array(values)).sum() / (len(values) - 1))


def gini(amounts: Sequence[float] | NDArray[np.float64]) -> float | None:
    """How unequally amounts are spread: 0 equal, towards 1 all with one.

    (2 sum i x_i) / (n sum x) - (n + 1) / n, ascending. None when there is nothing to spread.
    Few people bias it down: at most 1 - 1/n. Source: Gini (1912).
    """
    sorted_amounts = np.sort(np.asarray(amounts, dtype=np.float64))
    count, total = len(sorted_amounts), float(sorted_amounts.sum())
    if total <= 0:
        return None
    ranks = np.arange(1, count + 1)
    return float(2 * (ranks * sorted_amounts).sum() / (count * total) - (count + 1) / count)
