"""When a rule speaks, when it keeps silent, and what it says."""

import string

import pytest

from knoop.network import interventions as rules
from knoop.network.interventions import COOL_DOWN, Dependency, Emerging, Reading, Silo, Weeks
from knoop.network.interventions_texts import BASIS, TEXTS, UnknownText, evidence_said, said


def around(value, wide=0.02, people=40):
    return Reading(value=value, low=value - wide, high=value + wide, people=people)


def twice(found):
    return found, found


WEEKS = Weeks(active=(900, 800, 700, 600), posts=(50, 50, 50, 50))
LOW, HIGH = around(0.1), around(0.9)
QUIET_SILO, LOUD_SILO = Silo(z=2.9, fresh=LOW), Silo(z=5.0, fresh=LOW)
FRESH_SILO = Silo(z=5.0, fresh=HIGH)
BUSY = Dependency(top=HIGH, backlog=(3, 5, 8, 9))
STEADY = Dependency(top=HIGH, backlog=(3, 5, 5, 9))
SPREAD = Dependency(top=LOW, backlog=(3, 5, 8, 9))
RISING = Emerging(gain=around(40.0, wide=5), sponsored=False)
SPONSORED = Emerging(gain=around(40.0, wide=5), sponsored=True)
LEVEL = Emerging(gain=around(26.0, wide=5), sponsored=False)

# Each rule as a question of two windows; what makes it speak; what keeps it silent.
RULES = {
    "I1": (lambda two, **more: rules.scattered(two, parts=3, **more), LOW, [HIGH, around(0.49, 0.05)]),
    "I2": (rules.one_hub, around(0.3), [HIGH, around(0.54)]),
    "I3": (
        lambda two, **more: rules.silo(two, units=("Wards", "Board"), **more),
        LOUD_SILO,
        [QUIET_SILO, FRESH_SILO, Silo(z=None, fresh=LOW)],
    ),
    "I4": (rules.overloaded, BUSY, [STEADY, SPREAD, Dependency(top=HIGH, backlog=(5, 8, 9))]),
    "I5": (
        lambda two, **more: rules.unanswered(two, waiting=4, newcomers=2, **more),
        around(0.4),
        [HIGH, around(0.69)],
    ),
    "I6": (
        lambda two, **more: rules.unheard(two, two, open_signals=9, **more),
        around(0.3),
        [HIGH, around(0.79)],
    ),
    "I7": (lambda two, **more: rules.newcomer_alone(two, person="eva", day=30, **more), 2, [3]),
    "I8": (
        lambda two, **more: rules.one_expert(two, topic="pumps", answers=40, **more),
        Reading(value=1, low=1, high=1, people=12),
        [Reading(value=1, low=1, high=2, people=12)],
    ),
    "I9": (
        lambda two, **more: rules.staff_talk_most(two, stages=(3, 3), **more),
        around(0.7),
        [LOW, around(0.51)],
    ),
    "I10": (
        lambda two, **more: rules.emerging_leader(two, person="eva", manager=False, agreed=True, **more),
        RISING,
        [SPONSORED, LEVEL],
    ),
    "I11": (
        rules.fewer_come,
        WEEKS,
        [
            Weeks(active=(900, 800, 800, 600), posts=(50,) * 4),
            Weeks(active=(30, 29, 28, 27), posts=(50,) * 4),
            Weeks(active=(900, 800, 700, 600), posts=(50, 50, 50, 40)),
            Weeks(active=(40, 30, 20, 9), posts=(50,) * 4),
            Weeks(active=(800, 700, 600), posts=(50,) * 3),
        ],
    ),
}
BY_RULE = pytest.mark.parametrize("rule", RULES)
GROUPS = pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule not in ("I3", "I4", "I7", "I10", "I11")]
)


@BY_RULE
def test_what_holds_in_two_windows_is_said(rule):
    ask, found, _ = RULES[rule]
    assert ask(twice(found)).rule == rule


@BY_RULE
def test_what_doesnt_surely_hold_is_not_said(rule):
    ask, _, others = RULES[rule]
    assert [ask(twice(other)) for other in others] == [None] * len(others)


@BY_RULE
def test_one_window_is_not_enough(rule):
    ask, found, others = RULES[rule]
    assert ask((found, others[0])) is None
    assert ask((others[0], found)) is None


@BY_RULE
def test_a_rule_that_spoke_rests_for_four_weeks(rule):
    ask, found, _ = RULES[rule]
    assert ask(twice(found), days_since=COOL_DOWN - 0.1) is None
    assert ask(twice(found), days_since=COOL_DOWN) is not None


@GROUPS
def test_nine_people_are_too_few_and_ten_are_not(rule):
    ask, found, _ = RULES[rule]
    few = [Reading(value=found.value, low=found.low, high=found.high, people=people) for people in (9, 10)]
    assert ask(twice(few[0])) is None
    assert ask(twice(few[1])).people == 10


@GROUPS
def test_what_isnt_known_is_not_said(rule):
    ask, _, _ = RULES[rule]
    assert ask(twice(Reading(value=None, low=None, high=None, people=99))) is None


def test_a_single_group_has_nobody_to_be_brought_together_with():
    assert rules.scattered(twice(LOW), parts=1) is None


def test_before_day_thirty_a_newcomer_is_left_in_peace():
    assert rules.newcomer_alone((0, 0), person="eva", day=29) is None


def test_what_is_seen_of_a_newcomer_is_for_them_and_their_buddy_only():
    assert rules.newcomer_alone((0, 0), person="eva", day=30).audience == rules.SELF


@BY_RULE
def test_all_else_is_for_the_network_leader(rule):
    ask, found, _ = RULES[rule]
    assert (ask(twice(found)).audience == rules.LEADER) == (rule != "I7")


def test_who_hasnt_agreed_is_not_spoken_of():
    assert rules.emerging_leader(twice(RISING), person="eva", manager=False, agreed=False) is None


def test_a_manager_is_no_emerging_leader():
    assert rules.emerging_leader(twice(RISING), person="eva", manager=True, agreed=True) is None


@pytest.mark.parametrize("stages", [(2, 3), (3, 2), (None, 3), (3, None)])
def test_before_stage_three_staff_may_talk_most(stages):
    assert rules.staff_talk_most(twice(HIGH), stages=stages) is None


@pytest.mark.parametrize(
    ("acknowledged", "told", "codes"),
    [
        (LOW, HIGH, ["I6.acknowledged", "I6.open"]),
        (HIGH, LOW, ["I6.told", "I6.open"]),
        (LOW, LOW, ["I6.acknowledged", "I6.told", "I6.open"]),
    ],
)
def test_either_side_of_following_up_is_enough_and_only_that_is_told(acknowledged, told, codes):
    found = rules.unheard(twice(acknowledged), twice(told), open_signals=9)
    assert [seen.code for seen in found.evidence] == codes


def test_posts_of_newcomers_are_only_spoken_of_when_there_are_any():
    assert len(rules.unanswered(twice(LOW), waiting=4).evidence) == 1


def test_units_are_named_in_one_order():
    one = rules.silo(twice(LOUD_SILO), units=("Wards", "Board"))
    assert one == rules.silo(twice(LOUD_SILO), units=("Board", "Wards"))
    assert one.about == "Board / Wards"


# Texts


def gaps(text):
    return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name})


def test_both_languages_have_the_same_texts_with_the_same_gaps():
    dutch, english = ({code: gaps(text) for code, text in TEXTS[name].items()} for name in ("nl", "en"))
    assert dutch == english


def everything_said():
    for ask, found, _ in RULES.values():
        yield ask(twice(found))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everything_a_rule_says_has_a_text_without_open_gaps(language):
    for found in everything_said():
        sentences = [
            *(evidence_said(seen, language) for seen in found.evidence),
            said(found.advice, language),
        ]
        assert all(sentence and "{" not in sentence for sentence in sentences)
        assert BASIS[found.rule]


def test_every_text_is_said_by_some_rule():
    used = {"under", "over", "I5.requests", "I5.agree", "I11.fewer_act", "log.requests", "log.acts"}
    for found in everything_said():
        used |= {found.advice, *(seen.code for seen in found.evidence)}
    assert used == set(TEXTS["en"])


def test_every_value_of_the_evidence_has_its_gap():
    for found in everything_said():
        for seen in found.evidence:
            assert gaps(TEXTS["en"][seen.code]) == sorted(seen.values)


@pytest.mark.parametrize(
    ("share", "dutch"),
    [(0.0, "0%"), (0.004, "minder dan 1%"), (0.343, "34%"), (0.996, "meer dan 99%"), (1.0, "100%")],
)
def test_a_share_is_never_rounded_to_none_or_all(share, dutch):
    assert dutch in said("I2.kept", "nl", {"share": share})


def test_numbers_are_written_as_the_language_does():
    assert "1.234" in said("I6.open", "nl", {"count": 1234})
    assert "1,234" in said("I6.open", "en", {"count": 1234})


def test_a_text_that_isnt_there_is_named():
    with pytest.raises(UnknownText, match=r"no text 'I1.connected' in 'fr'"):
        said("I1.connected", "fr")
