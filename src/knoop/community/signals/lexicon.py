"""What a text is about, in concepts of work in Dutch and English; concepts.txt says by which words."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

import snowballstemmer

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SHORTEST_PART = 4  # letters of a word that is part of a compound
START, END = 0.7, 0.8  # how much the parts of a compound tell, beside a word by itself
IN_PHRASE = 0.5  # how much a word still tells by itself once it's part of a phrase that tells something

# Too common to say what a text is about.
_DUTCH = """aan al als bij dan dat de der deze die dit door een en er het hij hoe ik in is je kan kunnen met
    mijn moet na naar niet nog of om onze ook op over te tot uit van voor waar waarom wanneer wat we
    welke wie wij worden wordt ze zij zijn zo maar toch wel me mij ons jullie hun haar zijn was waren
    heb hebt heeft hebben had zou zouden zal zullen gaat gaan ga doen doet iets iemand"""
_ENGLISH = """a an and are as at be by can could do does for from has have how i if in is it its my not of on
    or our that the their they this to was we what when where which who why will with you your so but too
    me us them there been were had would should shall than then these those am get gets got"""
COMMON = frozenset(f"{_DUTCH} {_ENGLISH}".split())

_stem_dutch = lru_cache(50_000)(snowballstemmer.stemmer("dutch").stemWord)
_stem_english = lru_cache(50_000)(snowballstemmer.stemmer("english").stemWord)


@dataclass(frozen=True)
class Lexicon:
    """Which concepts a form of a word tells; `parts` are Dutch words that compounds are made of."""

    weights: tuple[float, ...]
    names: tuple[str, ...]
    words: dict[str, frozenset[int]] = field(repr=False)
    parts: dict[str, frozenset[int]] = field(repr=False)
    # By each form of their first word: the forms of the further words, and what the phrase tells.
    phrases: dict[str, list[tuple[list[frozenset[str]], frozenset[int]]]] = field(repr=False)


class _Told(NamedTuple):
    """A lexicon while it is read."""

    words: dict[str, set[int]]
    parts: dict[str, set[int]]
    phrases: dict[str, list[tuple[list[frozenset[str]], frozenset[int]]]]


def fold(text: str) -> str:
    """Small letters without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    return [re.sub("['’]", "", found) for found in WORD.findall(fold(text))]


@lru_cache(50_000)
def forms(word: str, language: str = "") -> frozenset[str]:
    """A word and its stems, marked with its language: a Dutch stem isn't the English word it looks like."""
    found = {word}
    if len(word) > 2 and word.isalpha():
        if language != "en":
            found.add(f"{_stem_dutch(word)}/nl")
        if language != "nl":
            found.add(f"{_stem_english(word)}/en")
    return frozenset(found)


@cache
def lexicon() -> Lexicon:
    text = resources.files(__package__).joinpath("concepts.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    names, weights = [], []
    told = _Told(defaultdict(set), defaultdict(set), defaultdict(list))
    for number, line in enumerate(lines):
        head, _colon, entries_of = line.partition(":")
        name, weight = head.split()
        names.append(name)
        weights.append(float(weight))
        for language, entries in zip(("nl", "en"), entries_of.split(" / "), strict=True):
            for entry in entries.split():
                _learn(entry, language, number, told)
    return Lexicon(tuple(weights), tuple(names), _frozen(told.words), _frozen(told.parts), dict(told.phrases))


def _learn(entry: str, language: str, number: int, told: _Told) -> None:
    pieces = words_of(entry.replace("_", " "))
    if len(pieces) > 1:
        rest = [forms(piece) for piece in pieces[1:]]
        for form in forms(pieces[0]):
            told.phrases[form].append((rest, frozenset((number,))))
        return
    for form in forms(pieces[0], language):
        told.words[form].add(number)
    if language == "nl":
        for form in {pieces[0], _stem_dutch(pieces[0])}:
            if len(form) >= SHORTEST_PART:
                told.parts[form].add(number)


def _frozen(found: dict[str, set[int]]) -> dict[str, frozenset[int]]:
    return {form: frozenset(numbers) for form, numbers in found.items()}


def concepts(words: list[str]) -> dict[int, float]:
    """What words in their order tell: concept → how clearly, up to 1."""
    told: dict[int, float] = {}
    in_phrase: set[int] = set()
    for at, word in enumerate(words):
        for length, numbers in _phrases_at(words, at, word):
            in_phrase.update(range(at, at + length))
            told.update(dict.fromkeys(numbers, 1.0))
    for at, word in enumerate(words):
        if word in COMMON:
            continue
        share = IN_PHRASE if at in in_phrase else 1.0
        for number, how in of_word(word).items():
            told[number] = max(told.get(number, 0.0), how * share)
    return told


def _phrases_at(words: list[str], at: int, word: str) -> list[tuple[int, frozenset[int]]]:
    found = []
    for rest, numbers in _phrases_from(word):
        ahead = words[at + 1 : at + 1 + len(rest)]
        if len(ahead) == len(rest) and all(forms(w) & one for w, one in zip(ahead, rest, strict=True)):
            found.append((1 + len(rest), numbers))
    return found


@lru_cache(50_000)
def _phrases_from(word: str) -> list[tuple[list[frozenset[str]], frozenset[int]]]:
    return [phrase for form in forms(word) for phrase in lexicon().phrases.get(form, ())]


@lru_cache(50_000)
def of_word(word: str) -> dict[int, float]:
    """What one word tells by itself or, if nothing, by the longest words it begins and ends with."""
    known = lexicon()
    whole: set[int] = set()
    for form in forms(word):
        whole |= known.words.get(form, frozenset())
    if whole:
        return dict.fromkeys(whole, 1.0)
    told: dict[int, float] = {}
    for form in {word, _stem_dutch(word)} if len(word) > SHORTEST_PART + 2 else ():
        starts = (form[:end] for end in range(len(form) - 2, SHORTEST_PART - 1, -1))
        ends = (form[start:] for start in range(2, len(form) - SHORTEST_PART + 1))
        for cuts, how in ((starts, START), (ends, END)):
            numbers = next((known.parts[cut] for cut in cuts if cut in known.parts), frozenset())
            told |= {number: max(told.get(number, 0.0), how) for number in numbers}
    return told
