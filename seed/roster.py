"""The 120 people of Wellewaard Drinkwater: who they are, what they do and whom they answer to.

One line a person: name | title | rank and team | about me | options. Ranks: D director, U leads a unit,
T leads a team, M member; the letter after it is the team, a star means shifts. Options: `from` and `till`
(dates of joining and leaving within the two years), `en` (speaks English here).
"""

import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache

from seed import roster_office, roster_operations
from seed.period import BEGINS

DOMAIN = "wellewaard.example"


@dataclass(frozen=True, kw_only=True)
class Colleague:
    handle: str
    name: str
    unit: str
    title: str
    rank: str  # D, U, T or M
    team: str
    works_shifts: bool
    about: str
    language: str
    joined: date
    left: date | None

    @property
    def first_name(self) -> str:
        return self.name.split()[0]


class RosterIsWrong(Exception):
    """A line of the roster cannot be read; the message shows the line."""


@cache
def colleagues() -> dict[str, Colleague]:
    """Everybody by handle, in the order of the roster."""
    everyone: dict[str, Colleague] = {}
    for text in (roster_office.PEOPLE, roster_operations.PEOPLE):
        unit = ""
        for line in filter(None, map(str.strip, text.replace("\n  ", " ").splitlines())):
            if line.startswith("=="):
                unit = line.removeprefix("==").strip()
                continue
            person = _colleague(line, unit)
            if person.handle in everyone:
                raise RosterIsWrong(f"{person.handle} is in the roster twice. Give one another name.")
            everyone[person.handle] = person
    return everyone


def manager_of(person: Colleague) -> str | None:
    """The handle of whom a person answers to: team lead, unit lead, director; None for the director."""
    everyone = colleagues().values()
    if person.rank == "D":
        return None
    if person.rank == "M":
        for other in everyone:
            if other.rank == "T" and (other.unit, other.team) == (person.unit, person.team):
                return other.handle
    if person.rank in "MT":
        return next(p.handle for p in everyone if p.rank == "U" and p.unit == person.unit)
    return next(p.handle for p in everyone if p.rank == "D")


def handle_of(name: str) -> str:
    """'Naima El Amrani' -> 'naima.el.amrani': ascii, lower case, a dot between parts."""
    plain = name.replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("'", "").replace("-", "")
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return ".".join(ascii_only.lower().split())


def _colleague(line: str, unit: str) -> Colleague:
    try:
        name, title, place, about, *options = (part.strip() for part in line.split("|"))
    except ValueError:
        raise RosterIsWrong(f"'{line}' needs: name | title | rank and team | about.") from None
    chosen = dict(option.partition(" ")[::2] for option in options)
    return Colleague(
        handle=handle_of(name),
        name=name,
        unit=unit,
        title=title,
        rank=place[0],
        team=place[1:].strip("*"),
        works_shifts=place.endswith("*"),
        about=about,
        language="en" if "en" in chosen else "nl",
        joined=date.fromisoformat(chosen["from"]) if "from" in chosen else BEGINS,
        left=date.fromisoformat(chosen["till"]) if "till" in chosen else None,
    )
