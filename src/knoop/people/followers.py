"""The acts and the page of following, and the button wherever a colleague stands."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.people import policy
from knoop.people.following import Following
from knoop.people.models import Person


@require_POST
def following(request: HttpRequest, handle: str) -> HttpResponse:
    person = fetch(Person.objects.select_related("departure"), request.user, handle=handle)
    require(policy.may_follow(request.user, person))
    Following.objects.begin(request.user, person)
    return _changed(request, person)


@require_POST
def following_end(request: HttpRequest, handle: str) -> HttpResponse:
    person = fetch(Person.objects, request.user, handle=handle)
    Following.objects.end(request.user, person)
    return _changed(request, person)


def _changed(request: HttpRequest, person: Person) -> HttpResponse:
    if request.htmx:
        return HttpResponse(button(request, person))
    return redirect("followed" if request.POST.get("page") == "followed" else person)


@require_safe
def followed(request: HttpRequest) -> HttpResponse:
    """Whom I follow; other rooms add what else can be followed."""
    return render(
        request, "people/followed.html", {"followings": Following.objects.of(request.user).for_list()}
    )


def button(request: HttpRequest, person: Person) -> str:
    """Follow, or stop following; nothing for oneself. `person` works here, or is followed already."""
    if person.pk == request.user.pk:
        return ""
    is_followed = person.pk in _followed_ids(request)
    context = {"person": person, "is_followed": is_followed}
    return render_to_string("people/follow.html", context, request)


def _followed_ids(request: HttpRequest) -> frozenset[int]:
    """Asked once for a page, however many people stand on it."""
    if not hasattr(request, "followed_ids"):
        ids = Following.objects.of(request.user).values_list("person", flat=True)
        request.followed_ids = frozenset(ids)
    kept: frozenset[int] = request.followed_ids
    return kept
