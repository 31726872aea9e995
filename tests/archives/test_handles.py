"""Short names that can follow an @."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knoop.archives.handles import RESERVED, Handles, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anna de Vries", "anna-de-vries"),
        ("Søren Ærø", "soren-aero"),
        ("k._", "k"),
        ("Öz É", "oz-e"),
        ("山田", ""),
    ],
)
def test_a_handle_is_the_name_without_spaces_and_accents(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.lists(st.text(max_size=50)))
def test_no_two_people_have_one_handle(names: list[str]) -> None:
    handles = Handles()
    given_out = [handles.for_name(name) for name in names]
    assert len(set(given_out)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", handle) for handle in given_out)
    assert not set(given_out) & RESERVED


def test_a_name_that_is_taken_gets_a_number() -> None:
    handles = Handles(["anna"])
    assert [handles.for_name("Anna"), handles.for_name("anna"), handles.for_name("山田")] == [
        "anna-2",
        "anna-3",
        "person",
    ]


def test_nobody_answers_to_a_call_to_everyone() -> None:
    assert Handles().for_name("Everyone") == "everyone-2"
