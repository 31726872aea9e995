"""Every figure that Spark measures is the figure of one machine."""

import json
from dataclasses import fields

import numpy as np
import pytest

from knoop.archives import read_interactions
from knoop.cli.analyse import analysis_of
from knoop.distributed import analyse
from knoop.network import OrganisationFigures, PersonFigures
from knoop.network.shape import components
from tests.distributed import logs

CUT = 7  # files
OF_ORGANISATION = [
    *("density", "reciprocity", "clustering", "transitivity", "modularity", "degree_centralisation"),
    *("ei", "ei_expected", "silo_index", "gini"),
]
OF_PEOPLE = [
    *("in_degree", "out_degree", "in_strength", "out_strength", "pagerank", "participation", "community"),
    *("speed_out", "speed_in"),
]


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """The same rows in one file and, shuffled, in a folder of seven; and the people."""
    folder = tmp_path_factory.mktemp("logs")
    rows = logs.full_log()
    whole = logs.write(rows, folder / "whole.parquet")
    (folder / "parts").mkdir()
    shuffled = [rows[number] for number in np.random.default_rng(1).permutation(len(rows))]
    for number in range(CUT):
        logs.write(shuffled[number::CUT], folder / "parts" / f"{number}.parquet")
    return whole, folder / "parts", logs.write_people(folder / "people.csv")


@pytest.fixture(scope="module")
def one_machine(places):
    whole, _, people = places
    return analysis_of(read_interactions(whole, people))


@pytest.fixture(scope="module")
def findings(spark, places):
    _, parts, people = places
    return analyse(spark, parts, people)


@pytest.fixture(scope="module")
def found(findings):
    return findings.as_json()


@pytest.fixture(scope="module")
def expected(one_machine):
    return one_machine.as_json()


def test_the_period_and_the_counts_are_those_of_one_machine(found, expected):
    assert (found["period"], found["counts"]) == (expected["period"], expected["counts"])


@pytest.mark.parametrize("name", OF_ORGANISATION)
def test_a_figure_of_the_organisation_is_that_of_one_machine(found, expected, name):
    assert found["org"][name] == pytest.approx(expected["org"][name], abs=1e-9)
    assert found["org"][name] is not None


@pytest.mark.parametrize("name", OF_PEOPLE)
def test_a_figure_of_people_is_that_of_one_machine(found, expected, name):
    mine = [one[name] for one in found["people"].values()]
    theirs = [one[name] for one in expected["people"].values()]
    assert list(found["people"]) == list(expected["people"])
    assert [one is None for one in mine] == [one is None for one in theirs]
    assert not all(one is None for one in mine)
    assert [one or 0 for one in mine] == pytest.approx([one or 0 for one in theirs], abs=1e-8)


def test_the_connected_share_of_the_stage_is_that_of_one_machine(found, expected):
    assert found["stage"]["features"]["S"] == pytest.approx(expected["stage"]["features"]["S"], abs=1e-12)


def test_parts_are_those_of_one_machine(findings, one_machine):
    theirs = components(one_machine.ties.whole)
    assert len(set(zip(findings.component.tolist(), theirs.tolist(), strict=True))) == len(
        set(theirs.tolist())
    )
    assert len(set(findings.component.tolist())) == len(set(theirs.tolist())) > 1


def test_keys_come_in_the_order_of_one_machine(found, expected):
    assert list(found) == list(expected)
    for part in ("period", "counts", "org", "stage"):
        assert list(found[part]) == list(expected[part])
    assert list(found["stage"]["features"]) == list(expected["stage"]["features"])
    assert list(found["people"]["z1"]) == list(expected["people"]["z1"])


def test_what_is_not_measured_is_null_and_named(found):
    said = next(one for one in found["warnings"] if one.startswith("Not measured"))
    for name in {one.name for one in fields(PersonFigures)} - set(OF_PEOPLE):
        assert {one[name] for one in found["people"].values()} == {None}
        assert f"people.{name}" in said
    for name in {one.name for one in fields(OrganisationFigures)} - set(OF_ORGANISATION):
        assert found["org"][name] is None
        assert f"org.{name}" in said
    assert found["key_players"] is None
    assert "key_players" in said


def test_what_was_left_out_is_said_as_by_one_machine(found, expected):
    for word in ("views were left out", "acts to more than", "The unit of", "received fewer than"):
        theirs = [one for one in expected["warnings"] if word in one]
        assert theirs
        assert [one for one in found["warnings"] if word in one] == theirs
    assert "2 × interaction: from a person to themselves" in found["warnings"]


def test_the_json_has_no_number_that_json_does_not_know(found):
    assert json.loads(json.dumps(found, allow_nan=False))["schema"] == "knoop.analysis/1"


def test_people_as_a_table_have_the_measured_figures_and_no_other(findings, found):
    table = findings.people_table()
    assert table.column_names == ["id", *(one.name for one in fields(PersonFigures) if one.name in OF_PEOPLE)]
    one = table.slice(7, 1).to_pylist()[0]
    assert one == {"id": one["id"]} | {name: found["people"][one["id"]][name] for name in OF_PEOPLE}
