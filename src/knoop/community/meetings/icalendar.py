"""Meetings as calendar programs read them (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar
from icalendar import Event as Entry

if TYPE_CHECKING:
    from knoop.community.meetings.models import Meeting


def calendar(meetings: Iterable[Meeting], name: str = "") -> bytes:
    """Each with the same UID however often it's read: a change changes, a cancellation strikes out."""
    made = Calendar()
    made.add("prodid", "-//Knoop//NL")
    made.add("version", "2.0")
    if name:
        made.add("x-wr-calname", name)
    for meeting in meetings:
        made.add_component(_entry(meeting))
    written: bytes = made.to_ical()
    return written


def _entry(meeting: Meeting) -> Entry:
    entry = Entry()
    address = settings.ADDRESS + meeting.get_absolute_url()
    entry.add("uid", f"meeting-{meeting.pk}@{urlsplit(settings.ADDRESS).hostname}")
    entry.add("dtstamp", meeting.changed_at or meeting.planned_at)
    entry.add("last-modified", meeting.changed_at or meeting.planned_at)
    entry.add("dtstart", meeting.starts_at)
    entry.add("dtend", meeting.ends_at)
    entry.add("summary", meeting.title)
    entry.add("url", address)
    entry.add("description", "\n\n".join(part for part in (meeting.text, meeting.link, address) if part))
    if meeting.place:
        entry.add("location", meeting.place)
    entry.add("status", "CANCELLED" if meeting.is_cancelled else "CONFIRMED")
    if meeting.is_cancelled:
        entry.add("comment", meeting.cancelled_because or _("Cancelled"))
    return entry
