"""What is asked, what is answered, and how far all depend on a few."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from knoop import network as net
from knoop.network.interactions import Interactions
from knoop.network.leaders_evidence import evidence_of
from knoop.network.load import dependency, load_of, top_share
from knoop.network.load_answers import requests_of, share_of, working_days
from knoop.network.ties import DAY

MONDAY = 1_700_438_400.0  # 20 November 2023, 00:00 UTC
HOUR = 3600.0


def asked(*rows):
    return requests_of(Interactions.from_acts(rows))


def test_a_week_has_five_working_days_and_a_weekend_none():
    moments = MONDAY + DAY * np.array([0, 1, 4.5, 5, 6, 7, 14])
    assert (working_days(moments) - working_days(moments)[0]).tolist() == [0, 1, 4.5, 5, 5, 5, 10]


def test_local_monday_begins_before_that_of_utc_in_amsterdam():
    sunday_night = np.array([MONDAY - HOUR, MONDAY])
    assert np.diff(working_days(sunday_night)) == 0
    assert np.diff(working_days(sunday_night, offset=HOUR)) == pytest.approx(1 / 24)


def test_friday_afternoon_to_monday_morning_is_less_than_a_day():
    friday = MONDAY + 4 * DAY + 16 * HOUR
    found = asked(("a", "b", "message", friday), ("b", "a", "reply", friday + 65 * HOUR))
    assert found.wait[0] == pytest.approx(17 / 24)


@pytest.mark.parametrize(
    ("kind", "is_answer"),
    [
        *((kind, True) for kind in ("reply", "comment", "mention", "message", "answer", "thanks")),
        *((kind, False) for kind in ("reaction", "share", "view", "follow")),
    ],
)
def test_who_turns_back_has_answered_and_who_only_reacts_has_not(kind, is_answer):
    found = asked(("a", "b", "message", MONDAY), ("b", "a", kind, MONDAY + HOUR))
    assert math.isfinite(found.wait[0]) == is_answer


@pytest.mark.parametrize(
    "kind", ["reply", "comment", "reaction", "thanks", "answer", "share", "follow", "view"]
)
def test_only_messages_and_mentions_ask_something(kind):
    assert len(asked(("a", "b", kind, MONDAY)).time) == 0


def test_what_came_at_the_same_moment_or_before_or_from_another_is_no_answer():
    found = asked(
        ("a", "b", "message", MONDAY),
        ("b", "a", "reply", MONDAY),
        ("c", "a", "reply", MONDAY + 1),
        ("b", "c", "reply", MONDAY + 2),
    )
    assert found.wait.tolist() == [math.inf]


def test_a_message_to_more_than_25_people_asks_nobody():
    rows = Interactions.from_acts([("a", "b", "message", MONDAY)])
    rows = Interactions(**{**vars(rows), "audience": np.array([26])})
    assert len(requests_of(rows).time) == 0


rows = some.tuples(
    some.sampled_from("abcd"),
    some.sampled_from("abcd"),
    some.sampled_from(["message", "mention", "reply", "reaction"]),
    some.integers(0, 40).map(lambda hours: MONDAY + hours * HOUR),
)


@settings(max_examples=60)
@given(acts=some.lists(rows, min_size=1, max_size=40), data=some.data())
def test_answers_are_those_of_looking_through_all_acts_in_any_order(acts, data):
    found = requests_of(Interactions.from_acts(data.draw(some.permutations(acts)), people="abcd"))
    by_hand = sorted(
        (
            time,
            "abcd".index(source),
            "abcd".index(target),
            min(
                (
                    t
                    for a, b, kind, t in acts
                    if (a, b) == (target, source) and kind != "reaction" and t > time
                ),
                default=math.inf,
            ),
        )
        for source, target, kind, time in acts
        if source != target and kind in ("message", "mention")
    )
    assert list(zip(found.time, found.asker, found.asked, found.answered, strict=True)) == by_hand


def test_one_week_of_requests_makes_a_load():
    noon = MONDAY + 12 * HOUR
    rows = [("a", "b", "message", noon + day * DAY) for day in range(5)]
    rows += [("b", "a", "reply", noon + 2 * DAY + HOUR)]  # answers the first three
    load = load_of("b", asked(*rows), at=MONDAY + 7 * DAY)
    assert (load.requests, load.answered) == (5, 3)
    assert load.utilisation == pytest.approx(5 / 3)
    assert load.asked_a_day == pytest.approx(5 / 20)
    assert load.backlog == (0, 0, 0, 0)  # Thursday noon is 1.5 working days ago
    assert load_of("b", asked(*rows), at=MONDAY + 9 * DAY).backlog == (0, 0, 0, 2)


def test_a_backlog_that_grows_three_weeks_in_a_row_is_rising_and_one_that_stays_is_not():
    def backlog(sent):
        rows = [
            ("a", "b", "message", MONDAY + week * 7 * DAY + n)
            for week, count in enumerate(sent)
            for n in range(count)
        ]
        return load_of("b", asked(*rows), at=MONDAY + 25 * DAY)

    growing, steady = backlog([1, 1, 1, 1]), backlog([2, 0, 0, 0])
    assert (growing.backlog, growing.is_rising) == ((1, 2, 3, 4), True)
    assert (steady.backlog, steady.is_rising) == ((2, 2, 2, 2), False)


def test_what_was_answered_late_stood_in_the_backlog_until_then():
    found = asked(("a", "b", "message", MONDAY), ("b", "a", "reply", MONDAY + 13 * DAY))
    assert load_of("b", found, at=MONDAY + 24 * DAY).backlog == (1, 1, 0, 0)


def test_who_answers_nobody_has_no_utilisation_and_without_requests_nothing_is_known():
    assert load_of("b", asked(("a", "b", "message", MONDAY))).utilisation is None
    nothing = load_of("b", requests_of(Interactions.from_edges([("a", "b")])))
    assert (nothing.requests, nothing.backlog, nothing.until) == (None, None, None)


def test_the_load_of_somebody_unknown_is_refused_by_name():
    with pytest.raises(net.UnknownPerson, match=r"'zoe' is not among these 2 people"):
        load_of("zoe", asked(("a", "b", "message", MONDAY)))


@settings(max_examples=40)
@given(people=some.integers(1, 200), few=some.sampled_from([0.01, 0.05, 0.1]))
def test_equal_amounts_give_a_few_what_is_theirs(people, few):
    assert top_share([3.0] * people, few) == pytest.approx(few)


def test_the_few_have_what_they_have():
    assert top_share([10, 10, *[1] * 18], 0.1) == pytest.approx(20 / 38)
    assert top_share([10, 10, *[1] * 18], 0.05) == pytest.approx(10 / 38)
    assert top_share([5, *[0] * 9], 0.1) == 1.0
    assert top_share([0, 0], 0.1) is None


def asking(weights, *, requests=4000, seed=1):
    """Requests in four weeks to people in proportion to their weights, from anybody."""
    random = np.random.default_rng(seed)
    people = len(weights)
    target = random.choice(people, requests, p=np.array(weights) / sum(weights))
    found = Interactions(
        people=tuple(f"p{number:03d}" for number in range(people)),
        time=MONDAY + random.uniform(0, 27 * DAY, requests),
        source=((target + random.integers(1, people, requests)) % people).astype(np.int32),
        target=target.astype(np.int32),
        kind=np.full(requests, 4, dtype=np.uint8),
        event=np.arange(requests),
        audience=np.ones(requests, dtype=np.int32),
    )
    return requests_of(found), evidence_of(net.acts_of(found))


def test_a_fair_spread_is_no_alert_and_two_of_forty_with_half_of_all_are_one():
    fair, few = dependency(*asking([1] * 40)), dependency(*asking([19, 19, *[1] * 38]))
    assert (fair.is_alert, few.is_alert) == (False, True)
    assert few.share == pytest.approx(0.5, abs=0.03)
    assert few.low < few.share < few.high
    assert (few.requests, few.people) == (4000, 40)


def test_who_takes_part_without_being_asked_counts_among_the_people():
    requests, evidence = asking([1] * 40 + [0] * 40)
    assert dependency(requests, evidence).share == pytest.approx(0.1, abs=0.03)


def test_on_the_edge_of_the_threshold_there_is_doubt_and_no_alert():
    # Two of forty get .36 of all: above the threshold, not surely.
    edge = dependency(*asking([10.7, 10.7, *[1] * 38], requests=1000))
    assert edge.share > 0.35 > edge.low
    assert edge.is_alert is False


def test_the_interval_holds_the_share_people_are_asked_in_the_long_run():
    true = top_share([1, 2, 3, 4, 5] * 10 + [15, 15], 0.05)
    held = []
    for seed in range(60):
        found = dependency(*asking([1, 2, 3, 4, 5] * 10 + [15, 15], requests=1500, seed=seed), replicates=100)
        held.append(found.low <= true <= found.high)
    assert np.mean(held) >= 0.8


def test_dependency_of_too_few_people_or_acts_is_not_said():
    assert dependency(*asking([1] * 19)).share is None
    few = dependency(*asking([1] * 40, requests=200))
    assert (few.share, few.is_alert, few.requests) == (None, None, 200)


def test_a_share_of_nothing_is_none_and_wilsons_interval_is_the_published_one():
    assert share_of(0, 0).value is None
    shown = share_of(10, 20)
    assert (shown.value, shown.low, shown.high) == pytest.approx((0.5, 0.2993, 0.7007), abs=1e-4)
    assert share_of(0, 10).low == 0
    assert share_of(0, 10).high == pytest.approx(0.2775, abs=1e-4)
