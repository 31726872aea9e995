"""What all rooms declare: ids and figures, never words, and ties the network library knows."""

import dataclasses
from typing import get_type_hints

import pytest

from knoop.events import verbs
from knoop.events.verbs import Verb
from knoop.network import KINDS

DECLARED = list(verbs._by_name.values())
OF_IDS = (int, bool, int | None, tuple[int, ...])
CODES = ("role", "kind")  # one of a list, such as 'leader'; no words of anybody
CODES_OF = {"space.openness_changed": ("before", "after"), "signal.decided": ("decision",)}


def test_all_rooms_declared_theirs() -> None:
    assert {verb.name for verb in DECLARED} >= {"post.written", "space.joined", "person.appointed"}


@pytest.mark.parametrize("verb", DECLARED, ids=lambda verb: verb.name)
def test_facts_hold_ids_and_never_words(verb: Verb) -> None:
    kinds = get_type_hints(verb.facts)
    codes = (*CODES, *CODES_OF.get(verb.name, ()))
    assert all(kind in OF_IDS or (name in codes and kind is str) for name, kind in kinds.items()), kinds


@pytest.mark.parametrize("verb", DECLARED, ids=lambda verb: verb.name)
def test_facts_are_frozen(verb: Verb) -> None:
    assert verb.facts.__dataclass_params__.frozen


@pytest.mark.parametrize("verb", DECLARED, ids=lambda verb: verb.name)
def test_ties_are_of_kinds_that_the_network_counts(verb: Verb) -> None:
    kinds = get_type_hints(verb.facts)
    filled = {
        field.name: (7, 8) if kinds[field.name] == tuple[int, ...] else 5
        for field in dataclasses.fields(verb.facts)
    }
    assert {tie.kind for tie in verb.ties(verb.facts(**filled))} <= set(KINDS)
