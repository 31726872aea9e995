"""What search holds of somebody: their words, in an index. It reads again what others let go of before it."""

from __future__ import annotations

from collections import defaultdict

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from knoop.people.holdings import Fate, Holding, Line, holds
from knoop.people.leaving import Leaving
from knoop.search import vocabulary
from knoop.search.engine import engine
from knoop.search.indexing import index
from knoop.search.models import Entry, Words
from knoop.search.sources import kinds

AT_ONCE = 500


def before(leaving: Leaving) -> None:
    """What is deleted leaves the index at once, so its words are remembered first."""
    leaving.words |= _words_of(_things(leaving))


def erase(leaving: Leaving) -> tuple[()]:
    things = _things(leaving)
    words = leaving.words | _words_of(things)
    for kind, ids in things.items():
        index(kind, ids)
    vocabulary.forget(words)
    return ()


def _things(leaving: Leaving) -> dict[str, set[int]]:
    """All of theirs, and what other rooms changed because of them."""
    things: dict[str, set[int]] = defaultdict(set, {"person": {leaving.person.pk}})
    for kind, pk in Entry.objects.filter(author=leaving.person.pk).values_list("kind", "thing_id"):
        things[kind].add(pk)
    for kind, ids in leaving.changed.items():
        things[kind] |= ids
    return {kind: ids for kind, ids in things.items() if kind in kinds()}


def _words_of(things: dict[str, set[int]]) -> set[str]:
    words: set[str] = set()
    for kind, ids in things.items():
        entries = Entry.objects.filter(kind=kind, thing_id__in=ids).values_list("pk", flat=True)
        for columns in Words.objects.filter(pk__in=list(entries)).values_list("title", "words", "forms"):
            words.update(word for column in columns for word in column.split())
    return words


def afterwards() -> None:
    engine().tidy()


holds(
    Holding(
        "search",
        _("Search"),
        lines=[
            Line(
                "search.Entry.author",
                ngettext_lazy(
                    "%(count)d thing of yours that can be found",
                    "%(count)d things of yours that can be found",
                    "count",
                ),
                Fate.STAYS,
            ),
        ],
        before=before,
        erase=erase,
        afterwards=afterwards,
        order=110,  # when all other rooms have let go
    )
)
