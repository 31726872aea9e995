"""What the loss of people does."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from knoop.network import Network, robustness
from knoop.network.keyplayers import fragmentation
from knoop.network.resilience import losses, person_loss, removal_curve
from tests.network import golden

PEOPLE = "abcdefgh"
edge_lists = some.lists(some.tuples(some.sampled_from(PEOPLE), some.sampled_from(PEOPLE)), max_size=16)


def test_the_kite_loses_most_with_heather():
    loss = person_loss(golden.kite(), "Heather")
    assert loss.largest == pytest.approx(1 - 7 / 9)
    assert loss.fragmentation == pytest.approx(0.3889, abs=1e-4)
    assert loss.distance_fragmentation == pytest.approx(0.4861 - 0.3537, abs=1e-4)
    assert golden.KITE_PEOPLE[int(np.argmax(losses(golden.kite()).fragmentation))] == "Heather"


@settings(max_examples=40, deadline=None)
@given(edges=edge_lists)
def test_losses_at_once_are_those_of_taking_each_away(edges):
    network = Network.from_edges(edges, people=PEOPLE)
    graph = nx.Graph([pair for pair in edges if pair[0] != pair[1]])
    graph.add_nodes_from(PEOPLE)
    found = losses(network)
    whole = max(map(len, nx.connected_components(graph))) / 8
    for number, person in enumerate(PEOPLE):
        left = graph.subgraph(set(PEOPLE) - {person})
        largest = max(map(len, nx.connected_components(left))) / 7
        assert found.largest[number] == pytest.approx(whole - largest, abs=1e-12)
        more = fragmentation(network, without=[person]) - fragmentation(network)
        assert found.fragmentation[number] == pytest.approx(more, abs=1e-12)


def test_the_area_under_the_curve_by_contacts_is_robustness():
    curve = removal_curve(golden.karate())
    assert curve.area == pytest.approx(robustness(golden.karate()), abs=1e-12)
    assert (curve.kept[0], curve.kept[-1], len(curve.kept)) == (1, 0, 35)
    assert (np.diff(curve.kept) <= 0).all()


def test_chance_does_less_harm_than_losing_the_best_tied():
    club = golden.karate()
    chance = removal_curve(club, by="chance")
    assert chance.area - 2 * chance.spread > removal_curve(club).area
    assert chance.area == removal_curve(club, by="chance").area


def test_of_too_few_people_nothing_can_be_said():
    assert person_loss(Network.from_edges([("a", "b")]), "a") is None
    assert losses(Network.from_edges([("a", "b")])) is None
    assert removal_curve(Network.from_edges([])) is None
