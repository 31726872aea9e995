"""What is held of a person: each room says it once, with what becomes of it when somebody is erased.

A room keeps this in its `holdings.py`, which is read at the start:

    holds(Holding("posts", _("Posts"), lines=[
        Line("posts.Draft.author", ngettext_lazy("%(count)d draft", "%(count)d drafts", "count"),
             Fate.GOES, ("text", "changed_at")),
    ]))

A test refuses a column that points at people and that no holding names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from knoop.people.leaving import Leaving
    from knoop.people.models import Person


class Fate(Enum):
    """What becomes of rows when the person they name is erased."""

    GOES = _("deleted with your account")
    STAYS = _("stays, by “former member”")
    FREED = _("stays, without you")  # the column is emptied


@dataclass(frozen=True)
class Line:
    """The rows of one table that name a person by one column, such as "posts.Draft.author"."""

    rows: str
    says: Any  # how many, in words: an ngettext_lazy with %(count)d
    fate: Fate
    tells: Sequence[str] = ()  # the columns that an export holds; none: their number says all
    until: str | Promise = ""  # how long they're kept, where that isn't as long as the account
    called: str = ""  # the list in an export, where the table's own name won't do

    @property
    def column(self) -> str:
        return self.rows.rsplit(".", 1)[1]

    @property
    def model(self) -> type[models.Model]:
        label, name, _column = self.rows.split(".")
        return apps.get_model(label, name)

    @property
    def name(self) -> str:
        """Of its list in an export: "posts.PostReaction.person" is post_reactions."""
        return self.called or "_".join(str(self.model._meta.verbose_name_plural).lower().split())

    def of(self, person: object) -> models.QuerySet[Any]:
        return self.model._base_manager.filter(**{self.column: person})

    def exported(self, person: Person) -> Iterator[dict[str, Any]]:
        for row in self.of(person).order_by("pk").values(*self.tells).iterator(chunk_size=1000):
            yield {column.replace("__", "_"): value for column, value in row.items()}

    def let_go(self, person: Person) -> None:
        rows = self.of(person)
        if self.fate is Fate.GOES:
            rows.delete()
        elif self.fate is Fate.FREED:
            rows.update(**{self.column: None})


type Erasing = Callable[[Leaving], Iterable[str]]
type Lists = Callable[[Person], dict[str, Iterable[Any]]]
type Files = Callable[[Person], Iterator[tuple[str, str]]]


@dataclass(frozen=True)
class Holding:
    key: str
    title: str | Promise
    lines: Sequence[Line] = ()
    before: Callable[[Leaving], None] | None = None  # while all is still there
    # What more there is to do than each line's fate, before it; gives the names of stored files to delete.
    erase: Erasing | None = None
    # After all is committed: may be done twice.
    afterwards: Callable[[], None] | None = None
    more: Lists | None = None  # lists for the export that no line holds
    files: Files | None = None  # for the export: the name in it, and where it is stored
    words: str | Promise = ""  # said below the lines
    order: int = 50  # in which rooms let go

    def let_go(self, leaving: Leaving) -> set[str]:
        stored = set(self.erase(leaving)) if self.erase else set()
        for line in self.lines:
            line.let_go(leaving.person)
        return stored

    def exported(self, person: Person) -> dict[str, Iterable[Any]]:
        lists: dict[str, Iterable[Any]] = {
            line.name: line.exported(person) for line in self.lines if line.tells
        }
        return lists | (self.more(person) if self.more else {})


_holdings: dict[str, Holding] = {}


def holds(holding: Holding) -> None:
    """Raises ValueError when a room of that name said already what it holds."""
    if holding.key in _holdings:
        raise ValueError(f"Two rooms say what {holding.key!r} holds of people. Give one another key.")
    _holdings[holding.key] = holding


def known() -> list[Holding]:
    return sorted(_holdings.values(), key=lambda one: one.order)


def named() -> list[str]:
    """All columns that some room answers for, such as "posts.Draft.author"."""
    return [line.rows for holding in _holdings.values() for line in holding.lines]


def columns() -> set[str]:
    """All columns of all tables that point at people."""
    person = apps.get_model("people", "Person")
    return {
        f"{model._meta.label}.{column.name}"
        for model in apps.get_models(include_auto_created=True)
        for column in model._meta.get_fields()
        if isinstance(column, models.ForeignKey) and column.related_model is person
    }


@dataclass(frozen=True)
class Kept:
    """What a page says of one line."""

    words: str
    fate: str | Promise
    until: str | Promise


@dataclass(frozen=True)
class Room:
    title: str | Promise
    lines: list[Kept] = field(default_factory=list)
    words: str | Promise = ""


def rooms_of(person: Person) -> list[Room]:
    """What is kept of somebody, by room and in words; what there is nothing of is left out. One query."""
    holdings = known()
    counts = _counts(person, [line for holding in holdings for line in holding.lines])
    rooms = [
        Room(
            holding.title,
            [
                Kept(str(line.says % {"count": counts[line.rows]}), line.fate.value, line.until)
                for line in holding.lines
                if counts[line.rows]
            ],
            holding.words,
        )
        for holding in holdings
    ]
    return [room for room in rooms if room.lines]


def _counts(person: Person, lines: Iterable[Line]) -> dict[str, int]:
    mine = apps.get_model("people", "Person")._base_manager.filter(pk=person.pk)
    asked = {f"n{number}": line for number, line in enumerate(lines)}
    counted = {
        name: Coalesce(
            models.Subquery(
                line.of(models.OuterRef("pk"))
                .order_by()
                .values(line.column)
                .annotate(n=models.Count("pk"))
                .values("n")
            ),
            0,
        )
        for name, line in asked.items()
    }
    row = mine.values(**counted).get()
    return {line.rows: row[name] for name, line in asked.items()}
