"""`knoop bench`: which names it takes, and that each bench runs on a little."""

import argparse
import re

import numpy as np
import pytest

from benchmarks import data, network, reliability, replays, stages, web
from benchmarks.organisation import organisation
from benchmarks.replays import Replayed, halves, spread
from benchmarks.sampling import auc, compared, pairs_right, spearman
from benchmarks.table import verdict
from knoop.cli import bench
from knoop.cli.errors import WrongUse
from tests.cli.commands import knoop


def asked(*words):
    parser = argparse.ArgumentParser()
    bench.add_arguments(parser)
    return parser.parse_args(list(words))


def test_an_unknown_bench_is_refused_with_the_names_there_are(tmp_path):
    refused = knoop(tmp_path, "bench", "beauty")
    assert refused.returncode == 2
    assert f"'beauty' is not a bench. Choose from: {', '.join(bench.BENCHES)}." in refused.stderr


def test_help_lists_the_benches(tmp_path):
    told = knoop(tmp_path, "bench", "--help")
    assert told.returncode == 0
    assert all(re.search(rf"^  {name} +\S", told.stdout, re.MULTILINE) for name in bench.BENCHES)


def test_outside_a_checkout_the_benches_are_said_to_be_absent(monkeypatch):
    monkeypatch.setattr(bench.importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(WrongUse, match="in a checkout"):
        bench.run(asked("network"))


def test_a_set_that_is_not_there_is_named(tmp_path):
    with pytest.raises(data.Absent, match=r"managers\.csv"):
        data.krackhardt(tmp_path)


def test_stages_are_told_with_their_target(capsys):
    stages.run(quick=True)
    printed = capsys.readouterr().out
    assert "25 networks" in printed
    assert re.search(r"within one stage: [01]\.\d+, target >= 1: (met|MISSED)", printed)


def test_reliability_is_told_of_a_made_up_organisation(capsys, monkeypatch):
    monkeypatch.setattr(reliability, "organisation", lambda *_: organisation(80, 8_000))
    reliability.run(quick=True)
    assert "quarter to quarter (" in capsys.readouterr().out


def test_held_out_replays_are_told_beside_the_baselines(capsys, monkeypatch):
    def log():
        return organisation(40, 4_000)

    little = Replayed(name="little", load=log, chance=0.5, horizon=7 * 86_400)
    monkeypatch.setattr(replays, "SETS", (little, little))
    replays.run(quick=True)
    printed = capsys.readouterr().out
    assert "V_out lead on degree" in printed
    assert re.search(r"^random +\d", printed, re.MULTILINE)


def test_works_are_timed_beside_the_other_libraries(capsys, monkeypatch):
    monkeypatch.setattr(network, "organisation", lambda *_: organisation(60, 2_000))
    monkeypatch.setattr(network, "analysed", lambda *_: None)
    monkeypatch.setattr(network, "print_roofline", lambda **_: None)
    network.run(quick=True)
    printed = capsys.readouterr().out
    assert re.search(r"^ +Knoop +igraph +NetworKit +networkx", printed, re.MULTILINE)
    assert re.search(r"^k-core +\d", printed, re.MULTILINE)


def test_auc_is_the_share_of_pairs_in_order():
    assert auc(np.array([1.0, 2.0, 3.0, 3.0]), np.array([0, 0, 1, 0])) == pytest.approx(2.5 / 3)


def test_pairs_of_equal_level_do_not_count():
    assert pairs_right(np.array([1.0, 9.0, 2.0]), np.array([1.0, 1.0, 2.0])) == pytest.approx(0.5)


def test_a_score_does_not_lead_on_itself():
    score, outcome = np.arange(30.0), np.random.default_rng(1).random(30)
    _values, leads = compared(spearman, [score, score], outcome, draws=20)
    assert (leads[1].value, leads[1].low, leads[1].high) == (0, 0, 0)


def test_a_missed_target_is_called_so():
    assert verdict("rho", 0.89, 0.9) == "rho: 0.890, target >= 0.9: MISSED"
    assert verdict("rho", 0.91, 0.9).endswith("met")


def test_halves_share_no_moment():
    early, late = halves(organisation(30, 1_000))
    assert early.time.max() < late.time.min()
    assert len(early) + len(late) == 1_000


def test_news_goes_only_along_contacts_that_follow_each_other():
    log = data._both_ways([["a", "d"], ["b", "c"], ["a", "b"]], [0.0, 1.0, 2.0])
    knew = spread(log, [[0], [2]], starts=1, chance=1.0, horizon=3.0)[0] > 0
    assert knew[0].tolist() == [True, True, False, False]
    assert knew[1].tolist() == [True, True, True, False]


def test_the_made_up_organisation_has_heavy_tails_and_a_working_day():
    log = organisation(400, 20_000)
    received = np.sort(np.bincount(log.target, minlength=400))
    hours = (log.time // 3_600) % 24
    assert received[-40:].sum() > 0.25 * received.sum()
    assert ((hours >= 8) & (hours < 18)).mean() > 0.7


def test_pages_are_measured_beside_an_empty_view(capsys, tmp_path):
    web._on("SQLite", tmp_path, "", 120, quick=True)
    printed = capsys.readouterr().out
    assert re.search(r"^home, member of 50 spaces +[\d.]+ +[\d.]+ +[\d.]+ +\d+ +\d+$", printed, re.MULTILINE)
    assert re.search(r"^home, of the empty view's rate: 0\.\d+, target", printed, re.MULTILINE)
