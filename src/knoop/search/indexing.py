"""Keeps the index in step: a few things when something happened, all of them in batches for a rebuild."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from knoop.search import vocabulary
from knoop.search.engine import Page, engine
from knoop.search.models import Entry, Reached
from knoop.search.sources import Kind, Told, kinds
from knoop.search.words import read

BATCH = 500  # things in a transaction: a writer on SQLite waits a fraction of a second at most
IN_A_SECOND = 1024  # entries of one second that keep their order in the id
LATE = 1000  # ids that may have been given and not yet committed when their kind was looked at
LONGEST = 200_000  # letters of one thing that are read

type Progress = Callable[[int, int], None]


def silent(_done: int, _total: int) -> None: ...


def index(kind: str, thing_ids: Iterable[int]) -> None:
    """Brings the entries of these things in step with the things as they are now; safe to say twice."""
    ids = set(thing_ids)
    kinds()[kind].before(ids)
    _index(kind, ids)


@transaction.atomic
def _index(kind: str, ids: set[int]) -> None:
    told = list(kinds()[kind].source.told(ids))
    old = dict(Entry.objects.filter(kind=kind, thing_id__in=ids).values_list("thing_id", "pk"))
    gone = [pk for thing, pk in old.items() if thing not in {one.thing_id for one in told}]
    _drop(gone)
    entries = _entries(kind, told, old)
    pages = [_page(entry, one) for entry, one in zip(entries, told, strict=True)]
    engine().keep(pages)
    vocabulary.keep(word for page in pages for word in {*page.title.words, *page.body.words, *page.forms})


def _drop(entry_ids: list[int]) -> None:
    if entry_ids:
        engine().drop(entry_ids)
        Entry.objects.filter(pk__in=entry_ids).delete()


def _entries(kind: str, told: list[Told], old: dict[int, int]) -> list[Entry]:
    """An entry for each of `told`, saved; it keeps the id it has."""
    new = [one for one in told if one.thing_id not in old]
    ids = old | dict(zip((one.thing_id for one in new), _free_ids(new), strict=True))
    entries = [
        Entry(
            id=ids[one.thing_id],
            kind=kind,
            thing_id=one.thing_id,
            space_id=one.space_id,
            author_id=one.author_id,
            at=one.at,
        )
        for one in told
    ]
    Entry.objects.bulk_create(
        entries, update_conflicts=True, unique_fields=["id"], update_fields=["space_id", "author_id", "at"]
    )
    return entries


def _free_ids(told: list[Told]) -> list[int]:
    """Ids in the order of the moments; where one is taken, a free one of that second or a later."""
    wanted = [first_id(one.at) + one.thing_id % IN_A_SECOND for one in told]
    taken = set(Entry.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    left: dict[int, Iterator[int]] = {}
    free = []
    for pk in wanted:
        if pk in taken:
            pk = _next_free(pk - pk % IN_A_SECOND, taken.union(wanted), left)  # noqa: PLW2901
        taken.add(pk)
        free.append(pk)
    return free


def _next_free(second: int, taken: set[int], left: dict[int, Iterator[int]]) -> int:
    """`left` keeps what is still to be given of each second that was looked at."""
    while True:
        if second not in left:
            ids = range(second, second + IN_A_SECOND)
            here = taken.union(Entry.objects.filter(pk__range=(ids[0], ids[-1])).values_list("pk", flat=True))
            left[second] = iter([pk for pk in ids if pk not in here])
        if (pk := next(left[second], None)) is not None:
            return pk
        second += IN_A_SECOND


def first_id(at: datetime) -> int:
    """The lowest id that an entry of this second can have."""
    return int(at.timestamp()) * IN_A_SECOND


def _page(entry: Entry, told: Told) -> Page:
    marks = [f"k{entry.kind}"]
    if entry.space_id is not None:
        marks.append(f"s{entry.space_id}")
    if entry.author_id is not None:
        marks.append(f"a{entry.author_id}")
    return Page(entry.pk, read(told.title), read(told.text[:LONGEST]), tuple(marks))


def catch_up(progress: Progress = silent) -> int:
    """Indexes what came without a sound, such as an import, and ends a rebuild that was stopped.

    Goes on where it was killed. Returns how many things it read.
    """
    done, total = 0, _count()
    for kind in kinds().values():
        for size in _onwards(kind):
            done += size
            progress(done, total)
    progress(total, total)
    return done


def rebuild(progress: Progress = silent) -> int:
    """All anew, while the site runs: what is there stays findable until its turn.

    One that was stopped is gone on with, not begun again.
    """
    if not Reached.objects.filter(is_again=True).exists():
        for kind in kinds():
            Reached.objects.update_or_create(kind=kind, defaults={"thing_id": 0, "is_again": True})
    for kind in kinds().values():
        _forget_gone(kind)
    return catch_up(progress)


def _count() -> int:
    return sum(kind.source.model._default_manager.count() for kind in kinds().values())


def _onwards(kind: Kind) -> Iterable[int]:
    """Batch by batch the things after the last one that was looked at; gives the size of each."""
    reached, _is_new = Reached.objects.get_or_create(kind=kind.name)
    rows = kind.source.model._default_manager.order_by("pk")
    place = reached.thing_id
    if not reached.is_again:
        place = max(0, place - LATE)
        rows = rows.filter(~Exists(Entry.objects.filter(kind=kind.name, thing_id=OuterRef("pk"))))
    while ids := list(rows.filter(pk__gt=place).values_list("pk", flat=True)[:BATCH]):
        place = ids[-1]
        kind.before(ids)
        with transaction.atomic():
            _index(kind.name, set(ids))
            Reached.objects.filter(pk=kind.name, thing_id__lt=place).update(thing_id=place)
        yield len(ids)
    Reached.objects.filter(pk=kind.name).update(is_again=False)


def _forget_gone(kind: Kind) -> None:
    """Entries of things that were deleted without anybody saying so."""
    things = kind.source.model._default_manager.filter(pk=OuterRef("thing_id"))
    gone = Entry.objects.filter(~Exists(things), kind=kind.name).values_list("pk", flat=True)
    while batch := list(gone[:BATCH]):
        with transaction.atomic():
            _drop(batch)
