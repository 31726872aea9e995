from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.base import clock
from knoop.leadership.dialogue import policy
from knoop.leadership.dialogue.forms import Begin, BeginChallenge, BeginRound, BeginSession
from knoop.leadership.dialogue.grouping import group_of
from knoop.leadership.dialogue.models import Dialogue, Kind
from knoop.leadership.dialogue.results import results
from knoop.leadership.dialogue.rounds import AnsweredAlready, take_part, took_part
from knoop.leadership.dialogue.taking_part import Answers, GiveAnswer, GiveResult
from knoop.leadership.dialogue.views_ideas import challenge
from knoop.leadership.dialogue.views_questions import session
from knoop.web.paging import page_of

PAGE = 20
MOST = 50  # that run or wait at one time
FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    mine, now = Dialogue.objects.visible_to(request.user).for_list(), clock.now()
    cursor = request.GET.get("from", "")
    answered, further = page_of(mine.answered(), moment="answered_at", size=PAGE, cursor=cursor)
    context = {
        "running": [] if cursor else mine.running(now)[:MOST],
        "waiting": [] if cursor else mine.waiting(now)[:MOST],
        "answered": answered,
        "next": further,
        "is_first": not cursor,
        "may_begin": policy.may_begin(request.user),
    }
    part = "#answered" if request.htmx and cursor else ""
    return render(request, f"dialogue/overview.html{part}", context)


@FORM
def new_round(request: HttpRequest) -> HttpResponse:
    return _begin(request, BeginRound, "dialogue/new_round.html")


@FORM
def new_session(request: HttpRequest) -> HttpResponse:
    return _begin(request, BeginSession, "dialogue/new_session.html")


@FORM
def new_challenge(request: HttpRequest) -> HttpResponse:
    return _begin(request, BeginChallenge, "dialogue/new_challenge.html")


def _begin(request: HttpRequest, kind: type[Begin], template: str) -> HttpResponse:
    require(policy.may_begin(request.user))
    form = kind(request.POST if request.method == "POST" else None, person=request.user)
    if form.is_valid():
        return redirect(form.open())
    return render(request, template, {"form": form}, status=422 if form.errors else 200)


@require_safe
def dialogue(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Dialogue.objects.for_list(), request.user, pk=pk)
    page = {Kind.ROUND: _round, Kind.SESSION: session, Kind.CHALLENGE: challenge}[Kind(found.kind)]
    return page(request, found)


def _round(
    request: HttpRequest,
    found: Dialogue,
    answers: Answers | None = None,
    given: GiveAnswer | None = None,
    status: int = 200,
) -> HttpResponse:
    may_take_part = policy.may_take_part(request.user, found)
    has_taken_part = may_take_part and took_part(found, request.user)
    may_answer = policy.may_answer(request.user, found) and found.waits
    context = {
        "dialogue": found,
        "form": answers or (Answers(dialogue=found) if may_take_part and not has_taken_part else None),
        "has_taken_part": has_taken_part,
        "results": results(found, request.user),
        "is_own": request.user.pk == found.by_id,
        "answer": given or (GiveAnswer() if may_answer else None),
    }
    return render(request, "dialogue/round.html", context, status=status)


@require_POST
def participation(request: HttpRequest, pk: int) -> HttpResponse:
    """Answers to a round. Sent twice they count once."""
    found = fetch(Dialogue.objects.for_list(), request.user, pk=pk)
    require(found.is_round and policy.may_take_part(request.user, found))
    form = Answers(request.POST, dialogue=found)
    if not form.is_valid():
        return _round(request, found, answers=form, status=422)
    with suppress(AnsweredAlready):  # the page says so
        take_part(found, request.user, form.answers, group_of(request.user, found))
    return redirect(found)


@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """What a round comes to, or a challenge once all its ideas are decided on."""
    found = fetch(Dialogue.objects.for_list(), request.user, pk=pk)
    require(policy.may_close(request.user, found))
    form = (GiveResult if found.is_challenge else GiveAnswer)(request.POST)
    if not form.is_valid():
        page = challenge if found.is_challenge else _round
        return page(request, found, given=form, status=422)
    found.give_answer(request.user, form.cleaned_data["answer"], form.cleaned_data.get("link", ""))
    return redirect(found)
