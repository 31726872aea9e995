"""Queries that are written once. Django takes longer to write a long query than a database to answer it.

    @written
    def unread(person: Person, since: datetime) -> QuerySet[Message]:
        return Message.objects.visible_to(person).filter(sent_at__gte=since)

    unread(person, since)  # a list; Django wrote the SQL at the first call, of whoever that was

Numbers, moments, `Sought` or `Said` words and tuples of them take the place of those the query was written
with; a tuple names rows, and doesn't mind to name some twice. Of a person only the number takes a place:
people who are alike by their `likeness` share a query, and a policy that asks more of them raises while it is
written. All other arguments (other words, truths, None, about how long a tuple is) make a query of their own.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import wraps
from threading import Lock
from typing import Any, Protocol, cast, runtime_checkable

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import QuerySet

from knoop.base import clock

LARGEST = 2**63 - 1  # that a database knows
FIRST_NUMBER = 9_100_000_000_000_000_001  # no row has these
FIRST_MOMENT = datetime(9000, 1, 1, 1, 1, 1, 1, tzinfo=UTC)
MARKED = (int, str, datetime)  # what a parameter that was marked can be
MOST = 200  # kept of one function; more means that what differs isn't a shape


class Sought(str):
    """A word that rows are searched for, by icontains or the like."""


class Said(str):
    """Words that go to the database as they are."""


@runtime_checkable
class Somebody(Protocol):
    pk: int

    @property
    def likeness(self) -> Hashable:
        """All that policies ask of a person, but who it is."""

    def stand_in(self, pk: int) -> Somebody:
        """Somebody alike with this number, of whom nothing else is known."""


type Value = int | datetime | Sought | Said
type Build = Callable[..., QuerySet[Any, Any]]


def written[Row](build: Callable[..., QuerySet[Any, Row]]) -> Callable[..., list[Row]]:
    """The rows that `build` names, as a list. What it names may depend on its arguments alone."""
    kept: dict[Hashable, _Written] = {}
    lock = Lock()

    def write(key: Hashable, given: tuple[Any, ...]) -> _Written:
        with lock:
            if key not in kept:  # nobody wrote it meanwhile
                if len(kept) >= MOST:
                    kept.clear()
                kept[key] = _Written(build, given)
            return kept[key]

    @wraps(build)
    def rows(*given: Any) -> list[Row]:
        given = tuple(_filled(one) if isinstance(one, tuple) else one for one in given)
        shape = tuple(_shape(one) for one in given)
        key = (connection.vendor, shape)
        found = kept.get(key) or write(key, given)
        return found.rows(list(_values(given)))

    return rows


def _filled(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """To a power of two, so that tuples of all lengths need few queries."""
    lacking = (1 << (len(values) - 1).bit_length()) - len(values) if values else 0
    return values + values[-1:] * lacking


def _shape(value: Any) -> Hashable:
    if isinstance(value, Somebody):
        return (type(value), value.likeness)
    if isinstance(value, tuple):
        return tuple(_shape(one) for one in value)
    return cast("Hashable", type(value)) if _is_value(value) else value


def _is_value(value: Any) -> bool:
    return isinstance(value, int | datetime | Sought | Said) and not isinstance(value, bool)


def _values(given: Any) -> Iterator[Value]:
    for one in given:
        if isinstance(one, Somebody):
            yield one.pk
        elif isinstance(one, tuple):
            yield from _values(one)
        elif _is_value(one):
            yield one


class _Marks:
    """Values that occur nowhere else, by which a parameter is known again."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.made: list[Value] = []

    def of(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(self.of(one) for one in value)
        if isinstance(value, Somebody):
            return value.stand_in(self._new(int))
        return self._new(type(value)) if _is_value(value) else value

    def _new(self, kind: type) -> Any:
        number = self.first + len(self.made)
        if issubclass(kind, datetime):
            mark: Value = FIRST_MOMENT + timedelta(seconds=number)
        else:
            mark = cast("Value", kind(f"said{number}")) if issubclass(kind, str) else FIRST_NUMBER + number
        self.made.append(mark)
        return mark


@dataclass(frozen=True)
class _Sql:
    """What a query says, with the place of the value that comes in at each parameter, or what stays there."""

    words: str
    parameters: tuple[tuple[int | None, Any], ...]


class _Written:
    def __init__(self, build: Build, given: tuple[Any, ...]) -> None:
        self.queryset, self.compiler, self.sql = self._write(build, given, 0)
        # Written with other values all must be the same, or something was made of one of them.
        if self._write(build, given, 100_000)[2] != self.sql:
            raise TypeError(f"{build.__name__} makes something else of a value before it's asked for.")

    @staticmethod
    def _write(build: Build, given: tuple[Any, ...], first: int) -> tuple[Any, Any, _Sql]:
        marks = _Marks(first)
        with clock.stopped():
            queryset: Any = build(*marks.of(given))
        if queryset._prefetch_related_lookups:
            raise TypeError(f"{build.__name__} prefetches: more than one query can't be kept.")
        places = {_asked(mark): place for place, mark in enumerate(marks.made)}
        compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        try:
            words, parameters = compiler.as_sql()
        except EmptyResultSet:
            words, parameters = "", ()
        found = (places.get(one) if isinstance(one, MARKED) else None for one in parameters)
        kept = tuple(
            (place, None if place is not None else one) for place, one in zip(found, parameters, strict=True)
        )
        return queryset, compiler, _Sql(words, kept)

    def rows(self, values: list[Value]) -> list[Any]:
        if not self.sql.words:
            return []
        ready = [_asked(value) for value in values]
        parameters = tuple(one if place is None else ready[place] for place, one in self.sql.parameters)
        compiler = copy.copy(self.compiler)
        compiler.connection = connections[DEFAULT_DB_ALIAS]  # of this thread
        compiler.as_sql = lambda: (self.sql.words, parameters)
        queryset = self.queryset._chain()
        queryset.query.get_compiler = lambda *_words, **_more: compiler
        return list(queryset._iterable_class(queryset))


def _asked(value: Value) -> Any:
    """As the database is asked for it."""
    if isinstance(value, Sought):
        return f"%{connection.ops.prep_for_like_query(value)}%"
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, Said):
        return str(value)
    return min(value, LARGEST)  # an address may hold any number
