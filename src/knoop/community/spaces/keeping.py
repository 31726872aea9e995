"""Views for who looks after a space: its members, requests, invitations and settings."""

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.base import keyset
from knoop.community.spaces import policy
from knoop.community.spaces.adding import AddPeople
from knoop.community.spaces.asking import Invitation, JoinRequest
from knoop.community.spaces.forms import Because, ChangeSpace, Decide, InviteGuest, TakeRole
from knoop.community.spaces.guests import invite_guest
from knoop.community.spaces.models import Membership, MembershipQuerySet, Space
from knoop.people.models import Person

PAGE = 50


@require_safe
def members(request: HttpRequest, slug: str) -> HttpResponse:
    space = fetch(Space.objects.for_page(), request.user, slug=slug)
    removed = Person.objects.visible_to(request.user).filter(handle=request.GET.get("removed", "")).first()
    return _members(request, space, removed=removed)


def _members(request: HttpRequest, space: Space, status: int = 200, **context: object) -> HttpResponse:
    """The list at the place that was asked for, with what whoever looks may do."""
    words = request.GET.get("words", "")[:100]
    rows = space.memberships.for_list()
    for word in words.split():
        rows = rows.filter(Q(person__name__icontains=word) | Q(person__handle__icontains=word))
    page = list(_onwards(rows, request.GET.get("from", ""))[: PAGE + 1])
    beyond = page[PAGE - 1] if len(page) > PAGE else None
    may_manage = policy.may_manage(request.user, space)
    may_add_guests = policy.may_add_guests(request.user, space)
    how = {"how": "add" if space.openness == "hidden" else "invite"}
    context = {
        "space": space,
        "words": words,
        "members": page[:PAGE],
        "next": keyset.write_name(beyond.person.name, beyond.person_id) if beyond else "",
        "may_manage": may_manage,
        "may_add": policy.may_add(request.user, space),
        "may_add_guests": may_add_guests,
        "requests": space.requests.open().for_list() if may_manage else (),
        "invitations": Invitation.objects.for_list().filter(space=space) if may_manage else (),
        "form": AddPeople(person=request.user, initial=how),
        "guest_form": InviteGuest(auto_id="guest_%s"),
    } | context
    part = "#members" if request.htmx and request.method == "GET" else ""
    return render(request, f"spaces/members.html{part}", context, status=status)


def _onwards(rows: MembershipQuerySet, cursor: str) -> MembershipQuerySet:
    if not cursor:
        return rows
    try:
        name, pk = keyset.read_name(cursor)
    except keyset.NotACursor as fault:
        raise Http404(str(fault)) from fault
    return rows.filter(Q(person__name__gt=name) | Q(person__name=name, person_id__gt=pk))


@require_POST
def memberships(request: HttpRequest, slug: str) -> HttpResponse:
    """Adds or invites people; a name that nobody has comes back with what is wrong."""
    space = fetch(Space.objects.for_page(), request.user, slug=slug)
    require(policy.may_add(request.user, space))
    guests = policy.may_add_guests(request.user, space)
    form = AddPeople(request.POST, person=request.user, guests=guests)
    if not form.is_valid():
        return _members(request, space, status=422, form=form)
    for person in form.everybody():
        if form.cleaned_data["how"] == "add":
            space.add(person, by=request.user)
        else:
            Invitation.objects.invite(space, person, by=request.user)
    return redirect("space-members", slug=space.slug)


@require_POST
def guests(request: HttpRequest, slug: str) -> HttpResponse:
    """Lets somebody from outside in, and shows the link by which they choose a password."""
    space = fetch(Space.objects.for_page(), request.user, slug=slug)
    require(policy.may_add_guests(request.user, space))
    form = InviteGuest(request.POST, auto_id="guest_%s")
    if not form.is_valid():
        return _members(request, space, status=422, guest_form=form)
    guest, path = invite_guest(space, form.person, request.user, **form.cleaned_data)
    link = request.build_absolute_uri(path) if path else ""
    return _members(request, space, guest=guest, link=link)


def _membership(space: Space, handle: str) -> Membership:
    return get_object_or_404(space.memberships.select_related("person", "space"), person__handle=handle)


@require_POST
def role(request: HttpRequest, slug: str, handle: str) -> HttpResponse:
    space = fetch(Space.objects, request.user, slug=slug)
    require(policy.may_manage(request.user, space))
    found, form = _membership(space, handle), TakeRole(request.POST)
    require(form.is_valid() and not found.person.is_guest)
    new = form.cleaned_data["role"]
    # Somebody has to look after it: the last who does hands over first.
    require(new == Membership.Role.ADMINISTRATOR or not _is_last_keeper(found))
    found.become(new, by=request.user)
    return redirect("space-members", slug=space.slug)


def _is_last_keeper(found: Membership) -> bool:
    others = found.space.memberships.present().exclude(pk=found.pk)
    return found.is_administrator and not others.filter(role=Membership.Role.ADMINISTRATOR).exists()


@require_POST
def removal(request: HttpRequest, slug: str, handle: str) -> HttpResponse:
    space = fetch(Space.objects, request.user, slug=slug)
    require(policy.may_manage(request.user, space))
    found = _membership(space, handle)
    require(not _is_last_keeper(found) and found.person_id != request.user.pk)
    space.remove(found.person, by=request.user)
    said = "" if found.person.is_guest else f"?{urlencode({'removed': handle})}"
    return redirect(reverse("space-members", args=[space.slug]) + said)


def _asked(request: HttpRequest, slug: str, pk: int) -> JoinRequest:
    space = fetch(Space.objects, request.user, slug=slug)
    require(policy.may_manage(request.user, space))
    return get_object_or_404(space.requests.for_list(), pk=pk)


@require_POST
def admission(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    asked, form = _asked(request, slug, pk), Decide(request.POST)
    asked.accept(request.user, form.cleaned_data["words"] if form.is_valid() else "")
    return redirect("space-members", slug=slug)


@require_POST
def refusal(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    asked, form = _asked(request, slug, pk), Decide(request.POST)
    asked.decline(request.user, form.cleaned_data["words"] if form.is_valid() else "")
    return redirect("space-members", slug=slug)


@require_POST
def invitation_withdrawal(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    space = fetch(Space.objects, request.user, slug=slug)
    require(policy.may_manage(request.user, space))
    get_object_or_404(Invitation.objects.for_list(), space=space, pk=pk).withdraw(request.user)
    return redirect("space-members", slug=slug)


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest, slug: str) -> HttpResponse:
    space = fetch(Space.objects.for_page(), request.user, slug=slug)
    require(policy.may_manage(request.user, space))
    edited = fetch(Space.objects, request.user, slug=slug)  # a refused form writes into it
    form = ChangeSpace(
        request.POST if request.method == "POST" else None, instance=edited, person=request.user
    )
    if request.method == "POST" and form.is_valid():
        fetch(Space.objects, request.user, slug=slug).change(request.user, **form.cleaned_data)
        return redirect(space)
    status = 422 if form.errors else 200
    return render(request, "spaces/settings.html", {"space": space, "form": form}, status=status)


@require_POST
def archival(request: HttpRequest, slug: str) -> HttpResponse:
    space = fetch(Space.objects, request.user, slug=slug)
    require(policy.may_manage(request.user, space))
    form = Because(request.POST)
    space.archive(request.user, form.cleaned_data["reason"] if form.is_valid() else "")
    return redirect(space)


@require_POST
def archival_withdrawal(request: HttpRequest, slug: str) -> HttpResponse:
    space = fetch(Space.objects, request.user, slug=slug)
    require(policy.may_manage(request.user, space))
    space.unarchive(request.user)
    return redirect(space)
