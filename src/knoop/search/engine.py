"""The interface to a full-text engine, and the two that Knoop has: SQLite's FTS5 and PostgreSQL's vectors.

Engines compare words and put in order by moment; what words mean (words.py) and what matches best
(ranking.py) is the same for both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from django.db import connection
from django.db.models import QuerySet

from knoop.search.asking import Clause, Question
from knoop.search.models import Words
from knoop.search.words import Read

MOST_WORDS = 15_000  # of one thing; PostgreSQL keeps no places beyond 16,383


@dataclass(frozen=True)
class Page:
    """What an engine keeps of one entry. `marks` say where it belongs, such as its space: exact words."""

    entry_id: int
    title: Read
    body: Read
    marks: tuple[str, ...]

    @property
    def forms(self) -> list[str]:
        return sorted((self.title.forms | self.body.forms).difference(self.title.words, self.body.words))


class Engine(Protocol):
    def written(self, question: Question) -> str: ...
    def matching(self, rows: QuerySet[Words], match: str) -> QuerySet[Words]: ...
    def keep(self, pages: Iterable[Page]) -> None: ...
    def drop(self, entry_ids: Iterable[int]) -> None: ...
    def has(self, word: str) -> bool: ...
    def tidy(self) -> None: ...


MERGED = 500  # pages of the index in one transaction
MOST_MERGES = 10_000


class SQLite:
    def written(self, question: Question) -> str:
        """In FTS5's own words."""
        columns = "{title}" if question.in_title else "{title words forms}"
        clauses = [f"{columns} : ({self._clause(clause)})" for clause in question.clauses]
        parts = [" OR ".join(clauses)] if question.is_any and clauses else clauses
        parts += [f"{{title words}} : {_quoted(phrase)}" for phrase in question.phrases]
        parts += [f"{{marks}} : {_quoted((mark,))}" for mark in question.marks]
        match = " AND ".join(f"({part})" for part in parts)
        if question.without:
            nots = " OR ".join(f"{{title words forms}} : {_quoted(words)}" for words in question.without)
            match = f"({match}) NOT ({nots})"
        return match

    def matching(self, rows: QuerySet[Words], match: str) -> QuerySet[Words]:
        return rows.extra(where=["search_words MATCH %s"], params=[match])

    @staticmethod
    def _clause(clause: Clause) -> str:
        alternatives = [_quoted((word,)) for word in sorted(clause.any_of)]
        if clause.beginning:
            alternatives.append(f"{_quoted((clause.beginning,))} *")
        return " OR ".join(alternatives)

    def keep(self, pages: Iterable[Page]) -> None:
        rows = [
            (
                page.entry_id,
                " ".join(page.title.words[:MOST_WORDS]),
                " ".join(page.body.words[:MOST_WORDS]),
                " ".join(page.forms[:MOST_WORDS]),
                " ".join(page.marks),
            )
            for page in pages
        ]
        self.drop(row[0] for row in rows)
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_words(rowid, title, words, forms, marks) VALUES (%s, %s, %s, %s, %s)",
                rows,
            )

    def drop(self, entry_ids: Iterable[int]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM search_words WHERE rowid = %s", [(pk,) for pk in entry_ids])

    def has(self, word: str) -> bool:
        """Whether some entry holds exactly this folded word."""
        with connection.cursor() as cursor:
            match = f"{{title words forms}} : {_quoted((word,))}"
            cursor.execute("SELECT 1 FROM search_words WHERE search_words MATCH %s LIMIT 1", [match])
            return cursor.fetchone() is not None

    def tidy(self) -> None:
        """Writes the index anew, a piece at a time, without what was deleted: until then FTS5 keeps it."""
        pages = -MERGED  # a first negative number has all of the index taken up
        with connection.cursor() as cursor:
            for _piece in range(MOST_MERGES):
                cursor.execute("SELECT total_changes()")
                before = cursor.fetchone()[0]
                cursor.execute("INSERT INTO search_words(search_words, rank) VALUES('merge', %s)", [pages])
                cursor.execute("SELECT total_changes()")
                if cursor.fetchone()[0] - before < 2:
                    return
                pages = MERGED


class PostgreSQL:
    """A vector an entry: words of the title weigh A, of the text B, further forms C, marks D."""

    def written(self, question: Question) -> str:
        """As a tsquery."""
        weights = "A" if question.in_title else "ABC"
        clauses = [self._clause(clause, weights) for clause in question.clauses]
        parts = [" | ".join(clauses)] if question.is_any and clauses else clauses
        parts += [_in_order(phrase, "AB") for phrase in question.phrases]
        parts += [_lexeme(mark, "D") for mark in question.marks]
        parts += [f"!({_in_order(words, 'ABC')})" for words in question.without]
        return " & ".join(f"({part})" for part in parts)

    def matching(self, rows: QuerySet[Words], match: str) -> QuerySet[Words]:
        return rows.extra(where=["search_words.vector @@ %s::tsquery"], params=[match])

    @staticmethod
    def _clause(clause: Clause, weights: str) -> str:
        alternatives = [_lexeme(word, weights) for word in sorted(clause.any_of)]
        if clause.beginning:
            alternatives.append(_lexeme(clause.beginning, "*" + weights))
        return "(" + " | ".join(alternatives) + ")"

    def keep(self, pages: Iterable[Page]) -> None:
        rows = [
            (
                page.entry_id,
                " ".join(page.title.words[:MOST_WORDS]),
                " ".join(page.body.words[:MOST_WORDS]),
                " ".join(page.forms[:MOST_WORDS]),
                self._vector(page),
            )
            for page in pages
        ]
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_words(rowid, title, words, forms, vector)"
                " VALUES (%s, %s, %s, %s, %s::tsvector) ON CONFLICT (rowid) DO UPDATE SET"
                " title = excluded.title, words = excluded.words,"
                " forms = excluded.forms, vector = excluded.vector",
                rows,
            )

    @staticmethod
    def _vector(page: Page) -> str:
        title = page.title.words[:MOST_WORDS]
        lexemes = [f"'{word}':{place}A" for place, word in enumerate(title, 1)]
        # A gap, so that no phrase runs from the title into the text.
        start = min(len(title), 1000) + 10
        lexemes += [
            f"'{word}':{start + place}B" for place, word in enumerate(page.body.words[:MOST_WORDS], 1)
        ]
        lexemes += [f"'{form}':1C" for form in page.forms[:MOST_WORDS]]
        lexemes += [f"'{mark}':1" for mark in page.marks]
        return " ".join(lexemes)

    def drop(self, entry_ids: Iterable[int]) -> None:
        Words.objects.filter(pk__in=list(entry_ids)).delete()

    def has(self, word: str) -> bool:
        with connection.cursor() as cursor:
            match = _lexeme(word, "ABC")
            cursor.execute("SELECT 1 FROM search_words WHERE vector @@ %s::tsquery LIMIT 1", [match])
            return cursor.fetchone() is not None

    def tidy(self) -> None:
        """PostgreSQL's own housekeeping overwrites rows that were deleted."""


def engine() -> Engine:
    return PostgreSQL() if connection.vendor == "postgresql" else SQLite()


def _quoted(words: tuple[str, ...]) -> str:
    """Words in this order, for FTS5; they hold letters and digits only, so nothing needs escaping."""
    return '"' + " ".join(words) + '"'


def _in_order(words: tuple[str, ...], weights: str) -> str:
    return "(" + " <-> ".join(_lexeme(word, weights) for word in words) + ")"


def _lexeme(word: str, weights: str) -> str:
    return f"'{word}':{weights}"
