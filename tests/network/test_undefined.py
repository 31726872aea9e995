"""What can't be said is None, never 0 and never NaN."""

import json

import pytest

from knoop import network as net

ALONE = net.Network.from_edges([("a", "b")], people=["a", "b", "alone"])
NOBODY = net.Network.from_edges([])
NO_TIES = net.Network.from_edges([], people=["a", "b", "c"])


@pytest.mark.parametrize("measure", [net.constraint, net.effective_size, net.communities])
def test_a_person_without_ties_has_no_value(measure):
    assert measure(ALONE)[2] is None
    assert measure(ALONE)[0] is not None


@pytest.mark.parametrize("measure", [net.betweenness, net.harmonic_closeness, net.coreness, net.in_degree])
def test_a_person_without_ties_is_far_from_all_and_between_none(measure):
    assert measure(ALONE)[2] == 0


def test_a_person_whose_contacts_have_no_unit_has_no_participation():
    assert net.participation(ALONE, {"b": "x"}) == [0.0, None, None]


@pytest.mark.parametrize(
    "measure",
    [
        net.reciprocity,
        net.transitivity,
        net.core_fit,
        lambda ties: net.modularity(ties, {"a": "x", "b": "x"}),
    ],
)
def test_a_network_without_ties_has_no_shape(measure):
    assert measure(NO_TIES) is None


@pytest.mark.parametrize(
    "measure",
    [net.density, net.clustering, net.degree_centralisation, net.reciprocity, net.transitivity, net.core_fit],
)
def test_nobody_has_no_shape(measure):
    assert measure(NOBODY) is None


def test_nothing_done_has_no_inequality():
    assert net.gini([0, 0, 0]) is None


def test_a_single_unit_has_no_silo_index():
    assert net.silo_index(-1.0, -1.0) is None


@pytest.mark.parametrize("people", [[], ["a"], ["a", "b"], ["a", "b", "c"]])
def test_an_analysis_of_people_without_interactions_is_whole_and_free_of_nan(people):
    found = net.analyse(net.Interactions.from_edges([], people=people)).as_json()
    assert json.loads(json.dumps(found, allow_nan=False))["counts"]["people"] == len(people)


def test_somebody_unknown_is_named_in_the_error():
    with pytest.raises(net.UnknownPerson, match=r"'zoe' is not in this network of 3 people"):
        ALONE.position("zoe")
