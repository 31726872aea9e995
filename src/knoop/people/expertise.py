"""Who can help with something: what people say of themselves, and what other rooms know that they did.

A room says in its `expertise.py` what it knows:

    @knows_of
    def answers(reader, words): ...  # person's id → how much it weighs and why, in words
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

import snowballstemmer
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from knoop.base.naming import folded
from knoop.people import policy
from knoop.people.fields import FIELDS, told
from knoop.people.models import Person

MOST = 20
LOOKED_AT = 400  # people of whom the words are weighed
WEIGHTS = {"about": 3.0, "working_on": 2.0}
_DUTCH = (
    "aan als ben bij dan dat deze die dit een van voor met het hoe iets iemand kan maar mag met mij mijn "
    "naar niet nog ons onze ook over tot uit voor waar was wat weet wie wil wij zijn"
)
_ENGLISH = (
    "and are can for from help how into know knows our that the this what when where which who with you your"
)
STOP = frozenset(f"{_DUTCH} {_ENGLISH}".split())

type Known = Mapping[int, tuple[float, str | Promise]]
type Source = Callable[[Person, list[str]], Known]

_sources: list[Source] = []


def knows_of[S: Source](source: S) -> S:
    _sources.append(source)
    return source


@dataclass
class Helper:
    person: Person
    weight: float = 0.0
    reasons: list[str] = field(default_factory=list)


def who_knows(reader: Person, asked: str) -> list[Helper]:
    """At most twenty colleagues, who fits best first, by name where they fit as well."""
    words = stems(asked)
    if not words:
        return []
    found = {
        person.pk: helper for person in _by_profile(reader, words) if (helper := _told(person, words, reader))
    }
    for source in _sources:
        known = source(reader, words)
        strangers = known.keys() - found.keys()
        people = Person.objects.visible_to(reader).present().for_directory().filter(pk__in=strangers)
        found |= {person.pk: Helper(person) for person in people}
        for pk, (weight, why) in known.items():
            if pk in found:
                found[pk].weight += weight
                found[pk].reasons.append(str(why))
    found.pop(reader.pk, None)
    return sorted(found.values(), key=lambda one: (-one.weight, one.person.name))[:MOST]


def stems(asked: str) -> list[str]:
    """The words that say something, cut to the part that other forms of them begin with or hold too."""
    words = [word for word in re.findall(r"\w{3,}", folded(asked)) if word not in STOP]
    return list(dict.fromkeys(min(_stemmers()[0](word), _stemmers()[1](word), key=len) for word in words))[:8]


@cache
def _stemmers() -> tuple[Callable[[str], str], Callable[[str], str]]:
    return snowballstemmer.stemmer("dutch").stemWord, snowballstemmer.stemmer("english").stemWord


def _by_profile(reader: Person, words: list[str]) -> list[Person]:
    says = Q()
    for key in WEIGHTS:
        some = Q()
        for word in words:
            some |= Q(**{f"folded_{key}__contains": word})
        says |= some & policy.readable(reader, key, FIELDS[key].readers)
    for word in words:
        says |= Q(folded__contains=word)
    return list(Person.objects.visible_to(reader).present().for_directory().filter(says)[:LOOKED_AT])


def _told(person: Person, words: list[str], reader: Person) -> Helper:
    helper = Helper(person)
    for key, weight in WEIGHTS.items():
        said = told(person, key, reader)
        hits = sum(word in folded(said) for word in words)
        if hits:
            helper.weight += weight * hits
            helper.reasons.append(f"{FIELDS[key].label}: {said}")
    if any(word in folded(person.title) for word in words):
        helper.weight += 1
        helper.reasons.append(_("Works as %(title)s") % {"title": person.title})
    return helper
