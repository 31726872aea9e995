"""Speed of information by many tasks: the same figures as by one machine."""

import numpy as np
import pytest

from benchmarks.organisation import organisation
from knoop.distributed import freshness
from knoop.network.clocks import contacts_of
from knoop.network.speed import speed


@pytest.fixture(scope="module")
def contacts():
    return contacts_of(organisation(300, 9_000))


@pytest.mark.parametrize("way", ["out", "inward", "out_error", "in_error"])
def test_sampled_people_give_the_figures_and_errors_of_one_machine(spark, contacts, way):
    found = freshness.speed(spark, contacts, sample=130, seed=3)
    expected = speed(contacts, sample=130, seed=3)
    assert found.sampled == expected.sampled == 130
    assert getattr(found, way) == pytest.approx(np.array(getattr(expected, way)), abs=1e-9)


def test_everybody_asked_is_exact_and_says_so(spark, contacts):
    found, expected = freshness.speed(spark, contacts), speed(contacts)
    assert found.sampled is None
    assert found.out == pytest.approx(np.array(expected.out), abs=1e-9)
    assert found.inward == pytest.approx(np.array(expected.inward), abs=1e-9)
    assert not found.out_error.any()


def test_a_period_without_length_has_no_speed(spark, contacts):
    moment = contacts.where(contacts.time == contacts.time[0])
    now = float(contacts.time[0])
    still = moment.between(now, now)
    assert freshness.speed(spark, still) is None
