"""Who is named by the analysis, and who never may be."""

import json

import numpy as np
import pytest

from knoop import network as net
from knoop.network import candidates as limits
from knoop.network.candidates_reasons import REASONS
from knoop.network.minimum import ACTS_TO_SAY_SOMETHING, SENDERS_TO_SAY_SOMETHING

DAY = 86_400.0
LISTS = ["informal_leaders", "fastest_sharers", "brokers", "ambassadors", "key_players"]
NAMED = [name for name in LISTS if name != "ambassadors"]
UNITS = 5


def rows(people=40, acts=1_600, seed=3, hubs=3, days=60):
    """Acts between people of five units; everybody often turns to the first few."""
    random = np.random.default_rng(seed)
    source = random.integers(0, people, acts)
    target = np.where(
        random.random(acts) < 0.5, random.integers(0, hubs, acts), random.integers(0, people - 4, acts)
    )
    moments = 1.7e9 + np.sort(random.random(acts)) * days * DAY
    return [
        (f"p{one:02}", f"p{other:02}", "message", float(at))
        for one, other, at in zip(source, target, moments, strict=True)
        if one != other
    ]


def members(people=40, **extra):
    """Names run against identifiers, so that the two orders differ."""
    return [
        net.Member(id=f"p{one:02}", name=f"Name {99 - one}", unit=f"unit {one % UNITS}", **extra)
        for one in range(people)
    ]


def analysed(acts, people=()):
    return net.analyse(net.Interactions.from_acts(acts), people)


@pytest.fixture(scope="module")
def found():
    return analysed(rows(), members())


@pytest.fixture(scope="module")
def contract(found):
    return found.as_json()


def seen_enough(acts):
    received, senders = {}, {}
    for one, other, _, _ in acts:
        received[other] = received.get(other, 0) + 1
        senders.setdefault(other, set()).add(one)
    return {
        person
        for person, count in received.items()
        if count >= ACTS_TO_SAY_SOMETHING and len(senders[person]) >= SENDERS_TO_SAY_SOMETHING
    }


def test_those_to_whom_everybody_turns_are_named_as_informal_leaders(contract):
    assert {one["id"] for one in contract["informal_leaders"]} == {"p00", "p01", "p02"}
    assert {one["type"] for one in contract["informal_leaders"]} == {"cross-unit"}


def test_who_has_people_reporting_to_them_is_no_informal_leader():
    led = analysed(rows(), members(manager="p00")).as_json()
    assert {one["id"] for one in led["informal_leaders"]} == {"p01", "p02"}


def test_nobody_of_whom_too_little_was_seen_is_named_or_placed(contract):
    enough = seen_enough(rows())
    named = {one["id"] for name in LISTS for one in contract[name]}
    assert named
    assert named <= enough
    others = set(contract["people"]) - enough
    assert others
    for column in ("leader_index", "leader_probability", "speed_out", "speed_in"):
        assert {contract["people"][person][column] for person in others} == {None}
        assert None not in {contract["people"][person][column] for person in enough}


def test_who_is_named_as_informal_leader_is_in_eight_of_ten_redraws(contract):
    chance = [contract["people"][one["id"]]["leader_probability"] for one in contract["informal_leaders"]]
    assert min(chance) >= 0.8


@pytest.mark.parametrize("few", [{"people": 19, "hubs": 2}, {"acts": 200}])
def test_below_the_minimum_of_the_whole_all_lists_are_empty_and_that_is_said(few):
    found = analysed(rows(**few), members(few.get("people", 40)))
    contract = found.as_json()
    assert {name: contract[name] for name in LISTS} == {name: [] for name in LISTS}
    assert "nobody_named" in {caution.code for caution in found.cautions}
    assert {one["speed_in"] for one in contract["people"].values()} == {None}


def test_above_the_minimum_that_caution_is_not_given(found):
    assert "nobody_named" not in {caution.code for caution in found.cautions}


def test_lists_are_in_the_order_of_names(found):
    names = {person: member.name for person, member in found.members.items()}
    for name in NAMED:
        listed = [names[one.id] for one in getattr(found.candidates, name)]
        assert listed == sorted(listed)
    assert len(found.candidates.informal_leaders) > 1


def test_who_is_named_has_a_type_and_reasons_in_words_and_no_score(contract):
    for name in NAMED:
        for one in contract[name]:
            assert set(one) == {"id", "type", "reasons"}
            assert one["reasons"]
            assert all(set(reason) == {"code", "values", "sentence"} for reason in one["reasons"])
            assert not any("{" in reason["sentence"] for reason in one["reasons"])


def test_ambassadors_each_add_somebody(contract):
    assert contract["ambassadors"]
    assert all(set(one) == {"id", "reached"} and one["reached"] >= 0.5 for one in contract["ambassadors"])


def test_shuffled_rows_and_people_name_the_same(contract):
    mixed = np.random.default_rng(5).permutation(len(rows())).tolist()
    again = analysed([rows()[number] for number in mixed], members()[::-1])
    assert json.dumps(again.as_json(), sort_keys=True) == json.dumps(contract, sort_keys=True)


def test_fewer_than_twenty_people_have_no_agreement():
    assert analysed(rows(people=19), members(19)).as_json()["stage"]["agreement"] is None


def test_what_is_too_large_is_left_out_and_said(monkeypatch):
    monkeypatch.setattr(limits, "BROKERS_UP_TO", 30)
    monkeypatch.setattr(limits, "KEY_PLAYERS_UP_TO", 35)
    found = analysed(rows(), members())
    contract = found.as_json()
    assert {"large_for_brokers", "large_for_key_players"} <= {caution.code for caution in found.cautions}
    assert contract["brokers"] == contract["key_players"] == []
    assert contract["informal_leaders"]
    assert contract["ambassadors"]


def test_every_code_of_a_reason_has_a_sentence():
    for role in ("gatekeeper", "representative", "itinerant", "liaison"):
        reason = limits.Reason(code="between_units", values={"role": role, "triads": 3})
        assert net.key_of(reason) in REASONS
