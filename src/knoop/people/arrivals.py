"""What else is ready for who comes in by a code: rooms above this one say what may be chosen and do it.

@arrives("spaces", _("Spaces"))
class ...: choices(by) -> [(value, label)]; arrive(person, values, by)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise

if TYPE_CHECKING:
    from knoop.people.models import Person


@dataclass(frozen=True)
class Arrival:
    key: str
    label: str | Promise
    choices: Callable[[Person], list[tuple[str, str]]]  # what `by` may choose
    arrive: Callable[[Person, list[str], Person], None]  # person, what was chosen, by whom


_arrivals: dict[str, Arrival] = {}


def arrives(arrival: Arrival) -> None:
    _arrivals[arrival.key] = arrival


def known() -> list[Arrival]:
    return list(_arrivals.values())


def bring_in(person: Person, places: dict[str, list[str]], by: Person) -> None:
    for key, values in places.items():
        if key in _arrivals:
            _arrivals[key].arrive(person, values, by)
