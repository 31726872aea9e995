"""How well an entry answers a question: by its own words and its age alone.

No figure of all entries together is used, as is usual (how rare a word is, how long texts are on average):
what somebody may not see would change the order of what they may.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from knoop.search.asking import Asked
from knoop.search.words import stems

HALF_LIFE = timedelta(days=180)  # after which the part that ages counts half
LASTING = 0.35  # the part of a match that doesn't age: a title that says it all outlives small talk

EXACT, STEM, PART, SLIP = 1.0, 0.8, 0.35, 0.3
TITLE = 2.5  # times as much as in the text
IN_ORDER = 1.6  # times, where the words stand one after the other as they were typed
NAMED = 8.0  # times, where the title is just what was typed
PERSON = 3.0  # times, for a person whose name has all words


@dataclass(frozen=True)
class Candidate:
    """A row of the index with what its rank rests on; texts are folded words between spaces."""

    entry_id: int
    kind: str
    thing_id: int
    space_id: int | None
    author_id: int | None
    at: datetime
    title: str
    words: str
    forms: str


def levels(
    asked: Asked, parts: Mapping[str, frozenset[str]], slips: Mapping[str, frozenset[str]]
) -> dict[str, dict[str, float]]:
    """What finding another word is worth, for each word typed."""
    worth: dict[str, dict[str, float]] = {}
    for word in asked.words:
        others = dict.fromkeys(slips.get(word, ()), SLIP) | dict.fromkeys(parts.get(word, ()), PART)
        worth[word] = others | dict.fromkeys(stems(word), STEM) | {word: EXACT}
    return worth


def score(
    candidate: Candidate, asked: Asked, worth: Mapping[str, Mapping[str, float]], ages: bool, now: datetime
) -> float:
    title, body, forms = candidate.title.split(), candidate.words.split(), set(candidate.forms.split())
    here = Here(set(title), body, forms.union(title, body))
    found = [_word(word, others, here, asked) for word, others in worth.items()]
    match = sum(found) / len(found) if found else 1.0
    match *= 0.5 + 0.5 * sum(one > 0 for one in found) / max(1, len(found))
    typed = " ".join(asked.words)
    orders = [typed] * (len(asked.words) > 1) + [" ".join(phrase) for phrase in asked.phrases]
    for order in orders:
        if f" {order} " in f" {candidate.title} " or f" {order} " in f" {candidate.words} ":
            match *= IN_ORDER
    if typed and candidate.title == typed:
        match *= NAMED
    if candidate.kind == "person" and asked.words and here.title.issuperset(asked.words):
        match *= PERSON
    return match * _freshness(candidate.at, now) if ages else match


@dataclass(frozen=True)
class Here:
    """The words of one entry."""

    title: set[str]
    body: list[str]
    all: set[str]


def _word(word: str, others: Mapping[str, float], here: Here, asked: Asked) -> float:
    """What one of the words typed is worth here: the best it's found by, more for the title and for often."""
    best, often = 0.0, 0
    for other in others.keys() & here.all:
        worth, times = others[other], here.body.count(other)
        if not times and other not in here.title:  # by its stem alone
            worth = min(worth, STEM)
        best, often = max(best, worth * (TITLE if other in here.title else 1)), often + max(1, times)
    if not best and word == asked.beginning:
        in_title = any(other.startswith(word) for other in here.title)
        best = PART * TITLE if in_title else PART * any(other.startswith(word) for other in here.body)
    # Twice says more than once, ten times hardly more than five; and in a long text less.
    return best * (1 + 0.4 * often / (often + 2)) * 2 / (2 + len(here.body) / 600)


def _freshness(at: datetime, now: datetime) -> float:
    age = max(timedelta(0), now - at) / HALF_LIFE
    return float(LASTING + (1 - LASTING) * 0.5**age)
