"""The third family: that it draws what it says. How the rules do on it is in docs/measures/stage.md."""

import numpy as np
import pytest

from knoop.network.generators_independent import (
    MODELS,
    clustered_power_law,
    friendship_windmill,
    independent_family,
    lone_star,
    near_each_other,
    sparse_chance,
)


def degrees(pairs, size):
    return np.bincount(pairs.ravel(), minlength=size)


def test_each_model_is_drawn_and_no_pair_twice():
    drawn = list(independent_family(each=6))
    assert {made.maker for made in drawn} == {
        model.__name__ for models in MODELS.values() for model in models
    }
    for made in drawn:
        assert made.network.arcs.diagonal().sum() == 0
        assert set(made.network.arcs.data) == {1.0}


def test_the_same_number_draws_the_same_network():
    for one, other in zip(independent_family(each=1), independent_family(each=1), strict=True):
        assert (one.network.arcs != other.network.arcs).nnz == 0


@pytest.mark.parametrize(("model", "least", "most"), [(sparse_chance, 0.4, 1.0), (near_each_other, 0.8, 2.6)])
def test_fragments_have_few_ties_a_person(model, least, most):
    means = [degrees(model(800, np.random.default_rng(seed)), 800).mean() for seed in range(8)]
    assert least < min(means) < max(means) < most


def test_in_a_windmill_all_know_the_middle_and_at_most_four_others():
    contacts = degrees(friendship_windmill(200, np.random.default_rng(1)), 200)
    assert contacts[0] == 199
    assert contacts[1:].max() <= 5


def test_nine_in_ten_know_the_middle_of_a_star():
    pairs = lone_star(1_000, np.random.default_rng(1))
    assert (pairs[:, 0] == 0).sum() == pytest.approx(900, abs=40)


def test_growth_by_preference_and_friends_of_friends_has_more_triangles_than_chance():
    import networkx as nx

    pairs = clustered_power_law(300, np.random.default_rng(1))
    graph = nx.Graph(pairs.tolist())
    chance = nx.configuration_model([degree for _, degree in graph.degree()], seed=1)
    assert nx.transitivity(graph) > 2 * nx.transitivity(nx.Graph(chance))
