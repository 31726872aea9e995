"""The few without whom it falls apart, the few who are near everybody."""

from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from knoop.network import Network, UnknownPerson, keyplayers
from knoop.network.keyplayers import (
    breaking_set,
    distance_fragmentation,
    fragmentation,
    reach,
    reaching_set,
)
from tests.network import golden

PEOPLE = "abcdefgh"
edge_lists = some.lists(some.tuples(some.sampled_from(PEOPLE), some.sampled_from(PEOPLE)), max_size=20)

BREAKING = [
    (golden.kite, "parts", {"Heather"}, 0.3889),
    (golden.kite, "distance", {"Heather"}, 0.4861),
    (golden.kite, "parts", {"Fernando", "Garth"}, 0.5357),
    (golden.kite, "distance", {"Fernando", "Garth"}, 0.6071),
    (golden.florentine, "parts", {"Medici"}, 0.3846),
    (golden.florentine, "parts", {"Guadagni", "Medici"}, 0.7051),
    (golden.florentine, "parts", {"Guadagni", "Medici", "Strozzi"}, 0.8636),
    (golden.florentine, "distance", {"Medici"}, 0.6738),
    (golden.florentine, "distance", {"Guadagni", "Medici"}, 0.8024),
    (golden.florentine, "distance", {"Guadagni", "Medici", "Strozzi"}, 0.8889),
    (golden.karate, "parts", {"1"}, 0.3163),
    (golden.karate, "parts", {"1", "2"}, 0.4234),
    (golden.karate, "parts", {"1", "33", "34"}, 0.5699),
]
REACHING = [
    (golden.kite, {"Diane"}, 0.8083),
    (golden.kite, {"Diane", "Ike"}, 1.0),
    (golden.florentine, {"Medici"}, 0.7),
    (golden.florentine, {"Bischeri", "Medici"}, 0.8667),
    (golden.karate, {"34"}, 0.7132),
    (golden.karate, {"1", "34"}, 0.9559),
]


@pytest.mark.parametrize(("network", "by", "people", "value"), BREAKING)
def test_the_textbook_networks_break_on_the_known_people(network, by, people, value):
    found = breaking_set(network(), len(people), by=by)
    assert (set(found.people), found.is_best) == (people, True)
    assert found.value == pytest.approx(value, abs=1e-4)


@pytest.mark.parametrize(("network", "by", "people", "value"), BREAKING)
def test_the_search_finds_them_too_but_for_the_two_of_the_kite(network, by, people, value, monkeypatch):
    monkeypatch.setattr(keyplayers, "EXHAUSTIVE", 0)
    found = breaking_set(network(), len(people), by=by)
    if network is golden.kite and len(people) == 2:
        assert found.value < value  # no single exchange leads from {Diane, Heather} to it
        assert not found.is_best
    else:
        assert set(found.people) == people


@pytest.mark.parametrize(("network", "people", "value"), REACHING)
def test_the_textbook_networks_are_reached_from_the_known_people(network, people, value):
    found = reaching_set(network(), len(people))
    assert set(found.people) == people
    assert found.value == pytest.approx(value, abs=1e-4)


def test_fragmentation_before_anybody_leaves_is_the_published_one():
    assert distance_fragmentation(golden.kite()) == pytest.approx(0.3537, abs=1e-4)
    assert distance_fragmentation(golden.florentine()) == pytest.approx(0.4998, abs=1e-4)
    assert fragmentation(golden.kite()) == 0


def test_reach_in_steps_counts_the_members_themselves():
    assert reach(golden.karate(), ["1", "34"], within=1) == 31
    found = reaching_set(golden.karate(), 1, within=2)
    assert (found.people, found.value) == (("32",), 33)


@settings(max_examples=40, deadline=None)
@given(edges=edge_lists, gone=some.sets(some.sampled_from(PEOPLE), max_size=6))
def test_fragmentation_is_that_of_paths_counted_one_by_one(edges, gone):
    graph = nx.Graph([pair for pair in edges if pair[0] != pair[1]])
    graph.add_nodes_from(PEOPLE)
    graph.remove_nodes_from(gone)
    away = dict(nx.all_pairs_shortest_path_length(graph))
    pairs = list(combinations(graph, 2))
    met = sum(b in away[a] for a, b in pairs) / len(pairs)
    near = sum(1 / away[a][b] for a, b in pairs if b in away[a]) / len(pairs)
    network = Network.from_edges(edges, people=PEOPLE)
    assert fragmentation(network, without=gone) == pytest.approx(1 - met, abs=1e-12)
    assert distance_fragmentation(network, without=gone) == pytest.approx(1 - near, abs=1e-12)


@settings(max_examples=30, deadline=None)
@given(edges=edge_lists, size=some.integers(1, 4), within=some.sampled_from([None, 1, 2]))
def test_greedy_keeps_its_guarantee(edges, size, within):
    network = Network.from_edges(edges, people=PEOPLE)
    found = reaching_set(network, size, within=within)
    best = max(reach(network, people, within=within) for people in combinations(PEOPLE, size))
    assert found.value >= found.at_least * best - 1e-9
    assert found.value == pytest.approx(reach(network, found.people, within=within), abs=1e-9)
    assert not found.is_best or found.value == pytest.approx(best, abs=1e-9)


def test_greedy_doesnt_say_it_is_best_where_it_isnt():
    leaves = {"a": "1234", "b": "5678", "c": "234678"}  # c alone reaches most, a and b together reach more
    network = Network.from_edges([(hub, leaf) for hub in leaves for leaf in leaves[hub]], mutual=True)
    found = reaching_set(network, 2, within=1)
    assert (found.value, reach(network, ["a", "b"], within=1)) == (9, 10)
    assert not found.is_best
    assert found.at_least <= 0.9


@settings(max_examples=25, deadline=None)
@given(edges=edge_lists, order=some.permutations(PEOPLE), by=some.sampled_from(["parts", "distance"]))
def test_how_far_it_breaks_doesnt_depend_on_the_order_of_people(edges, order, by):
    one = breaking_set(Network.from_edges(edges, people=PEOPLE), 2, by=by)
    other = breaking_set(Network.from_edges(edges, people=order), 2, by=by)
    assert one.value == pytest.approx(other.value, abs=1e-9)


def made(people=360, ties=900, seed=5):
    random = np.random.default_rng(seed)
    ends = np.minimum(random.integers(0, people, (ties, 2)), random.integers(0, people, (ties, 2)))
    return Network.from_edges([(str(a), str(b)) for a, b in ends], mutual=True)


def test_leavers_found_from_a_sample_do_within_a_hundredth_what_those_of_all_do(monkeypatch):
    network = made()
    monkeypatch.setattr(keyplayers, "SAMPLE", 64)
    sampled = breaking_set(network, 3)
    monkeypatch.setattr(keyplayers, "ALL_UP_TO", 10_000)
    full = breaking_set(network, 3)
    assert (sampled.sampled, full.sampled) == (64, None)
    assert sampled.value >= full.value - 0.01
    assert sampled.value == pytest.approx(distance_fragmentation(network, without=sampled.people), abs=1e-9)


def test_an_estimated_fragmentation_lies_within_its_error(monkeypatch):
    network = made(people=2_600, ties=6_000)
    exact = distance_fragmentation(network)
    monkeypatch.setattr(keyplayers, "EXACT_UP_TO", 10)
    search = keyplayers._Distances(network, 1)
    value, error = search.estimate(np.zeros(network.size, dtype=bool))
    assert 0 < error < 0.01
    assert abs(value - exact) <= error


def test_reach_from_the_nearest_of_many_is_nearly_that_of_all(monkeypatch):
    network = made(people=2_600, ties=6_000)
    full = reaching_set(network, 3)
    monkeypatch.setattr(keyplayers, "EXACT_UP_TO", 10)
    sampled = reaching_set(network, 3)
    assert sampled.at_least is None
    assert sampled.value >= 0.98 * full.value


def test_a_set_too_large_for_the_network_is_none():
    assert breaking_set(golden.kite(), 9) is None
    assert reaching_set(Network.from_edges([]), 1) is None
    assert fragmentation(golden.kite(), without=golden.KITE_PEOPLE[1:]) is None


def test_fewer_people_are_named_when_they_reach_everybody():
    star = Network.from_edges([("hub", leaf) for leaf in "abcd"], mutual=True)
    assert reaching_set(star, 3).people == ("hub",)


def test_somebody_who_isnt_there_is_named():
    with pytest.raises(UnknownPerson, match="zoe"):
        fragmentation(golden.kite(), without=["zoe"])
