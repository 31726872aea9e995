"""What a text says, as words that can be found: folded, in order, with the stems of two languages.

All that depends on language happens here, so each engine keeps and compares plain words and finds the same.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

# A word, with the apostrophes and dashes in it: foto's, e-mail.
WORD = re.compile(r"[^\W_]+(?:['’\-‐‑][^\W_]+)*")
APOSTROPHES = re.compile("['’]")
DASHES = re.compile("[-‐‑]")
LONGEST = 60  # letters of a word; what is longer is an address or a code
MOST_JOINED = 3  # pieces of 'e-mail' that are also found as one word

# Letters that Unicode doesn't see as a letter with a mark.
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})

# Too common to say what somebody looks for; only looked for between quotes, or when there is nothing else.
_DUTCH = """aan al als bij dan dat de der deze die dit door een en er het hij hoe ik in is je kan
    kunnen met mijn moet na naar niet nog of om onze ook op over te tot uit van voor waar
    waarom wanneer wat we wel welke wie wij worden wordt ze zij zijn"""
_ENGLISH = """a an and are as at be by can could do does for from has have how i if in is it its my not
    of on or our that the their they this to was we what when where which who why will
    with you your"""
COMMON = frozenset(f"{_DUTCH} {_ENGLISH}".split())

# Forms whose stem neither stemmer finds; the words an organisation uses most.
IRREGULAR = {
    "steden": "stad",
    "leden": "lid",
    "schepen": "schip",
    "graven": "graf",
    "bladen": "blad",
    "gaten": "gat",
    "wegen": "weg",
    "daken": "dak",
    "vaten": "vat",
    "lonen": "loon",
    "eieren": "ei",
    "liep": "lopen",
    "liepen": "lopen",
    "gelopen": "lopen",
    "schreef": "schrijven",
    "geschreven": "schrijven",
    "gesproken": "spreken",
    "sprak": "spreken",
    "hielp": "helpen",
    "geholpen": "helpen",
    "vond": "vinden",
    "gevonden": "vinden",
    "begon": "beginnen",
    "begonnen": "beginnen",
    "koos": "kiezen",
    "gekozen": "kiezen",
    "besloot": "besluiten",
    "besloten": "besluiten",
    "bracht": "brengen",
    "gebracht": "brengen",
    "dacht": "denken",
    "gedacht": "denken",
    "kocht": "kopen",
    "gekocht": "kopen",
    "reed": "rijden",
    "gereden": "rijden",
    "women": "woman",
    "children": "child",
    "people": "person",
    "feet": "foot",
    "wrote": "write",
    "written": "write",
    "spoke": "speak",
    "spoken": "speak",
    "broke": "break",
    "broken": "break",
    "found": "find",
    "ran": "run",
    "began": "begin",
    "begun": "begin",
    "chose": "choose",
    "chosen": "choose",
    "bought": "buy",
    "brought": "bring",
    "thought": "think",
    "built": "build",
    "sent": "send",
    "paid": "pay",
    "taught": "teach",
    "drove": "drive",
    "driven": "drive",
    "gave": "give",
    "given": "give",
    "took": "take",
    "taken": "take",
}

_dutch = snowballstemmer.stemmer("dutch")
_english = snowballstemmer.stemmer("english")


@dataclass(frozen=True)
class Read:
    """A text as it is kept: its words in order, and the forms by which it's found as well."""

    words: tuple[str, ...]
    forms: frozenset[str]


def fold(text: str) -> str:
    """Small letters without accents: 'Ideeën' is 'ideeen', 'Müller' is 'muller'."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def read(text: str) -> Read:
    words: list[str] = []
    forms: set[str] = set()
    for found in WORD.finditer(fold(text)):
        pieces = pieces_of(found[0])
        words += pieces
        if 1 < len(pieces) <= MOST_JOINED:
            forms.add(joined(pieces))
    for word in {*words, *forms}:
        forms |= stems(word)
    return Read(tuple(words), frozenset(forms.difference(words)))


def pieces_of(word: str) -> list[str]:
    """The parts between the dashes of a folded word, each without apostrophes."""
    return [piece[:LONGEST] for piece in DASHES.split(APOSTROPHES.sub("", word)) if piece]


def joined(pieces: list[str]) -> str:
    return "".join(pieces)[:LONGEST]


@lru_cache(100_000)
def stems(word: str) -> frozenset[str]:
    """The stems of a folded word in Dutch and in English, without the word itself."""
    if len(word) < 3 or not word.isalpha():
        return frozenset()
    found = {word, _dutch.stemWord(word), _english.stemWord(word)}
    if word.endswith("eeen"):  # ideeën, zeeën
        found.add(word[:-2])
    if word.endswith("eren") and len(word) > 6:  # kinderen, bladeren
        found.add(word[:-4])
    if root := IRREGULAR.get(word):
        found |= {root, _dutch.stemWord(root), _english.stemWord(root)}
    return frozenset(stem for stem in found if stem != word and len(stem) > 1)


def alternatives(word: str) -> frozenset[str]:
    """All by which a folded word is found."""
    return stems(word) | {word}
