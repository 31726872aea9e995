"""The rules of the stage on made networks; a tenth of them here, all by `rules_checked`."""

import numpy as np
import pytest

from knoop.network import stage_features, stage_number
from knoop.network.generators import in_family, moved, out_of_family, rules_checked


def named(network):
    return stage_number(stage_features(network))


def test_nine_in_ten_networks_made_as_described_get_their_stage():
    found = rules_checked(in_family(each=2), named)
    assert found.networks == 50
    assert found.right >= 0.90


def test_nine_in_ten_networks_of_the_literature_get_their_stage_and_none_is_far_off():
    found = rules_checked(out_of_family(each=12), named)
    assert found.networks == 60
    assert found.right >= 0.85
    assert found.within_one == 1


def test_the_same_seed_makes_the_same_networks():
    one, other = next(out_of_family(each=1)), next(out_of_family(each=1))
    assert (one.network.arcs != other.network.arcs).nnz == 0


def test_nobody_is_tied_to_himself_and_no_pair_twice():
    for made in out_of_family(each=6):
        assert made.network.arcs.diagonal().sum() == 0
        assert set(made.network.arcs.data) <= {1.0}


def test_noise_moves_the_share_it_says():
    pairs = np.zeros((10_000, 2), dtype=np.int64)
    changed = moved(pairs, 1_000_000, 0.1, np.random.default_rng(1))
    assert (changed != pairs).any(axis=1).mean() == pytest.approx(0.1, abs=0.01)
