"""What can be found: each kind of thing is declared once, in a room's `searched.py` or in search's own.

@source("page", _("Pages"), icon="book-open", verbs={"page.written": "page_id"})
class Pages(InSpaces):
    model = Page
    def told(self, ids): ...
    def shown(self, person, ids): ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Protocol

from django.db.models import Model, Q

from knoop.community.spaces.models import Space

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from knoop.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Told:
    """What the index is told of a thing; `text` may be plain words or Markdown."""

    thing_id: int
    at: datetime
    title: str = ""
    text: str = ""
    space_id: int | None = None
    author_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What a page of results shows of a thing, read as it is now."""

    thing: Model
    title: str
    text: str
    address: str
    at: datetime
    author: Person | None = None
    space: Space | None = None
    about: str = ""  # one line under the title: somebody's work, a space's purpose
    is_quiet: bool = False  # such as somebody who has left: below others


class Source(Protocol):
    model: ClassVar[type[Model]]
    ages: ClassVar[bool]

    def told(self, ids: Iterable[int]) -> Iterator[Told]:
        """Of those of `ids` that can be found; the others leave the index."""

    def visible(self, person: Person, path: str) -> Q:
        """The entries of this kind, at `path` of the row asked, that `person` may see."""

    def shown(self, person: Person, ids: Iterable[int]) -> Iterable[Shown]:
        """Of `ids`, those that `person` may see now: asked of the room's own rows, never of the index."""


class InSpaces:
    """Things that are seen by who sees their space."""

    ages: ClassVar[bool] = True

    def visible(self, person: Person, path: str) -> Q:
        return Q(**{f"{path}space__in": Space.objects.visible_to(person).values("pk")})


@dataclass(frozen=True)
class Kind:
    name: str
    label: Promise
    icon: str
    source: Source
    # What happens to such a thing, and which fact or "about" names it.
    verbs: Mapping[str, str] = field(default_factory=dict)
    # What takes long, such as reading files: done before anything is written, so that nobody waits for it.
    before: Callable[[Iterable[int]], None] = lambda _ids: None


_kinds: dict[str, Kind] = {}


def source[S: type](
    name: str, label: Promise, *, icon: str, verbs: Mapping[str, str], **more: Callable[[Iterable[int]], None]
) -> Callable[[S], S]:
    """Has things of the decorated class found under `label`; `verbs` names the fact that holds the id."""

    def declare(declared: S) -> S:
        _kinds[name] = Kind(name, label, icon, declared(), verbs, **more)
        from knoop.search.listeners import listen

        listen(_kinds[name])
        return declared

    return declare


def kinds() -> dict[str, Kind]:
    return _kinds


def visible(person: Person, path: str = "entry__") -> Q:
    """The entries that `person` may see: what each kind's own room says, and nothing else."""
    seen = Q(pk__in=[])
    shared = [kind.name for kind in _kinds.values() if isinstance(kind.source, InSpaces)]
    if shared:
        seen |= Q(**{f"{path}kind__in": shared}) & InSpaces().visible(person, path)
    for kind in _kinds.values():
        if kind.name not in shared:
            seen |= Q(**{f"{path}kind": kind.name}) & kind.source.visible(person, path)
    return seen
