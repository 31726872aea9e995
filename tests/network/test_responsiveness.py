"""How long posts wait for an answer, those that still wait counted as waiting."""

from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from knoop.network.responsiveness import (
    FirstResponses,
    Threads,
    UnusableThreads,
    first_responses,
    responsiveness,
)
from knoop.network.survival import UnusableWaits, kaplan_meier, wilson
from knoop.network.workingtime import WorkingHours

HOUR = 3600.0

# Freireich et al. (1963), Blood 21: weeks in remission on 6-MP; the example of every textbook.
WEEKS = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
ENDED = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
LEUKAEMIA = kaplan_meier(WEEKS, ENDED)

waits = some.lists(some.tuples(some.integers(0, 40), some.booleans()), min_size=1, max_size=40)


def of(pairs):
    return kaplan_meier([wait for wait, _ in pairs], [came for _, came in pairs])


def test_the_textbook_example_has_its_published_curve():
    assert list(LEUKAEMIA.time) == [6, 7, 10, 13, 16, 22, 23]
    published = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482]
    assert list(LEUKAEMIA.share) == pytest.approx(published, abs=5e-5)


def test_the_textbook_example_has_its_published_errors():
    published = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346]
    assert list(np.sqrt(LEUKAEMIA.variance)) == pytest.approx(published, abs=5e-5)


def test_the_textbook_example_has_its_published_median():
    assert LEUKAEMIA.median == 23
    assert LEUKAEMIA.median_interval()[1] is None  # too few were followed on to bound it


def test_the_restricted_mean_is_the_area_under_the_curve():
    waiting = kaplan_meier([1, 2, 4], [True, False, True])
    # 1 until 1, 2/3 until 4, then 0.
    assert waiting.restricted_mean(3) == pytest.approx(1 + 2 * 2 / 3)
    assert waiting.restricted_mean(10) == pytest.approx(1 + 3 * 2 / 3)


def test_what_happened_at_the_moment_of_cutting_off_happened_first():
    assert list(kaplan_meier([5, 5], [True, False]).share) == [0.5]


def test_beyond_what_was_followed_nothing_is_said():
    waiting = kaplan_meier([1, 3], [True, False])
    assert waiting.waiting(3) == 0.5
    assert waiting.waiting(4) is None
    assert waiting.interval(4) is None
    assert waiting.restricted_mean(4) is None


def test_when_nobody_is_left_waiting_later_is_known_too():
    assert kaplan_meier([1, 3], [True, True]).waiting(100) == 0


def test_nobody_followed_has_no_curve():
    assert kaplan_meier([], []) is None


@pytest.mark.parametrize("wait", [-1.0, np.nan])
def test_a_wait_that_is_none_is_refused(wait):
    with pytest.raises(UnusableWaits, match="0 or longer"):
        kaplan_meier([1.0, wait], [True, True])


@settings(max_examples=60, deadline=None)
@given(waits=some.lists(some.integers(0, 30), min_size=1, max_size=40), part=some.sampled_from([0.25, 0.5]))
def test_without_cutting_off_quantiles_are_plain_quantiles(waits, part):
    curve = kaplan_meier(waits, [True] * len(waits))
    ranked = sorted(waits)
    assert curve.quantile(part) == next(
        wait for place, wait in enumerate(ranked, 1) if place / len(waits) >= part - 1e-12
    )


@settings(max_examples=60, deadline=None)
@given(waits=some.lists(some.integers(0, 30), min_size=1, max_size=40), horizon=some.integers(1, 40))
def test_without_cutting_off_the_restricted_mean_is_a_plain_mean(waits, horizon):
    curve = kaplan_meier(waits, [True] * len(waits))
    assert curve.restricted_mean(horizon) == pytest.approx(np.minimum(waits, horizon).mean(), abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(waits=some.lists(some.integers(0, 30), min_size=2, max_size=40), horizon=some.integers(1, 40))
def test_without_cutting_off_the_error_of_the_restricted_mean_is_a_plain_means(waits, horizon):
    low, high = kaplan_meier(waits, [True] * len(waits)).restricted_mean_interval(horizon)
    cut = np.minimum(waits, horizon)
    wide = 1.959964 * cut.std() / len(waits) ** 0.5
    assert low == pytest.approx(max(0, cut.mean() - wide), abs=1e-5)
    assert high == pytest.approx(min(horizon, cut.mean() + wide), abs=1e-5)


@settings(max_examples=60, deadline=None)
@given(waits=some.lists(some.integers(0, 30), min_size=2, max_size=40), after=some.integers(0, 30))
def test_without_cutting_off_the_interval_is_wilsons(waits, after):
    curve = kaplan_meier(waits, [True] * len(waits))
    still = sum(wait > after for wait in waits) / len(waits)
    assert curve.interval(after) == pytest.approx(wilson(still, len(waits)), abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(pairs=waits, data=some.data())
def test_the_order_of_waits_doesnt_matter(pairs, data):
    assert np.array_equal(of(pairs).share, of(data.draw(some.permutations(pairs))).share)


@settings(max_examples=60, deadline=None)
@given(pairs=waits)
def test_everybody_twice_leaves_the_curve_as_it_is(pairs):
    assert of(pairs + pairs).share == pytest.approx(of(pairs).share, abs=1e-12)


@settings(max_examples=60, deadline=None)
@given(pairs=waits, factor=some.sampled_from([0.25, 3600.0]))
def test_the_unit_of_time_only_scales_the_times(pairs, factor):
    slow = of([(wait * factor, came) for wait, came in pairs])
    assert np.array_equal(slow.share, of(pairs).share)
    assert slow.time == pytest.approx(of(pairs).time * factor)


@settings(max_examples=60, deadline=None)
@given(pairs=waits, after=some.integers(0, 40))
def test_an_interval_holds_its_share(pairs, after):
    curve = of(pairs)
    share = curve.waiting(after)
    if share is not None:
        low, high = curve.interval(after)
        assert 0 <= low <= share <= high <= 1
        assert high - low > 0


def test_nineteen_in_twenty_intervals_hold_the_true_share():
    draw = np.random.default_rng(3)
    held = 0
    for _ in range(400):
        came, cut = draw.exponential(10, 60), draw.uniform(0, 30, 60)
        low, high = kaplan_meier(np.minimum(came, cut), came <= cut).interval(8.0)
        held += low <= np.exp(-0.8) <= high
    assert 0.92 <= held / 400 <= 0.98


def test_leaving_out_posts_that_still_wait_would_flatter():
    draw = np.random.default_rng(4)
    came, cut = draw.exponential(20, 4000), draw.uniform(0, 60, 4000)
    seen, answered = np.minimum(came, cut), came <= cut
    assert kaplan_meier(seen, answered).median == pytest.approx(20 * np.log(2), rel=0.06)
    assert np.median(seen[answered]) < 0.8 * 20 * np.log(2)


# Threads: person 0 asks, 1 is a colleague, 2 of the staff, 3 a bot.


def threads(*replies, posts=((0, 0.0),)):
    author, posted = zip(*posts, strict=True)
    post, replier, replied = zip(*replies, strict=True) if replies else ((), (), ())
    return Threads(
        author=np.array(author, dtype=np.int64),
        posted=np.array(posted, dtype=float),
        post=np.array(post, dtype=np.int64),
        replier=np.array(replier, dtype=np.int64),
        replied=np.array(replied, dtype=float),
    )


def first_of(*replies, until=100.0, **more):
    return first_responses(threads(*replies), until=until, staff={2}, bots={3}, **more)


def test_the_first_answer_of_another_counts():
    first = first_of((0, 1, 30.0), (0, 1, 20.0))
    assert (first.wait[0], first.answered[0], first.by_peer[0]) == (20, True, True)


@pytest.mark.parametrize("replier", [0, 3])
def test_an_answer_to_oneself_or_by_a_bot_is_none(replier):
    first = first_of((0, replier, 20.0))
    assert (first.wait[0], first.answered[0], first.by_peer[0]) == (100, False, False)


def test_an_answer_by_staff_is_not_a_peers():
    assert not first_of((0, 2, 20.0), (0, 1, 30.0)).by_peer[0]


def test_at_one_moment_the_peer_came_first():
    assert first_of((0, 2, 20.0), (0, 1, 20.0)).by_peer[0]


def test_what_comes_after_the_moment_of_looking_is_not_seen():
    first = first_responses(threads((0, 1, 200.0), posts=((0, 0.0), (0, 150.0))), until=100.0)
    assert (list(first.post), list(first.answered), list(first.wait)) == ([0], [False], [100])


def test_an_answer_before_its_question_came_at_once():
    assert first_of((0, 1, -50.0)).wait[0] == 0


def test_a_weekend_is_no_wait_on_the_working_clock():
    amsterdam = ZoneInfo("Europe/Amsterdam")
    friday = datetime(2025, 11, 7, 16, tzinfo=amsterdam).timestamp()
    monday = datetime(2025, 11, 10, 10, tzinfo=amsterdam).timestamp()
    asked = threads((0, 1, monday), posts=((0, friday),))
    office = WorkingHours.office(amsterdam)
    assert first_responses(asked, until=monday, hours=office).wait[0] == 2 * HOUR
    assert first_responses(asked, until=monday).wait[0] == 66 * HOUR


def test_replies_to_no_post_are_refused():
    with pytest.raises(UnusableThreads, match=r"outside 0\.\.0"):
        threads((1, 1, 20.0))


def community(posts, answered_after):
    """Posts of different people, every second one answered, by a peer, after some hours."""
    answered = np.arange(posts) % 2 == 0
    return FirstResponses(
        post=np.arange(posts),
        author=np.arange(posts),
        wait=np.where(answered, answered_after, 100.0) * HOUR,
        answered=answered,
        by_peer=answered,
        until=0.0,
    )


def test_nineteen_posts_are_too_few_to_say_and_twenty_are_not():
    assert responsiveness(community(19, 5.0)).median is None
    assert responsiveness(community(20, 5.0)).median == 5.0


def test_a_communitys_figures():
    found = responsiveness(community(40, 30.0))
    assert (found.posts, found.authors, found.answered) == (40, 40, 20)
    assert (found.answered_24, found.answered_72) == (0.0, 0.5)
    assert found.mean == pytest.approx(30 + 0.5 * 42)
    assert found.peer_share == 1.0
    assert found.answered_72_interval == pytest.approx(wilson(0.5, 40))


def test_a_community_where_less_than_half_is_answered_has_no_median():
    first = community(40, 5.0)
    few = FirstResponses(
        post=first.post,
        author=first.author,
        wait=first.wait,
        answered=first.answered & (first.post > 10),
        by_peer=first.by_peer & (first.post > 10),
        until=0.0,
    )
    assert responsiveness(few).median is None
    assert responsiveness(few).peer_share is None  # 14 answered: too few to tell peers from staff
