"""Lists of meetings, page by page, each day under its own head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils import timezone

from knoop.base import keyset

if TYPE_CHECKING:
    from knoop.community.meetings.models import Meeting, MeetingQuerySet
    from knoop.people.models import Person

PAGE = 30


@dataclass(frozen=True)
class Listing:
    meetings: list[Meeting]
    next: str  # cursor of the next page, or nothing at the end
    is_past: bool

    @property
    def months(self) -> Iterator[tuple[date, list[Meeting]]]:
        for month, some in groupby(self.meetings, _month):
            yield month, list(some)


def _month(meeting: Meeting) -> date:
    return timezone.localdate(meeting.starts_at).replace(day=1)


def listing(meetings: MeetingQuerySet, person: Person, *, is_past: bool, cursor: str = "") -> Listing:
    """The page of coming or past `meetings` at `cursor`, in one query. Raises Http404 for a wrong one."""
    rows = (meetings.past() if is_past else meetings.coming()).for_list(person)
    if cursor:
        try:
            place = keyset.read(cursor)
        except keyset.NotACursor as fault:
            raise Http404(str(fault)) from fault
        rows = rows.before(*place) if is_past else rows.after(*place)
    page = list(rows[: PAGE + 1])
    last = page[PAGE - 1] if len(page) > PAGE else None
    return Listing(page[:PAGE], keyset.write(last.starts_at, last.pk) if last else "", is_past)
