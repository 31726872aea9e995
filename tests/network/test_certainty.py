"""How certain a stage is, and how it went."""

import dataclasses

import numpy as np
import pytest

from knoop.network import (
    KINDS,
    Interactions,
    Network,
    acts_of,
    stage,
    stage_number,
    standing_network,
)
from knoop.network.certainty import _between, stage_certainty, stage_history
from knoop.network.certainty_kernels import stage_by_paths, stage_of
from knoop.network.generators import in_family
from knoop.network.graph import pairs_of
from knoop.network.redraws import cells_of_acts, ties_listed
from knoop.network.stage import ADVICE, NAMES, by_score, robustness, rows_of
from knoop.network.stage_kernels import mean_largest
from knoop.network.ties import DAY, Acts, Rules
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


def test_the_quick_reading_of_a_stage_is_the_full_one(made):
    for one in made:
        full = stage(one.network)
        by_paths = stage_by_paths(*rows_of(one.network), full.groups.copy(), one.network.size, 1, 0.0)
        assert by_paths == stage_number(full.features), one.maker
        is_hub = stage_number(full.features) == 2
        ranked = stage_of(*rows_of(one.network), full.groups.copy(), by_score(full.between), is_hub, 0.0)
        assert ranked == stage_number(full.features), one.maker


def test_a_reading_that_is_in_doubt_says_so(made):
    for one in made:
        full = stage(one.network)
        sure = stage_by_paths(*rows_of(one.network), full.groups.copy(), 64, 1, 0.05)
        assert sure in {-1, stage_number(full.features)}, one.maker


def test_robustness_is_counted_the_same_way(made):
    for one in made:
        active = one.network.among(one.network.degree > 0)
        assert mean_largest(*rows_of(one.network)) == pytest.approx(robustness(active), abs=1e-12)


def test_networks_made_far_from_any_border_are_certain(made):
    for number in (1, 5):
        largest = next(one for one in made if one.stage == number and one.network.size == 350)
        found = stage_certainty(without_times(largest.network), redrawn=40)
        assert (found.number, found.between) == (number, (number, number))


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


def cells(acts, at):
    return cells_of_acts(acts, at, Rules())


def random_acts(seed, *, people=30, rows=600):
    random = np.random.default_rng(seed)
    source = random.integers(0, people, rows).astype(np.int32)
    return acts_of(
        Interactions(
            people=tuple(map(str, range(people))),
            time=random.random(rows) * 200 * DAY,
            source=source,
            target=((source + random.integers(1, people, rows)) % people).astype(np.int32),
            kind=random.integers(0, len(KINDS), rows).astype(np.uint8),
            event=np.arange(rows),
            audience=random.integers(0, 9, rows).astype(np.int32),
        )
    )


@pytest.mark.parametrize("seed", range(5))
def test_cells_stand_for_the_same_ties_as_the_standing_network(seed):
    acts = random_acts(seed)
    for at in (60 * DAY, 150 * DAY, 200 * DAY):
        ours, theirs = cells(acts, at).network(acts.people), standing_network(acts, at=at)
        assert (ours.arcs != theirs.arcs).nnz == 0


def test_a_cell_is_all_that_somebody_did_towards_another_on_one_day():
    acts = random_acts(1)
    at = float(acts.time.max())
    found = cells(acts, at)
    recent = acts.lasting | (at - acts.time <= 90 * DAY)
    day = np.floor((at - acts.time[recent]) / DAY)
    apart = set(zip(acts.source[recent], acts.target[recent], day, strict=True))
    assert len(found.marks) == len(apart)
    assert found.blocks() == len({(source, day) for source, _, day in apart})


def pairs_with_acts(pairs, weights):
    """People in pairs; the first does something of each weight towards the second, each on its own day."""
    rows = pairs * len(weights)
    return Acts(
        people=tuple(map(str, range(2 * pairs))),
        source=np.repeat(np.arange(0, 2 * pairs, 2), len(weights)).astype(np.int32),
        target=np.repeat(np.arange(1, 2 * pairs, 2), len(weights)).astype(np.int32),
        event=np.arange(rows),
        time=100 * DAY - np.tile(np.arange(len(weights)), pairs) * DAY,
        grade=np.tile(np.arange(len(weights)), pairs).astype(np.uint16),
        weights=np.array(weights),
        never_fades=np.ones(len(weights), dtype=bool),
        to_self=0,
        views=0,
        broadcasts=0,
    )


@pytest.mark.parametrize(
    ("weights", "chance"),
    [
        ([3.0], 1 - np.exp(-1)),  # once or more
        ([1.5], 1 - 2 * np.exp(-1)),  # twice or more
        ([1.5, 1.5], 1 - 3 * np.exp(-2)),  # twice or more together: Poisson(2)
    ],
)
def test_a_day_counts_poisson_often(weights, chance):
    acts = pairs_with_acts(20_000, weights)
    drawn = cells(acts, 100 * DAY)
    shares = [len(drawn.redrawn(seed)[1]) / 2 / 20_000 for seed in range(3)]
    assert np.mean(shares) == pytest.approx(chance, abs=0.006)
    assert len(set(shares)) == 3


def test_a_persons_day_counts_as_often_towards_each():
    others = np.arange(1, 2_001, dtype=np.int32)
    acts = dataclasses.replace(
        pairs_with_acts(2_000, [3.0]), source=np.zeros(2_000, dtype=np.int32), target=others
    )
    counts = {len(cells(acts, 100 * DAY).redrawn(seed)[1]) // 2 for seed in range(12)}
    assert counts == {0, 2_000}


def test_without_times_a_tenth_of_the_ties_is_missed():
    ties = ties_listed(Network.from_edges([(str(one), str(one + 1)) for one in range(20_000)]))
    shares = [len(ties.redrawn(seed)[1]) / 40_000 for seed in range(3)]
    assert np.mean(shares) == pytest.approx(0.9, abs=0.005)


def test_of_many_people_hubs_are_taken_as_observed(made):
    several = next(one for one in in_family(each=1) if (one.stage, one.network.size) == (3, 800))
    network = Network(people=several.network.people, arcs=several.network.arcs)
    more = Network.from_edges(
        [(network.people[a], network.people[b]) for a, b in zip(*pairs_of(network), strict=True)],
        people=(*network.people, *map(str, range(300))),
    )
    acts = without_times(more)
    found = stage_certainty(acts, redrawn=20)
    assert (found.number, found.between) == (3, (3, 3))
    assert found == stage_certainty(acts, observed=stage(standing_network(acts)), redrawn=20, threads=1)


def test_the_error_of_an_agreement_shrinks_with_more_redraws(made):
    network = next(one.network for one in made if one.stage == 5 and one.network.size == 60)
    few, many = (stage_certainty(without_times(network), redrawn=count) for count in (10, 100))
    assert few.agreement == many.agreement == 1
    assert 0 < many.error < few.error < 0.12


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


def test_a_history_of_many_people_reads_what_the_full_rules_read():
    several, mature = (
        next(one for one in in_family(each=1) if (one.stage, one.network.size) == (number, 800))
        for number in (3, 5)
    )
    # Twice as many people as either network, so that windows are read from sampled paths first.
    parts = [with_times(several.network), with_times(mature.network, start=100 * DAY)]
    both = {
        name: np.concatenate([getattr(part, name) for part in parts])
        for name in ("time", "source", "target", "kind", "event", "audience")
    }
    acts = acts_of(Interactions(people=(*several.network.people, *map(str, range(500))), **both))
    moments = [40 * DAY, 80 * DAY, 130 * DAY, 180 * DAY]
    windows = stage_history(acts, moments)
    full = [stage(standing_network(acts, at=at)) for at in moments]
    assert [window.number for window in windows] == [one.number for one in full]
    assert windows == stage_history(acts, moments, observed=full[-1], threads=1)


def test_a_history_without_times_is_refused():
    with pytest.raises(ValueError, match="times"):
        stage_history(without_times(golden.karate()), [0.0])


def test_each_stage_has_advice():
    assert ADVICE.keys() == NAMES.keys()
    assert all(advice.do and advice.avoid and advice.until for advice in ADVICE.values())
