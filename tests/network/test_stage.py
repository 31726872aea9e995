"""The rules of the stage and the features they read."""

import dataclasses

import networkx as nx
import numpy as np
import pytest

from knoop.network import Network, stage, stage_number
from knoop.network.stage import NO_FEATURES, by_score, rows_of
from knoop.network.stage_kernels import largest_part, modularity_of

STAGE_THREE = dataclasses.replace(
    NO_FEATURES,
    connected=0.9,
    keep_one=0.8,
    keep_five=0.3,
    top_share=0.2,
    centralisation=0.3,
    modularity=0.6,
    robustness=0.1,
)


def ours(graph):
    names = [f"{node:03d}" for node in sorted(graph)]
    return Network.from_edges([(names[a], names[b]) for a, b in graph.edges], people=names, mutual=True)


@pytest.mark.parametrize(
    ("change", "number"),
    [
        ({}, 3),
        ({"connected": 0.49}, 1),
        ({"keep_one": 0.54}, 2),
        ({"top_share": 0.5, "centralisation": 0.6}, 2),
        ({"keep_five": 0.6}, 3),  # clusters
        ({"modularity": 0.44}, 3),  # falls apart
        ({"keep_five": 0.6, "modularity": 0.44}, 4),
        ({"keep_five": 0.6, "modularity": 0.44, "robustness": 0.17}, 5),
        ({"keep_five": None, "modularity": None}, 4),
        ({"connected": None}, None),
    ],
)
def test_the_first_rule_that_holds_decides(change, number):
    assert stage_number(dataclasses.replace(STAGE_THREE, **change)) == number


def test_stars_in_a_ring_are_multi_hub():
    graph = nx.disjoint_union_all([nx.star_graph(49) for _ in range(4)])
    graph.add_edges_from([(0, 50), (50, 100), (100, 150), (150, 0)])
    assert stage(ours(graph)).name == "multi-hub"


def test_of_two_largest_parts_the_first_is_read():
    graph = nx.Graph([(0, 3), (3, 5), (1, 2), (2, 4)])
    assert largest_part(*rows_of(ours(graph))).tolist() == [True, False, False, True, False, True]


def test_modularity_of_numbered_groups_is_newmans():
    graph = nx.karate_club_graph()
    groups = np.array([int(graph.nodes[node]["club"] != "Mr. Hi") for node in graph], dtype=np.int32)
    sides = [{node for node in graph if groups[node] == side} for side in (0, 1)]
    expected = nx.community.modularity(graph, sides, weight=None)
    assert modularity_of(*rows_of(ours(graph)), groups) == pytest.approx(expected, abs=1e-12)


def test_scores_that_differ_by_rounding_are_equal_and_keep_their_order():
    assert by_score([0.1, 0.3, 0.1 + 1e-15, None]).tolist() == [1, 0, 2, 3]


def test_a_stage_knows_who_lies_between_and_which_groups_it_saw():
    network = ours(nx.connected_caveman_graph(10, 4))
    found = stage(network)
    assert len(found.groups) == len(found.between) == 40
    assert found.as_json()["features"].keys() == {"S", "keep1", "keep5", "top1b", "CB", "Q", "R"}
