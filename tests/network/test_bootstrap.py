"""Redraws: the same whatever the order, and as spread as what they stand for."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from knoop import network as net
from knoop.network import bootstrap
from knoop.network.bootstrap import POISSON, block_keys, draws, redraws_of
from knoop.network.ties import DAY

NOW = 1_700_000_000.0
PEOPLE = "abcdefgh"
acts = some.tuples(
    some.sampled_from(PEOPLE),
    some.sampled_from(PEOPLE),
    some.sampled_from(("message", "reply", "reaction", "follow")),
    some.integers(0, 200 * 86_400).map(lambda ago: NOW - ago),
)


def redraws(rows, *, people=PEOPLE, replicates=10, seed=1):
    found = net.acts_of(net.Interactions.from_acts(rows, people=people))
    return redraws_of(found, at=NOW, replicates=replicates, seed=seed)


def counted(found):
    """Each redraw as {person: (breadth, strength)}."""
    return [dict(zip(found.people, zip(*pair, strict=True), strict=True)) for pair in found.counted()]


def test_blocks_are_drawn_once_on_average_and_vary_as_poisson_does():
    assert POISSON.mean() == pytest.approx(1, abs=1e-4)
    assert POISSON.var() == pytest.approx(1, abs=1e-3)


def test_redraws_and_blocks_are_independent():
    keys = block_keys(tuple(map(str, range(4000))), np.arange(4000), np.zeros(4000, dtype=np.int64), 1)
    drawn = np.array([draws(keys, replicate) for replicate in range(8)], dtype=float)
    assert drawn.mean() == pytest.approx(1, abs=0.02)
    between = np.corrcoef(drawn) - np.eye(8)
    assert np.abs(between).max() < 0.06
    assert np.abs(np.corrcoef(drawn[:, :-1].ravel(), drawn[:, 1:].ravel())[0, 1]) < 0.02


@settings(max_examples=25)
@given(rows=some.lists(acts, max_size=40))
def test_counting_at_once_is_measuring_each_redrawn_network(rows):
    found = redraws(rows)
    for replicate, (breadth, strength) in enumerate(found.counted()):
        network = found.network(replicate)
        assert breadth.tolist() == net.in_degree(network)
        assert strength / 2**32 == pytest.approx(net.in_strength(network), abs=1e-8)


@settings(max_examples=25)
@given(rows=some.lists(acts, max_size=40), order=some.permutations(PEOPLE), data=some.data())
def test_the_order_of_rows_and_people_changes_no_digit_of_a_redraw(rows, order, data):
    shuffled = data.draw(some.permutations(rows))
    assert counted(redraws(rows)) == counted(redraws(shuffled, people=order))


@settings(max_examples=20)
@given(rows=some.lists(acts, max_size=40), shift=some.integers(-1000, 1000))
def test_moving_all_times_moves_nothing(rows, shift):
    moved = [(*row[:3], row[3] + shift * 3600) for row in rows]
    found = net.acts_of(net.Interactions.from_acts(moved, people=PEOPLE))
    assert counted(redraws(rows)) == counted(redraws_of(found, at=NOW + shift * 3600, replicates=10))


@settings(max_examples=20)
@given(rows=some.lists(acts, max_size=40))
def test_every_block_once_gives_the_ties_as_they_stand(rows):
    ties = net.ties_of(net.acts_of(net.Interactions.from_acts(rows, people=PEOPLE)), at=NOW)
    assert redraws(rows).attention.arcs.toarray() == pytest.approx(ties.attention.arcs.toarray(), abs=1e-12)


def test_few_redraws_at_a_time_are_all_at_once(monkeypatch):
    rows = [(a, b, "message", NOW - 9 * DAY * i) for i, a in enumerate(PEOPLE) for b in PEOPLE]
    whole = counted(redraws(rows))
    monkeypatch.setattr(bootstrap, "CELLS_AT_ONCE", 1)
    assert counted(redraws(rows)) == whole


def test_what_one_person_does_in_one_day_is_drawn_together_and_other_days_apart():
    together = [("a", "b", "message", NOW - 60), ("a", "c", "reply", NOW - 7200)]
    assert all(drawn["b"][0] == drawn["c"][0] for drawn in counted(redraws(together, replicates=50)))
    apart = [("a", "b", "message", NOW - 60), ("a", "c", "reply", NOW - 7200 - DAY)]
    assert any(drawn["b"][0] != drawn["c"][0] for drawn in counted(redraws(apart, replicates=50)))


def test_another_seed_draws_otherwise_and_the_same_seed_the_same():
    rows = [(a, b, "message", NOW) for a in PEOPLE for b in PEOPLE]
    assert counted(redraws(rows)) == counted(redraws(rows))
    assert counted(redraws(rows)) != counted(redraws(rows, seed=2))


def test_without_acts_every_redraw_is_empty():
    assert [breadth.tolist() for breadth, _ in redraws([], replicates=2).counted()] == [[0] * 8] * 2
