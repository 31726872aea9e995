"""Groups that ties show: against igraph, and what must always hold."""

from importlib import import_module
from pathlib import Path

import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from benchmarks.organisation import organisation
from knoop import network as net
from knoop.network.communities import Level, leiden
from knoop.network.communities_kernels import hanging_together, quality_of
from tests.network import golden

EMAIL = Path(__file__).parents[3] / "shared" / "data" / "org_email_eu_core" / "email-Eu-core.txt"
PEOPLE = "abcdefghijkl"
edge_lists = some.lists(some.tuples(some.sampled_from(PEOPLE), some.sampled_from(PEOPLE)), max_size=40)


def members_of(network, groups):
    """The people of each group."""
    found = {}
    for person, group in zip(network.people, groups, strict=True):
        if group is not None:
            found.setdefault(group, set()).add(person)
    return found


def undirected(network):
    graph = nx.from_scipy_sparse_array(network.contacts)
    return nx.relabel_nodes(graph, dict(enumerate(network.people)))


@settings(max_examples=80, deadline=None)
@given(edges=edge_lists)
def test_everybody_reaches_everybody_of_their_group_without_leaving_it(edges):
    network = net.Network.from_edges(edges, people=PEOPLE)
    graph = undirected(network)
    for members in members_of(network, net.communities(network)).values():
        assert nx.is_connected(graph.subgraph(members))


@pytest.mark.parametrize("made", [golden.karate, golden.florentine, golden.advice, golden.kite])
def test_nobody_would_be_better_placed_in_another_group(made):
    network = made()
    groups = net.communities(network)
    best = net.detected_modularity(network, groups)
    for number, group in enumerate(groups):
        for other in set(groups) - {group, None} if group else ():
            moved = [*groups[:number], other, *groups[number + 1 :]]
            assert net.detected_modularity(network, moved) <= best + 1e-12


@settings(max_examples=40, deadline=None)
@given(edges=edge_lists, groups=some.lists(some.integers(1, 4) | some.none(), min_size=12, max_size=12))
def test_the_modularity_of_groups_is_that_of_units_with_their_names(edges, groups):
    network = net.Network.from_edges(edges, people=PEOPLE)
    named = {person: str(group) for person, group in zip(PEOPLE, groups, strict=True) if group}
    expected = net.modularity(network, named)
    assert net.detected_modularity(network, groups) == (
        None if expected is None else pytest.approx(expected, abs=1e-12)
    )


def test_two_circles_with_one_tie_between_them_are_two_groups():
    circles = [(f"{side}{one}", f"{side}{two}") for side in "xy" for one in range(5) for two in range(one)]
    network = net.Network.from_edges([*circles, ("x0", "y0")])
    found = members_of(network, net.communities(network))
    assert {"".join(sorted(person[0] for person in members)) for members in found.values()} == {
        "xxxxx",
        "yyyyy",
    }


def test_the_largest_group_is_number_one_and_who_is_alone_has_none():
    network = net.Network.from_edges(
        [("a", "b"), ("b", "c"), ("c", "a"), ("d", "e")], people=["z", "d", "e", "a", "b", "c"]
    )
    assert net.communities(network) == [None, 2, 2, 1, 1, 1]


def test_a_group_in_two_pieces_is_two_groups():
    network = net.Network.from_edges([("a", "b"), ("c", "d"), ("b", "x"), ("x", "c")], people="abcdx")
    found = hanging_together(*network.rows, np.array([0, 0, 0, 0, 1], dtype=np.int32))
    assert found.tolist() == [0, 0, 1, 1, 2]


@pytest.mark.parametrize("cores", [1, 3])
def test_groups_are_the_same_on_any_number_of_cores(monkeypatch, cores):
    club = golden.karate()
    found = net.communities(club)
    monkeypatch.setattr("knoop.network.cores.CORES", cores)
    assert net.communities(club) == found


def test_the_groups_of_the_institute_are_as_good_as_those_of_igraph():
    if not EMAIL.exists():
        pytest.skip("The e-mail of a research institute (SNAP email-Eu-core) isn't here.")
    network = net.Network.from_edges([tuple(line.split()) for line in EMAIL.read_text().splitlines()])
    assert net.detected_modularity(network, net.communities(network)) >= 0.4165


@pytest.mark.parametrize(("seeds", "rounds"), [(10, 3), (5, 3), (2, 2)])
def test_the_groups_of_an_organisation_are_as_good_as_those_of_igraph(monkeypatch, seeds, rounds):
    monkeypatch.setattr(import_module("knoop.network.communities"), "EFFORT", ((10_000, seeds, rounds),))
    network = net.ties_of(net.acts_of(organisation(2_000, 100_000))).whole
    graph = igraph.Graph(n=network.size, edges=np.argwhere(np.triu(network.contacts.toarray())).tolist())
    theirs = graph.community_leiden(objective_function="modularity", n_iterations=3).modularity
    assert net.detected_modularity(network, net.communities(network)) >= theirs - 0.003


def test_a_round_more_never_makes_groups_worse():
    level = Level.of(golden.karate())
    for seed in range(1, 20):
        found = [leiden(level, rounds, seed) for rounds in (1, 2, 5)]
        assert found[0][1] <= found[1][1] <= found[2][1]
        group, quality = found[2]
        assert quality == pytest.approx(quality_of(level.starts, level.targets, group), abs=1e-11)
