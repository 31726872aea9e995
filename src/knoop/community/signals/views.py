from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from knoop.access.door import require
from knoop.community.signals import policy
from knoop.community.signals.finding import PAGE, Find, as_csv, board, in_use, topics
from knoop.community.signals.kinds import Kind
from knoop.community.signals.raising import RaiseSignal, spaces_of
from knoop.web.paging import page_of

FORM = require_http_methods(["GET", "HEAD", "POST"])


def _frame(request: HttpRequest, find: Find) -> dict[str, object]:
    return {
        "find": find,
        "topic_words": in_use(request.user),
        "may_set_rules": policy.may_set_rules(request.user),
    }


@require_safe
def signals(request: HttpRequest) -> HttpResponse:
    """All that somebody may see, by how far they are."""
    find = Find(request.GET, request.user)
    context = {"columns": board(find)} | _frame(request, find)
    return render(request, "signals/board.html", context)


@require_safe
def as_list(request: HttpRequest) -> HttpResponse:
    find = Find(request.GET, request.user)
    rows = find.found().for_list()
    found, further = page_of(rows, moment="raised_at", size=PAGE, cursor=request.GET.get("before", ""))
    context = {"signals": found, "next": further} | _frame(request, find)
    return render(request, f"signals/list.html{'#list' if request.htmx else ''}", context)


@require_safe
def by_topic(request: HttpRequest) -> HttpResponse:
    find = Find(request.GET, request.user)
    context = {"topics": topics(find)} | _frame(request, find)
    return render(request, "signals/topics.html", context)


@require_safe
def as_file(request: HttpRequest) -> HttpResponse:
    """What is looked at, for a spreadsheet."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{_("signals")}.csv"'
    response.write("\ufeff")  # else spreadsheets read accents wrong
    as_csv(Find(request.GET, request.user).found().for_list(), response)
    return response


@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Three questions; before it's sent the page says who will answer, by when, and who reads it."""
    require(not request.user.is_guest or spaces_of(request.user).exists())
    if request.method != "POST":
        kind = request.GET.get("kind", "")
        initial = {"kind": kind if kind in Kind.values else Kind.CONCERN, "unit": request.user.unit_id}
        initial["space"] = request.GET.get("space", "")
        return _new(request, RaiseSignal(person=request.user, initial=initial))
    form = RaiseSignal(request.POST, person=request.user)
    if "look" in request.POST or not form.is_valid():
        return _new(request, form, 200 if "look" in request.POST else 422)
    if form.is_another_owner:
        return _new(request, form, 422)
    require(policy.may_raise(request.user, form.cleaned_data["space"]))
    return redirect(form.send())


def _new(request: HttpRequest, form: RaiseSignal, status: int = 200) -> HttpResponse:
    is_look = "look" in request.POST
    context = {"form": form, "is_look": is_look, "topic_words": in_use(request.user)}
    part = "#outlook" if request.htmx and is_look else ""
    return render(request, f"signals/new.html{part}", context, status=status)
