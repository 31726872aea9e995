"""A page of results: what the template shows, in words and pieces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from knoop.community.spaces.models import Space
from knoop.people.models import Person
from knoop.search.finding import PAGE, Found, Search, shown
from knoop.search.forms import Searching
from knoop.search.snippets import Piece, marked, snippet
from knoop.search.sources import Kind, Shown, kinds

CHOICES = 12  # spaces and people that are offered to narrow down to


@dataclass(frozen=True)
class Result:
    kind: Kind
    thing: Shown
    title: list[Piece]
    about: list[Piece]
    snippet: list[Piece]

    @property
    def is_person(self) -> bool:
        return isinstance(self.thing.thing, Person)


@dataclass(frozen=True)
class Tab:
    name: str
    label: object
    icon: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Page:
    found: Found
    results: list[Result]
    tabs: list[Tab]
    spaces: list[Space]
    people: list[Person]
    next: int  # number of the next page; nought at the end
    is_first: bool
    corrected: str  # what was typed with the words that were meant


def page(person: Person, form: Searching, number: str = "") -> Page:
    narrowed = form.narrowed()
    found = Search(person, form.typed, narrowed).found()
    at = int(number) if number.isascii() and number.isdecimal() and len(number) < 4 else 1
    start = max(0, at - 1) * PAGE
    here = shown(person, found.candidates[start : start + PAGE])
    by_model = {kind.source.model: kind for kind in kinds().values()}
    return Page(
        found,
        [_result(by_model[type(thing.thing)], thing, found) for thing in here],
        _tabs(found, narrowed.kind),
        _spaces(person, found, form),
        _people(person, found, form),
        next=max(1, at) + 1 if len(found.candidates) > start + PAGE else 0,
        is_first=start == 0,
        corrected=_corrected(form.typed, found),
    )


def _result(kind: Kind, thing: Shown, found: Found) -> Result:
    def mark(text: str) -> list[Piece]:
        return marked(text, found.hits, found.begins)

    return Result(
        kind, thing, mark(thing.title), mark(thing.about), snippet(thing.text, found.hits, found.begins)
    )


def _tabs(found: Found, chosen: str) -> list[Tab]:
    """The kinds that were found; with one chosen, that one, for the others weren't looked for."""
    counts = found.per_kind()
    return [
        Tab(kind.name, kind.label, kind.icon, counts[kind.name], kind.name == chosen)
        for kind in kinds().values()
        if counts[kind.name] or kind.name == chosen
    ]


def _spaces(person: Person, found: Found, form: Searching) -> list[Space]:
    often = _often((one.space_id for one in found.candidates), form.cleaned_data.get("space"))
    return list(Space.objects.visible_to(person).filter(pk__in=often).order_by("name", "pk"))


def _people(person: Person, found: Found, form: Searching) -> list[Person]:
    often = _often((one.author_id for one in found.candidates), form.cleaned_data.get("person"))
    return list(Person.objects.visible_to(person).filter(pk__in=often).order_by("name", "pk"))


def _often(ids: Iterable[int | None], chosen: Space | Person | None) -> list[int]:
    counted = Counter(pk for pk in ids if pk is not None)
    often = sorted(counted, key=lambda pk: (-counted[pk], pk))[:CHOICES]
    return [*often, chosen.pk] if chosen else often


def _corrected(typed: str, found: Found) -> str:
    from knoop.search.words import WORD, fold, joined, pieces_of

    return WORD.sub(lambda word: found.meant.get(joined(pieces_of(fold(word[0]))), word[0]), typed)
