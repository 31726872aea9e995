"""What signals add to pages of other rooms."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string

from knoop.base.written import written
from knoop.community.signals import alike as _alike  # noqa: F401  (these two fill places of their own)
from knoop.community.signals import confiding as _confiding  # noqa: F401
from knoop.community.signals.models import Signal
from knoop.community.spaces.models import Space
from knoop.people.models import Person
from knoop.web.slots import in_slot

SHOWN = 4
MOST = 20


@in_slot("nav", order=15)
def link(request: HttpRequest, _thing: object) -> str:
    return render_to_string("signals/link.html", {}, request)


@in_slot("space.tabs", order=25)
def tab(request: HttpRequest, space: Space) -> str:
    return render_to_string("signals/tab.html", {"space": space}, request)


@in_slot("composer.first")
def intents(request: HttpRequest, space: Space | str) -> str:
    """Signal and Propose, beside what is written as a post; of a page about a space in that space."""
    return render_to_string("signals/intents.html", {"space": space}, request)


@written
def to_answer(person: Person) -> QuerySet[Signal]:
    """What waits on somebody, what was promised first on top."""
    mine = Signal.objects.waiting().filter(Q(owner=person) | Q(brought_to=person))
    return mine.for_list().order_by("promised_on", "pk")[:MOST]


@in_slot("home.to_answer")
def waiting(request: HttpRequest, _thing: object) -> str:
    """The part of "For you to answer" that is signals; with its items as a list."""
    found = to_answer(request.user)
    if not found:
        return ""
    context = {"first": found[:SHOWN], "more": found[SHOWN:]}
    return render_to_string("signals/to_answer.html", context, request)


@written
def raised_by(person: Person) -> QuerySet[Signal]:
    return Signal.objects.filter(raiser=person).for_list()[:SHOWN]


@in_slot("home.beside", order=10)
def own(request: HttpRequest, _thing: object) -> str:
    """My own signals always show their state."""
    found = raised_by(request.user)
    return render_to_string("signals/own.html", {"signals": found}, request) if found else ""


@in_slot("keys")
def keys(request: HttpRequest, _thing: object) -> str:
    return render_to_string("signals/keys.html", {}, request)
