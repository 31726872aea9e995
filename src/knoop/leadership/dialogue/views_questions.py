"""A session: its page, and what is done with the questions on it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from knoop.access.door import fetch, require
from knoop.community.meetings.models import Meeting
from knoop.leadership.dialogue import policy
from knoop.leadership.dialogue.models import Dialogue, Kind, Question
from knoop.leadership.dialogue.taking_part import AskQuestion, Reply

FORM = require_http_methods(["GET", "HEAD", "POST"])


def session(
    request: HttpRequest, found: Dialogue, form: AskQuestion | None = None, status: int = 200
) -> HttpResponse:
    """While it runs the browser asks for its questions again and again."""
    asked = list(Question.objects.filter(dialogue=found).for_page(request.user))
    may_ask = policy.may_take_part(request.user, found)
    context = {
        "dialogue": found,
        "meeting": _meeting(request, found),
        "now": [one for one in asked if one.is_now],
        "waiting": [one for one in asked if not one.is_now and not one.is_answered],
        "answered": [one for one in asked if one.is_answered],
        "form": form or (AskQuestion() if may_ask else None),
        "may_vote": policy.may_vote(request.user, found),
        "may_answer": policy.may_answer(request.user, found),
        "is_asked": "asked" in request.GET,
    }
    part = "#questions" if request.htmx and request.method == "GET" else ""
    return render(request, f"dialogue/session.html{part}", context, status=status)


def _meeting(request: HttpRequest, found: Dialogue) -> Meeting | None:
    """The event it is part of, for who may see that."""
    if found.meeting_id is None:
        return None
    return Meeting.objects.visible_to(request.user).filter(pk=found.meeting_id).first()


@require_POST
def questions(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Dialogue.objects.for_list(), request.user, pk=pk)
    require(found.kind == Kind.SESSION and policy.may_take_part(request.user, found))
    form = AskQuestion(request.POST)
    if not form.is_valid():
        return session(request, found, form, status=422)
    said = form.cleaned_data
    Question.objects.ask(found, request.user, said["text"], is_named=said["named"], once=said["once"])
    return redirect(f"{found.get_absolute_url()}?asked#questions")


def _found(request: HttpRequest, pk: UUID) -> Question:
    return fetch(Question.objects.select_related("dialogue", "asker"), request.user, pk=pk)


def _back(question: Question) -> HttpResponse:
    return redirect(f"{question.dialogue.get_absolute_url()}#question-{question.pk}")


@require_POST
def vote(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = _found(request, pk)
    require(policy.may_vote(request.user, found.dialogue) and not found.is_answered)
    found.vote(request.user)
    return _back(found)


@require_POST
def vote_end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Taking one's own vote back is always allowed."""
    found = _found(request, pk)
    found.take_vote_back(request.user)
    return _back(found)


@require_POST
def turn(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = _found(request, pk)
    require(policy.may_answer(request.user, found.dialogue) and not found.is_answered)
    found.take_up(request.user)
    return _back(found)


@FORM
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = _found(request, pk)
    require(policy.may_answer(request.user, found.dialogue))
    form = Reply(request.POST if request.method == "POST" else None, initial={"reply": found.reply})
    if form.is_valid():
        found.answer(request.user, form.cleaned_data["reply"])
        return _back(found)
    context = {"question": found, "dialogue": found.dialogue, "form": form}
    return render(request, "dialogue/question.html", context, status=422 if form.errors else 200)
