"""One person's social capital: each part against its definition, and nothing where little was seen."""

import numpy as np
import pytest

from knoop import network as net
from knoop.network.capital import capital_from
from knoop.network.interactions import Interactions
from knoop.network.ties import DAY
from tests.network import golden

MONDAY = 1_700_438_400.0  # 20 November 2023, 00:00 UTC
HOUR = 3600.0
CROWD = [f"c{number}" for number in range(20)]


def crowd(*more, people=()):
    """Enough acts among twenty others, and enough towards `me` from eight of them, 30 days ago."""
    random = np.random.default_rng(4)
    then = MONDAY - 30 * DAY
    rows = [
        (one, CROWD[other], "reply", then) for one in CROWD for other in random.choice(20, 12, replace=False)
    ]
    rows += [(one, "me", "reply", then) for one in CROWD[:8] for _ in range(3)]
    return Interactions.from_acts([*rows, *more], people=people)


def mine(*more, units=None, at=MONDAY, **kwargs):
    return capital_from(crowd(*more), units=units or {}, at=at, **kwargs).of("me")


def test_of_whom_too_little_was_seen_nothing_is_said():
    capital = capital_from(crowd(("c0", "shy", "reply", MONDAY)), units={})
    shy = capital.of("shy")
    assert (shy.is_enough, shy.acts, shy.senders) == (False, 1, 1)
    said = {name for name, value in vars(shy).items() if value is not None}
    assert said == {"person", "is_enough", "acts", "senders", "people", "since", "until"}
    assert capital.of("me").is_enough


def test_somebody_unknown_is_refused_by_name():
    with pytest.raises(net.UnknownPerson, match="'zoe'"):
        capital_from(crowd(), units={}).of("zoe")


def test_reach_is_the_share_of_others_within_one_and_two_standing_ties():
    capital = capital_from(crowd(), units={}, at=MONDAY)
    standing = capital.standing.contacts.toarray() > 0
    number = capital.standing.people.index("me")
    one, two = standing[number], standing[number] | (standing @ standing)[number]
    found = capital.of("me")
    assert (found.reach_one, found.reach_two) == (8 / 20, (two.sum() - two[number]) / 20)
    assert one.sum() == 8


def test_what_was_answered_in_two_working_days_was_given_and_what_took_longer_was_not():
    friday = MONDAY - 10 * DAY
    asked = [(one, "me", "message", friday) for one in CROWD[:4]]
    answers = [
        ("me", "c0", "reply", friday + HOUR),
        ("me", "c1", "reply", friday + 3 * DAY),  # Monday: one working day later
        ("me", "c2", "reply", friday + 5 * DAY),  # Wednesday: three
    ]
    found = mine(*asked, *answers)
    assert (found.give.value, found.give.count) == (0.5, 4)
    assert found.get.count == 0
    assert found.get.value is None


def test_what_was_asked_in_the_last_two_working_days_does_not_count_yet():
    asked = [("me", "c0", "message", MONDAY - 4 * DAY), ("me", "c1", "message", MONDAY - 2.5 * DAY)]
    answered = ("c1", "me", "reply", MONDAY - 2.4 * DAY)
    found = mine(*asked, answered)
    assert (found.get.value, found.get.count) == (0, 1)


def test_what_was_asked_91_days_ago_does_not_count_any_more():
    found = mine(("me", "c0", "message", MONDAY - 91 * DAY), ("me", "c1", "message", MONDAY - 89 * DAY))
    assert found.get.count == 1


def test_reciprocity_is_the_share_of_ties_that_are_returned_beyond_what_density_gives():
    returned = [("me", one, "thanks", MONDAY - DAY) for one in CROWD[:2]]
    others = [("me", CROWD[19], "thanks", MONDAY - DAY)]
    found = mine(*returned, *others)
    assert found.reciprocity == pytest.approx(4 / 11)
    capital = capital_from(crowd(*returned, *others), units={}, at=MONDAY)
    density = net.density(capital.attention)
    assert found.reciprocity_beyond_chance == pytest.approx((4 / 11 - density) / (1 - density))


def test_in_a_network_of_survey_answers_nothing_is_said_of_time():
    capital = capital_from(
        Interactions.from_edges(golden.ADVICE, people=golden.MANAGERS), units=golden.DEPARTMENT
    )
    found = capital.of("2")
    assert found.is_enough
    assert (found.give, found.get, found.renewal, found.until) == (None, None, None, None)


@pytest.mark.parametrize("person", ["1", "2", "18", "21"])
def test_constraint_and_diversity_of_one_are_those_of_measuring_all(person):
    capital = capital_from(
        Interactions.from_edges(golden.ADVICE, people=golden.MANAGERS),
        units=golden.DEPARTMENT,
        levels=golden.DEPARTMENT,
    )
    number, attention = golden.MANAGERS.index(person), capital.attention
    found = capital.of(person)
    assert found.constraint == pytest.approx(net.constraint(attention)[number])
    everybody = net.participation(attention, golden.DEPARTMENT)
    assert found.unit_diversity == found.level_diversity == pytest.approx(everybody[number])


def test_unknown_units_and_levels_give_no_diversity_and_no_bridges():
    found = mine()
    assert (found.unit_diversity, found.level_diversity, found.bridging) == (None, None, None)


def test_a_tie_with_an_act_in_45_days_is_renewed_and_an_older_one_is_not():
    old = [("me", one, "reply", MONDAY - 60 * DAY) for one in CROWD[10:12]]
    found = mine(*old)
    assert (found.contacts, found.renewal.count, found.renewal.value) == (10, 10, 0.8)


def test_ties_to_units_where_colleagues_have_fewer_than_five_links_are_bridges():
    units = {
        "me": "home",
        "mate": "home",
        **dict.fromkeys(CROWD[:4], "near"),
        **dict.fromkeys(CROWD[4:], "far"),
    }

    def bridging(links):
        more = [("mate", one, "reply", MONDAY - DAY) for one in CROWD[4 : 4 + links]]
        return mine(*more, units=units).bridging

    assert (bridging(4).value, bridging(5).value) == (1.0, 0.5)
    assert bridging(5).count == 8


def test_colleagues_in_the_own_unit_are_no_bridges():
    assert mine(units=dict.fromkeys(["me", *CROWD], "one")).bridging.value == 0


def test_the_order_of_rows_and_people_changes_nothing():
    rows = crowd(("me", "c3", "message", MONDAY - 20 * DAY), ("c3", "me", "reply", MONDAY - 19 * DAY))
    turned = Interactions.from_acts(
        [
            (rows.people[s], rows.people[t], net.KINDS[k], float(at))
            for s, t, k, at in reversed(
                list(zip(rows.source, rows.target, rows.kind, rows.time, strict=True))
            )
        ]
    )
    units = {person: person[-1] for person in rows.people}
    first, second = (capital_from(log, units=units, at=MONDAY).of("me") for log in (rows, turned))
    assert first.constraint == pytest.approx(second.constraint, abs=1e-12)
    assert {**vars(first), "constraint": 0} == {**vars(second), "constraint": 0}
