"""Lists of meetings, page by page, each day under its own head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils import timezone

from knoop.web.paging import page_of

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
    onwards = rows.before if is_past else rows.after
    found, further = page_of(rows, moment="starts_at", size=PAGE, cursor=cursor, onwards=onwards)
    return Listing(found, further, is_past)
