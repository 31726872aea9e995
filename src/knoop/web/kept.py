"""Parts of a page that were made before, for whom the same stands in them.

A feed is the same twenty posts for many readers, and making their HTML took most of the time of a page. A
part in `{% kept post … %}` is made once and kept under all that was given to it: every loaded column, count
and mark of the rows, the language, the time zone, and how long ago each of its moments was. The part sees
nothing but what it's given — no request, no user —, so what is in it can't differ between two who give the
same. When anything changes it's asked for under another key; nothing is ever thrown away but for room.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import lru_cache
from threading import Lock
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import FETCH_RAISE, Model, QuerySet
from django.db.models.fields.files import FieldFile
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from knoop.base import clock

ROOM = 32 * 1024 * 1024  # characters, for each process
TOKEN = "the-token-of-the-form"  # noqa: S105 - stands for the reader's own
PLAIN = frozenset({str, int, bool, type(None), float, bytes, SafeString, UUID, date})


class Unkeepable(Exception):
    """Something was given that may say other things later, such as rows that aren't read yet."""


class Kept:
    """Least lately asked for goes first, when there's no more room."""

    def __init__(self, room: int = ROOM) -> None:
        self.room = room
        self.taken = 0
        self.parts: OrderedDict[Hashable, str] = OrderedDict()
        self.lock = Lock()

    def part(self, key: Hashable, make: Callable[[], str]) -> str:
        with self.lock:
            found = self.parts.get(key)
            if found is not None:
                self.parts.move_to_end(key)
                return found
        made = make()
        with self.lock:
            if key not in self.parts:
                self.parts[key] = made
                self.taken += len(made)
            while self.taken > self.room:
                self.taken -= len(self.parts.popitem(last=False)[1])
        return made

    def forget(self) -> None:
        with self.lock:
            self.parts.clear()
            self.taken = 0


parts = Kept()


class Keys:
    """What parts of one page are kept under; `of` is equal for two that are given the same."""

    def __init__(self) -> None:
        self.language, self.where = get_language(), timezone.get_current_timezone_name()
        self.now = now = clock.now()
        self.year = _year(now.replace(minute=0, second=0, microsecond=0), self.where)
        self.above: set[int] = set()  # rows that point at each other: post and preview
        self.rows: dict[int, tuple[Model, Hashable]] = {}  # given to many parts, such as the post of answers

    def of(self, place: Hashable, given: dict[str, Any]) -> Hashable:
        """Raises Unkeepable."""
        return (place, self.language, self.where, *[self._of(value) for value in given.values()])

    def _of(self, value: Any) -> Hashable:
        kind = type(value)
        if kind in PLAIN:
            return value  # type: ignore[no-any-return]
        if kind is datetime:
            return value, self._age(value)
        if isinstance(value, Model):
            return self._row(value)
        if kind is list or kind is tuple:
            return tuple([self._of(one) for one in value])
        return self._other(value)

    def _age(self, moment: datetime) -> int:
        """Another whenever the words for how long ago that was could be others."""
        minutes = int((self.now - moment).total_seconds() // 60)
        if minutes < 60:
            return minutes
        return 60 + minutes // 60 if minutes < 24 * 60 else -self.year * 1_000_000

    def _row(self, row: Model) -> Hashable:
        if id(row) in self.above:
            return ()
        if known := self.rows.get(id(row)):
            return known[1]
        state = row._state
        if state.fetch_mode is not FETCH_RAISE:
            raise Unkeepable(f"{type(row).__name__} may read more by itself")
        self.above.add(id(row))
        frozen: list[Hashable] = [type(row)]
        for name, value in row.__dict__.items():
            if name != "_state":
                frozen += name, value if type(value) in PLAIN else self._of(value)
        for name, related in state.fields_cache.items():
            frozen += name, None if related is None else self._row(related)
        self.above.discard(id(row))
        if not self.above:
            self.rows[id(row)] = row, tuple(frozen)
        return tuple(frozen)

    def _other(self, value: Any) -> Hashable:
        if isinstance(value, dict):
            return tuple([(name, self._of(one)) for name, one in value.items()])
        if isinstance(value, (list, tuple)):
            return type(value), tuple([self._of(one) for one in value])
        if isinstance(value, QuerySet) and value._result_cache is not None:
            return tuple([self._of(row) for row in value._result_cache])
        if is_dataclass(value) and not isinstance(value, type):
            return type(value), tuple([self._of(getattr(value, one.name)) for one in fields(value)])
        if isinstance(value, FieldFile):
            return value.name
        if isinstance(value, str):  # a choice of a field
            return str(value)
        raise Unkeepable(type(value).__name__)


@lru_cache(maxsize=64)
def _year(hour: datetime, where: str) -> int:
    return hour.astimezone(ZoneInfo(where)).year
