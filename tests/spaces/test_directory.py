"""The list of spaces: mine first, suggestions with a reason, subspaces below their parents."""

import pytest

from knoop.community.spaces.directory import PAGE, directory
from knoop.community.spaces.models import Space
from knoop.people.models import Person
from tests import making


def names(spaces: list[Space]) -> list[str]:
    return [space.name for space in spaces]


def test_mine_come_first_and_subspaces_below_their_parents(alice: Person, bob: Person) -> None:
    harbour = making.space("Harbour", [bob])
    making.space("Anchors", [alice])
    making.space("Zinc", [bob], above=harbour)
    making.space("Nets", [bob])
    found = directory(alice, "", "", "")
    assert names(found.mine) == ["Anchors"]
    assert names(found.others) == ["Harbour", "Zinc", "Nets"]


def test_all_pages_together_have_each_space_once(alice: Person, bob: Person) -> None:
    parents = [making.space(f"Space {number:03}", [bob]) for number in range(PAGE + 7)]
    for parent in parents[:5]:
        making.space(f"Below {parent.name}", above=parent)
    seen, cursor = [], ""
    while True:
        found = directory(alice, "", "", cursor)
        seen += names(found.others)
        cursor = found.next
        if not cursor:
            break
    assert sorted(seen) == sorted(Space.objects.values_list("name", flat=True))


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        ("", {"Mine", "Open", "Asked"}),
        ("mine", {"Mine"}),
        ("others", {"Open", "Asked"}),
        ("open", {"Mine", "Open"}),
        ("request", {"Asked"}),
        ("archived", {"Old"}),
    ],
)
def test_the_list_is_narrowed_to_a_kind(which: str, expected: set[str], alice: Person, bob: Person) -> None:
    making.space("Mine", [alice])
    making.space("Open", [bob])
    making.space("Asked", [bob], "request")
    making.space("Closed", [bob], "invited")
    making.space("Old", [bob]).archive(bob)
    assert {space.name for space in directory(alice, "", which, "")} == expected


def test_a_space_is_found_by_words_of_its_name_and_purpose(alice: Person, as_) -> None:
    making.space("Harbour", purpose="Ships and cranes")
    making.space("Canteen")
    assert names(as_(alice).get("/spaces/?words=cranes+HARB").context["spaces"].others) == ["Harbour"]
    assert 'class="empty"' in as_(alice).get("/spaces/?words=zzz").text


def test_what_colleagues_of_my_unit_are_in_is_suggested_with_that_reason(
    alice: Person, bob: Person, carol: Person, as_
) -> None:
    making.space("Crowd", [carol, *making.people(5)])
    making.space("Near", [bob, carol])
    response = as_(alice).get("/spaces/")
    assert names(response.context["spaces"].suggested) == ["Near", "Crowd"]
    assert "1 collega van Roads doet mee" in response.text


def test_what_i_am_in_or_asked_for_or_may_not_know_of_is_not_suggested(
    alice: Person, bob: Person, carol: Person, as_
) -> None:
    making.space("Mine", [alice, bob])
    making.space("Closed", [carol, bob], "invited")
    making.space("Asked", [carol, bob], "request")
    as_(alice).post("/spaces/asked/requests")
    assert directory(alice, "", "", "").suggested == []


def test_a_garbage_place_in_the_list_is_not_found(alice: Person, as_) -> None:
    assert as_(alice).get("/spaces/?from=x").status_code == 404


def test_below_a_space_of_mine_stands_what_is_below_it_also_when_i_am_not_in_that(
    alice: Person, bob: Person
) -> None:
    harbour = making.space("Harbour", [alice, bob])
    making.space("Cranes", [bob], above=harbour)
    found = directory(alice, "", "", "")
    assert (names(found.mine), names(found.others)) == (["Harbour", "Cranes"], [])


def test_each_space_says_how_many_are_in_it(alice: Person, bob: Person, carol: Person) -> None:
    making.space("Mine", [alice, bob, carol])
    making.space("Other", [bob, carol])
    found = directory(alice, "", "", "")
    assert [space.people_count for space in found] == [3, 2]
