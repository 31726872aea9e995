"""Lists page by page: which rows are shown, and the cursor of the page behind them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from knoop.base import keyset

type Onwards[Rows] = Callable[[datetime, int], Rows]


def page_of[Rows: QuerySet[Any]](
    rows: Rows, *, moment: str, size: int, cursor: str = "", onwards: Onwards[Rows] | None = None
) -> tuple[list[Any], str]:
    """The first `size` of `rows`, or those behind `cursor`, in one query; then the next cursor or nothing.

    moment: the field that rows are in order of. onwards: what the rows have behind a moment and an id, by
    default their own `before`. Raises Http404 for a cursor that `keyset` didn't write.
    """
    if cursor:
        rows = (onwards or rows.before)(*place(cursor))  # type: ignore[attr-defined]
    return cut(list(rows[: size + 1]), moment=moment, size=size)


def cut(found: list[Any], *, moment: str, size: int) -> tuple[list[Any], str]:
    """The page of `size` of one row more; then the cursor behind it, or nothing."""
    last = found[size - 1] if len(found) > size else None
    return found[:size], keyset.write(getattr(last, moment), last.pk) if last else ""


def place(cursor: str) -> tuple[datetime, int]:
    """Where in a list `cursor` stands. Raises Http404 for one that `keyset` didn't write."""
    try:
        return keyset.read(cursor)
    except keyset.NotACursor as fault:
        raise Http404(str(fault)) from fault
