"""What must hold for every network."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from scipy import sparse

from knoop import network as net

PEOPLE = "abcdefgh"
arcs = some.tuples(some.sampled_from(PEOPLE), some.sampled_from(PEOPLE), some.integers(1, 9))
edge_lists = some.lists(arcs, max_size=30)
PER_PERSON = [
    net.in_degree,
    net.in_strength,
    net.pagerank,
    net.betweenness,
    net.harmonic_closeness,
    net.constraint,
    net.effective_size,
    net.coreness,
]
WHOLE = [net.density, net.reciprocity, net.clustering, net.transitivity, net.degree_centralisation]


def close(one, other):
    """Equal up to rounding, None only equal to None."""
    bare = [np.nan if value is None else value for value in one]
    return bare == pytest.approx(
        [np.nan if value is None else value for value in other], abs=1e-9, nan_ok=True
    )


@pytest.mark.parametrize("measure", PER_PERSON)
@settings(max_examples=25, deadline=None)
@given(edges=edge_lists, order=some.permutations(PEOPLE))
def test_a_persons_figures_dont_depend_on_where_they_stand_in_the_list(measure, edges, order):
    before = net.Network.from_edges(edges, people=PEOPLE)
    after = net.Network.from_edges(edges, people=order)
    found = dict(zip(after.people, measure(after), strict=True))
    assert close(measure(before), [found[person] for person in before.people])


@settings(max_examples=40, deadline=None)
@given(edges=edge_lists)
def test_reversing_all_arcs_swaps_in_and_out(edges):
    forth = net.Network.from_edges(edges, people=PEOPLE)
    back = net.Network.from_edges([(b, a, w) for a, b, w in edges], people=PEOPLE)
    assert net.in_degree(forth) == net.out_degree(back)
    assert close(net.in_strength(forth), net.out_strength(back))


@pytest.mark.parametrize("measure", [net.betweenness, net.harmonic_closeness, net.constraint, net.coreness])
@settings(max_examples=25, deadline=None)
@given(edges=edge_lists)
def test_figures_of_both_ways_dont_depend_on_direction(measure, edges):
    forth = net.Network.from_edges(edges, people=PEOPLE)
    back = net.Network.from_edges([(b, a, w) for a, b, w in edges], people=PEOPLE)
    assert close(measure(forth), measure(back))


@pytest.mark.parametrize("measure", [net.pagerank, net.constraint, net.effective_size, net.betweenness])
@settings(max_examples=25, deadline=None)
@given(edges=edge_lists, factor=some.sampled_from([0.01, 3.0, 1000.0]))
def test_the_unit_in_which_ties_are_measured_doesnt_matter(measure, edges, factor):
    small = net.Network.from_edges(edges, people=PEOPLE)
    large = net.Network.from_edges([(a, b, w * factor) for a, b, w in edges], people=PEOPLE)
    assert close(measure(small), measure(large))


@settings(max_examples=40, deadline=None)
@given(edges=edge_lists)
def test_two_equal_edges_are_one_of_twice_the_weight(edges):
    twice = net.Network.from_edges([*edges, *edges], people=PEOPLE)
    doubled = net.Network.from_edges([(a, b, 2 * w) for a, b, w in edges], people=PEOPLE)
    assert np.array_equal(twice.arcs.toarray(), doubled.arcs.toarray())


@pytest.mark.parametrize("measure", WHOLE)
@settings(max_examples=25, deadline=None)
@given(edges=edge_lists)
def test_shares_lie_between_nothing_and_all(measure, edges):
    value = measure(net.Network.from_edges(edges, people=PEOPLE))
    assert value is None or -1e-12 <= value <= 1 + 1e-12


@settings(max_examples=30, deadline=None)
@given(edges=edge_lists)
def test_with_equal_weights_effective_size_is_borgattis_short_form(edges):
    pairs = {tuple(sorted((a, b))) for a, b, _ in edges if a != b}
    network = net.Network.from_edges(pairs, people=PEOPLE, mutual=True)
    degree, triangles = network.degree, network.triangles
    expected = [d - 2 * t / d if d else None for d, t in zip(degree, triangles, strict=True)]
    assert close(net.effective_size(network), expected)


@settings(max_examples=40, deadline=None)
@given(edges=edge_lists)
def test_both_ways_is_an_arc_and_the_one_back_together(edges):
    network = net.Network.from_edges(edges, people=PEOPLE)
    arcs = network.arcs.toarray()
    assert (network.both_ways.toarray() == arcs + arcs.T).all()
    assert (network.contacts.toarray() == (arcs + arcs.T > 0)).all()


def test_arcs_that_come_twice_and_out_of_order_are_one_contact():
    arcs = sparse.csr_array((np.ones(4), [2, 1, 2, 0], [0, 3, 3, 4]), shape=(3, 3))
    network = net.Network(people=("a", "b", "c"), arcs=arcs)
    assert network.both_ways.toarray().tolist() == [[0, 1, 3], [1, 0, 0], [3, 0, 0]]
    assert network.degree.tolist() == [2, 1, 1]


rows = some.tuples(
    some.sampled_from(PEOPLE),
    some.sampled_from(PEOPLE),
    some.sampled_from(net.KINDS),
    some.floats(1e9, 1.02e9),
)


@settings(max_examples=25, deadline=None)
@given(acts=some.lists(rows, min_size=1, max_size=40), data=some.data())
def test_an_analysis_doesnt_depend_on_the_order_of_rows_or_people(acts, data):
    shuffled = data.draw(some.permutations(acts))
    order = data.draw(some.permutations(PEOPLE))
    first = net.analyse(net.Interactions.from_acts(acts, people=PEOPLE)).as_json()
    second = net.analyse(net.Interactions.from_acts(shuffled, people=order)).as_json()
    assert json.dumps(first, allow_nan=False) == json.dumps(second, allow_nan=False)


@settings(max_examples=25, deadline=None)
@given(amounts=some.lists(some.integers(0, 50), min_size=1).filter(any), factor=some.integers(1, 9))
def test_giving_everybody_times_as_much_leaves_inequality_as_it_is(amounts, factor):
    assert net.gini([amount * factor for amount in amounts]) == pytest.approx(net.gini(amounts), abs=1e-9)


WEEKS = 7 * 86_400.0  # whole seconds: shifting by them is exact


@settings(max_examples=40, deadline=None)
@given(acts=some.lists(rows, min_size=1, max_size=40), weeks=some.integers(-500, 500))
def test_when_time_began_doesnt_matter_to_ties_or_the_stage(acts, weeks):
    whole = [(a, b, kind, float(round(time))) for a, b, kind, time in acts]
    later = [(a, b, kind, time + weeks * WEEKS) for a, b, kind, time in whole]
    now, then = (net.acts_of(net.Interactions.from_acts(one, people=PEOPLE)) for one in (whole, later))
    for graph in ("weight", "attention", "whole"):
        before, after = (getattr(net.ties_of(one), graph).arcs.toarray() for one in (now, then))
        assert before == pytest.approx(after, rel=1e-12)
    standing = (net.standing_network(one).arcs.toarray() for one in (now, then))
    assert np.array_equal(*standing)


@settings(max_examples=40, deadline=None)
@given(acts=some.lists(rows, min_size=1, max_size=20))
def test_an_act_given_twice_makes_a_tie_of_twice_the_weight_and_no_other(acts):
    once, twice = (
        net.ties_of(net.acts_of(net.Interactions.from_acts(one, people=PEOPLE))) for one in (acts, acts * 2)
    )
    assert twice.weight.arcs.toarray() == pytest.approx(2 * once.weight.arcs.toarray(), rel=1e-12)
    assert np.array_equal(twice.whole.arcs.toarray(), once.whole.arcs.toarray())


@settings(max_examples=40, deadline=None)
@given(edges=edge_lists, units=some.lists(some.sampled_from(["x", "y", "z", None]), min_size=8, max_size=8))
def test_what_units_are_called_and_where_arcs_point_doesnt_change_how_they_mix(edges, units):
    called = dict(zip(PEOPLE, units, strict=True))
    other = {person: unit and f"not {unit}" for person, unit in called.items()}
    forth = net.Network.from_edges(edges, people=PEOPLE)
    back = net.Network.from_edges([(b, a, w) for a, b, w in edges], people=PEOPLE)
    for measure in (net.ei, net.modularity):
        assert measure(forth, called) == measure(back, other)
    assert close(net.participation(forth, called), net.participation(back, other))
