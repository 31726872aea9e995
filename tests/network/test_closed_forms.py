"""Networks so regular that the answer can be worked out by hand."""

from itertools import combinations

import pytest

from knoop import network as net
from knoop.network.stage import kept_without


def complete(size):
    return net.Network.from_edges(combinations([str(number) for number in range(size)], 2), mutual=True)


def star(size):
    return net.Network.from_edges([("centre", str(number)) for number in range(1, size)], mutual=True)


def cycle(size):
    return net.Network.from_edges(
        [(str(number), str((number + 1) % size)) for number in range(size)], mutual=True
    )


def path(size):
    return net.Network.from_edges([(str(number), str(number + 1)) for number in range(size - 1)], mutual=True)


@pytest.mark.parametrize("size", [3, 4, 5, 6, 9])
def test_everybody_tied_to_everybody_has_the_constraint_of_the_formula(size):
    expected = (2 * size - 3) ** 2 / (size - 1) ** 3
    assert net.constraint(complete(size)) == pytest.approx([expected] * size, abs=1e-12)


def test_the_centre_of_a_star_is_free_and_its_leaves_are_not():
    assert net.constraint(star(5)) == pytest.approx([0.25, 1, 1, 1, 1], abs=1e-12)


def test_a_ring_of_five_has_constraint_a_half():
    assert net.constraint(cycle(5)) == pytest.approx([0.5] * 5, abs=1e-12)


@pytest.mark.parametrize(
    ("network", "degree", "between"), [(star(7), 1, 1), (cycle(6), 0, 0), (path(5), 1 / 6, 5 / 12)]
)
def test_freeman_centralisation_of_star_ring_and_line(network, degree, between):
    assert net.degree_centralisation(network) == pytest.approx(degree, abs=1e-9)
    assert net.betweenness_centralisation(net.betweenness(network)) == pytest.approx(between, abs=1e-9)


def test_a_star_is_a_perfect_core():
    core = net.core_fit(star(8))
    assert (core.people, round(core.fit, 9)) == (("centre",), 1)


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [([1, 1, 1, 1], 0), ([0, 0, 0, 1], 0.75), ([1, 2, 3, 4], 0.25), ([0] * 90 + [1] * 9 + [91], 0.981)],
)
def test_gini_of_small_lists(amounts, expected):
    assert net.gini(amounts) == pytest.approx(expected, abs=1e-9)


def test_all_ties_within_units_or_all_between_them_are_the_ends_of_e_i():
    pairs = net.Network.from_edges([("a", "b"), ("c", "d")], mutual=True)
    assert net.ei(pairs, {"a": "x", "b": "x", "c": "y", "d": "y"}) == -1
    assert net.ei(pairs, {"a": "x", "b": "y", "c": "x", "d": "y"}) == 1


def test_no_tie_between_units_is_silo_index_one():
    units = {"a": "x", "b": "x", "c": "y", "d": "y"}
    assert net.silo_index(-1.0, net.ei_expected("abcd", units)) == pytest.approx(1)


def test_everybody_tied_to_everybody_loses_nothing_but_the_people_who_go():
    assert net.robustness(complete(10)) == pytest.approx(0.45)  # (9 + 8 + … + 0) / 100


def test_contacts_spread_evenly_over_two_units_participate_a_half():
    hub = net.Network.from_edges([("hub", person) for person in "abcd"], mutual=True)
    units = {"hub": "x", "a": "x", "b": "x", "c": "y", "d": "y"}
    assert net.participation(hub, units)[0] == pytest.approx(0.5)


def test_scores_that_differ_by_rounding_alone_go_in_the_order_of_people():
    network = net.Network.from_edges([("a", "c"), ("a", "d"), ("b", "c")], people="abcd", mutual=True)
    assert kept_without(network, [0.5, 0.5 + 1e-12, 0.0, 0.0], 1) == pytest.approx(2 / 3)
    assert kept_without(network, [0.5, 0.6, 0.0, 0.0], 1) == 1
