"""What somebody typed, read as a question: words, "words in this order", and -words that may not be there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knoop.search.words import COMMON, WORD, alternatives, fold, joined, pieces_of

PIECE = re.compile(r'(?P<without>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
MOST = 12  # words; what comes after is left out
SHORTEST_BEGINNING = 3  # letters after which a word may still be being typed


@dataclass(frozen=True)
class Asked:
    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()
    is_being_typed: bool = False  # the last word may go on

    @property
    def is_empty(self) -> bool:
        return not self.words and not self.phrases

    @property
    def beginning(self) -> str:
        """Of the word that may go on."""
        last = self.words[-1] if self.words and self.is_being_typed else ""
        return last if len(last) >= SHORTEST_BEGINNING else ""


@dataclass(frozen=True)
class Clause:
    """Any one of these words; or, with `beginning`, a word that begins so."""

    any_of: frozenset[str]
    beginning: str = ""


@dataclass(frozen=True)
class Question:
    """What an engine finds: all clauses (`is_any`: one), phrases and marks, nothing of `without`."""

    clauses: tuple[Clause, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()
    marks: tuple[str, ...] = ()
    in_title: bool = False
    is_any: bool = False


def read(typed: str) -> Asked:
    words: list[str] = []
    phrases: list[tuple[str, ...]] = []
    without: list[tuple[str, ...]] = []
    for piece in PIECE.finditer(typed):
        if piece["phrase"] is not None:
            order = tuple(
                part for found in WORD.finditer(fold(piece["phrase"])) for part in pieces_of(found[0])
            )
            if order:
                (without if piece["without"] else phrases).append(order)
            continue
        for found in WORD.finditer(fold(piece["word"])):
            pieces = pieces_of(found[0])
            if piece["without"]:
                without.append(tuple(pieces))
            else:
                words.append(joined(pieces))
    telling = [word for word in words if word not in COMMON]
    kept = telling or ([] if phrases else words)
    return Asked(
        tuple(dict.fromkeys(kept))[:MOST],
        tuple(phrases)[:MOST],
        tuple(without)[:MOST],
        is_being_typed=bool(typed and not typed[-1].isspace() and typed[-1] != '"')
        and bool(words and kept and words[-1] == kept[-1]),
    )


def question(
    asked: Asked,
    also: dict[str, frozenset[str]] | None = None,
    *,
    goes_on: bool = False,
    is_any: bool = False,
) -> Question:
    """`also`: further words by which a word is found. `goes_on`: with all that the last word may become."""
    more = also or {}
    clauses = tuple(
        Clause(
            alternatives(word) | more.get(word, frozenset()),
            word if goes_on and word == asked.beginning else "",
        )
        for word in asked.words
    )
    return Question(clauses, asked.phrases, asked.without, is_any=is_any)
