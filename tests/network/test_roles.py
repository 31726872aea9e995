"""Standing between others: Gould and Fernandez against counting, and who is named for it."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from knoop import network as net
from knoop.network.leaders_evidence import evidence_of
from knoop.network.roles import ROLES, roles
from knoop.network.roles_brokers import among_equals, brokers
from tests.network import golden

PEOPLE = "abcdefgh"
arcs = some.tuples(some.sampled_from(PEOPLE), some.sampled_from(PEOPLE))
groups = some.lists(some.sampled_from(["x", "y", "z", None]), min_size=8, max_size=8)


def by_hand(network, units):
    """All triples, one at a time."""
    tied = network.arcs.toarray() > 0
    counts = {person: dict.fromkeys(ROLES, 0) for person in network.people if units[person]}
    number = {person: place for place, person in enumerate(network.people)}
    for i, j, k in permutations(counts, 3):
        if tied[number[i], number[j]] and tied[number[j], number[k]] and not tied[number[i], number[k]]:
            counts[j][role_of(units[i], units[j], units[k])] += 1
    return counts


def role_of(before, own, after):
    if before == own == after:
        return "coordinator"
    if before == after:
        return "itinerant"
    if own == after:
        return "gatekeeper"
    return "representative" if before == own else "liaison"


@pytest.mark.parametrize(
    ("units", "role"),
    [
        ("xxx", "coordinator"),
        ("xyx", "itinerant"),
        ("xyy", "gatekeeper"),
        ("xxy", "representative"),
        ("xyz", "liaison"),
    ],
)
def test_each_role_is_the_one_of_its_name(units, role):
    network = net.Network.from_edges([("i", "j"), ("j", "k")])
    found = roles(network, dict(zip("ijk", units, strict=True)))
    assert found.of(1) == {**dict.fromkeys(ROLES, 0), role: 1}
    assert sum(found.of(0).values()) == sum(found.of(2).values()) == 0


@settings(max_examples=60)
@given(edges=some.lists(arcs, max_size=40), own=groups)
def test_roles_are_those_of_counting_all_triples(edges, own):
    network, units = net.Network.from_edges(edges, people=PEOPLE), dict(zip(PEOPLE, own, strict=True))
    found = roles(network, units)
    by_person = {person: found.of(number) for number, person in enumerate(PEOPLE)}
    assert by_person == dict.fromkeys(PEOPLE) | by_hand(network, units)


def test_roles_of_a_larger_network_are_those_of_counting_all_triples():
    random = np.random.default_rng(5)
    edges = [(str(a), str(b)) for a, b in random.integers(0, 60, (500, 2))]
    network = net.Network.from_edges(edges, people=[str(number) for number in range(60)])
    units = {person: str(int(person) % 4) for person in network.people}
    found = roles(network, units)
    assert {person: found.of(number) for number, person in enumerate(network.people)} == by_hand(
        network, units
    )


def test_managers_who_ask_advice_stand_where_counting_says():
    found = roles(golden.advice(), golden.DEPARTMENT)
    expected = by_hand(golden.advice(), golden.DEPARTMENT)
    assert {person: found.of(number) for number, person in enumerate(golden.MANAGERS)} == expected


@settings(max_examples=40)
@given(edges=some.lists(arcs, max_size=40), own=groups)
def test_turning_all_arcs_around_swaps_gatekeepers_and_representatives(edges, own):
    units = dict(zip(PEOPLE, own, strict=True))
    forth = roles(net.Network.from_edges(edges, people=PEOPLE), units).counts
    back = roles(net.Network.from_edges([(b, a) for a, b in edges], people=PEOPLE), units).counts
    assert forth[:, [0, 1, 3, 2, 4]].tolist() == back.tolist()


def test_what_chance_would_give_is_the_mean_over_all_ways_to_hand_out_the_others():
    network = net.Network.from_edges([("a", "b"), ("b", "c"), ("d", "b"), ("b", "e")])
    shown = roles(network, dict(zip("abcde", "xxyyz", strict=True)))
    handed = [
        roles(network, {"b": "x", **dict(zip("acde", others, strict=True))}).counts[1]
        for others in permutations("xyyz")
    ]
    assert shown.expected[1] == pytest.approx(np.mean(handed, axis=0))


@pytest.mark.parametrize("units", [{}, {"a": "x"}])
def test_who_has_no_unit_has_no_role(units):
    found = roles(net.Network.from_edges([("a", "b")], people="ab"), units)
    assert [found.of(0), found.of(1)] == [dict.fromkeys(ROLES, 0) if units else None, None]


def test_percentiles_are_among_people_with_as_many_contacts():
    degree = np.array([10.0] * 10 + [100.0] * 10)
    values = [float(number) for number in range(20)]
    expected = [(number + 0.5) / 10 for number in range(10)]
    assert among_equals(values, degree) == pytest.approx(expected * 2)


def test_nobody_is_compared_with_fewer_than_ten_and_the_undefined_has_no_place():
    assert among_equals([1.0] * 9, np.ones(9)) == [None] * 9
    assert among_equals([None, *[1.0] * 10], np.ones(11)) == [None, *[0.5] * 10]
    assert among_equals([1.0] * 10, np.array([1.0] * 9 + [1.6])) == [None] * 10


@settings(max_examples=40)
@given(
    pairs=some.lists(some.tuples(some.integers(0, 9), some.integers(1, 30)), min_size=1, max_size=60),
)
def test_percentiles_are_those_of_comparing_each_with_all(pairs):
    values, degree = (np.array(column, dtype=float) for column in zip(*pairs, strict=True))

    def place(value, own):
        equals = values[(degree >= own / 1.5) & (degree <= own * 1.5)]
        below, same = (equals < value).sum(), (equals == value).sum()
        return (below + same / 2) / len(equals) if len(equals) >= 10 else None

    assert among_equals(values.tolist(), degree) == pytest.approx(
        [place(*pair) for pair in zip(values, degree, strict=True)]
    )


def islands(*, count=6, size=12, bridge=True):
    """Units that keep to themselves, all with about as many contacts; one person has some in each."""
    random = np.random.default_rng(2)
    rows = [
        (f"u{unit}-{a:02d}", f"u{unit}-{b:02d}", "message", None)
        for unit in range(count)
        for a in range(size)
        for b in random.choice(size, 8, replace=False)
        if a != b
    ]
    if bridge:
        abroad = [f"u{unit}-{number:02d}" for unit in range(1, count) for number in range(2)]
        rows = [row for row in rows if "u0-00" not in row[:2]]
        rows += [("u0-00", other, "message", None) for other in abroad]
        rows += [(other, "u0-00", "message", None) for other in abroad]
    return net.acts_of(net.Interactions.from_acts(rows))


def unit_of(acts):
    return {person: person[:2] for person in acts.people}


def test_the_only_bridge_between_units_is_named_a_boundary_spanner_with_reasons():
    acts = islands()
    network = net.ties_of(acts).attention
    found = brokers(network, unit_of(acts), evidence_of(acts), redrawn=lambda _: network, redraws=3)
    bridge = next(one for one in found.named if one.id == "u0-00")
    assert bridge.type == "boundary spanner"
    assert [reason.code for reason in bridge.reasons] == ["open_circle", "contacts_in_units", "between_units"]
    assert bridge.reasons[1].values == {"contacts": 10, "units": 5}
    assert (found.redraws, found.people) == (3, 72)


def test_a_broker_must_hold_in_eight_of_ten_redraws():
    acts = islands()
    bridged = net.ties_of(acts).attention
    closed = net.ties_of(islands(bridge=False)).attention
    assert set(bridged.people) == set(closed.people)
    order = [closed.people.index(person) for person in bridged.people]
    closed = net.Network(people=bridged.people, arcs=closed.arcs[order][:, order].tocsr())

    def is_named(times):
        redrawn = [bridged] * times + [closed] * (10 - times)
        found = brokers(bridged, unit_of(acts), evidence_of(acts), redrawn=redrawn.__getitem__, redraws=10)
        return "u0-00" in {one.id for one in found.named}

    assert [is_named(7), is_named(8)] == [False, True]


def test_betweenness_names_nobody_alone_and_adds_to_an_open_circle():
    acts = islands(bridge=False)
    network = net.ties_of(acts).attention

    def is_named(person):
        between = [1.0 if one == person else 0.0 for one in network.people]
        found = brokers(network, {}, evidence_of(acts), betweenness=between)
        assert all(len(one.reasons) > 1 for one in found.named)
        return person in {one.id for one in found.named}

    named = {person for person in network.people if is_named(person)}
    closed = among_equals(net.constraint(network), network.degree)
    is_open = {person for person, place in zip(network.people, closed, strict=True) if place and place <= 0.1}
    enough = set(np.array(network.people)[evidence_of(acts).enough])
    assert named == is_open & enough
    assert 0 < len(named) < 20


def test_of_whom_too_little_was_seen_nobody_is_named_a_broker():
    acts = islands()
    network = net.ties_of(acts).attention
    few = evidence_of(net.acts_of(net.Interactions.from_edges([("u0-00", "u1-00")], people=acts.people)))
    assert brokers(network, unit_of(acts), few).named == ()
