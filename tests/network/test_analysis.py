"""The whole analysis and its JSON."""

import json
from pathlib import Path

import numpy as np
import pytest

from knoop import network as net
from tests.network import golden

EMAIL = Path(__file__).parents[3] / "shared/data/org_email_eu_core"
KEYS = {
    "period": "from to",
    "counts": "people active interactions ties",
    "org": "density reciprocity clustering transitivity modularity degree_centralisation "
    "betweenness_centralisation ei ei_expected silo_index core_fit gini",
    "stage": "number name agreement features",
}
PERSON = (
    "in_degree out_degree in_strength out_strength pagerank betweenness harmonic_closeness constraint "
    "effective_size participation coreness community speed_out speed_in leader_index leader_probability"
)
LISTS = "informal_leaders fastest_sharers brokers ambassadors key_players interventions"


def managers(edges=golden.ADVICE):
    members = [net.Member(id=person, unit=golden.DEPARTMENT[person]) for person in golden.MANAGERS]
    return net.analyse(net.Interactions.from_edges(edges), members)


@pytest.fixture(scope="module")
def contract():
    return managers().as_json()


def test_the_contract_has_all_its_keys_and_no_other(contract):
    assert set(contract) == {"schema", "people", "warnings", *KEYS, *LISTS.split()}
    assert {part: set(contract[part]) for part in KEYS} == {part: set(k.split()) for part, k in KEYS.items()}
    assert set(contract["people"]["1"]) == set(PERSON.split())
    assert set(contract["stage"]["features"]) == {"S", "keep1", "keep5", "top1b", "CB", "Q", "R"}


def test_rules_for_stepping_in_that_cant_be_read_are_named(contract):
    assert contract["interventions"] == []
    (said,) = [warning for warning in contract["warnings"] if warning.startswith("Rules for stepping in")]
    assert all(f"I{rule}" in said for rule in range(1, 12))


def test_the_agreement_of_the_stage_is_a_share_of_redrawn_networks(contract):
    assert 0 < contract["stage"]["agreement"] <= 1


def test_without_times_speed_is_undefined_and_that_is_said(contract):
    assert {(one["speed_out"], one["speed_in"]) for one in contract["people"].values()} == {(None, None)}
    assert (contract["fastest_sharers"], contract["ambassadors"]) == ([], [])
    assert any(warning.startswith("Without times the speed") for warning in contract["warnings"])


def test_the_contract_has_the_published_figures_of_the_managers(contract):
    assert contract["org"]["density"] == pytest.approx(0.4524, abs=1e-4)
    assert contract["people"]["2"]["in_degree"] == 18
    assert contract["counts"] == {"people": 21, "active": 21, "interactions": 190, "ties": 190}


def test_members_without_interactions_are_isolates():
    found = net.analyse(net.Interactions.from_edges([("a", "b")]), [net.Member(id="c")])
    assert (found.counts.people, found.counts.active) == (3, 2)
    assert found.people["c"].constraint is None


def test_shuffled_rows_and_people_give_the_same_json():
    shuffled = np.random.default_rng(1).permutation(np.array(golden.ADVICE)).tolist()
    assert json.dumps(managers(shuffled).as_json()) == json.dumps(managers().as_json())


def test_without_units_what_needs_them_is_undefined():
    found = net.analyse(net.Interactions.from_edges(golden.ADVICE))
    shape = found.organisation
    assert (shape.modularity, shape.ei, shape.silo_index) == (None, None, None)
    assert {person.participation for person in found.people.values()} == {None}


def test_fewer_than_twenty_people_have_no_stage():
    found = net.analyse(net.Interactions.from_edges(golden.KITE_TIES)).as_json()
    assert (found["stage"]["number"], found["stage"]["name"]) == (None, None)
    assert found["stage"]["features"]["S"] == 1


def test_an_act_to_three_people_is_one_act_in_the_inequality_of_acts():
    rows = [("a", "b"), ("a", "c"), ("a", "d"), ("b", "a")]
    edges = net.Interactions.from_edges(rows)
    edges.event[:] = [0, 0, 0, 1]
    assert net.analyse(edges).organisation.gini == pytest.approx(0.5)  # acts 1, 1, 0, 0


def codes(found):
    return {caution.code for caution in found.cautions}


def timed(rows):
    return net.analyse(net.Interactions.from_acts(rows))


def test_too_few_acts_are_said():
    few = [(f"p{number}", f"p{(number + 1) % 30}", "message", 1.0e9 + number) for number in range(30)]
    assert "few_events" in codes(timed(few))
    assert "few_events" not in codes(timed(few * 8))


def test_too_few_people_are_said():
    rows = [(f"p{number}", f"p{(number + 1) % 19}", "message", 1.0e9) for number in range(19)]
    assert "few_active" in codes(timed(rows))
    assert "few_active" not in codes(timed([*rows, ("p0", "p19", "message", 1.0e9)]))


def test_what_was_left_out_is_said():
    rows = [("a", f"p{number}", "message", 1.0e9) for number in range(30)]
    crowd = net.Interactions.from_acts([*rows, ("a", "a", "reply", 1.0e9), ("a", "b", "view", 1.0e9)])
    crowd.event[:30] = 0
    found = net.analyse(crowd)
    assert {"broadcasts", "to_self", "views"} <= codes(found)
    assert found.counts.ties == 0


def test_ties_fade_until_the_last_interaction_even_if_that_makes_no_tie():
    day = 86_400.0
    message = ("a", "b", "message", 1.0e9)
    alone = timed([message]).people["b"].in_strength
    followed_by_a_view = timed([message, ("c", "b", "view", 1.0e9 + 45 * day)]).people["b"].in_strength
    assert (alone, followed_by_a_view) == pytest.approx((np.log(4), np.log(2.5)))


def test_flows_count_acts_and_different_people_on_either_side():
    rows = [("a", "x"), ("a", "x"), ("b", "x"), ("x", "a")]
    acts = net.acts_of(net.Interactions.from_edges(rows))
    found = net.flows(acts, {"a": "one", "b": "one", "x": "two"})
    assert found.units == ("one", "two")
    assert found.interactions.tolist() == [[0, 3], [1, 0]]
    assert (found.senders[0, 1], found.receivers[0, 1]) == (2, 1)


def test_bridges_count_pairs_once():
    ties = net.Network.from_edges([("a", "x"), ("x", "a"), ("b", "x"), ("a", "b")])
    found = net.bridges(ties, {"a": "one", "b": "one", "x": "two"})
    assert found.ties.tolist() == [[1, 2], [2, 0]]
    assert found.people.tolist() == [[2, 2], [1, 0]]


@pytest.fixture(scope="module")
def email():
    if not EMAIL.is_dir():
        pytest.skip("the e-mail network (SNAP email-Eu-core) is not on this machine")
    edges = [tuple(line.split()) for line in (EMAIL / "email-Eu-core.txt").read_text().splitlines()]
    rows = [line.split() for line in (EMAIL / "email-Eu-core-department-labels.txt").read_text().splitlines()]
    return net.analyse(net.Interactions.from_edges(edges), [net.Member(id=p, unit=d) for p, d in rows])


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("reciprocity", 0.7112),
        ("clustering", 0.3994),
        ("transitivity", 0.2674),
        ("modularity", 0.2880),
        ("ei", 0.3286),
        ("ei_expected", 0.9067),
    ],
)
def test_the_e_mail_of_a_research_institute_has_its_published_shape(email, figure, expected):
    assert getattr(email.organisation, figure) == pytest.approx(expected, abs=6e-5)


def test_the_e_mail_of_the_institute_has_its_published_size(email):
    whole = email.ties.whole
    found = (whole.size, whole.arcs.nnz, whole.contacts.nnz // 2, np.bincount(net.components(whole)).max())
    assert found == (1005, 25_571 - 642, 16_064, 986)


def test_the_departments_of_the_institute_keep_to_themselves(email):
    assert email.organisation.silo_index == pytest.approx(0.303, abs=5e-4)


def test_the_best_connected_of_the_institute_are_the_published_ones(email):
    expected = {"160": 211, "62": 178, "107": 168, "121": 156, "86": 153}
    assert {person: email.people[person].in_degree for person in expected} == expected


def test_the_institute_has_its_communities(email):
    assert (
        0.40
        <= net.detected_modularity(
            email.ties.whole, [email.people[person].community for person in email.ties.whole.people]
        )
        <= 0.42
    )
