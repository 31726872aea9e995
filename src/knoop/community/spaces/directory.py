"""The list of spaces: one's own first, the others page by page, subspaces below their parents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from knoop.base import keyset
from knoop.community.spaces.models import Membership, Space

if TYPE_CHECKING:
    from knoop.community.spaces.models import SpaceQuerySet
    from knoop.people.models import Person

PAGE = 40
SUGGESTED = 3


@dataclass(frozen=True)
class Directory:
    mine: list[Space]
    others: list[Space]
    next: str  # cursor of the next page, or nothing at the end
    is_first: bool
    is_filtered: bool
    suggested: list[Space] = field(default_factory=list)

    def __iter__(self) -> Iterator[Space]:
        yield from self.mine
        yield from self.others

    @property
    def is_empty(self) -> bool:
        return not (self.mine or self.others)


def directory(person: Person, words: str, which: str, cursor: str) -> Directory:
    """What `person` knows of, of one kind `which` and with all `words` in its name or purpose."""
    known = _matching(Space.known.visible_to(person), words, which)
    is_filtered = bool(words.strip() or which)
    own = Membership.objects.filter(person=person).values("space")
    mine = known.filter(pk__in=own)
    others = known.exclude(pk__in=own)
    if not which and not words.strip():  # the whole tree: below mine stands what is below it
        mine, others = known.filter(Q(pk__in=own) | Q(above__in=own)), others.exclude(above__in=own)
    if cursor or which == "others":
        mine = known.none()
    roots = others if words.strip() else others.filter(~Exists(others.filter(pk=OuterRef("above"))))
    page = list(_onwards(roots, cursor).for_list(person)[: PAGE + 1]) if which != "mine" else []
    shown = page[:PAGE]
    below = others.filter(above__in=[space.pk for space in shown]).for_list(person) if shown else ()
    last = shown[-1] if len(page) > PAGE else None
    return Directory(
        mine=nested(mine.for_list(person)),
        others=nested([*shown, *(space for space in below if space not in shown)]),
        next=keyset.write_name(last.name, last.pk) if last else "",
        is_first=not cursor,
        is_filtered=is_filtered,
        suggested=[] if cursor or is_filtered or person.is_guest else _suggested(person),
    )


def _matching(spaces: SpaceQuerySet, words: str, which: str) -> SpaceQuerySet:
    spaces = spaces.exclude(archival=None) if which == "archived" else spaces.current()
    if which in ("open", "request"):
        spaces = spaces.filter(openness=which)
    for word in words.split():
        spaces = spaces.filter(Q(name__icontains=word) | Q(purpose__icontains=word))
    return spaces


def _onwards(spaces: SpaceQuerySet, cursor: str) -> SpaceQuerySet:
    if not cursor:
        return spaces
    name, pk = keyset.read_name(cursor)
    return spaces.filter(Q(name__gt=name) | Q(name=name, pk__gt=pk))


def _suggested(person: Person) -> list[Space]:
    known = Space.known.visible_to(person).current()
    asked = known.filter(requests__person=person, requests__decided_at=None)
    return list(known.exclude(pk__in=asked.values("pk")).suggested_to(person)[:SUGGESTED])


def nested(spaces: Iterable[Space]) -> list[Space]:
    """In the order they came, each with its subspaces behind it; `is_below` says which those are."""
    spaces = list(spaces)
    here = {space.pk for space in spaces}
    below: dict[int, list[Space]] = defaultdict(list)
    for space in spaces:
        space.is_below = space.above_id in here
        if space.is_below:
            below[space.above_id].append(space)
    return [one for space in spaces if not space.is_below for one in (space, *below[space.pk])]
