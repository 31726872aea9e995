"""Ties kept up to date are the ties of all interactions at once."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from knoop.network import (
    KINDS,
    Interactions,
    LiveTies,
    MomentHasPassed,
    Rules,
    UnknownPerson,
    UnusableInteractions,
    acts_of,
    ties_of,
)
from knoop.network.ties import DAY

NOW = 1_700_000_000.0
PEOPLE = tuple("abcdef")
# Around the borders too: the same moment, exactly four half-lives, well after the moment of reading.
ages = some.floats(-400, 400) | some.sampled_from([0.0, 45.0, 180.0, 180.0 + 1e-9])
rows = some.tuples(some.sampled_from(PEOPLE), some.sampled_from(PEOPLE), some.sampled_from(KINDS), ages)
logs = some.lists(rows.map(lambda row: (*row[:3], NOW - row[3] * DAY)), max_size=40)
moments = some.lists(some.floats(-300, 800) | some.sampled_from([0.0, 180.0]), min_size=1, max_size=4).map(
    lambda days: [NOW + day * DAY for day in sorted(days)]
)


NOTHING = Interactions.from_acts([("a", "b", "view", NOW)], people=PEOPLE)


def of(acts):
    """As if all of them had times, also when there are none."""
    return Interactions.from_acts(acts, people=PEOPLE) if acts else taken(NOTHING, slice(0))


def taken(found, kept):
    columns = {name: column if name == "people" else column[kept] for name, column in vars(found).items()}
    return Interactions(**columns)


def cells(network, people=PEOPLE):
    place = [network.position(person) for person in people]
    return network.arcs.toarray()[np.ix_(place, place)]


def same(live, expected):
    for graph in ("weight", "attention", "whole"):
        found, wanted = cells(getattr(live, graph)), cells(getattr(expected, graph))
        assert found == pytest.approx(wanted, rel=1e-9, abs=0), graph
        assert np.array_equal(found > 0, wanted > 0), graph


def split(acts, cuts):
    borders = [0, *sorted(min(cut, len(acts)) for cut in cuts), len(acts)]
    return [acts[start:stop] for start, stop in pairwise(borders)]


@settings(max_examples=300, deadline=None)
@given(acts=logs, cuts=some.lists(some.integers(0, 40), max_size=5), asked=moments)
def test_ties_fed_in_batches_and_read_in_between_are_those_of_all_at_once(acts, cuts, asked):
    live, seen = LiveTies(), []
    live.add(of([]))
    batches = split(acts, cuts)
    for number in range(max(len(batches), len(asked))):
        if number < len(batches) and batches[number]:
            live.add(Interactions.from_acts(batches[number]))
            seen += batches[number]
        if number < len(asked):
            same(live.at(asked[number]), ties_of(acts_of(of(seen)), at=asked[number]))


@settings(max_examples=100, deadline=None)
@given(acts=logs, data=some.data())
def test_in_whatever_order_acts_arrive_one_by_one_the_ties_are_the_same(acts, data):
    live = LiveTies()
    live.add(of([]))
    for act in data.draw(some.permutations(acts)):
        live.add_act(*act)
        live.advance(NOW - 100 * DAY)
    same(live.at(NOW), ties_of(acts_of(of(acts)), at=NOW))


EVERYBODY = tuple(f"p{number}" for number in range(40))


@pytest.mark.parametrize(("reached", "given"), [(3, 0), (26, 0), (1, 9), (1, 26)])
def test_acts_to_several_are_weighed_by_their_audience(reached, given):
    acts = [("p0", f"p{number + 1}", "message", NOW) for number in range(reached)]
    found = Interactions.from_acts(acts, people=EVERYBODY)
    found = Interactions(
        people=found.people,
        time=found.time,
        source=found.source,
        target=found.target,
        kind=found.kind,
        event=np.zeros(reached, np.int64),
        audience=np.full(reached, given, np.int32),
    )
    live = LiveTies()
    live.add(found)
    wanted = cells(ties_of(acts_of(found), at=NOW).weight, EVERYBODY)
    assert cells(live.at(NOW).weight, EVERYBODY) == pytest.approx(wanted, rel=1e-12, abs=0)


def test_views_broadcasts_and_talking_to_oneself_make_no_tie_and_are_counted():
    live = LiveTies()
    live.add_act("a", "a", "message", NOW)
    live.add_act("a", "b", "view", NOW)
    found = Interactions.from_acts([("a", "b", "message", NOW)])
    live.add(Interactions(**{**vars(found), "audience": np.array([26], np.int32)}))
    assert live.at(NOW).whole.arcs.nnz == 0
    assert live.left_out == {"to_self": 1, "views": 1, "broadcasts": 1}


def test_one_tie_is_read_without_reading_all():
    live = LiveTies()
    live.add_act("a", "b", "message", NOW)
    live.add_act("b", "c", "follow", NOW)
    assert live.weight("a", "b", NOW) == pytest.approx(3.0, rel=1e-12)
    assert live.weight("a", "b", NOW + 45 * DAY) == pytest.approx(1.5, rel=1e-12)
    assert live.weight("a", "b", NOW + 181 * DAY) == 0.0
    assert live.weight("a", "c", NOW + 181 * DAY) == 0.0
    assert live.weight("b", "c", NOW + 9999 * DAY) == 0.5


def test_after_ten_thousand_half_lives_ties_are_as_exact_as_on_the_first_day():
    rules = Rules(half_life=3600.0)
    live = LiveTies(rules=rules)
    for year in range(3):
        now = NOW + year * 365 * DAY
        acts = [("a", "b", "message", now - hour * 1800.0) for hour in range(8)]
        live.add(Interactions.from_acts(acts))
        wanted = float(ties_of(acts_of(Interactions.from_acts(acts)), at=now, rules=rules).weight.arcs[0, 1])
        assert live.weight("a", "b", now) == pytest.approx(wanted, rel=1e-12)


def test_what_was_much_and_long_ago_leaves_no_trace_in_what_is_little_and_new():
    live = LiveTies()
    busy = [("a", "b", "answer", NOW + second) for second in range(20_000)]
    live.add(Interactions.from_acts(busy))
    live.advance(NOW + DAY)
    live.add_act("a", "b", "reaction", NOW + 170 * DAY)
    live.advance(NOW + 170 * DAY)
    assert live.weight("a", "b", NOW + 190 * DAY) == pytest.approx(2 ** (-20 / 45), rel=1e-14)


def test_a_moment_that_has_passed_is_refused():
    live = LiveTies()
    live.add_act("a", "b", "message", NOW)
    live.advance(NOW)
    with pytest.raises(MomentHasPassed, match=r"lies before 1700000000\.0, up to which ties were read"):
        live.at(NOW - 1)


@pytest.mark.parametrize("moment", [float("nan"), float("inf"), -float("inf")])
def test_what_is_no_moment_is_refused(moment):
    with pytest.raises(UnusableInteractions, match="is no moment"):
        LiveTies().advance(moment)


def test_somebody_never_seen_is_named():
    live = LiveTies()
    live.add_act("a", "b", "message", NOW)
    with pytest.raises(UnknownPerson, match=r"'zoe' is not among the 2 people seen so far"):
        live.weight("a", "zoe", NOW)


def test_interactions_without_times_are_refused():
    with pytest.raises(UnusableInteractions, match="have no times"):
        LiveTies().add(Interactions.from_edges([("a", "b")]))


def test_more_half_lives_than_a_number_holds_are_refused():
    with pytest.raises(UnusableInteractions, match="Live ties keep 0 to 400"):
        LiveTies(rules=Rules(forgotten=401.0))


def test_nobody_has_no_ties():
    ties = LiveTies().at(NOW)
    assert (ties.weight.people, ties.weight.arcs.nnz, ties.at) == ((), 0, NOW)


@settings(max_examples=50, deadline=None)
@given(before=logs, after=logs)
def test_ties_taken_up_from_their_arrays_go_on_as_if_never_put_down(before, after):
    rules = Rules(half_life=30 * DAY, forgotten=3.0, broadcast=5, worth={"message": 1.0, "follow": 2.0})
    kept = LiveTies(rules=rules)
    kept.add(of(before))
    kept.advance(NOW - 50 * DAY)
    taken_up = LiveTies.from_state({name: column.copy() for name, column in kept.state().items()})
    for live in (kept, taken_up):
        live.add(of(after))
    assert (taken_up.rules.worth.get("message"), taken_up.left_out) == (1.0, kept.left_out)
    same(taken_up.at(NOW), kept.at(NOW))


def test_the_arrays_hold_numbers_only_and_names_of_any_kind():
    names = ("", "Zoë", "d" * 10_000, "\ud800", "nul\x00")
    live = LiveTies()
    live.add(Interactions.from_acts([(one, "a", "message", NOW) for one in names]))
    assert all(column.dtype.kind in "biuf" for column in live.state().values())
    assert LiveTies.from_state(live.state()).people == live.people == tuple(sorted({*names, "a"}))


def test_arrays_of_another_form_are_refused():
    state = LiveTies().state() | {"form": np.array([2])}
    with pytest.raises(UnusableInteractions, match="kept in form 2, this version reads form 1"):
        LiveTies.from_state(state)


def test_acts_that_no_longer_count_take_no_room():
    live = LiveTies()
    for day in range(1000):
        live.add(Interactions.from_acts([("a", "b", "message", NOW + day * DAY)] * 10))
        live.advance(NOW + day * DAY)
    assert len(live.state()["act_time"]) == 10 * 181
    assert sum(len(run.room.time) for run in live._timeline.runs) < 4 * 10 * 181
