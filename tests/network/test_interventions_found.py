"""Rules read from a log: each speaks where its condition was planted, and not in the twin."""

import json
from dataclasses import replace

import numpy as np
import pytest

from knoop import network as net
from knoop.network import interventions_found as found_in
from knoop.network.candidates import _recent
from knoop.network.interventions_found import NOT_IN_A_LOG, RULES, Log
from knoop.network.interventions_log import answered, rows_between
from knoop.network.interventions_network import Window
from knoop.network.interventions_texts import TEXTS, as_json
from knoop.network.leaders_evidence import evidence_of
from knoop.network.load_answers import requests_of
from knoop.network.speed import speed
from knoop.network.stage import stage_features
from knoop.network.ties import DAY, STAGE_WINDOW, Rules, acts_of, standing_network

MONDAY = 1_700_438_400.0
DAYS, HOUR = 196, 3600.0
# The log ends on a Friday, three days before it could: here its last 90 and its last 28 days begin.
LAST_90, LAST_28 = DAYS - 93, DAYS - 31
CLUSTER = 15


def log_of(rows, units=None):
    interactions = net.Interactions.from_acts(sorted(rows, key=lambda row: (row[0], row[1], row[3])))
    order = np.argsort(interactions.people)
    place = np.empty(len(order), dtype=np.int32)
    place[order] = np.arange(len(order))
    interactions = replace(
        interactions,
        people=tuple(sorted(interactions.people)),
        source=place[interactions.source],
        target=place[interactions.target],
    )
    acts, rules = acts_of(interactions), Rules()
    until = None if interactions.time is None else float(interactions.time.max())
    seen = evidence_of(acts, at=until)
    contacts = _recent(interactions, seen, rules) if seen.is_enough_of_all else None
    return Log(
        interactions=interactions,
        acts=acts,
        units=units or {},
        features=stage_features(standing_network(acts, at=until)),
        seen=seen,
        speed=speed(contacts, units=units) if contacts and units else None,
        rules=rules,
    )


def spoken(rows, units=None):
    return sorted({one.rule for one in log_of(rows, units).advised().interventions})


def talk(partner, *, people=90, acts=60, since=0, until=DAYS, answers=0.95, seed=5):
    """`acts` messages each working day, most of them answered within the hour."""
    random = np.random.default_rng(seed)
    rows = []
    for day in range(since, until):
        if day % 7 > 4:
            continue
        for moment in MONDAY + DAY * day + HOUR * random.uniform(9, 16, acts):
            one = int(random.integers(people))
            other = partner(one, random)
            if one == other:
                continue
            rows.append((f"p{one:03}", f"p{other:03}", "message", float(moment)))
            if random.random() < answers:
                rows.append((f"p{other:03}", f"p{one:03}", "reply", float(moment + HOUR)))
    return rows


def anybody(one, random, people=90):
    return int(random.integers(people))


def within(one, random):
    """Somebody of the same cluster of fifteen."""
    return one // CLUSTER * CLUSTER + int(random.integers(CLUSTER))


def apart(**more):
    return talk(within, **more)


def mixed(**more):
    return talk(lambda one, random: (within if random.random() < 0.7 else anybody)(one, random), **more)


def around_a_hub(one, random):
    """Clusters that meet through person 0 alone."""
    return 0 if random.random() < 0.3 else within(one, random)


def clusters(people=90):
    return {f"p{one:03}": f"unit {one // CLUSTER}" for one in range(people)}


def test_a_network_in_pieces_is_told_to_bring_two_together():
    (one,) = log_of(apart()).advised().interventions
    assert (one.rule, one.advice) == ("I1", "I1.convene")
    assert one.evidence[0].values == {"share": pytest.approx(CLUSTER / 90), "parts": 6}


def test_the_same_people_connected_are_told_nothing():
    assert spoken(mixed(), clusters()) == []


def test_a_network_through_one_person_is_told_so():
    assert spoken(talk(around_a_hub)) == ["I2"]


def test_the_same_hub_among_people_who_also_meet_otherwise_is_no_worry():
    def also_elsewhere(one, random):
        return around_a_hub(one, random) if random.random() < 0.8 else anybody(one, random)

    assert spoken(talk(also_elsewhere)) == []


def closed_unit(one, random):
    """Fifteen people who hardly ever speak with others, among five units that do."""
    other = anybody(one, random)
    return within(one, random) if min(one, other) < CLUSTER and random.random() < 0.999 else other


def test_a_unit_that_hears_nothing_of_others_is_told_to_build_a_bridge():
    advised = log_of(talk(closed_unit, acts=90), clusters()).advised().interventions
    assert {one.rule for one in advised} == {"I3"}
    assert all("unit 0" in one.evidence[0].values.values() for one in advised)
    assert all(one.people == CLUSTER for one in advised)


def test_the_same_units_mixed_are_told_nothing():
    assert spoken(talk(anybody, acts=90), clusters()) == []


def to_few(one, random):
    return int(random.integers(4)) if random.random() < 0.6 else anybody(one, random)


def waiting(weeks):
    """Messages of others to the busy that nobody answers: in each week as many as given."""
    rows = []
    for back, count in enumerate(reversed(weeks)):
        monday = MONDAY + DAY * (DAYS - 7 * (back + 1))
        asked = [monday + HOUR * (9 + number / 4) for number in range(count)]
        rows += [(f"p{100 + n:03}", f"p{n % 4:03}", "message", at) for n, at in enumerate(asked)]
    return rows


RISING = (1, 2, 4, 6, 9, 12, 16, 20, 25, 30, 36, 42)


def test_few_who_carry_all_while_more_and_more_waits_are_told_to_share_it():
    rows = talk(to_few, answers=1.0) + waiting(RISING)
    (one,) = log_of(rows).advised().interventions
    assert one.rule == "I4"
    assert one.evidence[0].values["before"] < one.evidence[0].values["now"]
    assert one.evidence[1].code == "log.requests"


def test_few_who_carry_all_without_a_growing_backlog_are_let_be():
    assert spoken(talk(to_few, answers=1.0) + waiting((20,) * 12)) == []


def test_a_growing_backlog_of_many_is_no_dependency():
    spread = [
        (one, f"p{4 + number % 80:03}", kind, at) for number, (one, _, kind, at) in enumerate(waiting(RISING))
    ]
    assert spoken(talk(anybody, answers=1.0) + [row for row in spread if row[0] != row[1]]) == []


def test_questions_that_stay_without_an_answer_are_seen():
    (one,) = log_of(mixed(answers=0.4)).advised().interventions
    assert (one.rule, one.advice) == ("I5", "I5.agree")
    assert one.evidence[0].values["share"] == pytest.approx(0.4, abs=0.06)
    assert one.evidence[1].code == "log.requests"


def test_questions_that_are_mostly_answered_are_not_spoken_of():
    assert spoken(mixed(answers=0.8)) == []


def test_where_nobody_ever_answers_the_log_holds_no_answers():
    rows = [(f"p{one:03}", f"p{one + 1:03}", "message", MONDAY + DAY * one / 2) for one in range(50)]
    requests = requests_of(net.Interactions.from_acts(rows))
    assert answered(requests, MONDAY + 26 * DAY)[0].value is None


def test_what_was_asked_yesterday_is_not_late_yet():
    rows = [("a", "b", "message", MONDAY), ("b", "a", "reply", MONDAY + HOUR)]
    late = [("a", "b", "message", MONDAY + DAY * day) for day in (7, 9)]
    requests = requests_of(net.Interactions.from_acts(rows + late))
    reading, asked, waits = answered(requests, MONDAY + 10 * DAY)
    assert (reading.value, asked, waits) == (0.5, 2, 1)


def falling(counts, acts):
    """In each of the last weeks so many different people, who together do so many acts."""
    rows = []
    for back, (people, each) in enumerate(zip(reversed(counts), reversed(acts), strict=True)):
        end = MONDAY + DAY * (DAYS - 7 * back) - 1
        for number in range(each):
            one = f"p{number % people:03}"
            rows.append((one, f"p{(number * 7 + 1) % people:03}", "comment", end - 6 * DAY * number / each))
    return [row for row in rows if row[0] != row[1]]


FEWER = (300, 300, 240, 190, 150, 140, 110, 85, 65)


def test_fewer_people_for_as_many_posts_are_seen():
    (one,) = log_of(falling(FEWER, (600,) * 9)).advised().interventions
    assert one.rule == "I11"
    assert [seen.code for seen in one.evidence] == ["I11.fewer_act", "log.acts"]


def test_fewer_people_who_write_less_too_are_another_matter():
    assert spoken(falling(FEWER, [2 * people for people in FEWER])) == []


def test_with_views_in_the_log_who_only_reads_counts_as_coming():
    views = [(one, other, "view", at) for one, other, _, at in falling(FEWER, (600,) * 9)]
    rows = views + falling((60,) * 9, (600,) * 9)
    (one,) = log_of(rows).advised().interventions
    assert [seen.code for seen in one.evidence] == ["I11.fewer"]


@pytest.mark.parametrize(
    ("before", "last"),
    [
        (mixed(until=LAST_90), apart(since=LAST_90)),
        (apart(until=LAST_90), mixed(since=LAST_90)),
    ],
    ids=["only now", "only before"],
)
def test_pieces_are_only_told_after_two_windows(before, last):
    assert spoken(before + last) == []


def test_a_hub_is_only_told_of_after_two_windows():
    assert spoken(mixed(until=LAST_90) + talk(around_a_hub, since=LAST_90)) == []


def test_a_closed_unit_is_only_told_of_after_two_windows(monkeypatch):
    # Pairs are chosen by the last 90 days, which here would hide that it takes two windows as well.
    monkeypatch.setattr(found_in, "least_fresh", lambda window, fresh: [(0, 1)])
    rows = talk(anybody, acts=90, until=LAST_28) + talk(closed_unit, acts=90, since=LAST_28)
    assert spoken(rows, clusters()) == []


def test_a_backlog_that_began_to_grow_lately_is_not_told_yet():
    assert spoken(talk(to_few, answers=1.0) + waiting((20,) * 8 + (26, 33, 41, 50))) == []


def test_silence_of_one_month_is_not_told_yet():
    assert spoken(mixed(until=LAST_28) + mixed(since=LAST_28, answers=0.4)) == []


def test_one_month_with_fewer_people_is_not_told_yet():
    assert spoken(falling((150,) * 5 + FEWER[5:], (600,) * 9)) == []


def test_what_a_log_never_shows_is_always_named():
    assert set(NOT_IN_A_LOG) == set(log_of(mixed(), clusters()).advised().unread)


def test_without_times_no_rule_can_be_read():
    edges = net.Interactions.from_edges([(f"p{one}", f"p{one + 1}") for one in range(30)])
    advised = replace(log_of(mixed()), interactions=edges).advised()
    assert (advised.interventions, advised.unread) == ((), RULES)


@pytest.mark.parametrize(
    ("days", "unread"), [(50, {"I1", "I2", "I3", "I4", "I5", "I11"}), (70, {"I1", "I2", "I3", "I4"})]
)
def test_a_log_too_short_for_two_windows_is_not_read(days, unread):
    assert set(log_of(mixed(until=days)).advised().unread) == unread | set(NOT_IN_A_LOG)


def test_the_order_of_rows_changes_nothing():
    rows = apart()
    random = np.random.default_rng(1)
    shuffled = net.Interactions.from_acts([rows[place] for place in random.permutation(len(rows))])
    given = net.Interactions.from_acts(rows)
    both = [net.analyse(interactions).as_json()["interventions"] for interactions in (given, shuffled)]
    assert both[0] == both[1] != []


def test_an_intervention_in_json_has_exactly_its_three_keys():
    contract = net.analyse(net.Interactions.from_acts(apart())).as_json()["interventions"]
    assert json.loads(json.dumps(contract)) == contract
    assert [set(one) for one in contract] == [{"rule", "evidence", "advice"}]
    assert set(contract[0]["advice"]) == {"code", "sentence"}
    assert all(set(seen) == {"code", "values", "sentence"} for seen in contract[0]["evidence"])
    assert "{" not in contract[0]["advice"]["sentence"] + contract[0]["evidence"][0]["sentence"]


def test_no_intervention_names_a_person():
    plants = [apart(), talk(around_a_hub), mixed(answers=0.4), talk(to_few, answers=1.0) + waiting(RISING)]
    for rows in plants:
        text = json.dumps([as_json(one) for one in log_of(rows).advised().interventions])
        assert not any(person in text for person in {row[0] for row in rows})


# Windows


def test_a_window_has_the_standing_ties_of_the_stage():
    log = log_of(mixed(acts=12, answers=0.5))
    until = float(log.interactions.time.max())
    for at in (until, until - STAGE_WINDOW):
        features = stage_features(standing_network(log.acts, at=at))
        window = Window.before(log.acts, at, rules=Rules())
        active = window.connected().people
        assert window.connected().value * active == pytest.approx(features.connected * 90)
        assert window.kept_without_hub().value == pytest.approx(features.keep_one)


def test_what_the_interval_calls_the_most_is_not_too_little():
    """A rule speaks when the upper end is low, so that end must hold what other days give on average."""
    drawn = [
        acts_of(net.Interactions.from_acts(talk(within, acts=1, answers=0.9, seed=n))) for n in range(12)
    ]
    readings = [Window.before(acts, MONDAY + DAYS * DAY, rules=Rules()).connected() for acts in drawn]
    mean = float(np.mean([reading.value for reading in readings]))
    assert sum(mean <= reading.high for reading in readings) >= 11
    assert max(reading.high for reading in readings) < 0.5


def test_a_window_has_only_its_own_rows():
    rows = net.Interactions.from_acts([("a", "b", "message", float(at)) for at in range(10)])
    assert rows_between(rows, 3.0, 6.0).time.tolist() == [4.0, 5.0, 6.0]


def test_redraws_are_only_made_where_a_rule_may_speak(monkeypatch):
    monkeypatch.setattr(found_in.Window, "connected", lambda self: pytest.fail("drawn again"))
    monkeypatch.setattr(found_in.Window, "kept_without_hub", lambda self: pytest.fail("drawn again"))
    assert spoken(mixed()) == []


def test_every_advice_of_a_log_has_words_in_both_languages():
    codes = {"I5.requests", "I5.agree", "I11.fewer_act", "log.requests", "log.acts"}
    assert all(codes <= set(TEXTS[language]) for language in ("nl", "en"))
