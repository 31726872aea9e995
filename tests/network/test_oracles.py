"""The same figures from igraph and networkx on random networks; those two are never shipped."""

from itertools import pairwise

import igraph
import networkx as nx
import numpy as np
import pytest

from knoop import network as net
from knoop.network.position_between import _sampled

SEEDS = range(3)


def random_pair(seed, *, people=40, arcs=160):
    """A random weighted network, and the same for networkx."""
    random = np.random.default_rng(seed)
    source, target = random.integers(0, people, (2, arcs))
    weights = random.integers(1, 9, arcs)
    names = [str(number) for number in range(people)]
    edges = {
        (names[a], names[b]): float(w) for a, b, w in zip(source, target, weights, strict=True) if a != b
    }
    rows = [(*pair, weight) for pair, weight in edges.items()]
    graph = nx.DiGraph()
    graph.add_nodes_from(names)
    graph.add_weighted_edges_from(rows)
    return net.Network.from_edges(rows, people=names), graph


def both_ways(graph):
    """Undirected, with the weights of both directions summed."""
    merged = nx.Graph()
    merged.add_nodes_from(graph)
    for source, target, weight in graph.edges(data="weight"):
        before = merged.get_edge_data(source, target, {"weight": 0.0})["weight"]
        merged.add_edge(source, target, weight=before + weight)
    return merged


def in_order(values, people):
    return [values[person] for person in people]


@pytest.mark.parametrize("seed", SEEDS)
def test_pagerank_is_that_of_networkx(seed):
    ours, graph = random_pair(seed)
    theirs = in_order(nx.pagerank(graph, tol=1e-13, max_iter=1000), ours.people)
    assert net.pagerank(ours) == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_betweenness_is_that_of_networkx(seed):
    ours, graph = random_pair(seed)
    theirs = in_order(nx.betweenness_centrality(graph.to_undirected()), ours.people)
    assert net.betweenness(ours) == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_harmonic_closeness_is_that_of_networkx(seed):
    ours, graph = random_pair(seed, people=150, arcs=170)  # more than one word, several parts
    theirs = in_order(nx.harmonic_centrality(graph.to_undirected()), ours.people)
    assert np.array(net.harmonic_closeness(ours)) * 149 == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_constraint_is_that_of_igraph(seed):
    ours, graph = random_pair(seed)
    merged = both_ways(graph)
    names = {person: number for number, person in enumerate(ours.people)}
    edges = [(names[a], names[b]) for a, b in merged.edges]
    theirs = igraph.Graph(n=ours.size, edges=edges).constraint(
        weights=[w for *_, w in merged.edges(data="weight")]
    )
    found = [np.nan if value is None else value for value in net.constraint(ours)]
    assert found == pytest.approx(theirs, abs=1e-9, nan_ok=True)


@pytest.mark.parametrize("seed", SEEDS)
def test_effective_size_is_burts_in_networkx(seed):
    ours, graph = random_pair(seed)
    merged = both_ways(graph)
    # Only with `nodes` networkx follows Burt for weights.
    theirs = nx.effective_size(merged, nodes=list(ours.people), weight="weight")
    found = [np.nan if value is None else value for value in net.effective_size(ours)]
    assert found == pytest.approx(in_order(theirs, ours.people), abs=1e-9, nan_ok=True)


@pytest.mark.parametrize("seed", SEEDS)
def test_coreness_is_that_of_networkx(seed):
    ours, graph = random_pair(seed)
    assert net.coreness(ours) == in_order(nx.core_number(graph.to_undirected()), ours.people)


@pytest.mark.parametrize("seed", SEEDS)
def test_clustering_and_transitivity_are_those_of_networkx(seed):
    ours, graph = random_pair(seed)
    undirected = graph.to_undirected()
    assert net.clustering(ours) == pytest.approx(nx.average_clustering(undirected), abs=1e-12)
    assert net.transitivity(ours) == pytest.approx(nx.transitivity(undirected), abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_reciprocity_is_that_of_networkx(seed):
    ours, graph = random_pair(seed)
    assert net.reciprocity(ours) == pytest.approx(nx.overall_reciprocity(graph), abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_modularity_is_that_of_networkx(seed):
    ours, graph = random_pair(seed)
    units = {person: str(int(person) % 4) for person in ours.people}
    groups = [{person for person in ours.people if units[person] == unit} for unit in "0123"]
    theirs = nx.community.modularity(graph.to_undirected(), groups, weight=None)
    assert net.modularity(ours, units) == pytest.approx(theirs, abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_detected_communities_are_at_least_as_good_as_those_of_igraph(seed):
    ours, graph = random_pair(seed)
    edges = [(int(a), int(b)) for a, b in graph.to_undirected().edges]
    theirs = igraph.Graph(n=ours.size, edges=edges).community_multilevel().modularity
    assert net.detected_modularity(ours, net.communities(ours)) >= theirs - 0.01


@pytest.mark.parametrize("seed", SEEDS)
def test_the_core_fits_no_worse_than_any_single_change_to_it(seed):
    ours, graph = random_pair(seed, people=15, arcs=40)
    core = net.core_fit(ours)
    undirected = nx.to_numpy_array(graph.to_undirected(), weight=None)
    upper = np.triu_indices(15, 1)

    def fit(members):
        within = np.array([person in members for person in ours.people])
        return np.corrcoef(undirected[upper], (within[upper[0]] | within[upper[1]]).astype(float))[0, 1]

    assert core.fit == pytest.approx(fit(set(core.people)), abs=1e-9)
    changed = [set(core.people) ^ {person} for person in ours.people]
    assert max(fit(members) for members in changed if members) <= core.fit + 1e-9


@pytest.mark.parametrize("seed", SEEDS)
def test_robustness_by_joining_is_robustness_by_removing(seed):
    ours, graph = random_pair(seed, arcs=60)
    left = nx.Graph(graph.to_undirected())
    sizes = []
    order = sorted(range(ours.size), key=lambda number: (-ours.degree[number], number))
    for number in order:
        left.remove_node(ours.people[number])
        sizes.append(max(map(len, nx.connected_components(left)), default=0))
    assert net.robustness(ours) == pytest.approx(sum(sizes) / ours.size**2, abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_sampled_betweenness_keeps_its_promised_error(monkeypatch, seed):
    ours, _ = random_pair(seed, people=300, arcs=900)
    exact = np.array(net.betweenness(ours))
    monkeypatch.setattr("knoop.network.position_between.EXACT_UP_TO", 10)
    sampled = np.array(net.betweenness(ours))
    assert 0 < np.abs(sampled - exact).max() <= net.betweenness_error(300) == 0.003


@pytest.mark.parametrize("seed", SEEDS)
def test_sampled_harmonic_closeness_keeps_its_promised_error(monkeypatch, seed):
    ours, _ = random_pair(seed, people=3_000, arcs=9_000)
    exact = np.array(net.harmonic_closeness(ours))
    monkeypatch.setattr("knoop.network.position_near.NEAR_EXACT_UP_TO", 10)
    sampled = np.array(net.harmonic_closeness(ours))
    assert 0 < np.abs(sampled - exact).max() <= net.harmonic_error(3_000) == 0.01


def test_a_path_drawn_is_each_shortest_path_as_often():
    # From m0 to m4 81 ways lead through the other m, one through y.
    edges = [
        (end, f"{between}{step}")
        for step in range(4)
        for between in "pqr"
        for end in (f"m{step}", f"m{step + 1}")
    ]
    edges += pairwise(["m0", *(f"y{step}" for step in range(7)), "m4"])
    ours = net.Network.from_edges(edges)
    assert _sampled(ours, 0.001, 1) == pytest.approx(net.betweenness(ours), abs=0.001)


@pytest.mark.parametrize("cores", [1, 3])
def test_sampled_figures_are_the_same_on_any_number_of_cores(monkeypatch, cores):
    ours, _ = random_pair(1, people=300, arcs=900)
    monkeypatch.setattr("knoop.network.position_between.EXACT_UP_TO", 10)
    monkeypatch.setattr("knoop.network.position_near.NEAR_EXACT_UP_TO", 10)
    on_all = net.betweenness(ours), net.harmonic_closeness(ours)
    for module in ("cores", "position_between"):
        monkeypatch.setattr(f"knoop.network.{module}.CORES", cores)
    assert (net.betweenness(ours), net.harmonic_closeness(ours)) == on_all
