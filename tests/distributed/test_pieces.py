"""What a piece answers of its own people, beside plain loops."""

import numpy as np
import pytest

from knoop.distributed.pieces import Piece

FIRST, PEOPLE, OTHERS = 30, 12, 60


@pytest.fixture(params=range(3))
def piece(request):
    """Some people have no tie, the last among them."""
    random = np.random.default_rng(request.param)
    counts = random.integers(0, 9, PEOPLE) * (random.random(PEOPLE) < 0.7)
    counts[-1] = 0
    other = [np.sort(random.choice(OTHERS, count, replace=False)) for count in counts]
    begins = np.append(0, np.cumsum(counts)).astype(np.int64)
    weight = random.integers(1, 5, begins[-1])
    return Piece(first=FIRST, begins=begins, other=np.concatenate(other).astype(np.int32), weight=weight)


def ties(piece):
    return list(zip(piece.row.tolist(), piece.other.tolist(), piece.weight.tolist(), strict=True))


def test_a_sum_is_over_the_ties_of_each_person(piece):
    expected = [sum(weight for row, _, weight in ties(piece) if row == one) for one in range(PEOPLE)]
    assert piece.sums(piece.weight).tolist() == expected


def test_weights_by_label_leave_out_who_has_no_label(piece):
    label = np.random.default_rng(9).integers(-1, 4, OTHERS)
    expected = {}
    for row, other, weight in ties(piece):
        if label[other] >= 0:
            expected[row, int(label[other])] = expected.get((row, int(label[other])), 0) + weight
    found = zip(*(column.tolist() for column in piece.by_label(label)), strict=True)
    assert [(one, what, weight) for one, what, weight in found] == [
        (*key, weight) for key, weight in sorted(expected.items())
    ]


def test_without_any_label_there_is_nothing_to_weigh(piece):
    assert [len(column) for column in piece.by_label(np.full(OTHERS, -1))] == [0, 0, 0]
