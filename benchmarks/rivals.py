"""The same work in other libraries, on their own graphs, which are made before the clock starts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import igraph
import networkit
import networkx
import numpy as np
from scipy import sparse

from knoop.network import Network
from knoop.network.communities import effort

type Work = Callable[[], Any]

NETWORKX_UP_TO = 1_000  # people
EXACT_UP_TO = 5_000  # people: above that Knoop's betweenness is sampled, and exact ones take too long
SEARCHES_UP_TO = 20_000  # people: above that searching from everybody, one by one, takes too long
COMMUNITIES = "communities (best of as many runs)"


@dataclass(frozen=True, kw_only=True, eq=False)
class Graphs:
    """One network in the form of each library; `mutual` without directions and weights."""

    network: Network
    igraph_arcs: Any
    igraph_mutual: Any
    igraph_weighted: Any
    networkit_arcs: Any
    networkit_mutual: Any
    networkx_arcs: Any
    networkx_mutual: Any
    networkx_weighted: Any

    @classmethod
    def of(cls, network: Network) -> "Graphs":
        arcs, both = network.arcs.tocoo(), network.both_ways.tocoo()
        upper = both.row < both.col
        row, col, weight = both.row[upper], both.col[upper], both.data[upper]
        size, is_small = network.size, network.size <= NETWORKX_UP_TO
        mutual = igraph.Graph(n=size, edges=np.stack([row, col], axis=1).tolist())
        weighted = mutual.copy()
        weighted.es["weight"] = weight
        directed = igraph.Graph(n=size, edges=np.stack([arcs.row, arcs.col], axis=1).tolist(), directed=True)
        directed.es["weight"] = arcs.data
        return cls(
            network=network,
            igraph_arcs=directed,
            igraph_mutual=mutual,
            igraph_weighted=weighted,
            networkit_arcs=_in_networkit(size, arcs.row, arcs.col, arcs.data),
            networkit_mutual=_in_networkit(size, row, col, None),
            networkx_arcs=networkx.from_scipy_sparse_array(network.arcs, create_using=networkx.DiGraph)
            if is_small
            else None,
            networkx_mutual=networkx.from_scipy_sparse_array(network.contacts) if is_small else None,
            networkx_weighted=networkx.from_scipy_sparse_array(network.both_ways) if is_small else None,
        )


def _in_networkit(size: int, row: Any, col: Any, weight: Any) -> Any:
    values = np.ones(len(row)) if weight is None else weight
    is_weighted = weight is not None
    return networkit.GraphFromCoo(
        (values, (row.astype(np.int64), col.astype(np.int64))),
        n=size,
        weighted=is_weighted,
        directed=is_weighted,
    )


def making(network: Network) -> dict[str, Work]:
    """The undirected graph without weights, in the libraries that are fast."""
    upper = sparse.triu(network.contacts, k=1).tocoo()
    return {
        "igraph": lambda: igraph.Graph(
            n=network.size, edges=np.stack([upper.row, upper.col], axis=1).tolist()
        ),
        "NetworKit": lambda: _in_networkit(network.size, upper.row, upper.col, None),
    }


def rivals(graphs: Graphs) -> dict[str, dict[str, Work]]:
    """By measure and library. What a library lacks, or would take minutes for at this size, is left out."""
    works = {measure: dict(of(graphs)) for measure, of in MEASURES.items()}
    if graphs.networkx_mutual is None:
        for work in works.values():
            work.pop("networkx", None)
    return works


def _pagerank(graphs: Graphs) -> dict[str, Work]:
    return {
        "igraph": lambda: graphs.igraph_arcs.pagerank(weights="weight", damping=0.85),
        "NetworKit": lambda: networkit.centrality.PageRank(graphs.networkit_arcs, 0.85, 1e-10).run().scores(),
        "networkx": lambda: networkx.pagerank(graphs.networkx_arcs, tol=1e-10, max_iter=1_000),
    }


def _betweenness(graphs: Graphs) -> dict[str, Work]:
    if graphs.network.size > EXACT_UP_TO:
        return {
            "NetworKit": lambda: networkit.centrality.KadabraBetweenness(
                graphs.networkit_mutual, 0.003, 0.05
            ).run()
        }
    return {
        "igraph": lambda: graphs.igraph_mutual.betweenness(directed=False),
        "NetworKit": lambda: networkit.centrality.Betweenness(graphs.networkit_mutual, True).run().scores(),
        "networkx": lambda: networkx.betweenness_centrality(graphs.networkx_mutual),
    }


def _constraint(graphs: Graphs) -> dict[str, Work]:
    return {
        "igraph": lambda: graphs.igraph_weighted.constraint(weights="weight"),
        "networkx": lambda: networkx.constraint(graphs.networkx_weighted, weight="weight"),
    }


def _clustering(graphs: Graphs) -> dict[str, Work]:
    return {
        "igraph": lambda: graphs.igraph_mutual.transitivity_avglocal_undirected(mode="zero"),
        "NetworKit": lambda: np.mean(
            networkit.centrality.LocalClusteringCoefficient(graphs.networkit_mutual, True).run().scores()
        ),
        "networkx": lambda: networkx.average_clustering(graphs.networkx_mutual),
    }


def _closeness(graphs: Graphs) -> dict[str, Work]:
    if graphs.network.size > SEARCHES_UP_TO:
        return {}
    return {
        "igraph": graphs.igraph_mutual.harmonic_centrality,
        "NetworKit": lambda: networkit.centrality.HarmonicCloseness(graphs.networkit_mutual).run().scores(),
        "networkx": lambda: networkx.harmonic_centrality(graphs.networkx_mutual),
    }


def _coreness(graphs: Graphs) -> dict[str, Work]:
    return {
        "igraph": graphs.igraph_mutual.coreness,
        "NetworKit": lambda: networkit.centrality.CoreDecomposition(graphs.networkit_mutual).run().scores(),
        "networkx": lambda: networkx.core_number(graphs.networkx_mutual),
    }


def _communities(graphs: Graphs) -> dict[str, Work]:
    runs, rounds = effort(graphs.network.size)  # as many as ours

    def in_networkit() -> None:
        for _ in range(runs):
            networkit.community.ParallelLeiden(graphs.networkit_mutual, iterations=rounds).run()

    def in_igraph() -> None:
        for _ in range(runs):
            graphs.igraph_mutual.community_leiden(objective_function="modularity", n_iterations=rounds)

    def in_networkx() -> None:
        for _ in range(runs):
            networkx.community.louvain_communities(graphs.networkx_mutual)

    return {"igraph": in_igraph, "NetworKit": in_networkit, "networkx": in_networkx}


MEASURES: dict[str, Callable[[Graphs], dict[str, Work]]] = {
    "PageRank": _pagerank,
    "betweenness": _betweenness,
    "constraint": _constraint,
    "clustering": _clustering,
    "harmonic closeness": _closeness,
    "k-core": _coreness,
    COMMUNITIES: _communities,
}
