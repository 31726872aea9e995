"""A snapshot of all pairs against the clocks themselves."""

import numpy as np
import pytest

from knoop.network import speed_snapshot as module
from knoop.network.clocks import contacts_of, vector_clocks
from knoop.network.interactions import Interactions
from knoop.network.speed_snapshot import snapshot


def contacts(rows, people=(), **options):
    """Messages (source, target, time)."""
    acts = ((a, b, "message", t) for a, b, t in rows)
    return contacts_of(Interactions.from_acts(acts, people=people), **options)


def drawn(seed, *, people=9, rows=40, moments=15):
    """Few moments, so that many contacts are simultaneous."""
    random = np.random.default_rng(seed)
    names = [f"p{number:04}" for number in range(people)]
    who = random.integers(0, people, (rows, 2))
    when = random.integers(0, moments, rows).astype(float)
    return contacts([(names[a], names[b], t) for (a, b), t in zip(who, when, strict=True) if a != b], names)


def by_clocks(found, tau):
    """(source, viewer) of e^(-age / tau) at the end, by the plain form."""
    fresh = np.exp((vector_clocks(found) - found.until) / tau).T
    np.fill_diagonal(fresh, 0.0)
    return fresh


@pytest.mark.parametrize("seed", range(200))
def test_a_snapshot_is_what_the_clocks_say(seed):
    found = drawn(seed)
    fresh = by_clocks(found, 4.0)
    taken = snapshot(found, tau=4.0)
    assert taken.out == pytest.approx(fresh.sum(axis=1) / 8, abs=1e-12)
    assert taken.inward == pytest.approx(fresh.sum(axis=0) / 8, abs=1e-12)


def test_more_viewers_than_fit_at_once_are_all_counted():
    found = drawn(1, people=1_100, rows=6_000, moments=900)
    fresh = by_clocks(found, 300.0)
    taken = snapshot(found, tau=300.0)
    assert taken.out == pytest.approx(fresh.sum(axis=1) / 1_099, abs=1e-12)
    assert taken.inward == pytest.approx(fresh.sum(axis=0) / 1_099, abs=1e-12)


def test_what_is_older_than_forty_tau_is_worth_nothing():
    found = contacts([("a", "b", 0.0), ("c", "b", 50.0), ("c", "b", 90.0)])
    assert snapshot(found, tau=1.0).out == [0.0, 0.0, pytest.approx(0.5)]


def test_the_number_of_cores_changes_nothing(monkeypatch):
    found = drawn(2, people=1_100, rows=4_000, moments=300)
    on_some = snapshot(found, tau=50.0)
    monkeypatch.setattr(module, "CORES", 1)
    assert snapshot(found, tau=50.0).out == on_some.out
    assert snapshot(found, tau=50.0).inward == on_some.inward


def test_delays_are_measured_on_the_given_clock():
    found = contacts([("a", "b", 0.0), ("b", "a", 8.0)], clock=lambda t: t / 2)
    assert snapshot(found, tau=4.0).inward == pytest.approx([1.0, np.exp(-1.0)])


@pytest.mark.parametrize("rows", [[("a", "b", 5.0)], [("a", "a", 1.0), ("a", "a", 2.0)]])
def test_without_a_period_or_others_there_is_no_snapshot(rows):
    taken = snapshot(contacts(rows))
    assert set(taken.out + taken.inward) == {None}
