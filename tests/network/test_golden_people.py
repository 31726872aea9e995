"""More figures of the networks of the literature: who stands out, and how well that agrees with rank."""

import networkx as nx
import numpy as np
import pytest
from scipy.stats import rankdata, spearmanr

from knoop import network as net
from knoop.network.leaders import leader_index
from tests.network import golden


def most(measure, network):
    """Who has the most, to nine decimals."""
    found = np.round(measure(network), 9)
    return {network.people[number] for number in np.flatnonzero(found == found.max())}


def closeness(network):
    """Freeman's, for a connected network, as networkx measures it; the library offers the harmonic form."""
    graph = nx.from_scipy_sparse_array(network.contacts)
    return list(nx.closeness_centrality(graph).values())


def test_on_the_kite_three_people_are_the_most_central_in_three_ways():
    assert most(net.in_degree, golden.kite()) == {"Diane"}
    assert most(net.betweenness, golden.kite()) == {"Heather"}
    assert most(closeness, golden.kite()) == {"Fernando", "Garth"}


def test_harmonic_closeness_of_the_kite_puts_diane_before_fernando_and_garth():
    assert most(net.harmonic_closeness, golden.kite()) == {"Diane"}


FLORENTINE_DEGREES = {
    "Medici": 6, "Guadagni": 4, "Strozzi": 4, "Albizzi": 3, "Ridolfi": 3, "Tornabuoni": 3, "Bischeri": 3,
    "Castellani": 3, "Peruzzi": 3, "Salviati": 2, "Barbadori": 2, "Acciaiuoli": 1, "Lamberteschi": 1,
    "Ginori": 1, "Pazzi": 1,
}  # fmt: skip


def test_florentine_families_have_the_marriages_padgett_and_ansell_counted():
    families = golden.florentine()
    assert dict(zip(families.people, net.in_degree(families), strict=True)) == FLORENTINE_DEGREES


@pytest.mark.parametrize(
    ("family", "paths"), [("Medici", 47.5), ("Guadagni", 23.1667), ("Albizzi", 19.3333), ("Salviati", 13)]
)
def test_florentine_families_lie_on_the_published_number_of_paths(family, paths):
    families = golden.florentine()
    found = net.betweenness(families)[families.position(family)]
    assert found * 14 * 13 / 2 == pytest.approx(paths, abs=1e-4)


def test_a_family_without_marriages_makes_the_medici_lie_on_a_smaller_share_of_paths():
    families = golden.florentine(with_pucci=True)
    assert net.betweenness(families)[families.position("Medici")] == pytest.approx(0.4524, abs=1e-4)


def test_node_2_of_the_karate_club_has_its_published_betweenness():
    club = golden.karate()
    assert net.betweenness(club)[club.position("2")] == pytest.approx(0.0539, abs=1e-4)


def test_the_factions_of_the_karate_club_have_their_modularity():
    """Zachary's own split of 16 and 18 puts member 9 with the officers."""
    club = golden.karate()
    with_mr_hi = golden.KARATE_CLUB_OF_MR_HI - {"9"}
    factions = {person: str(person in with_mr_hi) for person in club.people}
    assert net.modularity(club, factions) == pytest.approx(0.37147, abs=1e-5)


def test_weighted_friendships_leave_mr_hi_and_the_officer_as_constrained_as_published():
    graph = nx.karate_club_graph()
    edges = [(str(a + 1), str(b + 1), weight) for a, b, weight in graph.edges(data="weight")]
    club = net.Network.from_edges(edges, mutual=True)
    found = [net.constraint(club)[club.position(person)] for person in ("1", "34")]
    assert found == pytest.approx([0.1906, 0.1863], abs=1e-4)


def test_weights_dont_change_modularity():
    """Networkx's karate club carries weights, and its modularity then gives .39144 for the split."""
    graph = nx.karate_club_graph()
    edges = [(str(a + 1), str(b + 1), weight) for a, b, weight in graph.edges(data="weight")]
    club = net.Network.from_edges(edges, mutual=True)
    split = {person: str(person in golden.KARATE_CLUB_OF_MR_HI) for person in club.people}
    assert net.modularity(club, split) == pytest.approx(0.35823, abs=1e-5)


def leads(scores):
    """How often one of the top five has a higher score than one of the other 16; ties count half."""
    top = {golden.PRESIDENT, *golden.VICE_PRESIDENTS}
    is_top = np.array([person in top for person in golden.MANAGERS])
    ranks = rankdata(np.round(np.array(scores, dtype=float), 12))
    return (ranks[is_top].sum() - 15) / (5 * 16)


@pytest.mark.parametrize(
    ("measure", "network", "share"),
    [
        (net.pagerank, golden.advice, 0.963),
        (net.in_degree, golden.advice, 0.956),
        (net.out_degree, golden.advice, 0.463),
        (net.in_degree, golden.friendship, 0.506),
    ],
)
def test_how_often_managers_of_the_top_are_ahead_is_the_recomputed_share(measure, network, share):
    assert leads(measure(network())) == pytest.approx(share, abs=6e-4)


def test_betweenness_along_arcs_would_put_the_top_ahead_three_times_in_four():
    """Directed, as networkx measures it; the library's betweenness takes contacts both ways."""
    directed = nx.DiGraph(golden.ADVICE)
    scores = nx.betweenness_centrality(directed)
    assert leads([scores[person] for person in golden.MANAGERS]) == pytest.approx(0.750, abs=6e-4)


def test_being_asked_for_advice_goes_with_rank():
    level = [
        1 if one == golden.PRESIDENT else 2 if one in golden.VICE_PRESIDENTS else 3 for one in golden.MANAGERS
    ]
    found = spearmanr(net.in_degree(golden.advice()), [-one for one in level])
    assert found.statistic == pytest.approx(0.671, abs=6e-4)


def test_four_managers_without_rank_are_asked_by_ten_or_more():
    asked = dict(zip(golden.MANAGERS, net.in_degree(golden.advice()), strict=True))
    top = {golden.PRESIDENT, *golden.VICE_PRESIDENTS}
    found = {person: count for person, count in asked.items() if count >= 10 and person not in top}
    assert found == {"1": 13, "11": 11, "6": 10, "8": 10}


@pytest.mark.parametrize(
    ("degree", "network", "expected"),
    [
        (net.in_degree, golden.advice, 0.470),
        (net.in_degree, golden.friendship, 0.270),
        (net.out_degree, golden.advice, 0.575),
        (net.out_degree, golden.friendship, 0.690),
    ],
)
def test_arcs_among_managers_are_centred_as_recomputed(degree, network, expected):
    found = np.array(degree(network()))
    assert (found.max() - found).sum() / 20**2 == pytest.approx(expected, abs=6e-4)


def test_les_miserables_are_in_the_stage_the_rules_were_checked_on():
    graph = nx.les_miserables_graph()
    characters = net.Network.from_edges(graph.edges(), mutual=True)
    assert net.stage_number(net.stage_features(characters)) == 3


def test_the_leader_index_of_an_advice_network_agrees_with_rank():
    assert leads(leader_index(golden.advice())) >= 0.95
