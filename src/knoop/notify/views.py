from datetime import datetime
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import fetch
from knoop.base import clock
from knoop.community.spaces.models import Space
from knoop.notify import lines
from knoop.notify.forms import ChooseForSpace, MuteFor, Wishes
from knoop.notify.models import Kept, Mute, Notice, SpaceChoice
from knoop.notify.muted import muted_by, named
from knoop.notify.quiet import quiet_check


@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """Both lists; the second goes on page by page, the first is what waits and isn't long."""
    mine = Notice.objects.visible_to(request.user)
    more = _number(request.GET.get("before"))
    earlier = _number(request.GET.get("earlier"))
    context = {
        "needs": lines.page(mine.filter(needs_you=True), earlier),
        "good": lines.page(mine.filter(needs_you=False), more),
        "is_first": not more and not earlier,
        "loud": [] if more or earlier else quiet_check(request.user),
        "mute": _of_mute(request),
        "read_at": _moment(request.GET.get("read", "")),
        "is_mailed": settings.MAILS,
    }
    part = {"good": "#good", "needs": "#needs"}.get(request.GET.get("part", ""), "")
    return render(request, f"notify/notices.html{part if request.htmx else ''}", context)


def _of_mute(request: HttpRequest) -> dict[str, object] | None:
    """What was muted just now, with its undo."""
    pk = _number(request.GET.get("muted"))
    found = Mute.objects.of(request.user).filter(pk=pk).first() if pk else None
    return named([found])[0] if found else None


def _number(typed: str | None) -> int | None:
    return int(typed) if typed and typed.isdecimal() and len(typed) < 19 else None


def _moment(typed: str) -> datetime | None:
    try:
        found = parse_datetime(typed)
    except ValueError:
        return None
    return found if found and found.tzinfo else None


@require_safe
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Goes to what the notice is about; with that, all of its line are read."""
    found = fetch(Notice.objects.for_lines(), request.user, pk=pk)
    acts = found.together.count()
    address = lines.Words([found]).address(found, acts)
    found.together.read(opened=True)
    return redirect(address)


@require_POST
def reading(request: HttpRequest) -> HttpResponse:
    """Marks a line, or all of a list, as read."""
    mine = Notice.objects.visible_to(request.user)
    if pk := _number(request.POST.get("notice")):
        moment = fetch(Notice.objects, request.user, pk=pk).together.read()
    else:
        moment = mine.filter(needs_you=request.POST.get("list") == "needs").read()
    return redirect(f"{reverse('notices')}?{urlencode({'read': moment.isoformat()})}")


@require_POST
def reading_withdrawal(request: HttpRequest) -> HttpResponse:
    moment = _moment(request.POST.get("at", ""))
    if moment:
        Notice.objects.visible_to(request.user).unread_again(moment)
    return redirect("notices")


@require_POST
def mutes(request: HttpRequest, pk: int) -> HttpResponse:
    """Mutes the thread, space or person of a notice."""
    found = fetch(Notice.objects.for_lines(), request.user, pk=pk)
    form = MuteFor(request.POST)
    if not form.is_valid() or form.cleaned_data["what"] not in lines.mutable(found):
        return HttpResponseBadRequest()
    what = form.cleaned_data["what"]
    target = {"post": found.thing_id, "space": found.space_id, "person": found.actor_id}[what]
    mute = Mute.objects.mute(request.user, what, target, form.cleaned_data["days"])
    return redirect(f"{reverse('notices')}?muted={mute.pk}")


@require_POST
def mute_withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    fetch(Mute.objects, request.user, pk=pk).delete()
    return redirect("notice-settings" if request.POST.get("page") == "settings" else "notices")


@require_POST
def space(request: HttpRequest, slug: str) -> HttpResponse:
    """How somebody is told of this space: as for all, or otherwise; or not at all for a while."""
    found = fetch(Space.objects, request.user, slug=slug)
    form = ChooseForSpace(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest()
    mine = SpaceChoice.objects.filter(space=found, person=request.user)
    if way := form.cleaned_data["way"]:
        mine.update_or_create(space=found, person=request.user, defaults={"way": way})
    else:
        mine.delete()
    return redirect(found)


@require_POST
def quiet(request: HttpRequest, slug: str) -> HttpResponse:
    """What somebody answers to the quiet check: mute the space, or keep it."""
    found = fetch(Space.objects, request.user, slug=slug)
    if request.POST.get("keep"):
        Kept.objects.update_or_create(space=found, person=request.user, defaults={"at": clock.now()})
        return redirect("notices")
    form = MuteFor({"what": "space", "days": request.POST.get("days", "")})
    if not form.is_valid():
        return HttpResponseBadRequest()
    mute = Mute.objects.mute(request.user, "space", found.pk, form.cleaned_data["days"])
    return redirect(f"{reverse('notices')}?muted={mute.pk}")


@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request: HttpRequest) -> HttpResponse:
    """Of what somebody wants to be told."""
    form = Wishes(request.POST if request.method == "POST" else None, person=request.user)
    if form.is_valid():
        form.keep()
        return redirect(f"{reverse('notice-settings')}?kept=1")
    context = {
        "form": form,
        "mutes": muted_by(request.user),
        "is_mailed": settings.MAILS,
        "choices": SpaceChoice.objects.filter(person=request.user).select_related("space"),
    }
    return render(request, "notify/settings.html", context, status=422 if form.errors else 200)
