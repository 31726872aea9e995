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


def figures(request: HttpRequest) -> dict[str, int]:
    """Of whoever is logged in; asked once a request, at the first that wants one."""
    if not hasattr(request, "figures"):
        counts = {name: Counted(rows(request.user).order_by()[:MOST]) for name, rows in _rows.items()}
        people = get_user_model()._default_manager.filter(pk=request.user.pk)
        names = list(counts)
        asked = people.order_by().annotate(**{f"figure{n}": counts[name] for n, name in enumerate(names)})
        found = asked.values_list(*(f"figure{n}" for n in range(len(names)))).get()
        request.figures = dict(zip(names, found, strict=True))
    asked_once: dict[str, int] = request.figures
    return asked_once
