"""What signals add to pages of other rooms."""

from __future__ import annotations

from django.db.models import Case, F, IntegerField, Q, QuerySet, When, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest
from django.template.loader import render_to_string

from knoop.base.written import written
from knoop.community.signals import alike as _alike  # noqa: F401  (these two fill places of their own)
from knoop.community.signals import confiding as _confiding  # noqa: F401
from knoop.community.signals.kinds import State
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
def at_home(person: Person) -> QuerySet[Signal]:
    """What waits on somebody and what they raised; of each those promised first, then the newest."""
    theirs = Q(owner=person) | Q(brought_to=person)
    over = Q(state=State.TOLD, promised_on=None)
    waits = Case(When(theirs & ~over & Q(merged_into=None), then=1), default=0, output_field=IntegerField())
    order = [F("promised_on").asc(nulls_last=True), F("raised_at").desc(), F("pk").desc()]
    place = Window(RowNumber(), partition_by=[F("waits_on_me")], order_by=order)
    found = Signal.objects.filter(Q(raiser=person) | (theirs & ~over)).annotate(waits_on_me=waits)
    return found.annotate(place=place).filter(place__lte=MOST).for_list().order_by("place", "pk")


def _at_home(request: HttpRequest) -> list[Signal]:
    """Asked once for both places on the page."""
    if not hasattr(request, "signals_at_home"):
        request.signals_at_home = at_home(request.user)
    found: list[Signal] = request.signals_at_home
    return found


@in_slot("home.to_answer")
def waiting(request: HttpRequest, _thing: object) -> str:
    """The part of "For you to answer" that is signals."""
    found = [signal for signal in _at_home(request) if signal.waits_on_me]
    if not found:
        return ""
    context = {"first": found[:SHOWN], "more": found[SHOWN:]}
    return render_to_string("signals/to_answer.html", context, request)


@in_slot("home.beside", order=10)
def own(request: HttpRequest, _thing: object) -> str:
    """My own signals always show their state."""
    found = [signal for signal in _at_home(request) if signal.raiser_id == request.user.pk]
    return render_to_string("signals/own.html", {"signals": found[:SHOWN]}, request) if found else ""


@in_slot("keys")
def keys(request: HttpRequest, _thing: object) -> str:
    return render_to_string("signals/keys.html", {}, request)
