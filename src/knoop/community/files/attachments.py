"""Files on what people write: hung on it when it is posted, read for a whole page with one query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, Protocol

from django.db import models, transaction
from django.db.models import Q

from knoop.base import clock
from knoop.base.written import written
from knoop.community.files.models import Attachment, File
from knoop.community.files.verbs import Attached, Detached
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.people.models import Person


class Thing(Protocol):
    """What files hang on: `word` is its kind, as its room told `holder`."""

    pk: int
    word: str
    attached: Attachments


@dataclass(frozen=True)
class Attachments:
    """What hangs on one thing, in its writer's order."""

    all: Sequence[File] = ()

    @property
    def pictures(self) -> list[File]:
        return [file for file in self.all if file.is_picture]

    @property
    def others(self) -> list[File]:
        return [file for file in self.all if not file.is_picture]

    def __bool__(self) -> bool:
        return bool(self.all)


NONE = Attachments()


@dataclass(frozen=True)
class Change:
    """What somebody wants of the files on a thing. Those that neither list names stay where they are."""

    chosen: Sequence[File] = ()  # to hang there, in this order, described as they are
    left_out: Sequence[File] = ()  # to take off


@transaction.atomic
def attach(files: Iterable[File], to: Thing, by: Person, space: Space | None = None) -> list[File]:
    """Hangs loose files of `by` on `to`. Those that hang somewhere already, or aren't theirs, stay there."""
    wanted = {file.pk: file for file in files}
    if not wanted:
        return []
    free = File.objects.select_for_update(of=("self",)).loose_of(by).filter(pk__in=wanted)
    still = set(free.values_list("pk", flat=True))
    hung = [file for pk, file in wanted.items() if pk in still]
    for file in hung:
        file.space = space
    File.objects.bulk_update(hung, ["space", "alt"])
    first = Attachment.objects.filter(kind=to.word, thing_id=to.pk).count()
    Attachment.objects.bulk_create(
        Attachment(file=file, kind=to.word, thing_id=to.pk, place=place)
        for place, file in enumerate(hung, first)
    )
    for file in hung:
        facts = Attached(file.pk, to.word, to.pk, space.pk if space else None)
        Event.objects.record(by, facts, about=file)
    return hung


@transaction.atomic
def detach(files: Iterable[File], from_: Thing, by: Person) -> bool:
    """Takes files off `from_`; they are loose again, and swept after a day. Returns whether any hung."""
    pks = [file.pk for file in files]
    rows = Attachment.objects.filter(kind=from_.word, thing_id=from_.pk, file__in=pks)
    return _take_off(rows, by, changed_at=clock.now())


@transaction.atomic
def let_go(things: models.QuerySet[Any], by: Person | None = None) -> None:
    """Takes all files off `things`, whose words are gone for good; `by` is who did that, if anybody."""
    kind = things.model.word
    _take_off(Attachment.objects.filter(kind=kind, thing_id__in=things.values("pk")), by)


def _take_off(rows: models.QuerySet[Attachment], by: Person | None, **more: datetime) -> bool:
    gone = list(rows.select_related("file"))
    rows.delete()
    File.objects.filter(pk__in=[row.file_id for row in gone]).update(space=None, **more)
    if by is not None:
        for row in gone:
            Event.objects.record(by, Detached(row.file_id, row.kind, row.thing_id), about=row.file)
    return bool(gone)


@transaction.atomic
def rehang(change: Change, on: Thing, by: Person, space: Space | None = None) -> bool:
    """Does what `change` says. Returns whether other files hang there now, or in another order."""
    there = {file.pk: file for file in hung_on(on)}
    for file in change.chosen:
        if file.pk in there:
            there[file.pk].describe(by, file.alt)
    is_less = detach(change.left_out, on, by)
    is_more = bool(attach([file for file in change.chosen if file.pk not in there], on, by, space))
    is_moved = _put_in_order([file.pk for file in change.chosen], on)
    return is_less or is_more or is_moved


def _put_in_order(wanted: Sequence[int], on: Thing) -> bool:
    """Those that `wanted` doesn't name come last. Returns whether one passed another."""
    rows = list(Attachment.objects.filter(kind=on.word, thing_id=on.pk).order_by("place", "pk"))
    places = {pk: place for place, pk in enumerate(wanted)}
    sorted_ = sorted(rows, key=lambda row: places.get(row.file_id, len(places)))
    if not wanted or sorted_ == rows:
        return False
    for place, row in enumerate(sorted_):
        row.place = place
    Attachment.objects.bulk_update(sorted_, ["place"])
    return True


def hung_on(thing: Thing) -> list[File]:
    """The files on one thing, in their order, without those that were withdrawn."""
    return [row.file for row in _on(thing.word, (thing.pk,))]


@written
def _on(words: str, *groups: tuple[int, ...]) -> models.QuerySet[Attachment]:
    kinds = zip(words.split(","), groups, strict=True)
    which = reduce(or_, (Q(kind=word, thing_id__in=pks) for word, pks in kinds))
    rows = Attachment.objects.filter(which, file__withdrawal=None).select_related("file__current")
    return rows.order_by("place", "pk").fetch_mode(models.FETCH_RAISE)


def load(*groups: Sequence[Thing]) -> None:
    """Fills `attached` of all things, in groups of one kind each, with one query for all."""
    groups = tuple(group for group in groups if group)
    if not groups:
        return
    words = ",".join(group[0].word for group in groups)
    found: dict[tuple[str, int], list[File]] = defaultdict(list)
    for row in _on(words, *(tuple(one.pk for one in group) for group in groups)):
        found[row.kind, row.thing_id].append(row.file)
    for group in groups:
        for thing in group:
            thing.attached = Attachments(found[key]) if (key := (thing.word, thing.pk)) in found else NONE
