from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.base import clock, keyset
from knoop.community.spaces import policy
from knoop.community.spaces.asking import Invitation, JoinRequest
from knoop.community.spaces.directory import directory
from knoop.community.spaces.forms import Ask, OpenSpace
from knoop.community.spaces.models import Membership, Space
from knoop.community.spaces.standing import standing


@require_http_methods(["GET", "HEAD", "POST"])
def spaces(request: HttpRequest) -> HttpResponse:
    """All spaces somebody knows of; posting to it opens a new one."""
    if request.method == "POST":
        return _opened(request)
    words, which = request.GET.get("words", "")[:100], request.GET.get("which", "")
    try:
        found = directory(request.user, words, which, request.GET.get("from", ""))
    except keyset.NotACursor as fault:
        raise Http404(str(fault)) from fault
    context = {
        "spaces": found,
        "words": words,
        "which": which,
        "may_open": policy.may_open(request.user),
        "may_oversee": policy.may_oversee(request.user),
    }
    return render(request, f"spaces/spaces.html{'#spaces' if request.htmx else ''}", context)


def _opened(request: HttpRequest) -> HttpResponse:
    require(policy.may_open(request.user))
    form = OpenSpace(request.POST, person=request.user)
    if form.is_valid():
        return redirect(Space.objects.open(request.user, **form.cleaned_data))
    return render(request, "spaces/new.html", {"form": form}, status=422)


@require_safe
def new_space(request: HttpRequest) -> HttpResponse:
    require(policy.may_open(request.user))
    form = OpenSpace(person=request.user, initial={"name": request.GET.get("name", "")[:120]})
    return render(request, "spaces/new.html", {"form": form})


def door(request: HttpRequest, space: Space, form: Ask | None = None, status: int = 200) -> HttpResponse:
    """What shows of a space to who may know of it and not read it: how to get in."""
    context = {"space": space, "form": form or Ask(), "standing": standing(request.user, space)}
    return render(request, "spaces/door.html", context, status=status)


@require_safe
def about(request: HttpRequest, slug: str) -> HttpResponse:
    space = fetch(Space.objects.for_page(), request.user, slug=slug)
    keepers = space.memberships.for_list().filter(role=Membership.Role.ADMINISTRATOR)[:20]
    context = {
        "space": space,
        "keepers": keepers,
        "takeovers": space.takeovers.select_related("by").order_by("-at"),
        "below": Space.known.visible_to(request.user).filter(above=space).current().for_list(request.user),
    }
    return render(request, "spaces/about.html", context)


@require_POST
def membership(request: HttpRequest, slug: str) -> HttpResponse:
    space = fetch(Space.objects, request.user, slug=slug)
    require(policy.may_join(request.user, space))
    space.join(request.user)
    return redirect("welcome" if request.POST.get("next") == "welcome" else space)


@require_POST
def departure(request: HttpRequest, slug: str) -> HttpResponse:
    space = fetch(Space.objects, request.user, slug=slug)
    require(policy.may_leave(request.user, space))
    space.leave(request.user)
    is_known = Space.known.visible_to(request.user).filter(pk=space.pk).exists()
    return redirect(space if is_known else "spaces")


@require_POST
def mute(request: HttpRequest, slug: str) -> HttpResponse:
    """Its posts stay away from home; nothing else changes, and nobody is told."""
    space = fetch(Space.objects, request.user, slug=slug)
    mine = space.memberships.filter(person=request.user).first()
    require(mine is not None)
    mine.mute()
    return redirect(space)


@require_POST
def mute_withdrawal(request: HttpRequest, slug: str) -> HttpResponse:
    space = fetch(Space.objects, request.user, slug=slug)
    mine = space.memberships.filter(person=request.user).first()
    require(mine is not None)
    mine.unmute()
    return redirect(space)


@require_POST
def requests(request: HttpRequest, slug: str) -> HttpResponse:
    space = fetch(Space.known.for_page(), request.user, slug=slug)
    require(policy.may_ask(request.user, space))
    form = Ask(request.POST)
    if not form.is_valid():
        return door(request, space, form, status=422)
    JoinRequest.objects.ask(space, request.user, form.cleaned_data["note"])
    return redirect(space)


@require_POST
def request_withdrawal(request: HttpRequest, slug: str) -> HttpResponse:
    space = fetch(Space.known, request.user, slug=slug)
    for asked in JoinRequest.objects.open().filter(space=space, person=request.user):
        asked.withdraw()
    return redirect(space)


@require_POST
def request_sight(request: HttpRequest, slug: str) -> HttpResponse:
    """Whoever asked has read the answer, so that home needn't say it any more."""
    space = fetch(Space.known, request.user, slug=slug)
    answered = JoinRequest.objects.filter(space=space, person=request.user, seen_at=None)
    answered.exclude(decided_at=None).update(seen_at=clock.now())
    return redirect("home")


def _invitation(request: HttpRequest, slug: str) -> Invitation:
    return get_object_or_404(Invitation.objects.for_list(), space__slug=slug, person=request.user)


@require_POST
def acceptance(request: HttpRequest, slug: str) -> HttpResponse:
    invitation = _invitation(request, slug)
    invitation.accept()
    return redirect(invitation.space)


@require_POST
def refusal(request: HttpRequest, slug: str) -> HttpResponse:
    _invitation(request, slug).decline()
    return redirect("home")
