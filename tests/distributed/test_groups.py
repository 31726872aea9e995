"""Communities found in Spark, by way of coarser graphs, beside those of one machine."""

import numpy as np
import pytest

from benchmarks.organisation import organisation
from knoop.distributed.groups import groups_of
from knoop.network import Network, acts_of, communities, detected_modularity, ties_of
from tests.distributed.graphs import both_ways


@pytest.fixture(scope="module")
def network():
    return ties_of(acts_of(organisation(1_000, 60_000))).whole


@pytest.fixture(scope="module")
def coarsened(spark, network):
    """As if the driver could hold 1,500 pairs only: at least one coarser level."""
    contacts, count = both_ways(spark, network)
    return groups_of(contacts, network.size, count=count, on_the_driver=1_500)


def test_a_small_graph_has_the_groups_of_one_machine(spark, network):
    contacts, count = both_ways(spark, network)
    assert groups_of(contacts, network.size, count=count)[0] == communities(network)


def test_a_coarsened_graph_is_grouped_as_well_as_on_one_machine_within_a_fiftieth(network, coarsened):
    groups, _ = coarsened
    assert detected_modularity(network, groups) > detected_modularity(network, communities(network)) - 0.02


def test_the_modularity_that_is_told_is_that_of_the_groups(network, coarsened):
    groups, quality = coarsened
    assert quality == pytest.approx(detected_modularity(network, groups), abs=1e-12)


def test_groups_are_numbered_from_the_largest_and_who_has_no_ties_has_none(network, coarsened):
    groups, _ = coarsened
    sizes = np.bincount([one for one in groups if one])[1:]
    assert (np.diff(sizes) <= 0).all()
    assert [one is None for one in groups] == (network.degree == 0).tolist()


def test_cliques_in_a_ring_are_found_whole(spark):
    """Eight cliques of six, each tied to the next by one pair."""
    pairs = [(6 * c + i, 6 * c + j) for c in range(8) for i in range(6) for j in range(i)]
    pairs += [(6 * c, (6 * c + 9) % 48) for c in range(8)]
    network = Network.from_edges(
        [(f"{a:02}", f"{b:02}") for a, b in pairs], people=[f"{number:02}" for number in range(48)]
    )
    contacts, count = both_ways(spark, network)
    groups, _ = groups_of(contacts, 48, count=count, on_the_driver=20)
    assert len(set(groups)) == 8
    assert all(len(set(groups[6 * c : 6 * c + 6])) == 1 for c in range(8))


def test_without_ties_there_are_no_groups(spark):
    contacts, _ = both_ways(spark, Network.from_edges([("a", "b")]))
    assert groups_of(contacts.limit(0), 3, count=0) == ([None, None, None], None)
