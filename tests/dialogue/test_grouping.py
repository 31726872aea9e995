"""What of a pulse may be shown: never what rests on a few, also not by subtracting what is shown."""

from collections import Counter
from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from knoop.leadership.dialogue.grouping import group_of, shown
from knoop.people.models import Unit
from tests import making
from tests.dialogue.making import asked

ANSWERS = st.lists(st.tuples(st.integers(1, 5), st.sampled_from([None, 1, 2, 3, 4])), max_size=60)
FEWEST = st.integers(5, 12)


@given(ANSWERS, FEWEST)
def test_whatever_is_added_or_subtracted_rests_on_enough_answers(answers, fewest) -> None:
    found = shown(answers, fewest)
    figures = [*found.groups.values(), *([found.rest] if found.rest else [])]
    for some in chain.from_iterable(combinations(figures, count) for count in range(len(figures) + 1)):
        taken = sum(tally.total() for tally in some)
        assert taken == 0 or taken >= fewest
        left = (found.all.total() if found.all else 0) - taken
        assert left == 0 or left >= fewest


@given(ANSWERS, FEWEST)
def test_what_is_shown_is_true_and_whole(answers, fewest) -> None:
    found = shown(answers, fewest)
    if found.all is None:
        assert len(answers) < fewest
        assert not found.groups
        return
    assert found.all == Counter(value for value, _group in answers)
    for group, tally in found.groups.items():
        assert tally == Counter(value for value, its in answers if its == group)
    if found.groups:
        assert sum(found.groups.values(), found.rest or Counter()) == found.all


def test_a_group_too_small_takes_the_smallest_of_the_others_along() -> None:
    answers = [*[(1, 1)] * 9, *[(2, 2)] * 6, *[(3, 3)] * 2]
    found = shown(answers, 5)
    assert set(found.groups) == {1}
    assert found.rest == Counter({2: 6, 3: 2})


def test_groups_that_are_large_enough_are_told_apart() -> None:
    found = shown([*[(1, 1)] * 5, *[(2, 2)] * 5], 5)
    assert set(found.groups) == {1, 2}
    assert found.rest is None


def test_an_answer_is_kept_with_a_part_of_the_organisation_that_is_large_enough(leader, colleagues) -> None:
    crew = Unit.objects.create(name="Crew", slug="crew", above=colleagues[0].unit)
    small = Unit.objects.create(name="Small", slug="small", above=colleagues[0].unit)
    type(leader).objects.filter(pk__in=[one.pk for one in colleagues[:6]]).update(unit=crew)
    lonely = making.person("lonely", unit=small)
    round_ = asked(leader)
    assert group_of(type(leader).objects.get(pk=colleagues[0].pk), round_) == crew.pk
    assert group_of(lonely, round_) is None
