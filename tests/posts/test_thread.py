"""Comments in the order they are read."""

from hypothesis import given
from hypothesis import strategies as st

from knoop.community.posts.models import Comment
from knoop.community.posts.thread import DEEPEST, Line, in_reading_order

# For each comment which earlier one it answers, or nothing: the post.
SHAPES = st.lists(st.integers(0, 10_000), max_size=30).map(
    lambda chosen: [
        None if (to := pick % (number + 1)) == number else to for number, pick in enumerate(chosen)
    ]
)


def lines_of(shape: list[int | None]) -> list[Line[Comment]]:
    comments = [Comment(pk=pk + 1, to_id=None if to is None else to + 1) for pk, to in enumerate(shape)]
    return list(in_reading_order(comments))


def order(shape: list[int | None]) -> list[int]:
    return [line.comment.pk - 1 for line in lines_of(shape)]


@given(SHAPES)
def test_each_comment_is_read_exactly_once(shape: list[int | None]) -> None:
    assert sorted(order(shape)) == list(range(len(shape)))


@given(SHAPES)
def test_what_is_answered_is_read_before_its_answer(shape: list[int | None]) -> None:
    read = order(shape)
    assert all(to is None or read.index(to) < read.index(number) for number, to in enumerate(shape))


@given(SHAPES)
def test_answers_to_the_same_are_read_in_the_order_they_came(shape: list[int | None]) -> None:
    for to in {*shape}:
        same = [number for number in order(shape) if shape[number] == to]
        assert same == sorted(same)


@given(SHAPES)
def test_between_a_comment_and_its_answer_stand_only_others_below_that_comment(
    shape: list[int | None],
) -> None:
    def is_below(number: int, above: int) -> bool:
        to = shape[number]
        return to is not None and (to == above or is_below(to, above))

    read = order(shape)
    for number, to in enumerate(shape):
        if to is not None:
            between = read[read.index(to) + 1 : read.index(number)]
            assert all(is_below(other, to) for other in between)


@given(SHAPES)
def test_the_indent_is_how_deep_a_comment_is_up_to_the_deepest(shape: list[int | None]) -> None:
    def depth(number: int) -> int:
        to = shape[number]
        return 0 if to is None else 1 + depth(to)

    for line in lines_of(shape):
        deep = depth(line.comment.pk - 1)
        assert line.depth == min(deep, DEEPEST)
        assert (line.answers is not None) == (deep > DEEPEST)


def test_where_the_indent_ends_the_line_names_whom_it_answers() -> None:
    *_, deepest, deeper = lines_of([None, 0, 1, 2, 3])
    assert (deepest.depth, deepest.answers) == (DEEPEST, None)
    assert (deeper.depth, deeper.answers.pk) == (DEEPEST, 4)


def test_a_chain_of_thousands_is_no_trouble() -> None:
    assert len(lines_of([None, *range(5000)])) == 5001
