"""All words that occur, for the two questions an index of words can't answer: which words is this a part of,
and which are nearly this one.

Neither answer is ever cut short or ordered by how often a word occurs: then what somebody may not see could
push out what they may. So a word that occurs only out of somebody's sight adds nothing they can notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import batched
from zlib import crc32

from django.db import connection
from django.db.models import QuerySet

from knoop.base.written import written
from knoop.search.engine import engine
from knoop.search.models import Blur, Ending, Word
from knoop.search.words import alternatives

SHORTEST, LONGEST = 4, 40  # letters of words that are kept, and of parts that are looked for
SHORTEST_REST = 3  # letters of what else a compound is made of: 'kant' is no part of 'vakantie'
LONG = 8  # letters from which two mistakes still are one word
AT_ONCE = 500
SOUNDS = (
    *(("sch", "sg"), ("ch", "g"), ("ei", "y"), ("ij", "y"), ("ou", "au"), ("auw", "au"), ("ph", "f")),
    *(("th", "t"), ("qu", "kw"), ("x", "ks"), ("ck", "k"), ("c", "k"), ("ie", "i"), ("z", "s"), ("v", "f")),
)
DOUBLE = re.compile(r"(.)\1+")


def keep(words: Iterable[str]) -> None:
    """Adds those of `words` that aren't known yet."""
    wanted = sorted({word for word in words if SHORTEST <= len(word) <= LONGEST and word.isalpha()})
    for batch in batched(wanted, AT_ONCE, strict=False):
        known = set(Word.objects.filter(text__in=batch).values_list("text", flat=True))
        if new := [text for text in batch if text not in known]:
            _add(new)


def _add(texts: list[str]) -> None:
    Word.objects.bulk_create([Word(text=text) for text in texts], ignore_conflicts=True)
    words = list(Word.objects.filter(text__in=texts))
    Ending.objects.bulk_create(
        Ending(word=word, text=ending) for word in words for ending in endings(word.text)
    )
    Blur.objects.bulk_create(Blur(word=word, key=key) for word in words for key in blurs(word.text))


def forget(words: Iterable[str]) -> None:
    """Takes out those of `words` that occur in no entry any more. One question to the engine a word."""
    gone = [word for word in words if not engine().has(word)]
    for batch in batched(gone, AT_ONCE, strict=False):
        pks = list(Word.objects.filter(text__in=batch).values_list("pk", flat=True))
        for rows in (Ending, Blur):
            rows.objects.filter(word__in=pks).delete()
        Word.objects.filter(pk__in=pks).delete()


def endings(word: str) -> Iterator[str]:
    """The word, and what is left of it without the first three or more letters."""
    yield word
    for start in range(SHORTEST_REST, len(word) - SHORTEST + 1):
        yield word[start:]


def blurs(word: str) -> set[int]:
    """Of the word, of the word without each of its letters, and of how it sounds."""
    spellings = {word, *(word[:at] + word[at + 1 :] for at in range(len(word))), "~" + sound(word)}
    return {crc32(spelling.encode()) for spelling in spellings}


def sound(word: str) -> str:
    """A spelling that words share which sound alike in Dutch: 'klagt' and 'klacht'."""
    for spelled, heard in SOUNDS:
        word = word.replace(spelled, heard)
    return DOUBLE.sub(r"\1", word)


def containing(word: str) -> frozenset[str]:
    """The words that `word`, or its stem, is a part of: 'brug' of 'spoorbruggen' and 'brugonderhoud'."""
    roots = [root for root in alternatives(word) | _singular(word) if len(root) >= SHORTEST]
    # What contains the longer contains the shorter.
    shortest = [root for root in roots if not any(other != root and other in root for other in roots)]
    found: set[str] = set()
    for root in shortest:
        rows = _beginning(root).values_list("text", "word__text")
        found |= {whole for ending, whole in rows if _is_part(root, whole, len(whole) - len(ending))}
    return frozenset(found)


def _singular(word: str) -> set[str]:
    """As it stands in a compound: 'storingen' as 'storing'."""
    return {word.removesuffix(end) for end in ("en", "s") if len(word) > SHORTEST + len(end)}


def _beginning(root: str) -> QuerySet[Ending]:
    """Each database by what its index can do."""
    if connection.vendor == "postgresql":
        return Ending.objects.filter(text__startswith=root)
    return Ending.objects.filter(text__gte=root, text__lt=root + "\U0010ffff")


def _is_part(root: str, whole: str, at: int) -> bool:
    """Whether `root` stands in `whole` as a part of a compound would, or as its stem."""
    end = at + len(root)
    return len(whole) - end in (0, *range(SHORTEST_REST, LONGEST)) or whole[:end] in alternatives(whole)


def near(word: str) -> frozenset[str]:
    """The words that `word` may have been meant to be: one slip away, or two when it's long."""
    found: set[str] = set()
    for meant in alternatives(word):
        if SHORTEST <= len(meant) <= LONGEST:
            rows = (word for (word,) in _blurred(tuple(sorted(blurs(meant)))))
            most = 2 if len(meant) >= LONG else 1
            alike = sound(meant)
            found |= {other for other in set(rows) if slips(meant, other) <= most or sound(other) == alike}
    return frozenset(found.difference(alternatives(word)))


@written
def _blurred(keys: tuple[int, ...]) -> QuerySet[Blur, tuple[str]]:
    return Blur.objects.filter(key__in=keys).values_list("word__text")


def slips(one: str, other: str) -> int:
    """How many letters are left out, added, changed or swapped between two words. O(n x m)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, theirs in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != theirs))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == theirs:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return row[-1]
