"""The part of a text in which what was looked for stands, in pieces that say whether they are it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knoop.search.words import WORD, alternatives, fold, joined, pieces_of

LENGTH = 230  # letters of a snippet
BEFORE = 60  # of them before the first word that was looked for
READ = 30_000
MARKUP = re.compile(r"^[ \t]*(?:#{1,6}|>|[-*+]|\d+\.)[ \t]+|[*_`~|]+|^[ \t:|-]+$", re.MULTILINE)
LINK = re.compile(r"\[([^\]]*)\]\([^)\s]*\)")


@dataclass(frozen=True)
class Piece:
    text: str
    is_hit: bool


def plain(text: str) -> str:
    """Markdown as one line of words."""
    return " ".join(MARKUP.sub(" ", LINK.sub(r"\1", text[:READ])).split())


def marked(text: str, hits: frozenset[str], begins: str = "") -> list[Piece]:
    """All of `text`, with the words among `hits` marked."""
    pieces, at = [], 0
    for start, end in _hits(text, hits, begins):
        pieces += [Piece(text[at:start], False), Piece(text[start:end], True)]
        at = end
    return [piece for piece in [*pieces, Piece(text[at:], False)] if piece.text]


def snippet(text: str, hits: frozenset[str], begins: str = "") -> list[Piece]:
    """Where most different words that were looked for stand together; the beginning if there are none."""
    words = plain(text)
    places = _hits(words, hits, begins)
    start = _start(words, places)
    end = min(len(words), start + LENGTH)
    if end < len(words):
        end = words.rfind(" ", start, end) if " " in words[start:end] else end
    shown = marked(words[start:end], hits, begins)
    before = [Piece("… ", False)] if start else []
    after = [Piece(" …", False)] if end < len(words) else []
    return [*before, *shown, *after]


def _hits(text: str, hits: frozenset[str], begins: str) -> list[tuple[int, int]]:
    return [found.span() for found in WORD.finditer(text) if _is_hit(fold(found[0]), hits, begins)]


def _is_hit(word: str, hits: frozenset[str], begins: str) -> bool:
    pieces = pieces_of(word)
    forms = {*pieces, joined(pieces)}
    if begins and any(form.startswith(begins) for form in forms):
        return True
    return not hits.isdisjoint(forms.union(*map(alternatives, forms)))


def _start(words: str, places: list[tuple[int, int]]) -> int:
    """The beginning of the best stretch, at a word's beginning."""
    if not places or len(words) <= LENGTH:
        return 0
    best, most = places[0][0], 0
    for start, _end in places:
        here = {words[a:b].lower() for a, b in places if start <= a and b <= start + LENGTH - BEFORE}
        if len(here) > most:
            best, most = start, len(here)
    if best < BEFORE:
        return 0
    space = words.find(" ", best - BEFORE, best)
    return space + 1 if space >= 0 else best
