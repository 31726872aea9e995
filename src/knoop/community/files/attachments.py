"""Files on what people write: hung on it when it is posted, read for a whole page with one query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Any, Protocol

from django.db import models, transaction
from django.db.models import Q

from knoop.base.written import written
from knoop.community.files.models import Attachment, File
from knoop.community.files.verbs import Attached
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.people.models import Person


class Thing(Protocol):
    """What files hang on: `word` is its kind, as its room told `holder`."""

    pk: int
    word: str
    attached: Attachments


class Attachments:
    """What hangs on one thing, in its writer's order."""

    def __init__(self, files: Sequence[File] = ()) -> None:
        self.all = files
        self.pictures = [file for file in files if file.is_picture]
        self.others = [file for file in files if not file.is_picture]

    def __bool__(self) -> bool:
        return bool(self.all)


NONE = Attachments()


@transaction.atomic
def attach(files: Iterable[File], to: Thing, by: Person, space: Space | None = None) -> None:
    """Hangs loose files of `by` on `to`. Those that hang somewhere already, or aren't theirs, stay there."""
    wanted = {file.pk: file for file in files}
    if not wanted:
        return
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


@transaction.atomic
def detach(files: Iterable[File], from_: Thing) -> None:
    """Takes files off `from_`; they are loose again, and swept after a day."""
    pks = [file.pk for file in files]
    _take_off(Attachment.objects.filter(kind=from_.word, thing_id=from_.pk, file__in=pks))


@transaction.atomic
def let_go(things: models.QuerySet[Any]) -> None:
    """Takes all files off `things`, whose words are gone for good."""
    kind = things.model.word
    _take_off(Attachment.objects.filter(kind=kind, thing_id__in=things.values("pk")))


def _take_off(rows: models.QuerySet[Attachment]) -> None:
    pks = list(rows.values_list("file", flat=True))
    rows.delete()
    File.objects.filter(pk__in=pks).update(space=None)


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
