"""Figures published, or recomputed by several tools, for networks of the literature."""

import pytest

from knoop import network as net
from tests.network import golden


def rounded(values, digits=4):
    return [None if value is None else round(value, digits) for value in values]


def figures(text):
    return [float(value) for value in text.split()]


KITE = [
    (net.betweenness, ".0231 .0231 0 .1019 0 .2315 .2315 .3889 .2222 0"),
    (net.harmonic_closeness, ".6759 .6759 .6204 .7870 .6204 .7593 .7593 .6667 .5185 .3796"),
    (net.pagerank, ".1019 .1019 .0794 .1471 .0794 .1289 .1289 .0952 .0857 .0514"),
    (net.constraint, ".5412 .5412 .6641 .4702 .6641 .4451 .4451 .4311 .5 1"),
    (net.effective_size, "2 2 1 3.3333 1 3 3 2.3333 2 1"),
    (net.in_degree, "4 4 3 6 3 5 5 3 2 1"),
    (net.coreness, "3 3 3 3 3 3 3 2 1 1"),
]


@pytest.mark.parametrize(("measure", "expected"), KITE, ids=lambda value: getattr(value, "__name__", ""))
def test_the_kite_has_its_published_figures(measure, expected):
    assert rounded(measure(golden.kite())) == pytest.approx(figures(expected), abs=1e-4)


def test_the_kite_is_centred_as_published():
    kite = golden.kite()
    assert net.degree_centralisation(kite) == pytest.approx(0.3333, abs=1e-4)
    assert net.betweenness_centralisation(net.betweenness(kite)) == pytest.approx(0.2963, abs=1e-4)


def test_exchanges_find_the_core_of_the_kite_that_a_scan_by_degree_misses():
    assert net.core_fit(golden.kite()).fit == pytest.approx(0.3273, abs=1e-4)


FLORENTINE = {  # betweenness, constraint
    "Medici": (0.5220, 0.2099),
    "Guadagni": (0.2546, 0.2500),
    "Strozzi": (0.1026, 0.4583),
    "Albizzi": (0.2125, 0.3333),
    "Ridolfi": (0.1136, 0.4599),
    "Tornabuoni": (0.0916, 0.4599),
    "Bischeri": (0.1044, 0.4823),
    "Salviati": (0.1429, 0.5),
    "Barbadori": (0.0934, 0.5),
    "Castellani": (0.0549, 0.4823),
    "Peruzzi": (0.0220, 0.6559),
    "Acciaiuoli": (0, 1),
    "Lamberteschi": (0, 1),
    "Ginori": (0, 1),
    "Pazzi": (0, 1),
}


@pytest.mark.parametrize("family", FLORENTINE)
def test_each_florentine_family_has_its_published_figures(family):
    families = golden.florentine()
    position = families.position(family)
    found = (net.betweenness(families)[position], net.constraint(families)[position])
    assert found == pytest.approx(FLORENTINE[family], abs=1e-4)


@pytest.mark.parametrize(
    ("with_pucci", "degree", "between"), [(True, 0.2667, 0.3835), (False, 0.2747, 0.4368)]
)
def test_florence_is_centred_on_the_medici(with_pucci, degree, between):
    families = golden.florentine(with_pucci=with_pucci)
    assert net.degree_centralisation(families) == pytest.approx(degree, abs=1e-4)
    assert net.betweenness_centralisation(net.betweenness(families)) == pytest.approx(between, abs=1e-4)


def test_the_core_of_florence_is_three_families():
    core = net.core_fit(golden.florentine())
    assert set(core.people) == {"Medici", "Strozzi", "Guadagni"}
    assert core.fit == pytest.approx(0.3299, abs=1e-4)


KARATE = [
    (net.density, 0.13904),
    (net.transitivity, 0.25568),
    (net.clustering, 0.57064),
    (net.degree_centralisation, 0.3996),
    (lambda club: net.betweenness_centralisation(net.betweenness(club)), 0.4056),
    (lambda club: net.core_fit(club).fit, 0.4315),
    (lambda club: net.detected_modularity(club, net.communities(club)), 0.41979),
]


@pytest.mark.parametrize(("measure", "expected"), KARATE)
def test_the_karate_club_has_its_published_shape(measure, expected):
    assert measure(golden.karate()) == pytest.approx(expected, abs=6e-5)


KARATE_PEOPLE = [
    (net.betweenness, {"1": 0.4376, "34": 0.3041, "33": 0.1452, "3": 0.1437, "32": 0.1383, "9": 0.0559}),
    (net.pagerank, {"34": 0.1009, "1": 0.0970, "33": 0.0717, "3": 0.0571}),
    (net.constraint, {"1": 0.1554, "34": 0.1564, "3": 0.1852, "32": 0.2446, "33": 0.2492, "12": 1.0}),
    (net.in_degree, {"34": 17, "1": 16, "33": 12, "3": 10, "2": 9}),
]


@pytest.mark.parametrize(("measure", "expected"), KARATE_PEOPLE)
def test_the_people_of_the_karate_club_have_their_published_figures(measure, expected):
    club = golden.karate()
    found = measure(club)
    assert {person: found[club.position(person)] for person in expected} == pytest.approx(expected, abs=1e-4)


def test_the_inner_circle_of_the_karate_club_is_ten_people():
    club = golden.karate()
    cores = net.coreness(club)
    inner = {int(person) for person, core in zip(club.people, cores, strict=True) if core == max(cores)}
    assert (max(cores), inner) == (4, {1, 2, 3, 4, 8, 9, 14, 31, 33, 34})


def test_the_split_of_the_karate_club_has_its_modularity():
    club = golden.karate()
    split = {person: str(person in golden.KARATE_CLUB_OF_MR_HI) for person in club.people}
    assert net.modularity(club, split) == pytest.approx(0.35823, abs=1e-5)


def test_the_core_of_the_karate_club_is_five_people():
    assert set(net.core_fit(golden.karate()).people) == {"1", "2", "3", "33", "34"}


ADVICE_IN = "13 18 5 8 5 10 13 10 4 9 11 7 4 10 4 8 9 15 4 8 15"
ADVICE_OUT = "6 3 15 12 15 1 8 8 13 14 3 2 6 4 20 4 5 17 11 12 11"
FRIENDSHIP_IN = "8 10 5 5 6 2 3 5 6 1 6 8 1 5 4 4 6 4 5 3 5"


@pytest.mark.parametrize(
    ("measure", "network", "expected"),
    [
        (net.in_degree, golden.advice, ADVICE_IN),
        (net.out_degree, golden.advice, ADVICE_OUT),
        (net.in_degree, golden.friendship, FRIENDSHIP_IN),
    ],
)
def test_managers_have_the_contacts_krackhardt_counted(measure, network, expected):
    assert measure(network()) == figures(expected)


@pytest.mark.parametrize(
    ("network", "density", "reciprocity", "ei"),
    [(golden.advice, 0.4524, 0.4737, 0.5158), (golden.friendship, 0.2429, 0.4510, 0.2549)],
)
def test_managers_have_the_published_shape(network, density, reciprocity, ei):
    managers = network()
    found = (
        net.density(managers),
        net.reciprocity(managers),
        net.ei(managers, golden.DEPARTMENT, count="arcs"),
    )
    assert found == pytest.approx((density, reciprocity, ei), abs=1e-4)


BURT_SIZE = {"A": 2.5, "B": 1.6667, "C": 1, "D": 1, "E": 1, "F": 1, "G": 4.6667}
BURT_CONSTRAINT = {"A": 0.595, "B": 0.643, "C": 1, "D": 0.785, "E": 0.731, "F": 0.731, "G": 0.4}


def test_burts_example_has_his_effective_sizes():
    found = dict(zip("ABCDEFG", net.effective_size(golden.burt()), strict=True))
    assert found == pytest.approx(BURT_SIZE, abs=1e-4)


def test_burts_example_has_his_constraint():
    found = dict(zip("ABCDEFG", net.constraint(golden.burt()), strict=True))
    assert found == pytest.approx(BURT_CONSTRAINT, abs=6e-4)


@pytest.mark.parametrize(
    ("network", "number"), [(golden.karate, 4), (golden.florentine, 3), (golden.advice, 5)]
)
def test_textbook_networks_are_in_the_stage_the_rules_were_checked_on(network, number):
    assert net.stage_number(net.stage_features(network())) == number


def test_friendship_among_managers_hangs_on_one_person_when_only_returned_ties_count():
    acts = net.acts_of(net.Interactions.from_edges(golden.FRIENDSHIP, people=golden.MANAGERS))
    assert net.stage(net.standing_network(acts)).name == "hub-and-spoke"
