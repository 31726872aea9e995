"""What meetings add to pages of other rooms."""

from datetime import datetime

from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string

from knoop.base import clock
from knoop.base.written import written
from knoop.community.meetings.models import Meeting
from knoop.community.spaces.models import Space
from knoop.people.models import Person
from knoop.web.slots import in_slot

SHOWN = 3


@in_slot("nav", order=40)
def link(request: HttpRequest, _thing: object) -> str:
    return render_to_string("meetings/link.html", {}, request)


@written
def soon(person: Person, at: datetime) -> QuerySet[Meeting]:
    mine = Meeting.objects.visible_to(person).that_concern(person).filter(cancelled_at=None)
    return mine.coming(at).for_list(person)[:SHOWN]


@in_slot("home.beside", order=20)
def coming_up(request: HttpRequest, _thing: object) -> str:
    """The next few that somebody may come to."""
    coming = soon(request.user, clock.now())
    return render_to_string("meetings/coming_up.html", {"coming": coming}, request) if coming else ""


@in_slot("space.tabs", order=30)
def tab(request: HttpRequest, space: Space) -> str:
    return render_to_string("meetings/tab.html", {"space": space}, request)
