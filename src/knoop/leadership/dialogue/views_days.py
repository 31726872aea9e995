"""Days along with a team: which are offered, and each with what a leader saw there."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.leadership.dialogue import policy
from knoop.leadership.dialogue.models import Day, DayIsTaken
from knoop.leadership.dialogue.taking_part import OfferDay, React, TellDay
from knoop.web.paging import page_of

PAGE = 20
MOST = 50


@require_safe
def days(request: HttpRequest) -> HttpResponse:
    require(not request.user.is_guest)
    rows, cursor = Day.objects.visible_to(request.user).for_list(), request.GET.get("from", "")
    told, further = page_of(rows.told(), moment="told_at", size=PAGE, cursor=cursor)
    context = {
        "offered": [] if cursor else rows.offered()[:MOST],
        "coming": [] if cursor else rows.coming()[:MOST],
        "waiting": [] if cursor else rows.waiting()[:MOST],
        "told": told,
        "next": further,
        "is_first": not cursor,
        "may_offer": policy.may_offer_day(request.user),
    }
    part = "#told" if request.htmx and cursor else ""
    return render(request, f"dialogue/days.html{part}", context)


@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest) -> HttpResponse:
    require(policy.may_offer_day(request.user))
    form = OfferDay(request.POST if request.method == "POST" else None)
    if form.is_valid():
        said = form.cleaned_data
        unit = request.user.unit
        return redirect(Day.objects.offer(request.user, unit, said["on"], said["text"], said["once"]))
    return render(request, "dialogue/new_day.html", {"form": form}, status=422 if form.errors else 200)


def _found(request: HttpRequest, pk: int) -> Day:
    return fetch(Day.objects.for_list(), request.user, pk=pk)


@require_safe
def day(request: HttpRequest, pk: int) -> HttpResponse:
    return _day(request, _found(request, pk))


def _day(
    request: HttpRequest,
    found: Day,
    tell: TellDay | None = None,
    remark: React | None = None,
    status: int = 200,
) -> HttpResponse:
    person = request.user
    context = {
        "day": found,
        "remarks": list(found.remarks.select_related("by").order_by("at", "pk")),
        "may_come": policy.may_come(person, found),
        "may_give_back": person.pk == found.leader_id and found.is_to_come,
        "tell": tell or (TellDay() if policy.may_tell(person, found) else None),
        "remark": remark or (React() if policy.may_react(person, found) else None),
    }
    return render(request, "dialogue/day.html", context, status=status)


@require_POST
def enrolment(request: HttpRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    require(policy.may_come(request.user, found) or request.user.pk == found.leader_id)
    with suppress(DayIsTaken):  # the page says by whom
        found.enrol(request.user)
    return redirect(found)


@require_POST
def enrolment_end(request: HttpRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    found.give_back(request.user)
    return redirect(found)


@require_POST
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """What the leader saw and will do."""
    found = _found(request, pk)
    require(policy.may_tell(request.user, found))
    form = TellDay(request.POST)
    if not form.is_valid():
        return _day(request, found, tell=form, status=422)
    found.tell(request.user, form.cleaned_data["seen"], form.cleaned_data["will_do"])
    return redirect(found)


@require_POST
def remarks(request: HttpRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    require(policy.may_react(request.user, found))
    form = React(request.POST)
    if not form.is_valid():
        return _day(request, found, remark=form, status=422)
    found.remark(request.user, form.cleaned_data["text"])
    return redirect(found)
