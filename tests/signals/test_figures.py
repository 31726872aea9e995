"""Figures of follow-up: the arithmetic against published values, and what the page makes of signals."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knoop.base import clock
from knoop.community.signals.arithmetic import (
    FEWEST,
    Spell,
    kaplan_meier,
    median,
    over_within,
    share,
    wilson,
)
from knoop.community.signals.figures import figures
from knoop.people.models import Person
from tests.signals.making import brought_to, signal

# Freireich et al. (1963): weeks in remission of 21 patients on 6-MP; + is still in remission.
FREIREICH = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
SIX_MP = [Spell(float(week.rstrip("+")), not week.endswith("+")) for week in FREIREICH.split()]
SPELLS = st.lists(st.builds(Spell, st.integers(0, 50), st.booleans()), min_size=FEWEST, max_size=60)


def test_the_curve_and_its_errors_are_those_in_the_textbooks() -> None:
    """Kleinbaum & Klein, Survival Analysis, table 2.5, and Greenwood's errors as R's survfit gives them."""
    found = [
        (point.days, round(point.open_share, 4), round(point.error, 4)) for point in kaplan_meier(SIX_MP)
    ]
    assert found == [
        (6, 0.8571, 0.0764),
        (7, 0.8067, 0.0869),
        (10, 0.7529, 0.0963),
        (13, 0.6902, 0.1068),
        (16, 0.6275, 0.1141),
        (22, 0.5378, 0.1282),
        (23, 0.4482, 0.1346),
    ]


def test_the_interval_of_the_curve_is_that_of_log_minus_log() -> None:
    """At ten weeks, as R's survfit(conf.type = "log-log") gives it for these data: 0.503 to 0.889."""
    found = over_within(SIX_MP, 10)
    assert (round(1 - found.high, 3), round(1 - found.low, 3)) == (0.503, 0.889)


def test_the_median_is_that_in_the_textbooks() -> None:
    """23 weeks; R's survfit: from 13 (log-log) to not reached."""
    found = median(SIX_MP)
    assert (found.days, found.low, found.high) == (23, 13, None)


@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    [(8, 10, 0.4902, 0.9433), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_wilsons_interval_is_as_published(count: int, n: int, low: float, high: float) -> None:
    """81 of 263: Newcombe (1998), table I."""
    assert tuple(round(end, 4) for end in wilson(count, n)) == (low, high)


def test_it_is_too_early_below_ten() -> None:
    assert share(9, 9) is None
    assert share(9, 10) is not None
    assert over_within(SIX_MP[:9], 10) is None
    assert median(SIX_MP[:9]) is None


def test_nothing_is_said_of_a_time_that_nobody_was_followed_for() -> None:
    assert over_within([Spell(5, False)] * 10, 30) is None
    assert over_within([Spell(31, False)] * 10, 30).value == 0


def test_what_is_still_open_makes_it_slower_than_what_ended_alone() -> None:
    ended = [Spell(day, True) for day in range(1, 11)]
    assert over_within(ended + [Spell(40, False)] * 10, 30).value == pytest.approx(0.5)
    assert over_within(ended, 30).value == 1


@given(SPELLS, st.integers(0, 60))
def test_a_share_lies_within_its_interval_and_that_within_0_and_1(spells: list[Spell], days: int) -> None:
    found = over_within(spells, days)
    if found:
        assert 0 <= found.low <= found.value + 1e-9
        assert found.value - 1e-9 <= found.high <= 1


@given(st.lists(st.integers(0, 50), min_size=FEWEST, max_size=60), st.integers(0, 60))
def test_where_all_has_ended_it_is_the_plain_share(days: list[int], within: int) -> None:
    found = over_within([Spell(day, True) for day in days], within)
    assert found.value == pytest.approx(sum(day <= within for day in days) / len(days))


def test_the_page_counts_open_signals_as_not_yet(
    alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch, as_: Callable
) -> None:
    begin = datetime(2026, 6, 1, 8, tzinfo=UTC)
    at = [begin]
    monkeypatch.setattr(clock, "now", lambda: at[0])
    made = [signal(alice, bob) for _number in range(12)]
    for one in made[:6]:  # six are read within two days, six never
        at[0] = begin + timedelta(days=2)
        brought_to("told", one, bob)
    at[0] = begin + timedelta(days=40)
    found = figures(bob)
    assert (found.n, found.acknowledged.value, found.decided.value) == (12, 0.5, 0.5)
    assert found.changed is None, "six that were told back are too few"
    assert "too early" in as_(bob).get("/signals/figures").content.decode()


def test_below_ten_signals_the_page_says_that_it_is_too_early(
    alice: Person, bob: Person, as_: Callable
) -> None:
    signal(alice, bob)
    assert "Too early" in as_(bob).get("/signals/figures").content.decode()
