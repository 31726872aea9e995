"""How certain a stage is, and how it went."""

import numpy as np
import pytest

from knoop.network import KINDS, Interactions, Network, acts_of, communities, stage_features, stage_number
from knoop.network.certainty import _between, stage_certainty, stage_history
from knoop.network.certainty_kernels import mean_largest, redrawn_pairs, stage_of
from knoop.network.generators import in_family
from knoop.network.graph import pairs_of
from knoop.network.stage import ADVICE, NAMES, robustness
from knoop.network.ties import DAY
from tests.network import golden


def without_times(network):
    first, second = pairs_of(network)
    names = network.people
    edges = [(names[a], names[b]) for a, b in zip(first, second, strict=True)]
    return acts_of(Interactions.from_edges(edges, people=names))


def with_times(network, *, days=80, each=4, seed=1, start=0.0):
    """Each pair writes a few times both ways."""
    random = np.random.default_rng(seed)
    ends = np.repeat(np.stack(pairs_of(network)), each, axis=1)
    source, target = np.concatenate([ends, ends[::-1]], axis=1).astype(np.int32)
    rows = len(source)
    return Interactions(
        people=network.people,
        time=start + random.random(rows) * days * DAY,
        source=source,
        target=target,
        kind=np.full(rows, KINDS.index("reply"), dtype=np.uint8),
        event=np.arange(rows),
        audience=np.ones(rows, dtype=np.int32),
    )


@pytest.fixture(scope="module")
def made():
    return list(in_family(each=1))


def rows(network):
    return network.contacts.indptr.astype(np.int32), network.contacts.indices.astype(np.int32)


def test_the_quick_reading_of_a_stage_is_the_full_one(made):
    for one in made:
        groups = np.array([group or 0 for group in communities(one.network)], dtype=np.int32)
        quick = stage_of(*rows(one.network), groups, 1)
        assert quick == stage_number(stage_features(one.network)), one.maker


def test_robustness_is_counted_the_same_way(made):
    for one in made:
        active = one.network.among(one.network.degree > 0)
        assert mean_largest(*rows(one.network)) == pytest.approx(robustness(active), abs=1e-12)


def test_networks_made_far_from_any_border_are_certain(made):
    for stage in (1, 5):
        largest = next(one for one in made if one.stage == stage and one.network.size == 350)
        found = stage_certainty(without_times(largest.network), redrawn=40)
        assert (found.number, found.between) == (stage, (stage, stage))


def test_a_network_at_a_border_is_between_two_stages():
    chain = [(str(number), str(number + 1)) for number in range(15)]  # sixteen of thirty: just over half
    row = Network.from_edges(chain, people=[str(number) for number in range(30)], mutual=True)
    found = stage_certainty(without_times(row))
    assert (found.number, found.between) == (2, (1, 2))
    assert found.agreement == pytest.approx(0.9**15, abs=0.1)  # one tie less and it falls apart
    assert sum(found.shares) == pytest.approx(1)


def test_well_kept_ties_make_a_stage_certain(made):
    mature = next(one for one in made if one.stage == 5 and one.network.size == 60)
    found = stage_certainty(acts_of(with_times(mature.network)), redrawn=40)
    assert (found.number, found.between) == (5, (5, 5))
    assert found.until - found.since == 90 * DAY


def test_neither_threads_nor_the_order_of_rows_change_what_is_found(made):
    several = next(one for one in made if one.stage == 3 and one.network.size == 60)
    acts = acts_of(with_times(several.network, each=1))
    order = np.random.default_rng(2).permutation(len(acts.source))
    one = stage_certainty(acts, redrawn=20, threads=1)
    assert one == stage_certainty(acts.where(order), redrawn=20, threads=2)


def test_blocks_count_once_on_average():
    pairs = 40_000
    each = np.arange(pairs + 1, dtype=np.int32)
    arguments = (each, each[:-1], np.zeros(pairs, dtype=bool), np.ones(pairs))
    assert redrawn_pairs(*arguments, 1.0, 1).mean() == pytest.approx(1 - np.exp(-1), abs=0.01)
    assert redrawn_pairs(*arguments, 2.0, 1).mean() == pytest.approx(1 - 2 * np.exp(-1), abs=0.01)


def test_too_few_people_have_no_stage_to_be_certain_of():
    found = stage_certainty(without_times(golden.kite()))
    assert (found.number, found.agreement, found.between, found.redrawn) == (None, None, None, 0)


def test_a_network_without_ties_has_no_stage():
    empty = Network.from_edges([], people=[str(number) for number in range(30)])
    assert stage_certainty(without_times(empty)).number is None


@pytest.mark.parametrize(
    ("shares", "number", "between"),
    [
        ((0, 0, 0.8, 0.2, 0), 3, (3, 3)),
        ((0, 0.1, 0.7, 0.2, 0), 3, (3, 4)),
        ((0, 0.15, 0.7, 0.15, 0), 3, (2, 3)),
        ((0, 0, 1.0, 0, 0), 5, (3, 5)),
    ],
)
def test_the_range_shown_holds_what_was_observed_and_four_fifths(shares, number, between):
    assert _between(np.array(shares), number) == between


def test_history_changes_after_two_windows(made):
    scattered = next(one for one in made if one.stage == 1 and one.network.size == 60)
    mature = next(one for one in made if one.stage == 5 and one.network.size == 60)
    early, late = with_times(scattered.network), with_times(mature.network, start=100 * DAY)
    later = with_times(mature.network, start=200 * DAY)
    both = {
        name: np.concatenate([getattr(part, name) for part in (early, late, later)])
        for name in ("time", "source", "target", "kind", "event", "audience")
    }
    acts = acts_of(Interactions(people=early.people, **both))
    windows = stage_history(acts, [80 * DAY, 180 * DAY, 280 * DAY])
    assert [window.number for window in windows] == [1, 5, 5]
    assert [window.shown for window in windows] == [1, 1, 5]


def test_a_history_without_times_is_refused():
    with pytest.raises(ValueError, match="times"):
        stage_history(without_times(golden.karate()), [0.0])


def test_each_stage_has_advice():
    assert ADVICE.keys() == NAMES.keys()
    assert all(advice.do and advice.avoid and advice.until for advice in ADVICE.values())
