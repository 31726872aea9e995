"""`knoop analyse --engine spark`, from Parquet to the file that is written."""

import json

import pyarrow.parquet as pq
import pytest

from knoop.archives import read_interactions
from knoop.cli.__main__ import main
from knoop.cli.analyse import analysis_of
from tests.distributed import logs
from tests.network import golden

ORGANISATION = (
    *("density", "reciprocity", "clustering", "transitivity", "modularity", "degree_centralisation"),
    *("ei", "ei_expected", "silo_index", "gini"),
)

ZERO = ("density", "clustering")  # of two people without ties


@pytest.fixture
def command(spark):
    def run(path, *words):
        few = ("--master", "local[2]", "--conf", "spark.sql.shuffle.partitions=2")
        return main(["analyse", str(path), "--engine", "spark", *few, *map(str, words)])

    return run


def test_managers_without_times_have_their_published_figures(command, tmp_path):
    acts = [(None, f"m{source}", f"m{target}", "message", None, None) for source, target in golden.ADVICE]
    logs.write(acts, tmp_path / "advice.parquet", without=("time", "event", "audience"))
    people = tmp_path / "people.csv"
    people.write_text("id,unit\n" + "".join(f"m{one},{golden.DEPARTMENT[one]}\n" for one in golden.MANAGERS))
    assert command(tmp_path / "advice.parquet", "--people", people, "--json", tmp_path / "found.json") == 0
    found = json.loads((tmp_path / "found.json").read_text())
    expected = analysis_of(read_interactions(tmp_path / "advice.parquet", people)).as_json()
    assert found["org"]["density"] == pytest.approx(0.4524, abs=1e-4)
    assert found["people"]["m2"]["in_degree"] == 18
    assert found["period"] == {"from": None, "to": None}
    for name in ORGANISATION:
        assert found["org"][name] == pytest.approx(expected["org"][name], abs=1e-9)
    for person, theirs in expected["people"].items():
        mine = found["people"][person]
        assert mine["pagerank"] == pytest.approx(theirs["pagerank"], abs=1e-8)
        assert (mine["community"], mine["speed_out"]) == (theirs["community"], None)
    assert found["stage"]["features"]["S"] == expected["stage"]["features"]["S"]


def test_a_file_that_is_no_parquet_is_named_and_ends_with_two(command, tmp_path, capsys):
    (tmp_path / "log.csv").write_text("source,target\na,b\n")
    assert command(tmp_path / "log.csv", "--json", "-") == 2
    assert f"{tmp_path / 'log.csv'}: not Parquet, or damaged" in capsys.readouterr().err


def test_a_log_without_ties_has_undefined_figures_and_says_so(command, tmp_path):
    rows = [(1.7e9, "a", "a", "message", None, None), (1.7e9, "a", "b", "view", None, None)]
    logs.write(rows, tmp_path / "log.parquet")
    out, table = tmp_path / "found.json", tmp_path / "people.parquet"
    assert command(tmp_path / "log.parquet", "--json", out, "--people-out", table) == 0
    found = json.loads(out.read_text())
    assert found["counts"] == {"people": 2, "active": 2, "interactions": 1, "ties": 0}
    assert {found["org"][name] for name in ORGANISATION if name not in ZERO} == {None}
    assert {found["org"][name] for name in ZERO} == {0}
    assert "There are no ties, so most figures are undefined." in found["warnings"]
    assert found["people"] is None
    assert pq.read_table(table)["pagerank"].to_pylist() == [None, None]
