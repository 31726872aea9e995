from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from knoop.access.door import fetch, require
from knoop.community.spaces import policy
from knoop.community.spaces.forms import AddMember, OpenSpace
from knoop.community.spaces.models import Space


@require_http_methods(["GET", "HEAD", "POST"])
def spaces(request: HttpRequest) -> HttpResponse:
    """All spaces somebody may see; posting to it opens a new one."""
    require(request.method != "POST" or policy.may_open(request.user))
    form = OpenSpace(request.POST if request.method == "POST" else None, person=request.user)
    if form.is_valid():
        return redirect(Space.objects.open(request.user, **form.cleaned_data))
    seen = Space.objects.visible_to(request.user).current().for_list(request.user)
    context = {"spaces": seen, "form": form, "may_open": policy.may_open(request.user)}
    status = 422 if form.errors else 200
    return render(request, "spaces/spaces.html", context, status=status)


@require_POST
def membership(request: HttpRequest, slug: str) -> HttpResponse:
    space = fetch(Space.objects, request.user, slug=slug)
    require(policy.may_join(request.user, space))
    space.join(request.user)
    return redirect("welcome" if request.POST.get("next") == "welcome" else space)


@require_POST
def memberships(request: HttpRequest, slug: str) -> HttpResponse:
    """Adds somebody to a closed space; a username that nobody has comes back with what is wrong."""
    space = fetch(Space.objects, request.user, slug=slug)
    require(policy.may_add(request.user, space))
    form = AddMember(request.POST)
    if not form.is_valid():
        return render(request, "spaces/add_member.html", {"space": space, "form": form}, status=422)
    space.add(form.person, by=request.user)
    return redirect(space)


@require_POST
def departure(request: HttpRequest, slug: str) -> HttpResponse:
    space = fetch(Space.objects, request.user, slug=slug)
    require(policy.may_leave(request.user, space))
    space.leave(request.user)
    return redirect(space if space.is_open else "spaces")
