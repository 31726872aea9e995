"""Who helps whom."""

import networkx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from knoop.network.help import (
    Help,
    UnusableHelp,
    bus_factors,
    expertise,
    expertise_rank,
    help_balance,
    help_mixing,
    help_network,
    who_helps_whom,
)

DAY = 86_400.0
PEOPLE = "abcdef"
TOPICS = ("pumps", "leave")


def of(questions, answers, times=None):
    """Questions as (asker, topic), answers as (question, answerer, accepted)."""
    asker, topic = zip(*questions, strict=True)
    question, answerer, accepted = zip(*answers, strict=True) if answers else ((), (), ())
    return Help(
        people=tuple(PEOPLE),
        topics=TOPICS,
        asker=np.array([PEOPLE.index(one) for one in asker], dtype=np.int64),
        topic=np.array([TOPICS.index(one) for one in topic], dtype=np.int64),
        question=np.array(question, dtype=np.int64),
        answerer=np.array([PEOPLE.index(one) for one in answerer], dtype=np.int64),
        accepted=np.array(accepted, dtype=bool),
        time=None if times is None else np.array(times, dtype=float),
    )


def test_who_asks_turns_to_who_answers_and_an_accepted_answer_weighs_more():
    network = help_network(of([("a", "pumps")], [(0, "b", True), (0, "c", False)]))
    assert network.arcs.toarray()[0].tolist() == [0, 4, 3, 0, 0, 0]


def test_an_answer_fades_as_ties_do():
    asked = of([("a", "pumps")] * 2, [(0, "b", True), (1, "c", True)], times=[0, 45 * DAY])
    assert help_network(asked).arcs.toarray()[0, 1] == pytest.approx(2)


def test_answering_oneself_is_no_help():
    assert help_network(of([("a", "pumps")], [(0, "a", True)])).arcs.nnz == 0


def test_two_answers_to_one_question_are_one_and_accepted_if_either_is():
    twice = of([("a", "pumps")], [(0, "b", False), (0, "b", True)])
    assert help_network(twice).arcs.toarray()[0, 1] == 4
    assert help_balance(twice)[1] == 1


def test_balance_has_its_closed_form():
    asked = of([("a", "pumps")] * 3 + [("b", "pumps")], [(0, "b", False), (1, "b", False), (2, "c", True)])
    balance = help_balance(asked)
    # a asked three; b answered two and asked one; c answered one.
    assert balance[:3] == pytest.approx([-(3**0.5), 1 / 3**0.5, 1.0])
    assert balance[3] is None


questions = some.lists(
    some.tuples(some.sampled_from(PEOPLE), some.sampled_from(TOPICS)), min_size=1, max_size=12
)


@some.composite
def helped(draw):
    asked = draw(questions)
    answers = some.tuples(some.integers(0, len(asked) - 1), some.sampled_from(PEOPLE), some.booleans())
    return asked, draw(some.lists(answers, max_size=30))


@settings(max_examples=40, deadline=None)
@given(helped=helped(), data=some.data())
def test_the_order_of_answers_and_giving_them_twice_change_nothing(helped, data):
    asked, answers = helped
    again = data.draw(some.permutations(answers + answers))
    one, other = of(asked, answers), of(asked, again)
    assert help_balance(one) == help_balance(other)
    assert np.array_equal(help_network(one).arcs.toarray(), help_network(other).arcs.toarray())
    assert expertise(one) == expertise(other)
    assert bus_factors(one) == bus_factors(other)


@settings(max_examples=25, deadline=None)
@given(helped=helped())
def test_networkx_ranks_expertise_the_same(helped):
    network = help_network(of(*helped))
    found = expertise_rank(network)
    if found[0] is not None:
        oracle = networkx.pagerank(
            networkx.from_numpy_array(network.arcs.toarray(), create_using=networkx.DiGraph)
        )
        assert found == pytest.approx([oracle[number] for number in range(len(PEOPLE))], abs=1e-5)


# Expertise


def test_few_answers_are_pulled_to_the_topics_own_share():
    asked = of(
        [("a", "pumps")] * 40, [(0, "b", True), *((number, "c", number % 2 == 0) for number in range(40))]
    )
    found = {row.person: row for row in expertise(asked)}
    mean = 21 / 41
    assert found["b"].shrunk == pytest.approx((1 + 5 * mean) / 6)
    assert found["c"].shrunk == pytest.approx((20 + 5 * mean) / 45)


def test_expertise_is_by_topic_and_only_of_who_answered():
    asked = of([("a", "pumps"), ("a", "leave")], [(0, "b", True), (1, "c", False)])
    assert [(row.topic, row.person, row.accepted) for row in expertise(asked)] == [
        ("leave", "c", 0.0),
        ("pumps", "b", 1.0),
    ]


def test_answers_of_half_a_year_ago_show_no_expertise_and_those_of_45_days_ago_half():
    asked = of(
        [("a", "pumps")] * 3,
        [(0, "b", True), (1, "c", True), (2, "d", True)],
        times=[0, 136 * DAY, 181 * DAY],
    )
    assert [(row.person, row.answers) for row in expertise(asked)] == [("c", 0.5), ("d", 1.0)]


def test_answers_after_the_moment_of_looking_are_not_seen():
    asked = of([("a", "pumps")] * 2, [(0, "b", True), (1, "c", True)], times=[0, 10 * DAY])
    assert [row.person for row in expertise(asked, at=5 * DAY)] == ["b"]


# Bus factor


def bus(*counts):
    """Each of several people answers so many questions of `a` about pumps."""
    total = sum(counts)
    who = [person for person, count in zip("bcdef", counts, strict=False) for _ in range(count)]
    return bus_factors(of([("a", "pumps")] * total, [(row, one, False) for row, one in enumerate(who)]))[0]


@pytest.mark.parametrize(
    ("counts", "value"),
    [((20,), 1), ((8, 2), 1), ((79, 21), 2), ((5, 5, 5), 3), ((2, 2, 2, 2, 2), 4), ((12, 3), 1)],
)
def test_the_bus_factor_is_how_few_give_four_fifths(counts, value):
    assert bus(*counts).value == value


def test_nine_answers_are_too_few_and_ten_are_not():
    assert bus(9).value is None
    assert bus(10).value == 1


def test_a_close_call_is_open_and_a_clear_one_is_not():
    assert (bus(16, 4).few, bus(16, 4).many) == (1, 2)
    assert (bus(60, 1).few, bus(60, 1).many) == (1, 1)


def test_a_topic_without_answers_is_there_too():
    assert [found.topic for found in bus_factors(of([("a", "pumps")], []))] == list(TOPICS)


# Units

UNITS = {"a": "care", "b": "care", "c": "care", "d": "board", "e": "board"}


def test_cells_count_answers_and_the_different_people_on_either_side():
    asked = of(
        [("a", "pumps"), ("a", "leave"), ("b", "leave")], [(0, "d", True), (1, "d", False), (2, "d", False)]
    )
    found = who_helps_whom(asked, UNITS)
    assert found.units == ("board", "care")
    assert (found.interactions[1, 0], found.senders[1, 0], found.receivers[1, 0]) == (3, 2, 1)
    assert found.interactions[0, 1] == 0


def test_help_within_units_only_is_a_silo_and_help_across_is_none():
    inside = help_mixing(of([("a", "pumps"), ("d", "pumps")], [(0, "b", True), (1, "e", True)]), UNITS)
    across = help_mixing(of([("a", "pumps")], [(0, "d", True)]), UNITS)
    assert (inside.ei, inside.silo_index, inside.pairs) == (-1.0, 1.0, 2)
    assert across.ei == 1.0
    assert across.interval[0] < 0.0 < across.interval[1] == 1.0  # one pair says next to nothing
    # Of ten pairs of known people four are within a unit.
    assert across.ei_expected == pytest.approx(1 - 2 * 4 / 10)


def test_help_of_people_without_a_unit_doesnt_count():
    found = help_mixing(of([("a", "pumps")], [(0, "f", True)]), UNITS)
    assert (found.pairs, found.ei, found.interval) == (0, None, None)


def test_answers_to_no_question_are_refused():
    with pytest.raises(UnusableHelp, match=r"`question` points outside 0\.\.0"):
        of([("a", "pumps")], [(3, "b", True)])
