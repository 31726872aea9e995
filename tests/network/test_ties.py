"""From acts to ties."""

import math

import numpy as np
import pytest

from knoop import network as net
from knoop.network.ties import DAY

NOW = 1_700_000_000.0


def interactions(*rows, event=None, audience=None, people=()):
    found = net.Interactions.from_acts(rows, people=people)
    return net.Interactions(
        people=found.people,
        time=found.time,
        source=found.source,
        target=found.target,
        kind=found.kind,
        event=found.event if event is None else np.array(event, dtype=np.int64),
        audience=found.audience if audience is None else np.array(audience, dtype=np.int32),
    )


def weight(found, *, at=NOW):
    ties = net.ties_of(net.acts_of(found), at=at)
    return float(ties.weight.arcs[0, 1])


WORTH = {
    "answer": 4,
    "thanks": 4,
    "message": 3,
    "reply": 3,
    "comment": 3,
    "share": 2.5,
    "mention": 2,
    "reaction": 1,
    "follow": 0.5,
    "view": 0,
}


@pytest.mark.parametrize(("kind", "worth"), WORTH.items())
def test_an_act_of_now_weighs_what_its_kind_is_worth(kind, worth):
    assert weight(interactions(("a", "b", kind, NOW))) == worth


def test_an_act_of_one_half_life_ago_counts_half():
    assert weight(interactions(("a", "b", "message", NOW - 45 * DAY))) == pytest.approx(1.5)


def test_an_act_of_more_than_four_half_lives_ago_is_forgotten():
    assert weight(interactions(("a", "b", "message", NOW - 180.1 * DAY))) == 0
    assert weight(interactions(("a", "b", "message", NOW - 179.9 * DAY))) > 0


def test_following_somebody_does_not_fade():
    assert weight(interactions(("a", "b", "follow", NOW - 400 * DAY))) == 0.5


def test_an_act_after_the_moment_does_not_count():
    assert weight(interactions(("a", "b", "message", NOW + 1))) == 0


def test_without_times_nothing_fades():
    assert weight(interactions(("a", "b", "message", None)), at=None) == 3


def test_an_act_to_four_people_weighs_half_for_each():
    rows = [("a", person, "message", NOW) for person in "bcde"]
    assert weight(interactions(*rows, event=[0, 0, 0, 0])) == pytest.approx(1.5)


def test_a_given_audience_goes_before_the_rows_of_the_act():
    assert weight(interactions(("a", "b", "message", NOW), audience=[9])) == pytest.approx(1.0)


def test_two_acts_in_one_event_to_the_same_person_reach_one_person():
    rows = [("a", "b", "reply", NOW), ("a", "b", "mention", NOW)]
    assert weight(interactions(*rows, event=[0, 0])) == 5


@pytest.mark.parametrize(("reached", "ties"), [(25, 25), (26, 0)])
def test_an_act_to_more_than_25_people_makes_no_tie(reached, ties):
    rows = [("a", f"p{number}", "message", NOW) for number in range(reached)]
    acts = net.acts_of(interactions(*rows, event=[0] * reached))
    assert net.ties_of(acts).whole.arcs.nnz == ties
    assert acts.broadcasts == (ties == 0)


def test_acts_to_oneself_are_dropped_and_counted():
    acts = net.acts_of(interactions(("a", "a", "message", NOW), ("a", "b", "message", NOW)))
    assert (acts.to_self, len(acts.source)) == (1, 1)


def test_attention_saturates():
    ties = net.ties_of(net.acts_of(interactions(*[("a", "b", "message", NOW)] * 10)))
    assert ties.attention.arcs[0, 1] == pytest.approx(math.log(31))


def test_the_simple_graph_remembers_what_ties_forget():
    found = interactions(("a", "b", "message", NOW - 300 * DAY), ("c", "d", "message", NOW))
    ties = net.ties_of(net.acts_of(found))
    assert (ties.weight.arcs.nnz, ties.whole.arcs.nnz) == (1, 2)


def test_the_order_of_rows_changes_no_digit():
    random = np.random.default_rng(3)
    rows = [
        (str(random.integers(6)), str(random.integers(6)), "reply", NOW - random.uniform(0, 9e6))
        for _ in range(200)
    ]
    people = sorted({row[0] for row in rows} | {row[1] for row in rows})
    shuffled = [rows[number] for number in random.permutation(len(rows))]
    first, second = (
        net.ties_of(net.acts_of(interactions(*order, people=people)), at=NOW) for order in (rows, shuffled)
    )
    assert np.array_equal(first.attention.arcs.toarray(), second.attention.arcs.toarray())


def standing(*rows):
    return net.standing_network(net.acts_of(interactions(*rows))).contacts.nnz // 2


def test_one_fading_message_makes_no_standing_tie_and_its_answer_does():
    fading = ("a", "b", "message", NOW - 10 * DAY)
    now = ("x", "y", "message", NOW)
    assert standing(fading, now) == 1
    assert standing(fading, ("b", "a", "reaction", NOW - 9 * DAY), now) == 2


def test_what_is_older_than_90_days_makes_no_standing_tie():
    old = [("a", "b", "message", NOW - 91 * DAY), ("b", "a", "message", NOW - 91 * DAY)]
    assert standing(*old, ("x", "y", "message", NOW)) == 1


def test_columns_of_different_length_are_refused_by_name():
    with pytest.raises(net.UnusableInteractions, match="`event` has 2 rows, `source` has 1"):
        interactions(("a", "b", "message", NOW), event=[0, 1])


def test_an_unknown_kind_is_refused_by_name():
    with pytest.raises(net.UnusableInteractions, match="'poke' is not a kind"):
        net.Interactions.from_edges([("a", "b")], kind="poke")
