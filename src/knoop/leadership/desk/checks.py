"""Looks a story over: what is in it that makes stories be heard and retold, and what may be missing.

Each check says what it found, why that matters and what to try. It is no score: a story may do without.
Pure: words in, findings out, in Dutch and in English.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from knoop.leadership.desk import lexicon
from knoop.leadership.desk.lexicon import WORD

SHORT, LONG = 90, 450  # words: less than a minute aloud, more than three
LONG_SENTENCE = 28  # words
MOST_SHOWN = 4  # words quoted by a check
SENTENCE = re.compile(r"(?<=[.!?…])\s+")
NAME = re.compile(r"(?<![.!?…\n]\s)(?<!^)(?<!\A)\b[A-Z][a-zà-ÿ]{2,}\b")
MENTION = re.compile(r"(?<!\w)@[\w.-]+")
CAPITALS = re.compile(r"\b[A-Z]{3,6}\b")
DAYS_AND_MONTHS = re.compile(
    r"^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December)s?$"
)


@dataclass(frozen=True)
class Finding:
    """What one check found; `words` are from the story itself."""

    key: str
    title: str | Promise
    is_there: bool
    says: str
    why: str | Promise
    try_: str | Promise
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Text:
    text: str
    language: str

    @property
    def words(self) -> list[str]:
        return WORD.findall(self.text)

    @property
    def sentences(self) -> list[str]:
        return [part for part in SENTENCE.split(self.text.replace("\n", " ").strip()) if part]

    def found(self, patterns: dict[str, re.Pattern[str]]) -> tuple[str, ...]:
        hits = (match.group(0) for match in patterns[self.language].finditer(self.text))
        return tuple(dict.fromkeys(hits))


def look_over(text: str, usual: str = "nl") -> list[Finding]:
    """All checks of a story, in the order in which one would put it right. Nothing for an empty one."""
    if not text.strip():
        return []
    read = _Text(text, lexicon.language_of(text, usual))
    return [check(read) for check in CHECKS]


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f"“{word}”" for word in words[:MOST_SHOWN])


def _person(read: _Text) -> Finding:
    names = [name for name in NAME.findall(read.text) if not DAYS_AND_MONTHS.match(name)]
    known = [word for word in read.words if word.lower() in lexicon.PEOPLE[read.language]]
    found = tuple(dict.fromkeys([*MENTION.findall(read.text), *names, *known]))
    return Finding(
        "person",
        _("Somebody it happens to"),
        bool(found),
        gettext("It is about %(words)s.") % {"words": _quoted(found)}
        if found
        else gettext("I read nobody in it by name or by what they do."),
        _("People remember somebody, not a department. Who hears it looks for a person to stand beside."),
        _("Take one person. Say their name if they agree, or what they do: “a driver of the night shift”."),
        found,
    )


def _place_and_time(read: _Text) -> Finding:
    times, places = read.found(lexicon.TIMES), read.found(lexicon.PLACES)
    if times and places:
        says = gettext("It happens %(words)s.") % {"words": _quoted((*times[:2], *places[:2]))}
    elif times:
        says = gettext("I read when (%(words)s), not where.") % {"words": _quoted(times)}
    elif places:
        says = gettext("I read where (%(words)s), not when.") % {"words": _quoted(places)}
    else:
        says = gettext("I read neither where nor when it was.")
    return Finding(
        "place",
        _("A place and a time"),
        bool(times and places),
        says,
        _("A place and a time make it a thing that happened, not an opinion. One is believed sooner."),
        _("Begin with it: “Last Tuesday, half past seven, at the gate of the depot …”."),
        (*times, *places),
    )


def _turn(read: _Text) -> Finding:
    found = read.found(lexicon.TURNS)
    if len(found) == 1:
        says = gettext("It turns at %(words)s.") % {"words": _quoted(found)}
    elif found:
        says = gettext("It seems to turn more than once: %(words)s.") % {"words": _quoted(found)}
    else:
        says = gettext("I don't read where it turns.")
    return Finding(
        "turn",
        _("One turning point"),
        len(found) == 1,
        says,
        _("Who listens waits for the moment after which all was different. One is retold, three are not."),
        _("Finish this sentence: “It went on like that, until …”. Leave out what doesn't lead there."),
        found,
    )


def _doubt(read: _Text) -> Finding:
    found = read.found(lexicon.DOUBTS)
    return Finding(
        "doubt",
        _("Your own doubt"),
        bool(found),
        gettext("You say what you weren't sure of: %(words)s.") % {"words": _quoted(found)}
        if found
        else gettext("Everything in it seems to go as you meant."),
        _("Who shows what they didn't know is believed in the rest, and others dare to say theirs."),
        _("Add one sentence: what did you think first, what were you afraid of, what did you get wrong?"),
        found,
    )


def _ask(read: _Text) -> Finding:
    end = " ".join(read.sentences[-3:])
    found = _Text(end, read.language).found(lexicon.ASKS)
    if "?" in end:
        found = (*found, *(sentence for sentence in SENTENCE.split(end) if sentence.endswith("?")))
    return Finding(
        "ask",
        _("Something to do"),
        bool(found),
        gettext("It ends by asking something: %(words)s.") % {"words": _quoted(found)}
        if found
        else gettext("At the end it asks nothing of who reads it."),
        _("A story opens a door; say which one. Otherwise people nod and go on."),
        _("End with one small thing that somebody can do this week, or with a question you want answered."),
        found,
    )


def _jargon(read: _Text) -> Finding:
    known = [word for word in read.words if word.lower() in lexicon.JARGON[read.language]]
    found = tuple(dict.fromkeys([*known, *(w for w in CAPITALS.findall(read.text) if w not in known)]))
    return Finding(
        "jargon",
        _("Plain words"),
        not found,
        gettext("Not everybody uses these: %(words)s.") % {"words": _quoted(found)}
        if found
        else gettext("I read no words of the trade."),
        _("Words of the trade tell people that it isn't for them. And they hide who did what."),
        _("Say it as you would at home. Who does what, and what does one see of it?"),
        found,
    )


def _length(read: _Text) -> Finding:
    count = len(read.words)
    long = [part for part in read.sentences if len(WORD.findall(part)) > LONG_SENTENCE]
    says = ngettext("It has %(count)d word.", "It has %(count)d words.", count) % {"count": count}
    if count < SHORT:
        says += " " + gettext("That may be too short to see it happen.")
    elif count > LONG:
        says += " " + gettext("That takes more than three minutes; many stop before.")
    if long:
        said = ngettext("%(count)d sentence is long.", "%(count)d sentences are long.", len(long))
        says += " " + said % {"count": len(long)}
    openings = tuple(f"{' '.join(part.split()[:5])} …" for part in long)
    return Finding(
        "length",
        _("As long as it needs"),
        SHORT <= count <= LONG and not long,
        says,
        _("What can be told in two minutes is told again. A sentence that fits in one breath is heard."),
        _("Read it aloud. Cut where you take a breath, and leave out what you skip when you tell it."),
        openings,
    )


CHECKS: tuple[Callable[[_Text], Finding], ...] = (
    _person,
    _place_and_time,
    _turn,
    _doubt,
    _ask,
    _jargon,
    _length,
)
