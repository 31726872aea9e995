"""Ambassadors: replays against a plain simulation, the choice against all possible choices."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from knoop.network import ambassadors as module
from knoop.network import ambassadors_replay as replays_module
from knoop.network.ambassadors import ambassadors, freshness_cover
from knoop.network.ambassadors_cover import ReplayCover, lazy_greedy
from knoop.network.ambassadors_replay import Replays, reach_sets, replayed
from knoop.network.clocks import contacts_of
from knoop.network.interactions import Interactions
from knoop.network.ties import DAY

PEOPLE = "abcdefgh"


def messages(rows, people=()):
    return contacts_of(Interactions.from_acts(((a, b, "message", t) for a, b, t in rows), people=people))


def always(contacts, *, chance=1.0, count=1, horizon=None, seed=1):
    horizon = contacts.until - contacts.since if horizon is None else horizon
    return Replays.drawn(contacts, count=count, horizon=horizon, chance=chance, seed=[seed])


def office(seed=1, *, people=40, rows=900, days=40):
    """Three circles of friends; a few people write most."""
    random = np.random.default_rng(seed)
    worth = 1 / np.arange(1, people + 1) ** 0.8
    source = random.choice(people, rows, p=worth / worth.sum())
    target = (source + 3 * random.integers(1, people // 3, rows)) % people
    names = [f"p{number:03}" for number in range(people)]
    when = random.random(rows) * days * DAY
    return messages(
        [(names[a], names[b], t) for a, b, t in zip(source, target, when, strict=True) if a != b], names
    )


def told_by(rows, group):
    """Who knows in the end when every contact passes news on: step by step."""
    knows = set(group)
    for moment in sorted({t for *_, t in rows}):
        knows |= {b for a, b, t in rows if t == moment and a in knows}
    return knows - set(group)


rows_of = some.lists(
    some.tuples(some.sampled_from(PEOPLE), some.sampled_from(PEOPLE), some.integers(0, 9).map(float)),
    min_size=2,
    max_size=25,
).filter(lambda rows: len({t for *_, t in rows}) > 1)


@settings(max_examples=60, deadline=None)
@given(rows=rows_of, group=some.sets(some.sampled_from(PEOPLE), max_size=3))
def test_when_all_is_passed_on_a_replay_is_a_walk_through_the_contacts(rows, group):
    rows = [*rows, ("a", "b", 11.0)]  # beyond the horizon
    found = messages(rows, PEOPLE)
    replays = always(found, horizon=10.0 - min(t for *_, t in rows))
    replays.starts[:] = found.since
    positions = np.array(sorted(found.people.index(person) for person in group), dtype=np.int64)
    reached = replayed(found, [positions], replays)
    assert reached[0, -1, 0] == len(told_by(rows[:-1], group))


@settings(max_examples=40, deadline=None)
@given(rows=rows_of, chance=some.sampled_from([0.2, 0.7, 1.0]))
def test_both_ways_of_replaying_reach_the_same_people(rows, chance):
    found = messages(rows, PEOPLE)
    replays = always(found, chance=chance, count=5, horizon=found.span / 2)
    alone = ReplayCover(reach=reach_sets(found, replays), covered=np.zeros((5, 1), dtype=np.uint64)).alone()
    each = [np.array([person]) for person in range(len(PEOPLE))]
    assert alone.tolist() == replayed(found, each, replays)[:, -1].mean(axis=0).tolist()


def test_news_passes_as_often_as_its_chance_says():
    found = messages([(f"s{n}", f"t{n}", float(n)) for n in range(2_000)])
    everybody = np.flatnonzero([person[0] == "s" for person in found.people])
    replays = always(found, chance=0.3, count=20, horizon=found.span)
    rate = replayed(found, [everybody], replays)[:, -1, 0] / 1_999  # the last lies on the horizon
    assert rate.mean() == pytest.approx(0.3, abs=0.01)
    assert rate.std() == pytest.approx(np.sqrt(0.3 * 0.7 / 1_999), rel=0.5)


def test_a_path_of_two_contacts_reaches_as_the_closed_form_says():
    found = messages([("a", "b", 1.0), ("b", "c", 2.0), ("c", "d", 3.0)])
    replays = always(found, chance=0.5, count=4_000, horizon=2.0)
    mean = replayed(found, [np.array([0])], replays)[:, -1, 0].mean()
    assert mean == pytest.approx(0.5 + 0.25, abs=0.03)


def test_the_centre_of_a_star_reaches_as_the_closed_form_says():
    found = messages([("centre", f"leaf{number}", float(number)) for number in range(1, 10)])
    replays = always(found, chance=0.3, count=4_000, horizon=found.span)
    mean = replayed(found, [np.array([found.people.index("centre")])], replays)[:, -1, 0].mean()
    assert mean == pytest.approx(8 * 0.3, abs=0.1)  # the last lies on the horizon


def test_a_day_counts_from_the_start_of_its_replay():
    found = messages([("a", "b", 0.0), ("a", "c", 1.5 * DAY), ("a", "d", 3 * DAY)])
    replays = always(found, horizon=3 * DAY)
    assert replayed(found, [np.array([0])], replays)[0, :, 0].tolist() == [1, 2, 2]


def test_more_than_64_groups_are_replayed_as_one_by_one():
    found = office(people=70)
    replays = always(found, chance=0.5, count=3, horizon=7 * DAY)
    groups = [np.array([person]) for person in range(70)]
    at_once = replayed(found, groups, replays)
    assert (at_once[:, :, 66:67] == replayed(found, [groups[66]], replays)).all()


@pytest.mark.parametrize("seed", range(20))
def test_the_choice_reaches_at_least_63_percent_of_the_best_there_is(seed):
    found = office(seed, people=12, rows=60)
    reach = reach_sets(found, always(found, chance=0.5, count=8, horizon=10 * DAY, seed=seed))
    chosen, _ = lazy_greedy(
        ReplayCover(reach=reach, covered=np.zeros_like(reach[:, 0])), np.arange(12), 3, spare=0
    )

    def worth(group):
        return int(np.bitwise_count(np.bitwise_or.reduce(reach[:, list(group)], axis=1)).sum())

    best = max(worth(group) for group in itertools.combinations(range(12), 3))
    assert worth(chosen) >= (1 - 1 / np.e) * best


@pytest.mark.parametrize("seed", range(10))
def test_looking_lazily_chooses_what_looking_at_all_each_time_would(seed):
    found = office(seed)
    reach = reach_sets(found, always(found, chance=0.5, count=8, horizon=10 * DAY))
    plain = ReplayCover(reach=reach, covered=np.zeros_like(reach[:, 0]))
    expected = []
    for _ in range(6):
        gains = [-1.0 if person in expected else plain.gain(person) for person in range(len(found.people))]
        expected.append(int(np.argmax(gains)))
        plain.take(expected[-1])
    lazily = ReplayCover(reach=reach, covered=np.zeros_like(reach[:, 0]))
    chosen, others = lazy_greedy(lazily, np.arange(len(found.people)), 5, spare=1)
    assert (chosen, others) == (expected[:5], expected[5:])


def test_people_nobody_reaches_are_not_chosen_for_reaching_themselves():
    found = office(people=30)
    lonely = messages(
        [
            (found.people[a], found.people[b], t)
            for a, b, t in zip(found.source, found.target, found.time, strict=True)
        ],
        [*found.people, "apart", "away"],
    )
    chosen = ambassadors(lonely, count=30, replays=40)
    assert {"apart", "away"}.isdisjoint({person.id for person in chosen.chosen})
    cover = freshness_cover(lonely)
    assert cover.alone()[lonely.people.index("apart")] == 0


def test_what_each_adds_sums_to_what_the_set_reaches():
    found = office()
    result = ambassadors(found, count=4, replays=50)
    everybody = np.array([found.people.index(person.id) for person in result.chosen])
    replays = Replays.drawn(found, count=50, horizon=7 * DAY, chance=0.3, seed=[1, 1])
    whole = replayed(found, [everybody], replays)[:, -1, 0].mean()
    assert sum(person.reached for person in result.chosen) == pytest.approx(whole)


def test_an_unwilling_person_is_replaced_and_the_list_of_alternates_says_by_whom():
    found = office()
    first = ambassadors(found, count=3, replays=60)
    without = ambassadors(found, count=3, replays=60, unwilling=[first.chosen[-1].id])
    assert [person.id for person in without.chosen[:2]] == [person.id for person in first.chosen[:2]]
    assert first.chosen[-1].id not in {person.id for person in without.chosen}
    assert not {person.id for person in first.alternates} & {person.id for person in first.chosen}
    assert len(first.alternates) == 10


def test_only_the_willing_are_chosen():
    found = office()
    result = ambassadors(found, count=5, replays=20, willing=["p011", "p020"])
    assert {person.id for person in result.chosen} <= {"p011", "p020"}


def test_the_share_who_know_only_grows_and_the_goal_is_the_first_day_it_is_met():
    result = ambassadors(office(rows=4_000), count=5, chance=0.5, replays=40)
    shares = [point.share for point in result.by_day]
    assert shares == sorted(shares)
    assert all(point.low <= point.share <= point.high for point in result.by_day)
    assert shares[result.goal_by - 1] >= 0.8 > shares[result.goal_by - 2]


def test_a_goal_that_isnt_met_has_no_day():
    assert ambassadors(office(rows=200), count=1, chance=0.05, replays=20).goal_by is None


@pytest.mark.parametrize("rows", [{"people": 15}, {"days": 5}])
def test_too_few_people_or_too_short_a_period_gives_no_ambassadors(rows):
    assert ambassadors(office(**rows)) is None


def test_one_seed_gives_one_answer():
    found = office()
    assert ambassadors(found, replays=20, seed=3) == ambassadors(found, replays=20, seed=3)
    assert ambassadors(found, replays=20, seed=3) != ambassadors(found, replays=20, seed=4)


def test_the_order_of_people_doesnt_matter():
    random = np.random.default_rng(5)
    rows = [(f"p{a}", f"p{b}", float(t)) for a, b, t in random.integers(0, [25, 25, 40 * int(DAY)], (500, 3))]
    names = [f"p{number}" for number in range(25)]
    assert ambassadors(messages(rows, names), replays=20) == ambassadors(
        messages(rows[::-1], names[::-1]), replays=20
    )


def test_above_the_limit_freshness_chooses_and_replays_still_judge(monkeypatch):
    monkeypatch.setattr(module, "REPLAYS_UP_TO", 10)
    result = ambassadors(office(), count=3, replays=30)
    assert result.method == "freshness"
    assert result.chosen[0].reached > 1


def test_a_network_of_many_is_estimated_from_some_viewers(monkeypatch):
    monkeypatch.setattr(module, "VIEWERS", 7)
    assert freshness_cover(office()).fresh.shape == (40, 7)


def test_the_set_ends_before_the_first_who_adds_too_little():
    found = office()
    whole = ambassadors(found, count=6, replays=40)
    third = whole.chosen[2].id
    short = ambassadors(found, count=6, replays=40, enough=lambda one: one.id != third)
    assert short == ambassadors(found, count=2, replays=40)
    assert short.chosen == whole.chosen[:2]


def test_when_nobody_adds_enough_nobody_is_chosen():
    nobody = ambassadors(office(), count=3, replays=20, enough=lambda one: False)
    assert nobody.chosen == ()
    assert nobody.by_day == ()


def test_replays_are_the_same_on_one_core_as_on_more(monkeypatch):
    found = office()
    on_some = ambassadors(found, count=3, replays=20)
    monkeypatch.setattr(replays_module, "CORES", 1)
    assert ambassadors(found, count=3, replays=20) == on_some


def test_of_very_many_people_fewer_replays_are_made(monkeypatch):
    assert ambassadors(office(), count=1).replays == 200
    monkeypatch.setattr(module, "MANY", 10)
    assert ambassadors(office(), count=1).replays == 60
