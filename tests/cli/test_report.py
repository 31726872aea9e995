"""What the report says of an analysis, sentence by sentence."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from knoop import network as net
from knoop.cli.report.history import day, history_of
from knoop.cli.report.page import render_report
from knoop.cli.report.resilience import resilience_of
from knoop.cli.report.speed import unit_speed
from knoop.cli.report.wording import Wording
from knoop.network.interventions import Evidence, Intervention
from knoop.network.ties import DAY
from tests.cli.test_analyse import Seen


@pytest.fixture(scope="module")
def analysis():
    """Forty people in two units of twenty, for over a year, in pieces that never meet."""
    random = np.random.default_rng(4)
    acts = []
    for _ in range(9_000):
        one, other = random.integers(0, 20, 2) + 20 * random.integers(2)
        if one != other:
            acts.append((f"p{one:02}", f"p{other:02}", "message", 1.7e9 + random.random() * 400 * DAY))
    people = [net.Member(id=f"p{n:02}", unit="Wards" if n < 20 else "Board room") for n in range(40)]
    return net.analyse(net.Interactions.from_acts(acts), people)


def told(analysis, language="en"):
    page = render_report(analysis, Wording.in_language(language), title="log", left_out=[], with_names=False)
    return " ".join(Seen(page).text.split())


def instead(analysis, **found):
    """The same analysis, had something else been worked out of it."""
    known = {name: getattr(analysis, name) for name in ("history", "silo", "removal", "flows")}
    return replace(analysis, context=SimpleNamespace(**(known | found)))


def with_steps(analysis, *rules):
    seen = Evidence(code="I1.connected", values={"share": 0.4, "parts": 2})
    steps = tuple(Intervention(rule=rule, evidence=(seen,), advice="I1.convene", people=40) for rule in rules)
    return replace(analysis, interventions=steps)


@pytest.mark.parametrize(
    ("language", "title", "seen"),
    [
        ("en", "Connect groups that stand apart", "holds 40%"),
        ("nl", "Verbind groepen die los staan", "telt 40%"),
    ],
)
def test_what_to_do_tells_what_was_seen_in_the_language_of_the_report(analysis, language, title, seen):
    text = told(with_steps(analysis, "I1"), language)
    assert title in text
    assert seen in text


def test_a_rule_that_speaks_twice_gives_its_advice_once(analysis):
    text = told(with_steps(analysis, "I3", "I3", "I1"))
    assert "2 things were seen" in text
    assert text.count("Build a bridge between two units") == 1


def test_without_a_rule_that_speaks_the_stage_gives_the_advice(analysis):
    text = told(with_steps(analysis))
    assert "Nothing was seen, surely and in two windows in a row" in text
    assert "What helps in this stage" in text


@pytest.mark.parametrize("language", ["en", "nl"])
def test_rules_that_were_not_looked_at_are_named_in_words(analysis, language):
    wording = Wording.in_language(language)
    assert wording("rule.I8").lower() in told(analysis, language)


def test_the_stage_over_time_has_a_row_for_every_window(analysis):
    found = history_of(analysis, Wording.in_language("en"))
    assert len(found.rows) == len(analysis.history) == 4
    assert found.chart is not None


def test_a_history_that_changed_says_from_where_to_where(analysis):
    numbers = [3, 3, 4, 4]
    moved = [
        replace(window, number=number, shown=number)
        for window, number in zip(analysis.history, numbers, strict=True)
    ]
    said = history_of(instead(analysis, history=tuple(moved)), Wording.in_language("en")).said
    assert "went from 3 (several hubs) to 4 (core and periphery)" in said


def test_a_history_that_ends_without_a_stage_says_until_when_there_was_one(analysis):
    windows = analysis.history
    ends = (*windows[:-1], replace(windows[-1], number=None, shown=None))
    said = history_of(instead(analysis, history=ends), Wording.in_language("en")).said
    assert said.startswith(f"Up to {day(windows[-2].until)} the stage to go by was")


@pytest.mark.parametrize(("windows", "words"), [((), "There is no history yet"), (None, "Without times")])
def test_without_a_history_a_sentence_says_why(analysis, windows, words):
    bare = instead(analysis, history=())
    bare = replace(bare, since=None if windows is None else analysis.since)
    assert words in history_of(bare, Wording.in_language("en")).said


def test_silos_that_chance_cant_explain_are_called_so(analysis):
    assert "Units keep to themselves far more than chance explains" in told(analysis)


def test_silos_that_may_be_chance_are_not_called_closed(analysis):
    doubtful = instead(analysis, silo=replace(analysis.silo, z=-2.0))
    assert "can't be told from chance" in told(doubtful)


def test_removals_are_told_in_hundredths_of_all(analysis):
    found = resilience_of(analysis, Wording.in_language("en"))
    contacts, chance = analysis.removal.by_contacts.kept, analysis.removal.by_chance.kept
    assert ("10", f"{contacts[4] * 100:.0f}", f"{chance[4] * 100:.0f}") in found.rows


def test_units_that_hear_too_little_of_each_other_are_counted(analysis):
    fresh = analysis.candidates.speed.units
    three = replace(
        fresh,
        units=("Board room", "Kitchen", "Wards"),
        people=(20, 20, 20),
        freshness=((0.5, 0.5, 0.0), (0.5, 0.5, 0.0), (0.0, 0.0, 0.5)),
        sources=np.full((3, 3), 9),
        viewers=np.full((3, 3), 9),
    )
    candidates = replace(analysis.candidates, speed=replace(analysis.candidates.speed, units=three))
    found = unit_speed(replace(analysis, candidates=candidates), Wording.in_language("en"))
    assert (len(found.pairs), found.unknown) == (1, 2)


def test_units_that_never_hear_of_each_other_get_no_figure(analysis):
    assert unit_speed(analysis, Wording.in_language("en")).pairs == ()


def test_news_between_units_is_told_in_days(analysis):
    fresh = analysis.candidates.speed.units
    both = tuple(tuple(0.5 for _ in row) for row in fresh.freshness)
    many = np.full((2, 2), 9)
    known = replace(fresh, freshness=both, sources=many, viewers=many)
    candidates = replace(analysis.candidates, speed=replace(analysis.candidates.speed, units=known))
    (pair,) = unit_speed(replace(analysis, candidates=candidates), Wording.in_language("en")).pairs
    assert (pair.one, pair.other, pair.days) == ("Board room", "Wards", "0.7")  # ln 2 days


def test_units_below_ten_people_have_no_speed(analysis):
    fresh = analysis.candidates.speed.units
    few = replace(fresh, people=(9, 20))
    candidates = replace(analysis.candidates, speed=replace(analysis.candidates.speed, units=few))
    assert "There are no two units of 10 people" in told(replace(analysis, candidates=candidates))
