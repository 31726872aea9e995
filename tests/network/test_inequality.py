"""Who does how much, who is active, who stays."""

from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from knoop.network.participation_over_time import (
    activity,
    cohorts,
    inequality,
    out_loud_rates,
    staying,
    taking_part,
    weekly_active,
)

DAY = 86_400.0
NOW = 1000 * DAY
amounts = some.lists(some.integers(0, 50), min_size=1, max_size=60)


def whole(values):
    return np.array(values, dtype=np.int64)


@pytest.mark.parametrize(
    ("spread", "expected"), [([1, 1, 1, 1], 0), ([0, 0, 0, 1], 0.75), ([1, 2, 3, 4], 0.25)]
)
def test_gini_has_its_closed_form(spread, expected):
    assert inequality(spread).gini_all == pytest.approx(expected, abs=1e-12)


def test_ninety_nine_and_one_make_the_published_inequality():
    folklore = inequality([0] * 90 + [1] * 9 + [91])
    assert folklore.gini_all == pytest.approx(0.981, abs=5e-4)
    assert (folklore.members, folklore.contributors) == (100, 10)
    assert (folklore.top_1, folklore.top_10) == (0.91, 1.0)


def test_who_does_nothing_counts_in_one_figure_and_not_in_the_other():
    spread = inequality([0, 0, 3, 3])
    assert (spread.gini_all, spread.gini_contributors) == (0.5, 0.0)


def test_few_people_are_corrected_for():
    assert inequality([1, 2, 3, 4]).gini_corrected == pytest.approx(0.25 * 4 / 3)
    assert inequality([0, 5]).gini_corrected is None


def test_less_than_a_person_is_no_top():
    assert inequality(range(1, 100)).top_1 is None
    assert inequality(range(1, 101)).top_1 == 100 / 5050
    assert inequality(range(1, 10)).top_10 is None


def test_nothing_done_is_not_spread():
    nothing = inequality([0] * 200)
    assert (nothing.gini_all, nothing.gini_contributors, nothing.top_1) == (None, None, None)


@settings(max_examples=50, deadline=None)
@given(spread=amounts.filter(any), times=some.integers(2, 5), factor=some.sampled_from([2, 1024]))
def test_a_whole_many_times_over_is_as_unequal(spread, times, factor):
    spread = spread * 10  # at least ten people, so that there is a top
    once, more = inequality(spread), inequality([factor * amount for amount in spread * times])
    assert more.gini_all == pytest.approx(once.gini_all, abs=1e-9)
    assert more.top_10 == pytest.approx(once.top_10, abs=1e-9)


@settings(max_examples=50, deadline=None)
@given(spread=amounts, data=some.data())
def test_the_order_of_people_doesnt_matter(spread, data):
    assert inequality(spread) == inequality(data.draw(some.permutations(spread)))


@settings(max_examples=50, deadline=None)
@given(spread=amounts.filter(any))
def test_the_top_does_at_least_its_own_part(spread):
    assert inequality(spread * 10).top_10 >= 0.1 - 1e-12


# Activity


def test_a_week_and_four_weeks_are_told_apart():
    found = activity(whole([0, 0, 1, 2]), NOW - DAY * np.array([1, 2, 10, 40]), members=10, until=NOW)
    assert (found.active_week, found.active_month, found.share_month, found.week_of_month) == (1, 2, 0.2, 0.5)


def test_who_comes_every_day_sticks_and_who_came_once_hardly_does():
    daily = activity(np.zeros(28, np.int64), NOW - DAY * np.arange(28), members=1, until=NOW)
    once = activity(whole([0]), np.array([NOW]), members=1, until=NOW)
    assert (daily.stickiness, once.stickiness) == (1.0, pytest.approx(1 / 28))


def test_acts_of_the_future_are_not_seen():
    assert activity(whole([0]), np.array([NOW + 1]), members=5, until=NOW).active_month == 0


def test_without_activity_there_is_nothing_to_stick():
    nobody = activity(whole([]), np.zeros(0), members=0, until=NOW)
    assert (nobody.share_week, nobody.week_of_month, nobody.stickiness) == (None, None, None)


def test_weeks_count_people_and_run_from_old_to_new():
    found = weekly_active(whole([0, 0, 1, 0]), NOW - DAY * np.array([1, 2, 3, 20]), until=NOW, weeks=4)
    assert found == (0, 1, 0, 2)


# Cohorts


def joined_in(*days):
    return np.array([datetime(2025, 1, day, tzinfo=UTC).timestamp() for day in days])


def cohort_of(people, active, until_days=100):
    joined = joined_in(*[1] * people)
    until = joined[0] + until_days * DAY
    person, day = zip(*active, strict=True) if active else ((), ())
    return cohorts(joined, whole(person), joined[0] + DAY * np.array(day), until=until, timezone=UTC)[0]


def test_a_cohort_is_followed_by_four_weeks_each():
    found = cohort_of(10, [(0, 1), (0, 2), (1, 27), (0, 28), (2, 60)])
    assert (found.month, found.people, found.retained) == ("2025-01", 10, (0.2, 0.1, 0.1))


def test_nine_people_are_too_few_to_show():
    assert cohort_of(9, [(0, 1)]).retained is None


def test_a_period_that_is_not_over_for_all_is_not_shown():
    joined = joined_in(*[1] * 9, 20)
    until = joined[0] + 40 * DAY
    assert cohorts(joined, whole([0]), joined[:1], until=until, timezone=UTC)[0].retained == ()


def test_months_are_those_of_the_local_calendar():
    from zoneinfo import ZoneInfo

    late = np.full(10, datetime(2025, 1, 31, 23, 30, tzinfo=UTC).timestamp())
    found = cohorts(late, whole([]), np.zeros(0), until=late[0], timezone=ZoneInfo("Europe/Amsterdam"))
    assert found[0].month == "2025-02"


def test_who_joins_later_is_in_no_cohort():
    joined = np.full(10, NOW + 1)
    assert cohorts(joined, whole([]), np.zeros(0), until=NOW, timezone=UTC) == ()


# Staying


def stay_of(acts, until=100):
    """Ten people who joined on day 0; acts as (person, day)."""
    person, day = zip(*acts, strict=True) if acts else ((), ())
    return staying(np.zeros(10), whole(person), DAY * np.array(day, dtype=float), until=until * DAY)


def test_who_never_does_anything_leaves_after_four_weeks():
    assert stay_of([]).median == 28 * DAY


def test_the_first_four_weeks_of_silence_end_a_stay_for_good():
    everybody = [(person, day) for person in range(10) for day in (10, 20, 60)]
    assert stay_of(everybody).median == 48 * DAY


def test_who_is_quiet_for_ten_days_still_stays():
    everybody = [(person, day) for person in range(10) for day in (25, 50, 75, 90)]
    found = stay_of(everybody)
    assert (found.median, found.waiting(100 * DAY)) == (None, 1.0)


def test_nine_members_are_too_few_for_a_curve():
    assert staying(np.zeros(9), whole([]), np.zeros(0), until=NOW) is None


@settings(max_examples=30, deadline=None)
@given(acts=some.lists(some.tuples(some.integers(0, 9), some.integers(0, 120)), max_size=60))
def test_stays_are_those_of_a_walk_through_each_persons_acts(acts):
    found = stay_of(acts, until=100)
    ends = []
    for person in range(10):
        last = 0
        for day in [*sorted(day for who, day in acts if who == person and day <= 100), 100]:
            if day - last >= 28:
                ends.append(last + 28)
                break
            last = day
    expected = [sum(end > day for end in ends) + 10 - len(ends) for day in range(101)]
    assert [round(10 * found.waiting(day * DAY), 6) for day in range(101)] == expected


# Taking part


def test_people_are_counted_by_the_most_they_did():
    acted, viewed = np.arange(20) < 5, np.arange(20) < 12
    found = taking_part(acted, viewed)
    assert (found.contributors, found.viewers, found.absent) == (0.25, 0.35, 0.4)


def test_nine_members_are_too_few_to_split():
    assert taking_part(np.ones(9, bool), np.ones(9, bool)) is None


# Working out loud


def test_a_rate_is_a_share_of_the_weeks_of_all_members():
    groups = dict.fromkeys(range(10), "care") | dict.fromkeys(range(10, 15), "board") | {15: None}
    person, day = whole([0, 0, 0, 1, 15, 10]), np.array([1, 2, 8, 1, 1, 1])
    found = out_loud_rates(person, NOW - DAY * day, groups, until=NOW, weeks=2)
    assert (found["care"].rate, found["care"].people) == (3 / 20, 10)
    assert found["board"].rate is None
    assert set(found) == {"care", "board"}


@pytest.mark.parametrize(("day", "median"), [(28, 28), (27, 55)])
def test_exactly_four_weeks_of_silence_end_a_stay_and_a_day_less_does_not(day, median):
    assert stay_of([(person, day) for person in range(10)]).median == median * DAY
