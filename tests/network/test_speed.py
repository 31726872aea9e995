"""Speed of information: means of freshness, sampled with errors that hold, units, backbone, names."""

from dataclasses import replace

import networkx as nx
import numpy as np
import pytest

from knoop.network import clocks_fresh, speed_activity, speed_units
from knoop.network import speed as speed_module
from knoop.network.clocks import contacts_of
from knoop.network.clocks_fresh import freshness
from knoop.network.interactions import Interactions
from knoop.network.speed import speed
from knoop.network.speed_activity import faster_than_activity, fastest, shuffled
from knoop.network.speed_backbone import backbone
from knoop.network.speed_kernel import order_drawn
from knoop.network.ties import DAY

PEOPLE = tuple("abcdefgh")


def messages(rows, people=()):
    return contacts_of(Interactions.from_acts(((a, b, "message", t) for a, b, t in rows), people=people))


def busy(seed, *, people=200, rows=6_000, days=30):
    """Messages to near ones mostly, few people sending many."""
    random = np.random.default_rng(seed)
    worth = 1 / np.arange(1, people + 1) ** 0.7
    source = random.choice(people, rows, p=worth / worth.sum())
    target = (source + random.integers(1, 30, rows) ** 2) % people
    when = np.sort(random.random(rows)) * days * DAY
    names = [f"p{number:03}" for number in range(people)]
    return messages(
        [(names[a], names[b], t) for a, b, t in zip(source, target, when, strict=True) if a != b], names
    )


def test_speed_is_the_mean_freshness_over_the_others():
    found = busy(1, people=60, rows=900)
    fresh = freshness(found, tau=DAY)
    np.fill_diagonal(fresh, 0)
    measured = speed(found)
    assert measured.out == pytest.approx(fresh.sum(axis=1) / 59, abs=1e-9)
    assert measured.inward == pytest.approx(fresh.sum(axis=0) / 59, abs=1e-9)


def test_who_tells_everybody_all_the_time_shares_fastest_and_receives_nothing():
    rows = [("a", other, 60.0 * minute) for minute in range(500) for other in "bcd"]
    measured = speed(messages(rows), tau=1e5)
    assert measured.out[0] == pytest.approx(1, abs=1e-3)
    assert measured.inward[0] == 0


def test_asking_everybody_is_exact_and_says_so():
    measured = speed(busy(1, people=40, rows=300), sample=40)
    assert measured.sampled is None
    assert set(measured.out_error) == {0.0}


@pytest.mark.parametrize("way", ["out", "inward"])
def test_with_enough_contacts_two_stated_errors_hold_for_nine_in_ten(way):
    found = busy(2, people=1_000, rows=60_000)
    exact = np.array(getattr(speed(found), way))
    within = []
    for seed in range(8):
        sampled = speed(found, sample=512, seed=seed)
        error = np.array(sampled.out_error if way == "out" else sampled.in_error)
        within.append(np.abs(np.array(getattr(sampled, way)) - exact) <= 2 * error + 1e-9)
    assert np.mean(within) >= 0.9


def test_over_all_people_the_stated_error_is_the_error_seen():
    found = busy(2)
    exact = np.array(speed(found).out)
    runs = [speed(found, sample=64, seed=seed) for seed in range(25)]
    seen = np.sqrt(np.mean([(np.array(run.out) - exact) ** 2 for run in runs]))
    stated = np.sqrt(np.mean([np.array(run.out_error) ** 2 for run in runs]))
    assert stated == pytest.approx(seen, rel=0.2)


def test_samples_are_right_on_average_for_who_is_asked_and_who_isnt():
    found = busy(2, people=10, rows=400)
    runs = [speed(found, sample=4, seed=seed).out for seed in range(400)]
    assert np.mean(runs, axis=0) == pytest.approx(np.array(speed(found).out), rel=0.04)


def test_one_seed_gives_one_answer():
    found = busy(3)
    assert speed(found, sample=32, seed=4).out == speed(found, sample=32, seed=4).out
    assert speed(found, sample=32, seed=4).out != speed(found, sample=32, seed=5).out


@pytest.mark.parametrize("rows", [[("a", "b", 5.0)], [("a", "a", 1.0), ("a", "a", 2.0)]])
def test_without_a_period_or_others_speed_is_undefined(rows):
    measured = speed(messages(rows))
    assert set(measured.out + measured.inward + measured.out_error) == {None}


def test_freshness_between_units_is_the_mean_of_its_block():
    found = busy(1, people=60, rows=900)
    units = {person: "abc"[number % 3] for number, person in enumerate(found.people)}
    units[found.people[0]] = None
    table = speed(found, units=units).units
    fresh = freshness(found, tau=DAY)
    unit = np.array([units[person] or "" for person in found.people])
    np.fill_diagonal(fresh, np.nan)
    for row, source in enumerate(table.units):
        for column, viewer in enumerate(table.units):
            block = fresh[unit == source][:, unit == viewer]
            assert table.freshness[row][column] == pytest.approx(np.nanmean(block), abs=1e-6)
            assert table.pairs[row, column] == (~np.isnan(block)).sum()
            assert table.sources[row, column] == (np.nan_to_num(block) > 1e-6).any(axis=1).sum()
            assert table.viewers[row, column] == (np.nan_to_num(block) > 1e-6).any(axis=0).sum()
    assert sum(table.people) == 59


def test_a_unit_of_one_knows_nothing_of_itself_rather_than_nought():
    found = messages([("a", "b", 0.0), ("b", "c", 9.0)])
    table = speed(found, units={"a": "x", "b": "y", "c": "y"}).units
    assert table.freshness[0][0] is None
    assert table.freshness[1][0] == 0.0


def test_a_table_of_too_many_units_is_not_made(monkeypatch):
    monkeypatch.setattr(speed_units, "MOST_UNITS", 1)
    found = messages([("a", "b", 0.0), ("b", "c", 9.0)])
    assert speed(found, units={"a": "x", "b": "y"}).units is None


def test_shuffling_keeps_who_told_whom_and_all_moments():
    found = busy(4, people=30, rows=300)
    dealt = shuffled(found, np.random.default_rng(1))
    before = sorted(zip(found.source, found.target, strict=True))
    assert sorted(zip(dealt.source, dealt.target, strict=True)) == before
    assert np.array_equal(dealt.time, np.sort(found.time))
    assert not np.array_equal(dealt.source, found.source)


def test_shuffling_keeps_an_act_to_several_together():
    rows = [("a", other, 1.0) for other in "bcd"] + [("e", "f", float(t)) for t in range(2, 9)]
    dealt = shuffled(messages(rows), np.random.default_rng(2))
    assert len(set(dealt.time[dealt.source == 0])) == 1


@pytest.mark.parametrize("size", [0, 1, 2, 1_000, 100_000])
def test_an_order_that_is_drawn_holds_each_once(size):
    assert np.array_equal(np.sort(order_drawn(size, np.uint64(3))), np.arange(size))


def test_any_act_may_get_any_moment_as_often():
    """Of four acts all 24 orders; 100 of each are expected, so within 4 standard deviations."""
    orders = [tuple(order_drawn(4, np.uint64(seed * 7_919))) for seed in range(2_400)]
    times = [orders.count(order) for order in set(orders)]
    assert len(times) == 24
    assert all(60 <= often <= 140 for often in times)


def test_an_act_is_as_likely_to_go_anywhere_when_there_are_many():
    order = order_drawn(200_000, np.uint64(11))
    moved = np.corrcoef(order, np.arange(len(order)))[0, 1]
    assert abs(moved) < 4 / np.sqrt(len(order))
    quarters = np.histogram2d(order // 50_000, np.arange(len(order)) // 50_000, bins=4)[0]
    assert np.abs(quarters - 12_500).max() < 500


def test_draws_are_the_same_on_one_core_as_on_more(monkeypatch):
    found = busy(5, people=60, rows=900)
    measured = speed(found)
    on_some = faster_than_activity(found, measured, draws=5)
    monkeypatch.setattr(speed_activity, "CORES", 1)
    monkeypatch.setattr(clocks_fresh, "CORES", 1)
    assert faster_than_activity(found, measured, draws=5).out == on_some.out
    assert speed(found, sample=40).out == speed(found, sample=40).out


def test_fewer_are_asked_where_there_are_very_many(monkeypatch):
    monkeypatch.setattr(speed_module, "EXACT_UP_TO", 10)
    monkeypatch.setattr(speed_module, "SAMPLE", 20)
    monkeypatch.setattr(speed_module, "FEWER", 5)
    found = busy(1, people=60, rows=900)
    assert speed(found).sampled == 20
    monkeypatch.setattr(speed_module, "MANY", 30)
    assert speed(found).sampled == 5


def test_who_passes_news_on_at_once_beats_their_activity():
    """`b` forwards right after hearing, `c` right before: as many messages, all else equal."""
    rows = []
    for day in range(40):
        noon = day * DAY
        rows += [("a", "b", noon), ("b", "x", noon + 60), ("c", "y", noon - 60), ("a", "c", noon)]
        rows += [("z", "w", noon + 7)]
    found = messages(rows)
    excess = faster_than_activity(found, speed(found, tau=DAY / 4), sample=99)
    inward = dict(zip(excess.people, excess.inward, strict=True))
    assert inward["x"] > inward["y"] + 0.02


def test_nothing_is_named_in_a_group_too_small():
    rows = [(a, b, float(t)) for t in range(30) for a in PEOPLE for b in PEOPLE if a != b]
    found = messages(rows)
    named = fastest(found, faster_than_activity(found, speed(found), draws=2), resamples=2)
    assert named.sharers is None
    assert named.receivers is None
    assert named.considered_sharers == 0


def test_only_people_with_enough_data_are_named_and_in_alphabetical_order():
    found = busy(6, people=60, rows=2_000, days=40)
    named = fastest(found, faster_than_activity(found, speed(found), draws=5), resamples=10)
    assert named.sharers
    assert list(named.sharers) == sorted(named.sharers)
    for person in named.sharers:
        rows = found.source == found.people.index(person)
        assert rows.sum() >= 20
        assert len(set(found.target[rows])) >= 8


def test_nobody_is_named_whose_speed_is_no_more_than_activity():
    found = busy(6, people=60, rows=2_000, days=40)
    excess = faster_than_activity(found, speed(found), draws=2)
    low = [0.4] * 60
    named = fastest(found, replace(excess, out_rank=low, in_rank=low), resamples=4)
    assert (named.sharers, named.receivers) == ((), ())
    assert fastest(found, excess, resamples=4).receivers


def backbone_of(rows, people=()):
    found = backbone(messages(rows, people))
    names = found.people
    return {
        (names[a], names[b])
        for a, b, kept in zip(found.source, found.target, found.kept, strict=True)
        if kept
    }


def test_a_rare_direct_contact_is_overtaken_by_frequent_ones():
    rows = [("a", "b", float(t)) for t in range(10)] + [("b", "c", float(t)) for t in range(10)]
    assert backbone_of([*rows, ("a", "c", 5.0)]) == {("a", "b"), ("b", "c")}


def test_a_detour_that_takes_as_long_doesnt_overtake():
    rows = [("a", "b", float(t)) for t in range(10)] + [("b", "c", float(t)) for t in range(10)]
    assert ("a", "c") in backbone_of([*rows, *(("a", "c", float(t)) for t in range(5))])


@pytest.mark.parametrize("seed", range(10))
def test_the_backbone_is_that_of_all_shortest_paths(seed):
    found = busy(seed, people=25, rows=700)
    result = backbone(found)
    graph = nx.DiGraph()
    graph.add_weighted_edges_from(zip(result.source, result.target, result.delay, strict=True))
    distance = dict(nx.all_pairs_dijkstra_path_length(graph))
    expected = [
        distance[a][b] >= d * (1 - 1e-9)
        for a, b, d in zip(result.source, result.target, result.delay, strict=True)
    ]
    assert result.kept.tolist() == expected
    assert 0 < result.share < 1


def test_without_a_period_there_is_no_backbone():
    assert backbone(messages([("a", "b", 5.0)])) is None
