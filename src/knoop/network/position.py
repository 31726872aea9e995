"""Where a person stands: how many turn to them, how near they are, on how many paths they lie."""

import numpy as np
from numpy.typing import NDArray

from knoop.network.graph import Figures, Network, Vector, defined, rows_of
from knoop.network.position_between import BETWEENNESS_ERROR, EXACT_UP_TO, betweenness, betweenness_error
from knoop.network.position_near import harmonic_closeness, harmonic_error

__all__ = [
    "BETWEENNESS_ERROR",
    "EXACT_UP_TO",
    "betweenness",
    "betweenness_error",
    "coreness",
    "cores",
    "harmonic_closeness",
    "harmonic_error",
    "in_degree",
    "in_strength",
    "out_degree",
    "out_strength",
    "pagerank",
    "pagerank_shares",
]


SETTLED = 1e-10  # change of all shares of PageRank together in one round


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
    Cost:    O(arcs) for each of about 50 rounds; stops when a round changes less than 1e-10 in all.
    Source:  Page, Brin, Motwani & Winograd (1999); checked against networkx.
    """
    return defined(pagerank_shares(network, damping=damping))


def pagerank_shares(network: Network, *, damping: float = 0.85) -> Vector:
    """`pagerank` as numbers; NaN for all when nobody turns to anybody."""
    from knoop.network.graph_kernels import turned_round
    from knoop.network.position_kernels import wandered

    if network.arcs.nnz == 0:
        return np.full(network.size, np.nan)
    arcs, total = network.arcs, network.arcs.sum(axis=1)
    coming = turned_round(*rows_of(arcs), arcs.data)
    visits = wandered(*coming, np.asarray(total, dtype=np.float64), damping, SETTLED)
    return np.asarray(visits / visits.sum())


def coreness(network: Network) -> list[int]:
    """The largest k for which a person belongs to a group where all have k contacts inside it.

    Undirected, without weights; 0 without ties.
    Cost: O(ties). Source: Seidman (1983); Batagelj & Zaversnik (2003).
    """
    found: list[int] = cores(network).tolist()
    return found


def cores(network: Network) -> NDArray[np.int32]:
    """`coreness` as numbers."""
    from knoop.network.position_kernels import leave_by_contacts

    starts, contacts = network.rows
    core = np.diff(starts)
    leave_by_contacts(starts, contacts, core, int(core.max(initial=0)))
    return core
