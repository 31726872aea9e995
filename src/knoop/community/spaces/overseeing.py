"""Views for who sees to all spaces: names and what is wrong, never what is written in them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from knoop.access.door import require
from knoop.community.spaces import policy
from knoop.community.spaces.forms import Because
from knoop.community.spaces.models import Space
from knoop.community.spaces.units import make_spaces_for_units, units_without_space

PAGE = 100


@require_safe
def all_spaces(request: HttpRequest) -> HttpResponse:
    require(policy.may_oversee(request.user))
    return _all_spaces(request)


def _all_spaces(request: HttpRequest, status: int = 200, **context: object) -> HttpResponse:
    rows = Space.objects.for_oversight()
    if request.GET.get("which") == "orphaned":
        rows = rows.filter(keeper_count=0)
    cursor = request.GET.get("from", "")
    if cursor.isdecimal():
        rows = rows.filter(pk__gt=int(cursor[:18]))
    page = list(rows[: PAGE + 1])
    context = {
        "spaces": page[:PAGE],
        "next": page[PAGE - 1].pk if len(page) > PAGE else "",
        "which": request.GET.get("which", ""),
        "units_without": units_without_space().count(),
        "unfollowed": Space.objects.exclude(unit=None).filter(follows_unit=False).count(),
        "may_take_over": request.user.is_a("administrator"),
    } | context
    return render(request, "spaces/all_spaces.html", context, status=status)


@require_POST
def units(request: HttpRequest) -> HttpResponse:
    require(policy.may_oversee(request.user))
    make_spaces_for_units(request.user)
    return redirect("all-spaces")


@require_POST
def takeover(request: HttpRequest, space: int) -> HttpResponse:
    """Of an orphaned space, with a reason that its members read; only then is it read by who took it."""
    require(policy.may_oversee(request.user))
    found = get_object_or_404(Space.objects.select_related("archival"), pk=space)
    require(policy.may_take_over(request.user, found))
    form = Because(request.POST)
    if not form.is_valid():
        return _all_spaces(request, status=422, refused=found.pk, form=form)
    found.take_over(request.user, form.cleaned_data["reason"])
    return redirect(found)
