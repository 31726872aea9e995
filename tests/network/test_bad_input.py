"""Whatever comes in: a defined result or a clear error, never nonsense."""

import json

import numpy as np
import pytest

from knoop import network as net
from knoop.network import minimum, units
from knoop.network.clocks import contacts_of
from knoop.network.help import Help, who_helps_whom
from knoop.network.leaders import leader_index
from knoop.network.permutations import silo_test
from knoop.network.roles import roles
from knoop.network.speed import speed
from knoop.network.ties import DAY
from knoop.network.units import MOST_UNITS

NOW = 1_700_000_000.0
PER_PERSON = [
    net.betweenness,
    net.communities,
    net.constraint,
    net.coreness,
    net.effective_size,
    net.harmonic_closeness,
    net.in_degree,
    net.in_strength,
    net.out_degree,
    net.out_strength,
    net.pagerank,
    leader_index,
]
WHOLE = [
    net.clustering,
    net.core_fit,
    net.degree_centralisation,
    net.density,
    net.reciprocity,
    net.robustness,
    net.transitivity,
]


def office(people=30, acts=600, *, seed=1):
    """Acts of an ordinary quarter."""
    random = np.random.default_rng(seed)
    names = [f"p{number:04d}" for number in range(people)]
    source, target = random.integers(0, people, acts), random.integers(0, people - 1, acts)
    target += target >= source
    kinds = random.choice(["message", "reply", "reaction", "thanks"], acts)
    times = NOW - random.uniform(0, 80 * DAY, acts)
    return [
        (names[one], names[other], str(kind), float(time))
        for one, other, kind, time in zip(source, target, kinds, times, strict=True)
    ]


def told(acts, members=(), people=()):
    """What an analysis says, as other programs read it; fails on NaN and infinity."""
    found = net.analyse(net.Interactions.from_acts(acts, people=people), members)
    return json.loads(json.dumps(found.as_json(), allow_nan=False))


def test_acts_to_oneself_change_no_tie_and_are_said():
    acts = office()
    own = [("p0001", "p0001", "message", time) for *_, time in acts[:50]]
    without, given = told(acts), told(acts + own)
    assert (given["org"], given["stage"]) == (without["org"], without["stage"])
    for measure in ("in_strength", "out_strength", "pagerank", "betweenness", "constraint", "community"):
        for person, figures in without["people"].items():
            assert given["people"][person][measure] == figures[measure]
    assert given["warnings"][0] == "50 interactions of people with themselves were left out."


def test_somebody_who_acts_only_to_himself_is_there_and_has_no_ties():
    own = told([*office(), ("alone", "alone", "message", NOW)])["people"]["alone"]
    assert (own["in_degree"], own["constraint"], own["community"]) == (0, None, None)


def test_a_row_given_twice_counts_twice_and_makes_no_second_tie():
    once, twice = told(office()), told(office() * 2)
    assert twice["counts"] == once["counts"] | {"interactions": 1200}
    assert twice["org"]["density"] == once["org"]["density"]
    for person, found in once["people"].items():
        assert twice["people"][person]["in_degree"] == found["in_degree"]
        assert twice["people"][person]["in_strength"] > found["in_strength"] or not found["in_degree"]


def test_a_clock_that_runs_ahead_is_taken_at_its_word():
    late = told([*office(), ("p0001", "p0002", "reply", NOW + 20 * 365 * DAY)])
    assert late["period"]["to"].startswith("2043")
    assert {person for person, one in late["people"].items() if one["in_degree"]} == {"p0002"}


def test_times_after_the_moment_asked_for_make_no_tie_yet():
    found = net.Interactions.from_acts([("a", "b", "message", NOW), ("b", "c", "message", NOW + 1)])
    acts = net.acts_of(found)
    ties = net.ties_of(acts, at=NOW)
    assert (ties.weight.arcs.nnz, ties.whole.arcs.nnz) == (1, 1)
    assert net.ties_of(acts, at=NOW - 1).whole.arcs.nnz == 0
    assert net.standing_network(acts, at=NOW - 1).arcs.nnz == 0


def test_an_answer_before_its_question_is_an_act_as_any_other():
    found = net.Interactions.from_acts([("b", "a", "answer", NOW - DAY), ("a", "b", "message", NOW)])
    assert net.ties_of(net.acts_of(found)).whole.arcs.nnz == 2
    clocks = speed(contacts_of(found), tau=DAY)
    assert all(value is None or 0 <= value <= 1 for value in clocks.out)


@pytest.mark.parametrize("time", [float("nan"), float("inf"), -float("inf")])
def test_a_time_that_is_no_moment_is_refused(time):
    with pytest.raises(net.UnusableInteractions, match="values that are no moment"):
        net.Interactions.from_acts([("a", "b", "message", NOW), ("a", "b", "message", time)])


@pytest.mark.parametrize("time", [-1e9, 0.0, 1e11])
def test_any_moment_there_is_can_be_measured(time):
    found = told([(a, b, kind, time) for a, b, kind, _ in office()])
    assert found["period"]["from"] == found["period"]["to"]
    assert found["org"]["density"] > 0


def test_a_network_of_one_moment_has_ties_and_no_speed():
    found = net.Interactions.from_acts([(a, b, kind, NOW) for a, b, kind, _ in office()])
    assert net.ties_of(net.acts_of(found)).weight.arcs.nnz > 0
    assert set(speed(contacts_of(found), tau=DAY).out) == {None}


@pytest.mark.parametrize("people", [[], ["alone"], ["a", "b"], [f"p{number}" for number in range(30)]])
def test_people_without_ties_are_counted_and_nothing_else_is_said_of_them(people):
    found = told([], people=people)
    assert found["counts"] == {"people": len(people), "active": 0, "interactions": 0, "ties": 0}
    assert found["stage"]["name"] is None or found["stage"]["name"] == "fragments"
    assert found["informal_leaders"] == found["brokers"] == found["ambassadors"] == []


@pytest.mark.parametrize("measure", PER_PERSON, ids=lambda one: one.__name__)
@pytest.mark.parametrize("people", [(), ("alone",), ("a", "b", "c")])
def test_without_ties_each_person_has_a_defined_figure_or_none(measure, people):
    found = measure(net.Network.from_edges([], people=people))
    assert len(found) == len(people)
    assert all(value is None or value == 0 for value in found)


@pytest.mark.parametrize("measure", WHOLE, ids=lambda one: one.__name__)
@pytest.mark.parametrize("people", [(), ("alone",), ("a", "b", "c")])
def test_without_ties_the_whole_has_a_defined_figure_or_none(measure, people):
    found = measure(net.Network.from_edges([], people=people))
    assert found is None or 0 <= found <= 1


def test_one_person_who_does_everything_is_a_star():
    acts = [("hub", f"p{number:02d}", "message", NOW - number) for number in range(40) for _ in range(30)]
    found = told(acts)
    assert found["org"]["degree_centralisation"] == pytest.approx(1)
    assert found["people"]["hub"]["betweenness"] == pytest.approx(1)
    assert found["org"]["gini"] == pytest.approx(40 / 41)
    assert found["informal_leaders"] == []


def test_people_may_have_names_of_any_length_in_any_script():
    new = {"p0001": "Ünïcødé 김 🦊", "p0002": "x" * 100_000, "p0003": " ", "p0004": "a,b\n\"c'", "p0005": "é"}
    acts = [(new.get(a, a), new.get(b, b), kind, time) for a, b, kind, time in office()]
    found, plain = told(acts), told(office())
    assert len(found["people"]) == 30
    for old, name in new.items():
        assert found["people"][name]["in_degree"] == plain["people"][old]["in_degree"]
    assert found["org"] == pytest.approx(plain["org"])


def test_letters_that_look_alike_are_two_people():
    assert len(told([("é", "a", "message", NOW), ("e\u0301", "a", "message", NOW)])["people"]) == 3


def test_a_unit_for_each_of_many_people_gives_no_tables_and_says_so(monkeypatch):
    for module in (units, minimum):
        monkeypatch.setattr(module, "MOST_UNITS", 29)
    members = [net.Member(id=f"p{number:04d}", unit=f"unit {number}") for number in range(30)]
    found = net.analyse(net.Interactions.from_acts(office()), members)
    assert found.flows is None
    assert "There are 30 units; above 29 no table of what goes between them is made." in found.warnings
    assert (found.organisation.ei, found.organisation.ei_expected, found.organisation.silo_index) == (1, 1, 0)
    assert len(found.mixing) == 30


def ring(size):
    """Acts of a ring of people, and a unit for each of them."""
    people = tuple(f"p{number:06d}" for number in range(size))
    source = np.arange(size, dtype=np.int32)
    found = net.Interactions(
        people=people,
        time=None,
        source=source,
        target=np.roll(source, 1),
        kind=np.zeros(size, np.uint8),
        event=np.arange(size),
        audience=np.ones(size, np.int32),
    )
    return net.acts_of(found), dict(zip(people, people, strict=True))


def test_a_million_units_have_no_tables_and_are_counted_one_by_one():
    acts, unit_of = ring(1_000_000)
    whole = net.ties_of(acts).whole
    assert net.flows(acts, unit_of) is None
    assert net.bridges(whole, unit_of) is None
    mixing = net.unit_mixing(whole, unit_of)
    assert {(one.people, one.inside, one.outside, one.silo_index) for one in mixing} == {(1, 0, 2, 0.0)}
    assert len(mixing) == 1_000_000


def test_what_needs_no_table_is_measured_of_any_number_of_units():
    acts, unit_of = ring(20_000)
    whole = net.ties_of(acts).whole
    assert (net.ei(whole, unit_of), net.ei_expected(whole.people, unit_of)) == (1, 1)
    assert net.modularity(whole, unit_of) == pytest.approx(-1 / 20_000)
    assert set(net.participation(whole, unit_of)) == {0.5}
    assert roles(whole, unit_of).of(1)["liaison"] == 1
    assert silo_test(whole, unit_of, dealt=10).z is None


def test_help_between_too_many_units_has_no_table(monkeypatch):
    monkeypatch.setattr(units, "MOST_UNITS", 1)
    found = Help(
        people=("a", "b"),
        topics=("pumps",),
        asker=np.array([0]),
        topic=np.array([0]),
        question=np.array([0]),
        answerer=np.array([1]),
        accepted=np.array([True]),
    )
    assert who_helps_whom(found, {"a": "x", "b": "x"}).interactions.tolist() == [[1]]
    assert who_helps_whom(found, {"a": "x", "b": "y"}) is None


def test_a_thousand_units_still_have_their_tables():
    names = [f"p{number:04d}" for number in range(MOST_UNITS)]
    acts = net.acts_of(net.Interactions.from_edges([(names[0], names[1])], people=names))
    unit_of = {name: name for name in names}
    assert net.flows(acts, unit_of).interactions.shape == (MOST_UNITS, MOST_UNITS)
    assert net.bridges(net.ties_of(acts).whole, unit_of).ties[0, 1] == 1
