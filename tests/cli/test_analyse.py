"""`knoop analyse`, from the file that is read to the file that is written."""

import argparse
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from knoop import network as net
from knoop.archives import Unreadable
from knoop.cli import analyse
from knoop.cli.report.story import headline, sentences
from knoop.cli.report.wording import Wording
from knoop.network.candidates_reasons import REASONS
from knoop.network.cautions import SENTENCES
from tests.network import golden
from tests.network.test_analysis_candidates import members, rows

UNITS = {"0": "President", "1": "Sales", "2": "Engineering <b>", "3": "Support", "4": "Operations"}


@pytest.fixture
def files(tmp_path):
    """Krackhardt's managers as two tables, with names."""
    edges = "".join(f"m{source},m{target}\n" for source, target in golden.ADVICE)
    (tmp_path / "advice.csv").write_text("source,target\n" + edges)
    rows = [f"m{one},Manager {one},{UNITS[golden.DEPARTMENT[one]]}\n" for one in golden.MANAGERS]
    (tmp_path / "people.csv").write_text("id,name,unit\n" + "".join(rows))
    return tmp_path


@pytest.fixture
def knoop_analyse(files):
    def run(*words):
        parser = argparse.ArgumentParser()
        analyse.add_arguments(parser)
        path, people = str(files / "advice.csv"), str(files / "people.csv")
        return analyse.run(parser.parse_args([path, "--people", people, *map(str, words)]))

    return run


def test_the_summary_counts_who_turns_to_whom_by_code(knoop_analyse, capsys):
    assert knoop_analyse() == 0
    printed = capsys.readouterr().out
    assert re.search(r"P\d\d\d +18\b", printed)
    assert "Manager" not in printed
    assert "m2" not in printed


def test_names_are_shown_when_asked_for(knoop_analyse, capsys):
    assert knoop_analyse("--names") == 0
    assert re.search(r"Manager 2 +18\b", capsys.readouterr().out)


def test_json_on_standard_output_is_nothing_but_json(knoop_analyse, capsys):
    assert knoop_analyse("--json", "-") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["schema"] == "knoop.analysis/1"
    assert found["people"]["m2"]["in_degree"] == 18


def test_json_goes_to_a_file_without_leaving_a_draft(knoop_analyse, files):
    assert knoop_analyse("--json", files / "figures.json") == 0
    assert json.loads((files / "figures.json").read_text())["counts"]["ties"] == 190
    assert {path.name for path in files.iterdir()} == {"advice.csv", "people.csv", "figures.json"}


@pytest.mark.parametrize("option", ["--json", "--report"])
def test_a_file_that_cant_be_written_is_named_and_ends_with_two(knoop_analyse, files, capsys, option):
    place = files / "nowhere" / "file"
    assert knoop_analyse(option, place) == 2
    assert f"{place}: can't be written (No such file or directory)" in capsys.readouterr().err


def test_an_unreadable_file_rises_as_unreadable(knoop_analyse, files):
    (files / "advice.csv").write_text("nothing,useful\n1,2\n")
    with pytest.raises(Unreadable):
        knoop_analyse()


class Seen(HTMLParser):
    """Tags, addresses and text of a page."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.addresses, self.text = [], [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.addresses += [value for name, value in attrs if name in {"src", "href"}]

    def handle_data(self, data):
        self.text += data


@pytest.fixture
def report(knoop_analyse, files):
    def made(*words):
        assert knoop_analyse("--report", files / "report.html", *words) == 0
        return (files / "report.html").read_text()

    return made


def test_the_report_needs_nothing_from_elsewhere(report):
    page = report()
    seen = Seen(page)
    assert seen.addresses == []
    assert "script" not in seen.tags
    assert "http" not in page
    assert "@import" not in page


def test_the_report_names_nobody_unless_asked(report):
    seen = Seen(report())
    assert "Manager 2" not in seen.text
    assert not re.search(r"\bm\d+\b", seen.text)
    assert "Manager 2" in Seen(report("--names")).text


@pytest.fixture
def regrouped(files):
    """The same managers as twelve in one unit, six in a second and three in a third."""
    unit = ["Engineering <b>"] * 12 + ["Sales"] * 6 + ["Support"] * 3
    people = [f"m{one},Manager {one},{unit[place]}\n" for place, one in enumerate(golden.MANAGERS)]
    (files / "people.csv").write_text("id,name,unit\n" + "".join(people))


@pytest.mark.usefixtures("regrouped")
def test_what_people_wrote_stays_text(report):
    page = report()
    assert "Engineering &lt;b&gt;" in page
    assert "Engineering <b>" not in page


@pytest.mark.usefixtures("regrouped")
def test_units_below_ten_people_are_not_shown(report):
    text = Seen(report()).text
    assert "Engineering <b>" in text  # twelve people
    assert "Sales" not in text  # six people
    assert "Support" not in text  # three people


def test_units_below_ten_people_are_shown_together_where_they_are_ten(report, files):
    unit = ["Engineering"] * 11 + ["Sales"] * 6 + ["Support"] * 4
    people = [f"m{one},Manager {one},{unit[place]}\n" for place, one in enumerate(golden.MANAGERS)]
    (files / "people.csv").write_text("id,name,unit\n" + "".join(people))
    text = Seen(report()).text
    assert "Smaller groups" in text
    assert "Sales" not in text


def test_a_map_of_nothing_but_small_groups_says_so(report):
    text = Seen(report()).text
    assert "No group is large enough to show: groups need at least 10 people." in text
    assert "Smaller groups" not in text


def test_without_units_the_map_shows_what_the_ties_show(report, files):
    (files / "people.csv").write_text("id\nm1\n")
    assert "Groups the ties themselves show" in Seen(report()).text


def test_the_report_says_what_it_must_not_be_used_for(report):
    assert "must not be used for appraisal, pay, selection, dismissal" in Seen(report()).text


def test_the_report_speaks_dutch(report):
    page = report("--language", "nl")
    assert '<html lang="nl">' in page
    assert "Hoe zeker is dit?" in page
    assert "0,452" in page


def test_the_same_input_gives_the_same_report(report):
    assert report() == report()


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Not enough data"), ("nl", "Te weinig gegevens")], ids=["en", "nl"]
)
def test_what_has_too_little_data_says_so_in_plain_words(report, language, words):
    assert words in Seen(report("--language", language)).text


@pytest.fixture
def busy(files):
    """Forty people in five units over two months, who often turn to the first three."""
    acts = rows(people=40, acts=1_600)
    lines = "".join(f"{at},{one},{other}\n" for one, other, _, at in acts)
    (files / "advice.csv").write_text("time,source,target\n" + lines)
    people = "".join(f"{one.id},{one.name},{one.unit}\n" for one in members())
    (files / "people.csv").write_text("id,name,unit\n" + people)


LEADERS = ["Name 97", "Name 98", "Name 99"]


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize(
    ("language", "title", "kind", "goal"),
    [
        ("en", "Informal leaders", "sought by several units", r"With \d+ to tell it"),
        ("nl", "Informele leiders", "gezocht door meerdere afdelingen", r"Met \d+ die het vertellen"),
    ],
)
def test_candidates_are_told_in_words(report, language, title, kind, goal):
    text = Seen(report("--language", language)).text
    assert title in text
    assert text.count(kind) == len(LEADERS)
    assert re.search(goal, text)


def named(page):
    part = page.split("<h3>Informal leaders</h3>")[1].split("</ul>")[0]
    return re.findall(r"<strong>(.*?)</strong>", part)


def test_candidates_have_codes_in_the_order_of_codes_unless_names_are_asked_for(busy, report):
    codes = named(report())
    assert codes == sorted(codes)
    assert all(re.fullmatch(r"P\d{3}", code) for code in codes)
    assert named(report("--names")) == LEADERS


def test_an_uncertain_stage_is_told_as_a_range(busy, files):
    analysis = net.analyse(net.Interactions.from_acts(rows()), members())
    doubtful = replace(analysis, certainty=replace(analysis.certainty, between=(3, 5)))
    english = Wording.in_language("en")
    assert "between 3 (several hubs) and 5 (mature)" in " ".join(sentences(doubtful, english))
    assert headline(doubtful, english).startswith("The network is somewhere between several hubs and mature")
    assert "between 3" not in " ".join(sentences(analysis, english))


def test_units_too_small_for_the_map_are_not_given_away_by_reasons(busy, report, files):
    people = "".join(
        f"{one.id},{one.name},unit {'xyz' if n < 3 else 'rest'}\n" for n, one in enumerate(members())
    )
    (files / "people.csv").write_text("id,name,unit\n" + people)
    assert "xyz" not in report()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_people_without_any_tie_still_get_a_report(files, report, language):
    (files / "advice.csv").write_text("source,target\nm1,m1\n")
    (files / "people.csv").write_text("id\nm1\nm2\n")
    assert "</html>" in report("--language", language)


def test_where_no_rule_could_be_looked_at_the_report_does_not_say_that_nothing_was_seen(report):
    text = " ".join(Seen(report()).text.split())
    assert "Nothing was seen" not in text
    assert "These data don't let anybody look for things" in text


def keys(table, before=""):
    for key, value in table.items():
        yield from keys(value, f"{before}{key}.") if isinstance(value, dict) else [before + key]


def test_both_languages_have_the_same_sentences():
    dutch, english = (Wording.in_language(language).sentences for language in ("nl", "en"))
    assert set(keys(dutch)) == set(keys(english))


def test_every_sentence_leaves_the_same_gaps_in_both_languages():
    gaps = re.compile(r"{\w+}")
    dutch, english = (Wording.in_language(language) for language in ("nl", "en"))

    def gaps_of(wording, key):
        table = wording.sentences
        for part in key.split("."):
            table = table[part]
        return set(gaps.findall(table))

    every = list(keys(english.sentences))
    assert {key: gaps_of(dutch, key) for key in every} == {key: gaps_of(english, key) for key in every}


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_two_figures_go_by_one_name(language):
    sentences = Wording.in_language(language).sentences
    names = [one["name"] for table in ("figure", "feature") for one in sentences[table].values()]
    plain = [re.sub(r" \(.*\)$", "", name) for name in names]
    assert sorted(set(plain)) == sorted(plain)


def test_every_caution_has_words_in_the_report():
    assert set(Wording.in_language("en").sentences["caution"]) == set(SENTENCES)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_reason_has_words_in_the_report(language):
    assert set(keys(Wording.in_language(language).sentences["reason"])) == set(REASONS)


def test_the_english_reasons_are_those_of_the_library():
    english = Wording.in_language("en")
    values = dict.fromkeys(["people", "acts", "units", "others", "contacts", "triads", "unit", "class"], 7)
    told = {key: english(f"reason.{key}", **values) for key in REASONS}
    assert told == {key: sentence.format(**values) for key, sentence in REASONS.items()}


def test_small_numbers_below_zero_are_written_without_a_false_sign():
    english = Wording.in_language("en")
    assert (english.figure(-0.001), english.figure(-0.25)) == ("0.00", "−0.25")
