"""A leader's public page, and what is done there: asking, answering, booking, and saying what one wants."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.leadership.desk import ledger as cards
from knoop.leadership.desk import policy
from knoop.leadership.desk.forms_leading import AddHour, AnswerQuestion, AskLeader, Book, SayVision
from knoop.leadership.desk.models import Booking, LeaderPage, LeaderQuestion, OfficeHour, SlotIsTaken
from knoop.leadership.desk.record import record_of
from knoop.people.models import Person

MOST_QUESTIONS = 20


@require_safe
def ledger(request: HttpRequest, handle: str) -> HttpResponse:
    return _page(request, _leader(request, handle))


def _leader(request: HttpRequest, handle: str) -> Person:
    rows = Person.objects.for_profile().select_related("leader_page")
    found: Person = fetch(rows, request.user, handle=handle)
    if not policy.may_read_ledger(request.user, found):
        raise Http404
    return found


def _page(request: HttpRequest, leader: Person, status: int = 200, **forms: Any) -> HttpResponse:
    """With the form that was refused, as it was filled in."""
    me, is_own = request.user, request.user.pk == leader.pk
    questions = LeaderQuestion.objects.visible_to(me).filter(to=leader).for_page()[:MOST_QUESTIONS]
    mine = Booking.objects.visible_to(me).filter(hour__leader=leader).coming()
    context = {
        "leader": leader,
        "page": getattr(leader, "leader_page", None),
        "is_own": is_own,
        "columns": cards.columns(leader, me),
        "stories": cards.stories(leader, me),
        "questions": questions,
        "record": record_of(leader) if policy.may_read_record(me, leader) else None,
        "ask": None if is_own else AskLeader(),
        "book": None if is_own else Book(leader=leader),
        "bookings": mine,
        "answer": AnswerQuestion(),
    }
    return render(request, "desk/ledger.html", context | forms, status=status)


@require_POST
def question(request: HttpRequest, handle: str) -> HttpResponse:
    leader = _leader(request, handle)
    require(policy.may_ask(request.user, leader))
    form = AskLeader(request.POST)
    if not form.is_valid():
        return _page(request, leader, 422, ask=form)
    made = LeaderQuestion.objects.ask(request.user, leader, form.cleaned_data["text"])
    return redirect(f"{_address(leader)}#question-{made.pk}")


@require_POST
def question_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """By the leader it is asked of, and nobody for them."""
    found = fetch(LeaderQuestion.objects.select_related("to"), request.user, pk=pk)
    require(found.to_id == request.user.pk)
    form = AnswerQuestion(request.POST)
    if not form.is_valid():
        return _page(request, _leader(request, found.to.handle), 422, answer=form, refused=found.pk)
    found.say(request.user, form.cleaned_data["answer"])
    return redirect("desk" if "desk" in request.POST else f"{_address(found.to)}#question-{found.pk}")


@require_POST
def question_withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """By who asked, while it isn't answered."""
    found = fetch(LeaderQuestion.objects.select_related("to"), request.user, pk=pk)
    require(found.by_id == request.user.pk and found.answered_at is None)
    found.delete()
    return redirect(_address(found.to))


@require_POST
def booking(request: HttpRequest, handle: str) -> HttpResponse:
    leader = _leader(request, handle)
    require(policy.may_ask(request.user, leader))
    form = Book(request.POST, leader=leader)
    if form.is_valid():
        hour, at = form.chosen()
        try:
            hour.book(request.user, at, form.cleaned_data["about"])
            return redirect(f"{_address(leader)}#hours")
        except SlotIsTaken:
            form.add_error("at", form.fields["at"].error_messages["invalid_choice"])
    return _page(request, leader, 422, book=form)


@require_POST
def booking_end(request: HttpRequest, pk: int) -> HttpResponse:
    """By either of the two who would meet."""
    found = fetch(Booking.objects.select_related("hour__leader"), request.user, pk=pk)
    found.cancel(request.user)
    return redirect(f"{_address(found.hour.leader)}#hours")


@require_http_methods(["GET", "HEAD", "POST"])
def own_page(request: HttpRequest) -> HttpResponse:
    """What a leader says of themselves, and their office hours."""
    require(policy.may_have_desk(request.user))
    page = _own_words(request.user)
    form = SayVision(request.POST if request.method == "POST" else None, initial=_kept(page))
    if form.is_valid():
        page.say(form.cleaned_data["vision"], shows_record=form.cleaned_data["shows_record"])
        return redirect(_address(request.user))
    return _own(request, form, AddHour())


def _own_words(leader: Person) -> LeaderPage:
    return LeaderPage.objects.filter(person=leader).first() or LeaderPage(person=leader)


def _kept(page: LeaderPage) -> dict[str, object]:
    return {"vision": page.vision, "shows_record": page.shows_record}


def _own(request: HttpRequest, form: SayVision, hour: AddHour) -> HttpResponse:
    hours = request.user.office_hours.all()
    status = 422 if form.errors or hour.errors else 200
    context = {"form": form, "hour": hour, "hours": hours, "record": record_of(request.user)}
    return render(request, "desk/own_page.html", context, status=status)


@require_POST
def office_hours(request: HttpRequest) -> HttpResponse:
    require(policy.may_have_desk(request.user))
    form = AddHour(request.POST)
    if not form.is_valid():
        return _own(request, SayVision(initial=_kept(_own_words(request.user))), form)
    OfficeHour.objects.create(leader=request.user, **form.cleaned_data)
    return redirect("leader-page")


@require_POST
def office_hour_removal(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever booked in it is told, as when each is cancelled."""
    require(policy.may_have_desk(request.user))
    hour = request.user.office_hours.filter(pk=pk).first()
    if hour is None:
        raise Http404
    for made in hour.bookings.select_related("hour").filter(hour=hour):
        made.cancel(request.user)
    hour.delete()
    return redirect("leader-page")


def _address(leader: Person) -> str:
    return reverse("ledger", args=[leader.handle])
