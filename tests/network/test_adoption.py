"""Who began when, and the curve it follows."""

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some
from scipy.stats import spearmanr

from knoop.network import Network, in_degree
from knoop.network.adoption import UnusableCurve, first_contributions, rogers
from knoop.network.adoption_bass import bass, bass_peak, bass_share
from knoop.network.interactions import Interactions

# Coleman, Katz & Menzel (1966): physicians who had prescribed a new drug by each month.
PHYSICIANS = [11, 20, 29, 40, 51, 62, 75, 82, 86, 87, 92, 95, 98, 102, 106, 108, 109]
MONTHS = range(1, 18)
DATA = (
    Path(__file__).parents[2] / ".." / "shared" / "data" / "casc_innovation_diffusion" / "medInnovations.csv"
)


def test_the_curve_has_its_closed_form():
    assert bass_peak(0.03, 0.38) == pytest.approx(6.1926, abs=5e-5)
    assert bass_share(0.03, 0.38, [5, 10]) == pytest.approx([0.33120, 0.81280], abs=5e-6)


@pytest.mark.parametrize(("p", "q"), [(0.03, 0.38), (0.001, 0.9)])
def test_at_the_peak_a_known_share_has_begun(p, q):
    assert float(bass_share(p, q, bass_peak(p, q))) == pytest.approx(0.5 - p / (2 * q), abs=1e-12)
    assert float(bass_share(0.03, 0.38, 6.1926)) == pytest.approx(0.46053, abs=5e-5)


def test_without_word_of_mouth_the_peak_is_at_the_launch():
    assert bass_peak(0.1, 0.05) is None


def test_the_physicians_follow_the_published_curve():
    fit = bass(MONTHS, PHYSICIANS)
    assert (fit.p, fit.q, fit.m) == (
        pytest.approx(0.0839, abs=5e-5),
        pytest.approx(0.1895, abs=5e-5),
        pytest.approx(110.4, abs=0.05),
    )
    assert fit.r_squared == pytest.approx(0.995, abs=5e-4)
    assert fit.identified


def test_word_of_mouth_shrinks_when_all_physicians_are_expected_to_follow():
    fit = bass(MONTHS, PHYSICIANS, m=125)
    assert (fit.p, fit.q) == (pytest.approx(0.0957, abs=5e-5), pytest.approx(0.0620, abs=5e-5))
    assert fit.q_interval[0] == 0.0


def test_the_beginning_of_the_physicians_curve_is_not_shown():
    assert not bass(MONTHS[:6], PHYSICIANS[:6]).identified


def test_a_fitted_peak_in_the_past_is_not_enough_when_the_end_is_open():
    fit = bass(MONTHS[:8], PHYSICIANS[:8])
    assert fit.peak < fit.until
    assert fit.m_interval[1] is None
    assert not fit.identified


def test_physicians_whom_colleagues_name_began_earlier():
    """The published -.332 counts what all 246 said; the file has the 125 with a date."""
    if not DATA.exists():
        pytest.skip("needs the diffusion surveys in ../shared/data")
    rows = list(csv.DictReader(DATA.open()))
    people = [f"{row['city']}/{row['id']}" for row in rows]
    columns = [f"net{relation}_{place}" for relation in (1, 2, 3) for place in (1, 2, 3)]
    named = [
        (one, f"{row['city']}/{row[name]}") for one, row in zip(people, rows, strict=True) for name in columns
    ]
    network = Network.from_edges({pair for pair in named if pair[1] in set(people)}, people=people)
    months = np.array([int(row["toa"]) for row in rows])
    asked = np.array(in_degree(network))
    assert spearmanr(asked, months).statistic == pytest.approx(-0.279, abs=6e-4)
    assert (months.mean(), months[asked == 0].mean()) == pytest.approx((7.98, 10.17), abs=5e-3)


def test_the_series_is_that_of_the_data_file():
    if not DATA.exists():
        pytest.skip("needs the diffusion surveys in ../shared/data")
    months = [int(row["toa"]) for row in csv.DictReader(DATA.open())]
    assert [sum(month <= last for month in months) for last in MONTHS] == PHYSICIANS


@pytest.mark.parametrize(("p", "q", "m"), [(0.03, 0.38, 1000.0), (0.2, 0.1, 60.0), (0.002, 0.7, 5000.0)])
def test_a_curve_without_noise_is_found_again(p, q, m):
    time = np.arange(1, 25.0)
    fit = bass(time, m * bass_share(p, q, time))
    assert (fit.p, fit.q, fit.m) == pytest.approx((p, q, m), rel=1e-4)
    assert fit.expected(time) == pytest.approx(m * bass_share(p, q, time), rel=1e-4)


@pytest.mark.parametrize("unit", [1 / 12, 2_629_800.0])
def test_the_unit_of_time_only_scales_the_rates(unit):
    fit, other = bass(MONTHS, PHYSICIANS), bass(np.array(MONTHS) * unit, PHYSICIANS)
    assert (other.p * unit, other.q * unit, other.m) == pytest.approx((fit.p, fit.q, fit.m), rel=1e-5)
    assert other.m_interval == pytest.approx(fit.m_interval, rel=1e-3)


def drawn(seed, people=200, p=0.05, q=0.4, periods=16):
    grid = np.linspace(0, 200, 100_001)
    times = np.interp(np.random.default_rng(seed).random(people), bass_share(p, q, grid), grid)
    ends = np.arange(1, periods + 1.0)
    return ends, np.searchsorted(np.sort(times), ends, side="right")


def test_intervals_hold_what_the_draw_was_made_with():
    held = np.zeros(3)
    for seed in range(8):
        fit = bass(*drawn(seed))
        ends = (fit.p_interval, fit.q_interval, fit.m_interval)
        held += [low <= true <= high for (low, high), true in zip(ends, (0.05, 0.4, 200), strict=True)]
    assert (held >= 6).all()


def test_curves_drawn_to_before_their_peak_are_hardly_ever_shown():
    shown = [bass(*drawn(seed, periods=5)).identified for seed in range(8)]
    assert sum(shown) <= 1


@pytest.mark.parametrize("count", [[1] * 30, [30] * 4])
def test_few_adopters_or_periods_have_no_curve(count):
    assert bass(np.arange(1, len(count) + 1), count) is None


@pytest.mark.parametrize(
    ("time", "count", "why"),
    [
        ([0, 1, 2], [1, 2, 3], "count from the launch"),
        ([1, 3, 2], [1, 2, 3], "must rise"),
        ([1, 2, 3], [1, 3, 2], "can't fall"),
        ([1, 2], [1, 2, 3], "one count for each"),
        ([1, 2, np.nan], [1, 2, 3], "no number"),
    ],
)
def test_what_is_no_curve_is_refused(time, count, why):
    with pytest.raises(UnusableCurve, match=why):
        bass(time, count)


def test_fewer_in_the_end_than_have_begun_is_refused():
    with pytest.raises(UnusableCurve, match="109 have adopted"):
        bass(MONTHS, PHYSICIANS, m=100)


# First contributions


def test_looking_and_following_are_no_contribution():
    acts = [("a", "b", "view", 1.0), ("a", "b", "follow", 2.0), ("a", "b", "comment", 3.0)]
    first = first_contributions(Interactions.from_acts(acts))
    assert (first.people, list(first.time), first.members) == (("a",), [3.0], 2)
    assert first.share == 0.5


def test_talking_to_oneself_is_no_contribution():
    assert first_contributions(Interactions.from_acts([("a", "a", "reply", 1.0)])).people == ()


def test_without_times_nobody_was_first():
    assert first_contributions(Interactions.from_edges([("a", "b")])) is None


rows = some.tuples(
    some.sampled_from("abcdef"),
    some.sampled_from("abcdef"),
    some.just("reply"),
    some.integers(0, 9).map(float),
)


@settings(max_examples=40, deadline=None)
@given(acts=some.lists(rows, min_size=1, max_size=30), data=some.data())
def test_the_order_of_rows_and_saying_things_twice_change_nothing(acts, data):
    once = first_contributions(Interactions.from_acts(acts, people="abcdef"))
    again = data.draw(some.permutations(acts + acts))
    twice = first_contributions(Interactions.from_acts(again, people="fedcba"))
    assert (once.people, list(once.time)) == (twice.people, list(twice.time))


def curve_of(*times, launch=0.0, until=100.0):
    acts = [(f"p{number}", "x", "reply", float(time)) for number, time in enumerate(times)]
    acts.append(("y", "x", "view", until))
    return first_contributions(Interactions.from_acts(acts)).curve(launch=launch, period=10.0)


def test_a_curve_counts_up_to_the_end_of_each_period():
    assert list(curve_of(5, 10, 11, until=30.0).adopters) == [2, 3, 3]


def test_a_period_that_isnt_over_is_not_on_the_curve():
    assert list(curve_of(5, until=19.0).time) == [1]


def test_who_began_before_the_launch_is_not_on_the_curve():
    curve = curve_of(5, 15, launch=10.0, until=30.0)
    assert (list(curve.adopters), curve.before) == ([1, 1], 1)


# Rogers


def test_rogers_shares_come_out_in_a_bell_shaped_whole():
    bell = np.random.default_rng(1).normal(50, 9, 200_000)
    shares = list(rogers(bell).shares.values())
    assert shares == pytest.approx([0.0228, 0.1359, 0.3413, 0.3413, 0.1587], abs=0.004)


def test_a_time_on_a_border_belongs_to_the_later_category():
    times = [0.0] * 10 + [1.0] * 10 + [0.5]  # mean and deviation are .5
    assert list(rogers(times).counts.values()) == [0, 0, 10, 1, 10]


def test_nineteen_adopters_have_no_categories_and_twenty_have():
    assert rogers(range(19)) is None
    assert rogers(range(20)).adopters == 20


def test_people_who_came_all_at_once_have_no_categories():
    assert rogers([7.0] * 50) is None


@settings(max_examples=40, deadline=None)
@given(
    times=some.lists(some.integers(0, 50), min_size=20, max_size=60).filter(lambda all_: len(set(all_)) > 1),
    shift=some.sampled_from([-64, 1024]),
    factor=some.sampled_from([0.5, 4]),
)
def test_when_the_clock_started_and_in_what_it_counts_dont_matter(times, shift, factor):
    found = rogers(times)
    steps = (np.array(times) - found.mean) / found.deviation
    assume(np.abs(steps[:, None] - [-2, -1, 0, 1]).min() > 1e-9)  # on a border the last digit decides
    assert rogers([shift + factor * time for time in times]).counts == found.counts
