"""What the frame of a page counts for whoever looks, as unread messages; all rooms' figures in one query.

A room names its figure in `slots.py`, by the rows that count:

    @figure("unread conversations")
    def unread(person):
        return Participation.objects.unread(person)
"""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import IntegerField, QuerySet, Subquery
from django.http import HttpRequest

from knoop.base.written import written

type Rows = Callable[[Any], QuerySet[Any, Any]]

MOST = 100
_rows: dict[str, Rows] = {}


class Counted(Subquery):
    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


def figure(name: str) -> Callable[[Rows], Rows]:
    """Counts, up to a hundred, the rows that the decorated function names for a person."""

    def add(rows: Rows) -> Rows:
        _rows[name] = rows
        return rows

    return add


@written
def _counts(person: Any) -> QuerySet[Any, tuple[int, ...]]:
    counts = [Counted(rows(person).order_by()[:MOST]) for rows in _rows.values()]
    names = {f"figure{number}": count for number, count in enumerate(counts)}
    people = get_user_model()._default_manager.order_by().filter(pk=person.pk)
    return people.annotate(**names).values_list(*names)


def figures(request: HttpRequest) -> dict[str, int]:
    """Of whoever is logged in; asked once a request, at the first that wants one."""
    if not hasattr(request, "figures"):
        request.figures = dict(zip(_rows, _counts(request.user)[0], strict=True))
    asked_once: dict[str, int] = request.figures
    return asked_once
