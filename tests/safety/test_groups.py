"""How small a group may be before a figure about it points at people."""

from collections.abc import Mapping
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knoop.leadership.insights.blocks import blocks
from knoop.leadership.safety.groups import Between, may_show_between, may_show_group
from knoop.network import Network


@pytest.mark.parametrize(("active", "may"), [(0, False), (9, False), (10, True), (500, True)])
def test_a_group_may_be_shown_from_ten_active_people(active: int, may: bool) -> None:
    assert may_show_group(active) is may


def between(**other: object) -> Between:
    return Between(**{"active": (10, 10), "people": (5, 5), "largest": 5, "total": 10} | other)


def test_a_figure_at_the_edge_of_all_rules_may_be_shown() -> None:
    assert may_show_between(between())


@pytest.mark.parametrize(
    "short",
    [
        {"active": (9, 10)},
        {"active": (10, 9)},
        {"people": (4, 5)},
        {"people": (5, 4)},
        {"largest": 6},
        {"total": 9},
    ],
)
def test_a_figure_that_falls_short_of_one_rule_may_not_be_shown(short: dict[str, object]) -> None:
    assert not may_show_between(between(**short))


NOTHING = {"people": (0, 0), "largest": 0, "total": 0}


def test_that_two_groups_have_nothing_to_do_with_each_other_may_be_shown() -> None:
    assert may_show_between(between(**NOTHING))


def test_nothing_about_a_group_that_is_too_small_may_not_be_shown() -> None:
    assert not may_show_between(between(active=(9, 10), **NOTHING))


@st.composite
def organisations(draw: st.DrawFn) -> tuple[list[tuple[str, str]], dict[str, str | None]]:
    """Ties in up to four units of sizes around the limits; some people in no unit, some without ties."""
    sizes = draw(st.lists(st.integers(1, 16), min_size=2, max_size=4))
    chance = draw(st.randoms(use_true_random=False))
    units = {
        f"{unit}{number}": f"Unit {unit}" for unit, size in enumerate(sizes) for number in range(size)
    } | {"x": None}
    inside, outside = draw(st.sampled_from([(0.06, 0.02), (0.3, 0.02), (0.5, 0.15), (0.9, 0.4), (0.9, 0.0)]))
    hub = draw(st.sampled_from([None, "00", "10"]))
    ties = [
        (one, other)
        for one, other in combinations(units, 2)
        if chance.random()
        < (0.9 if hub in (one, other) else inside if units[one] == units[other] else outside)
    ]
    return ties or [("00", "x")], units


def looked_at(ties: list[tuple[str, str]], units: Mapping[str, str | None]) -> dict[str, Any]:
    return blocks(Network.from_edges(ties, mutual=True, people=units), units)


def crossing(
    ties: list[tuple[str, str]], units: Mapping[str, str | None], a: str, b: str
) -> list[tuple[str, str]]:
    """The ties between units a and b, with whoever is in a first."""
    sides = [(one, other) if units[one] == a else (other, one) for one, other in ties]
    return [(one, other) for one, other in sides if (units[one], units[other]) == (a, b)]


@pytest.mark.parametrize(("active", "shown"), [(9, []), (10, ["a"])])
def test_a_unit_of_a_hundred_is_shown_when_ten_of_it_took_part(active: int, shown: list[str]) -> None:
    units = {f"a{n}": "a" for n in range(100)}
    seen = looked_at([("a0", f"a{n}") for n in range(1, active)], units)
    assert [unit["name"] for unit in seen["units"]] == shown


@pytest.mark.parametrize("hub_in", ["a", "b"])
@pytest.mark.parametrize(("of_hub", "told"), [(5, 10), (6, None)])
def test_a_bridge_is_told_until_one_person_on_either_side_carries_more_than_half(
    hub_in: str, of_hub: int, told: int | None
) -> None:
    units = {f"{unit}{n}": unit for unit in "ab" for n in range(12)}
    rings = [(f"{unit}{n}", f"{unit}{(n + 1) % 12}") for unit in "ab" for n in range(12)]
    other = "b" if hub_in == "a" else "a"
    across = [(f"{hub_in}0", f"{other}{n}") for n in range(of_hub)]
    across += [(f"{hub_in}{n}", f"{other}{n}") for n in range(1, 5)]
    across += [(f"{hub_in}1", f"{other}5")] * (6 - of_hub)
    assert len(across) == 10
    [bridge] = looked_at(rings + across, units)["bridges"]
    assert bridge["ties"] == told


@given(organisations())
def test_no_unit_with_fewer_than_ten_active_people_is_ever_shown(organisation) -> None:
    ties, units = organisation
    tied = {person for tie in ties for person in tie}
    active = {unit: sum(units[person] == unit for person in tied) for unit in {*units.values()} - {None}}
    shown = {unit["name"]: unit["active"] for unit in looked_at(ties, units)["units"]}
    assert shown == {unit: count for unit, count in active.items() if count >= 10}


@given(organisations())
def test_no_bridge_rests_on_fewer_than_five_people_a_side_or_on_one_for_more_than_half(organisation) -> None:
    ties, units = organisation
    for bridge in looked_at(ties, units)["bridges"]:
        pairs = crossing(ties, units, bridge["from"], bridge["to"])
        sides = [[pair[side] for pair in pairs] for side in (0, 1)]
        enough = all(len({*side}) >= 5 for side in sides)
        nobody_weighs_most = all(side.count(person) <= len(pairs) / 2 for side in sides for person in side)
        may = not pairs or (enough and nobody_weighs_most)
        assert bridge["ties"] == (len(pairs) if may else None)


@given(organisations())
def test_each_pair_of_shown_units_has_one_bridge_and_no_other_has(organisation) -> None:
    seen = looked_at(*organisation)
    names = [unit["name"] for unit in seen["units"]]
    assert [(b["from"], b["to"]) for b in seen["bridges"]] == list(combinations(names, 2))


@given(organisations())
def test_nobody_is_named_in_what_is_found(organisation) -> None:
    ties, units = organisation
    assert not {*units} & {*str(looked_at(ties, units)).replace("'", " ").split()}


@given(organisations())
def test_what_is_hidden_is_counted(organisation) -> None:
    ties, units = organisation
    seen = looked_at(ties, units)
    names = {*units.values()} - {None}
    assert len(seen["units"]) + seen["hidden"]["units"] == len(names)
    in_units = sum(unit is not None for unit in units.values())
    assert sum(unit["people"] for unit in seen["units"]) + seen["hidden"]["people"] == in_units
