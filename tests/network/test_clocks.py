"""Clocks against a search through all paths, and freshness against the plain integral of those clocks."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from knoop.network.clocks import contacts_of, contacts_since, vector_clocks
from knoop.network.clocks_fresh import fresh_from, fresh_to, freshness
from knoop.network.interactions import Interactions

PEOPLE = "abcdefg"


def contacts(rows, people="", **options):
    """Messages (source, target, time)."""
    return contacts_of(
        Interactions.from_acts(((a, b, "message", t) for a, b, t in rows), people=people), **options
    )


def random_rows(seed, *, people=6, rows=18, moments=12):
    random = np.random.default_rng(seed)
    who = random.integers(0, people, (rows, 2))
    when = random.integers(0, moments, rows).astype(float)
    return [(PEOPLE[a], PEOPLE[b], t) for (a, b), t in zip(who, when, strict=True) if a != b]


def latest_by_search(rows, source, viewer, at):
    """The latest departure of any path of contacts at rising moments: tries them all."""
    best = -np.inf

    def follow(person, after, departed):
        nonlocal best
        if person == viewer:
            best = max(best, departed)
        for a, b, t in rows:
            if a == person and t > after and t <= at:
                follow(b, t, t if departed is None else departed)

    follow(source, -np.inf, None)
    return best


@pytest.mark.parametrize("seed", range(200))
def test_clocks_are_what_a_search_through_all_paths_finds(seed):
    rows = random_rows(seed, rows=9)
    found = contacts(rows, PEOPLE[:6])
    at = max(t for *_, t in rows)
    clocks = vector_clocks(found, at=at)
    for v, viewer in enumerate(found.people):
        for u, source in enumerate(found.people):
            assert clocks[v, u] == (at if u == v else latest_by_search(rows, source, viewer, at))


def test_the_worked_example_of_four_people():
    found = contacts([("A", "B", 1), ("B", "C", 2), ("C", "D", 3), ("A", "D", 5), ("D", "A", 6)])
    never = -np.inf
    expected = [[6, 2, 3, 6], [1, 6, never, never], [1, 2, 6, never], [5, 2, 3, 6]]
    assert vector_clocks(found).tolist() == expected


def test_contacts_at_one_moment_dont_chain():
    clocks = vector_clocks(contacts([("a", "b", 1), ("b", "c", 1), ("a", "c", 0)]))
    assert clocks[2].tolist() == [0, 1, 1]


def plain_freshness(found, tau):
    """The integral, piece by piece between moments, of clocks read anew each time."""
    edges = np.unique([found.since, *found.time, found.until])
    total = np.zeros((len(found.people), len(found.people)))
    for begin, end in itertools.pairwise(edges):
        clocks = vector_clocks(found, at=begin)
        np.fill_diagonal(clocks, -np.inf)
        total += tau * (np.exp((clocks - begin) / tau) - np.exp((clocks - end) / tau))
    return total.T / found.span


@pytest.mark.parametrize("tau", [0.2, 1.0, 5.0, 100.0])
@pytest.mark.parametrize("seed", range(15))
def test_freshness_is_the_integral_of_the_clocks(seed, tau):
    found = contacts(random_rows(seed, rows=30, moments=20), PEOPLE)
    fresh = freshness(found, tau=tau)
    np.fill_diagonal(fresh, 0)
    assert fresh == pytest.approx(plain_freshness(found, tau), abs=2e-6)


def columns(blocks):
    return np.hstack([block for _, block in blocks])


@pytest.mark.parametrize("seed", range(15))
def test_against_time_freshness_is_the_same(seed):
    found = contacts(random_rows(seed, rows=40, moments=25), PEOPLE)
    everyone = np.arange(len(PEOPLE))
    forth, back = fresh_from(found, everyone, tau=3.0), fresh_to(found, everyone, tau=3.0)
    assert columns(back) == pytest.approx(columns(forth).T, abs=2e-6)


def test_a_long_period_of_many_tau_loses_nothing():
    rows = [
        (PEOPLE[i % 5], PEOPLE[(i * 3 + 1) % 5], float(i * 7)) for i in range(400) if i % 5 != (i * 3 + 1) % 5
    ]
    found = contacts(rows, PEOPLE)
    fresh = freshness(found, tau=9.0)  # the period is over 300 tau
    np.fill_diagonal(fresh, 0)
    assert fresh == pytest.approx(plain_freshness(found, 9.0), rel=1e-4, abs=1e-6)
    everyone = np.arange(len(PEOPLE))
    assert columns(fresh_to(found, everyone, tau=9.0)) == pytest.approx(fresh, rel=1e-4, abs=1e-6)


def test_one_contact_halfway_has_the_closed_form():
    fresh = freshness(contacts([("a", "b", 5.0), ("c", "d", 0.0), ("c", "d", 10.0)]), tau=2.0)
    assert fresh[0, 1] == pytest.approx(0.2 * (1 - np.exp(-2.5)), abs=1e-6)
    assert fresh[1, 0] == 0


def test_a_period_without_length_has_no_freshness():
    assert freshness(contacts([("a", "b", 5.0)]), tau=2.0) is None


def test_without_times_there_are_no_contacts():
    assert contacts_of(Interactions.from_edges([("a", "b")])) is None


rows_of = some.lists(
    some.tuples(some.sampled_from(PEOPLE), some.sampled_from(PEOPLE), some.integers(0, 50).map(float)),
    min_size=2,
    max_size=30,
).filter(lambda rows: len({t for *_, t in rows}) > 1)


@settings(max_examples=30, deadline=None)
@given(rows=rows_of, data=some.data())
def test_the_order_of_rows_and_people_changes_nothing(rows, data):
    once = contacts(rows, PEOPLE)
    again = contacts(data.draw(some.permutations(rows)), data.draw(some.permutations(PEOPLE)))
    assert once.people == again.people
    assert np.array_equal(freshness(once, tau=4.0), freshness(again, tau=4.0))


@settings(max_examples=30, deadline=None)
@given(rows=rows_of)
def test_saying_the_same_twice_at_one_moment_changes_nothing(rows):
    assert np.array_equal(
        freshness(contacts(rows, PEOPLE), tau=4.0), freshness(contacts([*rows, *rows], PEOPLE), tau=4.0)
    )


@settings(max_examples=30, deadline=None)
@given(rows=rows_of, shift=some.sampled_from([-1e6, 1e9]), factor=some.sampled_from([0.5, 8.0]))
def test_neither_the_zero_of_time_nor_its_unit_matters(rows, shift, factor):
    moved = [(a, b, shift + factor * t) for a, b, t in rows]
    expected = freshness(contacts(rows, PEOPLE), tau=4.0)
    assert freshness(contacts(moved, PEOPLE), tau=4.0 * factor) == pytest.approx(expected, abs=1e-6)


@settings(max_examples=30, deadline=None)
@given(rows=rows_of)
def test_more_contacts_never_make_anybody_less_up_to_date(rows):
    ends = [(*rows[0][:2], min(t for *_, t in rows)), (*rows[0][:2], max(t for *_, t in rows))]
    less = freshness(contacts([*rows[::2], *ends], PEOPLE), tau=4.0)
    more = freshness(contacts([*rows, *ends], PEOPLE), tau=4.0)
    assert (more >= less - 1e-6).all()


def acts(*rows, **options):
    """The contacts that acts of several kinds come to, as people and times."""
    found = contacts_of(Interactions.from_acts(rows), **options)
    return [
        (found.people[a], found.people[b], t)
        for a, b, t in zip(found.source, found.target, found.time, strict=True)
    ]


def test_who_writes_or_mentions_informs_the_other():
    assert acts(("a", "b", "message", 1), ("c", "d", "mention", 2)) == [("a", "b", 1), ("c", "d", 2)]


def test_who_reacts_shares_thanks_or_looks_has_seen_what_the_other_made():
    kinds = ("reaction", "share", "thanks", "view")
    assert acts(*(("a", "b", kind, n) for n, kind in enumerate(kinds))) == [("b", "a", n) for n in range(4)]


def test_a_comment_reaches_the_author_at_the_authors_next_sign_of_life():
    rows = [("a", "b", "comment", 1), ("b", "c", "message", 1), ("b", "c", "message", 4)]
    assert acts(*rows) == [("b", "a", 1), ("b", "c", 1), ("a", "b", 4), ("b", "c", 4)]


def test_a_comment_on_somebody_never_seen_again_reaches_nobody():
    assert acts(("a", "b", "comment", 1)) == [("b", "a", 1)]


def test_following_somebody_tells_nothing():
    assert acts(("a", "b", "follow", 1)) == []


def test_a_broadcast_informs_nobody_and_is_counted():
    rows = Interactions.from_acts([("a", "b", "message", 1.0), ("a", "c", "message", 2.0)])
    rows.audience[:] = [26, 25]
    found = contacts_of(rows)
    assert (len(found), found.broadcasts) == (1, 1)


def test_delays_are_measured_on_the_working_clock():
    rows = [("a", "b", 0.0), ("b", "c", 100.0), ("a", "b", 200.0)]
    found = contacts(rows, clock=lambda time: np.minimum(time, 50.0) + np.maximum(time - 150.0, 0.0))
    assert found.span == 100.0
    awake = contacts([("a", "b", 0.0), ("b", "c", 50.0), ("a", "b", 100.0)])
    assert np.array_equal(freshness(found, tau=9.0), freshness(awake, tau=9.0))


def test_a_part_of_the_period_has_its_own_span():
    found = contacts([("a", "b", 0.0), ("b", "c", 10.0), ("a", "b", 20.0)])
    part = found.between(5.0, 20.0)
    assert (len(part), part.span) == (1, 15.0)


@settings(max_examples=60, deadline=None)
@given(
    rows=some.lists(
        some.tuples(
            some.sampled_from("abcdef"),
            some.sampled_from("abcdef"),
            some.sampled_from(("message", "reply", "comment", "reaction", "view")),
            some.integers(0, 30).map(float),
        ),
        min_size=1,
        max_size=40,
    ),
    since=some.integers(0, 30).map(float),
)
def test_contacts_from_a_moment_on_are_those_of_the_whole_log_from_then(rows, since):
    log = Interactions.from_acts(rows, people="abcdef")
    since = min(since, log.time.max())
    whole, part = contacts_of(log), contacts_since(log, since)

    def listed(contacts):
        late = contacts.time >= since
        return list(zip(contacts.time[late], contacts.source[late], contacts.target[late], strict=True))

    assert listed(part) == listed(whole)
    assert (part.time >= since).all()
