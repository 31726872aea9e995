"""How posts travel."""

import networkx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from knoop.network.cascades import (
    Contacts,
    Shares,
    UnusableCascade,
    cascades,
    parents_by_contact,
    retell_depth,
    travel,
)

DAY = 86_400.0


def of(*parent, **more):
    return cascades(np.array(parent, dtype=np.int64), **more)


def star(size):
    return of(-1, *[0] * (size - 1))[0]


def chain(size):
    return of(*range(-1, size - 1))[0]


def binary(size):
    return of(-1, *[(row - 1) // 2 for row in range(1, size)])[0]


@pytest.mark.parametrize(
    ("tree", "size", "virality"),
    [
        (star, 10, 1.8),
        (star, 100, 1.98),
        (chain, 10, 3.6667),
        (chain, 100, 33.6667),
        (binary, 7, 2.2857),
        (binary, 15, 3.5048),
    ],
)
def test_virality_has_its_closed_form(tree, size, virality):
    assert tree(size).virality == pytest.approx(virality, abs=5e-5)


@pytest.mark.parametrize("size", [2, 3, 50])
def test_virality_of_stars_and_chains_is_exact_at_every_size(size):
    assert star(size).virality == pytest.approx(2 - 2 / size, abs=1e-12)
    assert chain(size).virality == pytest.approx((size + 1) / 3, abs=1e-12)


def test_depth_and_breadth_tell_a_broadcast_from_handing_on():
    assert (star(10).size, star(10).depth, star(10).breadth) == (10, 1, 9)
    assert (chain(10).size, chain(10).depth, chain(10).breadth) == (10, 9, 1)
    assert (binary(15).depth, binary(15).breadth) == (3, 8)


def test_a_post_nobody_shared_has_no_virality():
    alone = of(-1)[0]
    assert (alone.size, alone.depth, alone.breadth, alone.virality) == (1, 0, 1, None)


@some.composite
def trees(draw):
    """A random tree with its rows in random order."""
    size = draw(some.integers(2, 25))
    grown = [-1] + [draw(some.integers(0, row - 1)) for row in range(1, size)]
    name = draw(some.permutations(range(size)))
    parent = [0] * size
    for row, above in enumerate(grown):
        parent[name[row]] = -1 if above == -1 else name[above]
    return parent


@settings(max_examples=100, deadline=None)
@given(parent=trees())
def test_networkx_finds_the_same_virality_and_depth(parent):
    tree = networkx.Graph([(row, above) for row, above in enumerate(parent) if above >= 0])
    found = of(*parent)[0]
    size = len(parent)
    assert found.virality == pytest.approx(2 * networkx.wiener_index(tree) / (size * (size - 1)), abs=1e-9)
    steps = networkx.single_source_shortest_path_length(tree, found.root)
    assert found.depth == max(steps.values())
    assert found.breadth == max(list(steps.values()).count(depth) for depth in range(found.depth + 1))


@settings(max_examples=40, deadline=None)
@given(one=trees(), other=trees())
def test_trees_are_measured_apart(one, other):
    moved = [above if above == -1 else above + len(one) for above in other]
    both = of(*one, *moved)
    assert [both[0].size, both[1].size] == [len(one), len(other)]
    assert [both[0].virality, both[1].virality] == [of(*one)[0].virality, of(*other)[0].virality]


def test_a_chain_of_a_hundred_thousand_is_no_trouble():
    assert chain(100_000).virality == pytest.approx(100_001 / 3)


def test_a_ring_is_refused():
    with pytest.raises(UnusableCascade, match="Row 1 hangs from a ring"):
        of(-1, 2, 1)


def test_a_parent_that_isnt_there_is_refused():
    with pytest.raises(UnusableCascade, match=r"outside -1\.\.1"):
        of(-1, 7)


def test_no_shares_make_no_cascades():
    assert of() == ()
    assert travel(()).reproduction is None


def test_half_of_the_weeks_shares_came_by_the_half_time():
    time = np.array([0, 10, 20, 30, 40, 9 * DAY])
    assert of(-1, 0, 0, 0, 0, 0, time=time)[0].half_time == 20


def test_half_time_waits_until_the_week_is_over():
    time = np.array([0.0, 10.0])
    assert of(-1, 0, time=time, until=6 * DAY)[0].half_time is None
    assert of(-1, 0, time=time, until=7 * DAY)[0].half_time == 10


def test_a_share_before_its_post_came_at_once():
    assert of(-1, 0, time=np.array([100.0, 50.0]), until=8 * DAY)[0].half_time == 0


@settings(max_examples=40, deadline=None)
@given(parent=trees(), shift=some.sampled_from([-1e6, 1e9]), data=some.data())
def test_when_the_clock_started_doesnt_matter(parent, shift, data):
    time = np.array(data.draw(some.permutations(range(len(parent)))), dtype=float)
    before = of(*parent, time=time, until=8 * DAY)[0].half_time
    assert of(*parent, time=time + shift, until=8 * DAY + shift)[0].half_time == before


def test_reproduction_is_the_mean_number_of_children():
    found = travel(of(-1, 0, 0, 1, -1, -1))
    assert found.reproduction == pytest.approx(3 / 6)
    assert (found.cascades, found.rows, found.largest, found.one_step) == (3, 6, 4, 0.0)


def test_thirty_cascades_may_be_compared_and_twenty_nine_may_not():
    assert travel(of(*[-1] * 30)).comparable
    assert not travel(of(*[-1] * 29)).comparable


def test_nineteen_in_twenty_intervals_hold_the_true_reproduction():
    draw, held = np.random.default_rng(5), 0
    for _ in range(200):
        sizes = draw.geometric(0.5, 80)  # mean 2, so half of the rows are shares
        parent, row = [], 0
        for size in sizes.tolist():
            parent += [-1] + [row] * (size - 1)
            row += size
        low, high = travel(of(*parent)).reproduction_interval
        held += low <= 0.5 <= high
    assert 0.9 <= held / 200 <= 0.99


def test_a_story_is_retold_only_by_own_words():
    parent = np.array([-1, 0, 1, 2, -1, 4])
    own = np.array([True, True, True, False, True, False])
    assert retell_depth(parent, own) == {0: 2, 4: 0}


def test_a_retelling_of_what_was_only_forwarded_is_none():
    assert retell_depth(np.array([-1, 0, 1]), np.array([True, False, True])) == {0: 0}


# Person 0 posts item 7 at 0; 1 shared at 10, 2 at 20; who showed it to 3?


def filled(contacts, rows=((7, 0, 0), (7, 1, 10), (7, 2, 20), (7, 3, 50)), parent=(-1, 0, 0, -1)):
    item, person, time = np.array(rows).T
    source, target, when = np.array(contacts).reshape(-1, 3).T
    return list(
        parents_by_contact(
            Shares(item=item, person=person, time=time.astype(float), parent=np.array(parent)),
            Contacts(source=source, target=target, time=when.astype(float)),
        )
    )


def test_the_most_recent_contact_showed_it():
    assert filled([(0, 3, 30), (1, 3, 45), (2, 3, 40)])[3] == 1


def test_a_contact_after_the_share_showed_nothing():
    assert filled([(0, 3, 30), (1, 3, 50), (2, 3, 60)])[3] == 0


def test_a_contact_before_the_other_had_it_showed_nothing():
    assert filled([(0, 3, 5), (2, 3, 15)])[3] == 0


def test_a_share_that_nobody_showed_is_a_root():
    assert filled([(3, 0, 30), (1, 2, 45)])[3] == -1


def test_a_contact_about_something_else_is_a_contact_too_but_a_share_of_something_else_is_not():
    rows = ((7, 0, 0), (8, 1, 10), (7, 2, 20), (7, 3, 50))
    assert filled([(0, 3, 30), (1, 3, 45)], rows=rows, parent=(-1, -1, 0, -1))[3] == 0


def test_the_latest_share_before_the_contact_is_the_parent():
    rows = ((7, 0, 0), (7, 1, 10), (7, 1, 30), (7, 3, 50))
    assert filled([(1, 3, 25)], rows=rows)[3] == 1
    assert filled([(1, 3, 35)], rows=rows)[3] == 2


def test_parents_that_are_known_stay():
    assert filled([(2, 3, 45)], parent=(-1, 0, 0, 1))[3] == 1


@settings(max_examples=60, deadline=None)
@given(
    rows=some.lists(some.tuples(some.integers(0, 1), some.integers(0, 4), some.integers(0, 9)), min_size=1),
    contacts=some.lists(
        some.tuples(some.integers(0, 4), some.integers(0, 4), some.integers(0, 9)), max_size=30
    ),
)
def test_the_filled_in_parent_is_that_of_a_search_through_all_contacts(rows, contacts):
    found = filled(contacts, rows=rows, parent=[-1] * len(rows))
    for row, (item, person, when) in enumerate(rows):
        shown = [
            (seen, shared, -source, other)
            for source, target, seen in contacts
            for other, (their_item, sharer, shared) in enumerate(rows)
            if target == person != source
            if (their_item, sharer) == (item, source) and shared <= seen < when
        ]
        assert found[row] == (max(shown)[3] if shown else -1)
    cascades(np.array(found))  # and never a ring


def test_of_two_contacts_at_one_moment_the_most_recent_share_counts_and_then_the_lowest_person():
    assert filled([(0, 3, 30), (1, 3, 30), (2, 3, 30)])[3] == 2
    rows = ((7, 0, 0), (7, 2, 10), (7, 1, 10), (7, 3, 50))
    assert filled([(2, 3, 30), (1, 3, 30)], rows=rows)[3] == 2
