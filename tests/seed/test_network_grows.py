"""From islands by way of one hub to several hubs: seen from outside, as seed.truth planned it."""

from datetime import date
from itertools import pairwise

import pytest

import seed
from seed.truth import HUB, INFORMAL_LEADERS, PHASES, phase_on
from tests.seed.quarters import Quarter, quarter, ties

ENDS = tuple(
    map(
        date.fromisoformat,
        ["2024-12-31", "2025-03-31", "2025-06-30", "2025-09-30", "2026-03-31", "2026-06-30", "2026-09-30"],
    )
)


@pytest.fixture(scope="module")
def quarters() -> dict[date, Quarter]:
    archive = seed.organisation()
    return {ends: quarter(archive, ends) for ends in ENDS}


@pytest.mark.parametrize("ends", ENDS)
def test_the_stage_at_a_quarter_end_is_the_one_planned(quarters: dict[date, Quarter], ends: date) -> None:
    assert quarters[ends].stage == phase_on(ends).stage


def test_in_the_beginning_units_talk_inside_themselves(quarters: dict[date, Quarter]) -> None:
    assert quarters[ENDS[0]].silo_index > 0.9
    assert quarters[ENDS[0]].largest_share < 0.5


def test_in_the_middle_everything_runs_through_the_planned_hub(quarters: dict[date, Quarter]) -> None:
    middle = quarters[date(2025, 6, 30)]
    assert middle.top[0] == HUB
    assert middle.top1b > 0.3
    assert middle.keep1 < 0.55


def test_at_the_end_nobodys_leaving_breaks_the_network(quarters: dict[date, Quarter]) -> None:
    assert quarters[ENDS[-1]].keep1 > 0.9
    assert quarters[ENDS[-1]].top1b < 0.25


def test_at_the_end_the_walls_between_units_are_clearly_lower(quarters: dict[date, Quarter]) -> None:
    assert quarters[ENDS[-1]].silo_index < quarters[ENDS[0]].silo_index - 0.3


def test_at_the_end_most_informal_leaders_are_among_the_first_twelve(quarters: dict[date, Quarter]) -> None:
    leaders = {leader.handle for leader in INFORMAL_LEADERS}
    assert len(leaders & set(quarters[ENDS[-1]].top[:12])) >= 4


def test_the_phases_follow_each_other_without_a_gap() -> None:
    for one, following in pairwise(PHASES):
        assert (following.begins - one.ends).days == 1


def test_two_reactions_one_way_are_no_tie_and_one_each_way_are() -> None:
    from datetime import UTC, datetime

    from knoop.archives.archive import Archive, ArchivedMessage, ArchivedReaction

    at = datetime(2025, 5, 1, tzinfo=UTC)

    def said(key: str, author: str, *reacting: str) -> ArchivedMessage:
        reactions = tuple(ArchivedReaction(person=p, emoji="👍", at=at) for p in reacting)
        return ArchivedMessage(key=key, space="s", author=author, at=at, text="", reactions=reactions)

    def edges(*messages: ArchivedMessage) -> int:
        one = Archive(platform="t", key="t", title="t", people=(), spaces=(), messages=messages)
        return int(ties(one, date(2025, 5, 31)).number_of_edges())

    assert edges(said("1", "a", "b"), said("2", "a", "b")) == 0
    assert edges(said("1", "a", "b"), said("2", "b", "a")) == 1
