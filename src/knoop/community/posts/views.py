from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.community.posts import policy
from knoop.community.posts.forms import React
from knoop.community.posts.forms_post import WritePost, blank
from knoop.community.posts.models import Comment, Post, PostQuerySet, tally
from knoop.community.posts.streams import Stream, stream
from knoop.community.spaces import policy as spaces
from knoop.community.spaces.models import Space
from knoop.community.spaces.views import door
from knoop.people.models import Person


def _stream(request: HttpRequest, posts: PostQuerySet, address: str) -> Stream:
    return stream(posts, request.user, address, request.GET.get("before", ""))


def _intent(request: HttpRequest) -> str:
    return request.GET.get("intent", "")


@require_safe
def space(request: HttpRequest, slug: str) -> HttpResponse:
    found = fetch(Space.known.for_page(), request.user, slug=slug)
    if not spaces.may_read(request.user, found):
        return door(request, found)
    return space_page(request, found, blank(request.user, found, _intent(request), shown=Q(pk=found.pk)))


def space_page(request: HttpRequest, found: Space, form: WritePost, status: int = 200) -> HttpResponse:
    context = {
        "space": found,
        "stream": _stream(request, Post.objects.filter(space=found), found.get_absolute_url()),
        "may_write": spaces.may_write(request.user, found),
        "below": Space.known.visible_to(request.user).filter(above=found).current().order_by("name"),
        "form": form,
        "pinned": Post.objects.pinned_in(found),
    }
    return render(request, f"posts/space.html{'#stream' if request.htmx else ''}", context, status=status)


@require_safe
def person(request: HttpRequest, handle: str) -> HttpResponse:
    found = fetch(Person.objects.for_profile(), request.user, handle=handle)
    if found.erased_at:
        return render(request, "people/former.html", {"person": found})
    seen = Post.objects.visible_to(request.user).filter(author=found)
    context = {"person": found, "stream": _stream(request, seen, found.get_absolute_url())}
    return render(request, f"posts/person.html{'#stream' if request.htmx else ''}", context)


@require_POST
def post_reactions(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Post.objects.select_related("space__archival"), request.user, pk=pk)
    require(policy.may_react(request.user, found))
    return _react(request, found, "react")


@require_POST
def post_reaction_withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    return _react(request, fetch(Post.objects, request.user, pk=pk), "withdraw_reaction")


@require_POST
def comment_reactions(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Comment.objects.select_related("post__space__archival"), request.user, pk=pk)
    require(policy.may_react(request.user, found))
    return _react(request, found, "react")


@require_POST
def comment_reaction_withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    return _react(
        request, fetch(Comment.objects.select_related("post"), request.user, pk=pk), "withdraw_reaction"
    )


def _react(request: HttpRequest, thing: Post | Comment, verb: str) -> HttpResponse:
    tally([thing], request.user)
    form = React(request.POST, given=[given.emoji for given in thing.tallies])
    if not form.is_valid():
        return HttpResponseBadRequest(form.errors["emoji"][0], content_type="text/plain; charset=utf-8")
    getattr(thing, verb)(request.user, form.cleaned_data["emoji"])
    if not request.htmx:
        return redirect(thing)
    tally([thing], request.user)
    return render(request, "posts/reactions.html", {"thing": thing})
