"""A stage changes when two windows in a row say so."""

from hypothesis import given
from hypothesis import strategies as st

from knoop.network import settled

STAGES = st.lists(st.sampled_from([None, 1, 2, 3]))


def test_one_odd_window_is_no_change():
    assert settled([3, 3, 1, 3, 3]) == [3, 3, 3, 3, 3]


def test_two_windows_in_a_row_are_a_change():
    assert settled([3, 3, 1, 1, 1]) == [3, 3, 3, 1, 1]


def test_windows_that_keep_changing_leave_it_as_it_was():
    assert settled([1, 2, 3, 2, 3]) == [1, 1, 1, 1, 1]


def test_too_few_people_to_say_is_said_after_two_windows():
    assert settled([2, None, None, 2]) == [2, 2, None, None]


@given(STAGES)
def test_each_window_has_a_stage_that_was_seen_by_then(stages):
    kept = settled(stages)
    assert len(kept) == len(stages)
    assert all(stage in stages[: at + 1] for at, stage in enumerate(kept))


@given(STAGES)
def test_each_change_was_there_the_window_before(stages):
    kept = settled(stages)
    changes = [at for at in range(1, len(kept)) if kept[at] != kept[at - 1]]
    assert all(stages[at] == stages[at - 1] == kept[at] for at in changes)
