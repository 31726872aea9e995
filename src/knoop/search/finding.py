"""Finds: exact words first, then parts of words, then slips of the pen, then some of the words.

Each step asks the engine for the newest entries that match AND that the person may see, in one query; all
that is told (results, how many, what to narrow down to, what was meant) comes from those rows alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Left

from knoop.base import clock
from knoop.base.written import Said, written
from knoop.people.models import Person
from knoop.search import asking, ranking, vocabulary
from knoop.search.asking import Asked, Question
from knoop.search.engine import engine
from knoop.search.indexing import first_id
from knoop.search.models import Words
from knoop.search.ranking import Candidate
from knoop.search.sources import Shown, kinds, visible
from knoop.search.words import alternatives

WINDOW = 200  # the newest matches that are ranked; older ones only if their title says it
TITLES = 60
PAGE = 20
FEW = 5  # results below which something else may have been meant
READ = 3000  # letters of a text that count for its rank


@dataclass(frozen=True, kw_only=True)
class Narrowed:
    """To what somebody narrows a search down."""

    kind: str = ""
    space_id: int | None = None
    author_id: int | None = None
    since: datetime | None = None
    until: datetime | None = None

    @property
    def marks(self) -> tuple[str, ...]:
        marks = [f"k{self.kind}"] if self.kind else []
        marks += [f"s{self.space_id}"] if self.space_id is not None else []
        marks += [f"a{self.author_id}"] if self.author_id is not None else []
        return tuple(marks)


@dataclass(frozen=True)
class Found:
    asked: Asked
    candidates: list[Candidate]  # best first
    is_all: bool  # whether older matches were left out
    meant: dict[str, str] = field(default_factory=dict)  # a word typed -> the word it was read as
    is_some: bool = False  # nothing had all the words; these have some
    hits: frozenset[str] = frozenset()  # the words by which they were found
    begins: str = ""

    @property
    def count(self) -> int:
        return len(self.candidates)

    def per_kind(self) -> Counter[str]:
        return Counter(candidate.kind for candidate in self.candidates)


class Search:
    """One search of one person."""

    def __init__(self, person: Person, typed: str, narrowed: Narrowed | None = None) -> None:
        self.person = person
        self.asked = asking.read(typed)
        self.narrowed = narrowed or Narrowed()
        self.rows: dict[int, Candidate] = {}
        self.is_all = True
        self.parts: dict[str, frozenset[str]] = {}
        self.slips: dict[str, frozenset[str]] = {}
        self.is_some = False

    def found(self) -> Found:
        if self.asked.is_empty:
            return Found(self.asked, [], is_all=True)
        self._exactly()
        if self.is_all:
            self._by_parts()
        if len(self.rows) < FEW:
            self._by_slips()
        if not self.rows and len(self.asked.words) > 1:
            self._some()
        return self._ranked()

    def _exactly(self) -> None:
        self._take(asking.question(self.asked))
        if not self.is_all and self.asked.words:
            self._take(replace(asking.question(self.asked), in_title=True), TITLES)
        if not self.is_all and len(self.asked.words) > 1:
            self._take(replace(asking.question(self.asked), clauses=(), phrases=(self.asked.words,)), TITLES)

    def _by_parts(self) -> None:
        self.parts = {word: vocabulary.containing(word) for word in self.asked.words}
        if any(self.parts.values()) or self.asked.beginning:
            self._take(asking.question(self.asked, self.parts, goes_on=True))

    def _by_slips(self) -> None:
        """Words that are nearly what was typed, for those that stand in nothing that the person may see."""
        unknown = [word for word in self.asked.words if not self._occurs(word)]
        self.slips = {word: near for word in unknown if (near := vocabulary.near(word))}
        if self.slips:
            self._take(asking.question(self.asked, self._also(), goes_on=True))

    def _occurs(self, word: str) -> bool:
        if self.asked.words == (word,) and not self.asked.phrases and not self.asked.without:
            return bool(self.rows)
        alone = replace(self.asked, words=(word,), phrases=(), without=())
        question = asking.question(alone, self.parts, goes_on=word == self.asked.beginning)
        return bool(_any(self.person, self._match(question), *self._span))

    def _also(self) -> dict[str, frozenset[str]]:
        """All by which a word is found beside itself and its stems."""
        nothing = frozenset[str]()
        return {
            word: self.parts.get(word, nothing) | self._by_slip.get(word, nothing)
            for word in self.asked.words
        }

    @cached_property
    def _by_slip(self) -> dict[str, frozenset[str]]:
        """All by which a mistyped word is found: what was meant, its stems and what it's a part of."""
        return {
            word: frozenset[str]().union(*(alternatives(one) | vocabulary.containing(one) for one in meant))
            for word, meant in self.slips.items()
        }

    def _some(self) -> None:
        self.is_some = True
        self._take(asking.question(self.asked, self._also(), is_any=True))

    def _take(self, question: Question, most: int = WINDOW) -> None:
        """Adds the newest `most` that match and that the person may see."""
        rows = _newest(self.person, self._match(question), *self._span, most == WINDOW)
        taken = [Candidate(*row) for row in rows]
        if most == WINDOW and len(taken) > most:
            self.is_all = False
        self.rows |= {candidate.entry_id: candidate for candidate in taken[:most]}

    def _match(self, question: Question) -> Said:
        return Said(engine().written(replace(question, marks=self.narrowed.marks)))

    @cached_property
    def _span(self) -> tuple[int | None, int | None]:
        """Ids of entries follow their moment: from which on, and before which."""
        since, until = self.narrowed.since, self.narrowed.until
        return since and first_id(since), until and first_id(until)

    def _ranked(self) -> Found:
        worth = ranking.levels(self.asked, self.parts, self._by_slip)
        now, ages = clock.now(), {name: kind.source.ages for name, kind in kinds().items()}

        def score(row: Candidate) -> float:
            return ranking.score(row, self.asked, worth, ages[row.kind], now)

        # Never by the entry's id: that of a neighbour, perhaps unseen, may have moved it.
        scored = sorted(
            self.rows.values(),
            key=lambda row: (-score(row), -row.at.timestamp(), row.kind, -row.thing_id),
        )
        hits = frozenset(other for others in worth.values() for other in others)
        hits |= {word for phrase in self.asked.phrases for word in phrase}
        return Found(
            self.asked, scored, self.is_all, self._meant(scored), self.is_some, hits, self.asked.beginning
        )

    def _meant(self, rows: Iterable[Candidate]) -> dict[str, str]:
        """What each word that stands in no result was read as: the word most of them have."""
        words = [{*row.title.split(), *row.words.split(), *row.forms.split()} for row in rows]
        meant = {}
        for word, slips in self.slips.items():
            usual = alternatives(word) | self.parts.get(word, frozenset())
            begins = word == self.asked.beginning and any(w.startswith(word) for here in words for w in here)
            if slips and not begins and not any(usual & here for here in words):
                often = Counter(slip for here in words for slip in slips & here)
                if often:
                    meant[word] = min(
                        often, key=lambda slip: (-often[slip], vocabulary.slips(word, slip), slip)
                    )
        return meant


def _seen(person: Person, match: Said, since: int | None, until: int | None) -> QuerySet[Words]:
    """What matches AND `person` may see, in one query."""
    rows = engine().matching(Words.objects.filter(visible(person)), match).order_by("-pk")
    if since:
        rows = rows.filter(pk__gte=since)
    return rows.filter(pk__lt=until) if until else rows


@written
def _newest(
    person: Person, match: Said, since: int | None, until: int | None, is_window: bool
) -> QuerySet[Words, tuple[Any, ...]]:
    columns = ("pk", "entry__kind", "entry__thing_id", "entry__space_id", "entry__author_id", "entry__at")
    texts = (Left("title", 400), Left("words", READ), Left("forms", READ))
    rows = _seen(person, match, since, until).values_list(*columns, *texts)
    return rows[: (WINDOW if is_window else TITLES) + 1]


@written
def _any(
    person: Person, match: Said, since: int | None, until: int | None
) -> QuerySet[Words, tuple[Any, ...]]:
    return _seen(person, match, since, until).values_list("pk")[:1]


def shown(person: Person, candidates: Iterable[Candidate]) -> list[Shown]:
    """The things themselves, in the same order, asked of their rooms: two queries a kind at most."""
    wanted = list(candidates)
    there: dict[tuple[str, int], Shown] = {}
    for name, kind in kinds().items():
        if ids := [candidate.thing_id for candidate in wanted if candidate.kind == name]:
            there |= {(name, one.thing.pk): one for one in kind.source.shown(person, ids)}
    return [there[key] for one in wanted if (key := (one.kind, one.thing_id)) in there]
