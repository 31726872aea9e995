"""What events hold of somebody: those they plan and those they come to."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from knoop.base import markdown
from knoop.community.meetings.models import Meeting
from knoop.people.holdings import Fate, Holding, Line, holds
from knoop.people.leaving import Leaving


def erase(leaving: Leaving) -> tuple[()]:
    for meeting in Meeting.objects.coming().filter(enrolments__person=leaving.person):
        meeting.withdraw(leaving.person)  # so that who waits for the place gets it
    named = Q(organiser=leaving.person)
    for column in ("title", "text", "place", "cancelled_because"):
        named |= Q(**{f"{column}__icontains": leaving.mention})
    for meeting in Meeting.objects.filter(named):
        _reword(meeting, leaving)
        leaving.changed["meeting"].add(meeting.pk)
    return ()


def _reword(meeting: Meeting, leaving: Leaving) -> None:
    is_own = meeting.organiser_id == leaving.person.pk
    said = leaving.nameless if is_own else leaving.unnamed
    if is_own and leaving.takes_words:
        meeting.title, meeting.text, meeting.place, meeting.link = leaving.removed, "", "", ""
        meeting.cancelled_because = ""
    meeting.title, meeting.text = said(meeting.title)[:160], said(meeting.text)
    meeting.place = said(meeting.place)[:200]
    meeting.cancelled_because = said(meeting.cancelled_because)[:300]
    meeting.html = markdown.render(meeting.text)
    meeting.save(update_fields=["title", "text", "html", "place", "link", "cancelled_because"])


holds(
    Holding(
        "meetings",
        _("Events"),
        lines=[
            Line(
                "meetings.Meeting.organiser",
                ngettext_lazy("%(count)d event you planned", "%(count)d events you planned", "count"),
                Fate.STAYS,
                ("title", "text", "starts_at", "ends_at", "place", "space__name"),
            ),
            Line(
                "meetings.Enrolment.person",
                ngettext_lazy(
                    "%(count)d event you signed up for", "%(count)d events you signed up for", "count"
                ),
                Fate.GOES,
                ("meeting__title", "is_waiting", "at"),
            ),
            Line(
                "meetings.Feed.person",
                ngettext_lazy(
                    "the address of your calendar", "%(count)d addresses of your calendar", "count"
                ),
                Fate.GOES,
                ("key",),
            ),
        ],
        erase=erase,
    )
)
