"""Silos, cores and groups beside what chance would give."""

from itertools import permutations
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from knoop.network import Network, ei, in_degree
from knoop.network.communities import consensus
from knoop.network.core import _tied, core_test
from knoop.network.permutations import silo_test
from knoop.network.permutations_kernels import laid_again
from tests.network import golden

EMAIL = Path(__file__).parents[3] / "shared" / "data" / "org_email_eu_core"
PEOPLE = "abcdef"


@pytest.fixture(scope="module")
def email():
    if not EMAIL.exists():
        pytest.skip("The e-mail of a research institute (SNAP email-Eu-core) isn't here.")
    lines = (EMAIL / "email-Eu-core.txt").read_text().splitlines()
    units = dict(map(str.split, (EMAIL / "email-Eu-core-department-labels.txt").read_text().splitlines()))
    return Network.from_edges([tuple(line.split()) for line in lines], people=units), units


def test_departments_of_the_institute_are_a_hundred_deviations_from_chance(email):
    found = silo_test(*email)
    assert (found.ei, found.mean, found.sd) == pytest.approx((0.3286, 0.9067, 0.0055), abs=1e-4)
    assert found.z == pytest.approx(-105, abs=1)
    assert found.silo_index == pytest.approx(0.303, abs=1e-3)
    assert (found.dealt_mean, found.dealt_sd) == pytest.approx((0.9067, 0.0055), abs=5e-4)
    assert found.p == pytest.approx(1 / 1001)


def test_groups_of_the_institute_are_those_of_the_best_runs(email):
    found = consensus(email[0])
    assert 0.4163 <= found.modularity <= found.best <= 0.4180
    assert 0.6 < found.stability < 0.95


@settings(max_examples=20, deadline=None)
@given(
    edges=some.lists(some.tuples(some.sampled_from(PEOPLE), some.sampled_from(PEOPLE)), max_size=10),
    names=some.lists(some.sampled_from("xyz"), min_size=6, max_size=6),
)
def test_the_closed_form_is_the_mean_and_sd_over_every_deal(edges, names):
    network = Network.from_edges(edges, people=PEOPLE)
    found = silo_test(network, dict(zip(PEOPLE, names, strict=True)), dealt=0)
    if found is None:
        assert network.contacts.nnz == 0
        return
    every = [ei(network, dict(zip(PEOPLE, deal, strict=True))) for deal in permutations(names)]
    assert (found.mean, found.sd) == pytest.approx((np.mean(every), np.std(every)), abs=1e-7)


def test_one_unit_has_no_deviation_from_chance():
    found = silo_test(golden.karate(), dict.fromkeys(golden.karate().people, "all"))
    assert (found.z, found.silo_index) == (None, None)


def test_without_known_units_there_is_nothing_to_test():
    assert silo_test(golden.karate(), {}) is None


def test_people_whose_unit_is_unknown_dont_count():
    club = golden.karate()
    units = {person: str(int(person) % 2) for person in club.people if int(person) < 30}
    assert silo_test(club, units).people == 29


@pytest.mark.parametrize("seed", range(3))
def test_ties_laid_again_leave_everybody_as_many_contacts(seed):
    club = golden.karate()
    first, second = (np.array(end, dtype=np.int32) for end in zip(*nx.karate_club_graph().edges, strict=True))
    again = _tied(club, *laid_again(first, second, 34, 780, seed))
    assert in_degree(again) == in_degree(club)
    assert again.contacts.nnz == 2 * 78
    assert (again.contacts != club.contacts).nnz > 60


def test_the_core_of_the_club_is_more_than_contacts_explain():
    found = core_test(golden.karate())
    assert found.inside > found.across > found.outside
    assert found.z > 2
    assert found.is_shown


def test_a_core_of_three_families_isnt_shown():
    found = core_test(golden.florentine())
    assert len(found.core.people) == 3
    assert not found.is_shown


def test_a_core_that_contacts_alone_explain_isnt_shown():
    random = np.random.default_rng(1)
    weight = np.where(np.arange(120) < 12, 15.0, 2.0)
    ends = random.choice(120, (210, 2), p=weight / weight.sum())
    found = core_test(Network.from_edges([(str(a), str(b)) for a, b in ends], mutual=True))
    assert not found.is_shown


def test_two_separate_groups_are_found_by_every_run():
    pairs = [(a + side, b + side) for side in "12" for a in "abcd" for b in "abcd" if a < b]
    found = consensus(Network.from_edges(pairs, mutual=True, people=["alone"]))
    assert (found.stability, found.togetherness) == (1, 1)
    assert found.groups[0] is None
    assert sorted(group for group in found.groups if group) == [1] * 4 + [2] * 4


def test_without_ties_there_are_no_groups():
    assert consensus(Network.from_edges([], people="ab")) is None
