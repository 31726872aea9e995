"""What dialogue adds to pages of other rooms: at home what is open for somebody and what waits on them."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string

from knoop.base import clock
from knoop.base.written import written
from knoop.leadership.dialogue import policy
from knoop.leadership.dialogue.days import DayQuerySet
from knoop.leadership.dialogue.models import Day, Dialogue, DialogueQuerySet
from knoop.leadership.dialogue.rounds import took_part
from knoop.people.models import Person
from knoop.web.figures import figure, figures
from knoop.web.slots import in_slot

SHOWN = 3
MOST = 10


@figure("dialogues that aren't answered")
def unanswered(person: Person) -> DialogueQuerySet:
    """What is asked of somebody, and what they asked."""
    return Dialogue.objects.filter(policy.visible(person), answered_at=None)


@figure("days along that aren't told of")
def untold(person: Person) -> DayQuerySet:
    return Day.objects.filter(leader=person, told_at=None)


@in_slot("nav", order=60)
def link(request: HttpRequest, _thing: object) -> str:
    """For who begins them; others find what is open at home and in their notices."""
    if not policy.may_begin(request.user):
        return ""
    return render_to_string("dialogue/link.html", {}, request)


@written
def waits_on(person: Person, at: datetime) -> QuerySet[Dialogue]:
    return Dialogue.objects.waiting(at).filter(by=person).for_list()[:MOST]


@in_slot("home.to_answer", order=60)
def waiting(request: HttpRequest, _thing: object) -> str:
    """Who never begins anything isn't asked for what waits on them."""
    if not policy.may_begin(request.user):
        return ""
    counted, me = figures(request), request.user
    asked = waits_on(me, clock.now()) if counted["dialogues that aren't answered"] else []
    is_due = counted["days along that aren't told of"]
    days = list(Day.objects.filter(leader=me).waiting().for_list()[:MOST]) if is_due else []
    context = {"dialogues": asked, "days": days}
    return render_to_string("dialogue/to_answer.html", context, request) if any(context.values()) else ""


@written
def open_for(person: Person, at: datetime) -> QuerySet[Dialogue]:
    return Dialogue.objects.filter(policy.asked(person)).exclude(by=person).running(at).for_list()[:MOST]


@in_slot("home.beside", order=15)
def open_now(request: HttpRequest, _thing: object) -> str:
    """Rounds until somebody took part in them, sessions until they are over."""
    if not figures(request)["dialogues that aren't answered"]:
        return ""
    found = [one for one in open_for(request.user, clock.now()) if not _is_done(one, request.user)][:SHOWN]
    return render_to_string("dialogue/open_now.html", {"dialogues": found}, request) if found else ""


def _is_done(dialogue: Dialogue, person: Person) -> bool:
    return dialogue.is_round and took_part(dialogue, person)
