from django.contrib.auth.decorators import login_not_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.community.files.attachments import load
from knoop.community.files.forms import sent
from knoop.community.posts import policy
from knoop.community.posts.dressing import dress
from knoop.community.posts.forms import React, WriteAnswer
from knoop.community.posts.forms_post import WritePost, blank
from knoop.community.posts.models import Comment, Pin, Post, PostQuerySet, tally
from knoop.community.posts.streams import Stream, stream
from knoop.community.posts.thread import in_reading_order
from knoop.community.spaces import policy as spaces
from knoop.community.spaces.models import Space
from knoop.people.models import Person
from knoop.people.views import log_in


@require_safe
@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return log_in(request)
    return home_page(request, blank(request.user, Post.objects.last_space_of(request.user), _intent(request)))


def _stream(request: HttpRequest, posts: PostQuerySet, address: str) -> Stream:
    return stream(posts, request.user, address, request.GET.get("before", ""))


def _intent(request: HttpRequest) -> str:
    return request.GET.get("intent", "")


def home_page(request: HttpRequest, form: WritePost, status: int = 200) -> HttpResponse:
    mine = Post.objects.in_spaces_of(request.user)
    posts = _stream(request, mine, reverse("home"))
    if request.htmx and request.method == "GET":
        return render(request, "posts/home.html#stream", {"stream": posts})
    context = {
        "stream": posts,
        "form": form,
        "other_spaces": Space.objects.visible_to(request.user).current().to_join(request.user)[:5],
        "newcomers": Person.objects.visible_to(request.user).joined_last()[:5],
    }
    return render(request, "posts/home.html", context, status=status)


@require_safe
def space(request: HttpRequest, slug: str) -> HttpResponse:
    found = fetch(Space.objects.for_page(), request.user, slug=slug)
    return space_page(request, found, blank(request.user, found, _intent(request), shown=Q(pk=found.pk)))


def space_page(request: HttpRequest, found: Space, form: WritePost, status: int = 200) -> HttpResponse:
    context = {
        "space": found,
        "stream": _stream(request, Post.objects.filter(space=found), found.get_absolute_url()),
        "is_member": spaces.is_member(request.user, found),
        "may_write": spaces.may_write(request.user, found),
        "may_leave": spaces.may_leave(request.user, found),
        "may_add": spaces.may_add(request.user, found),
        "form": form,
        "pinned": Post.objects.pinned_in(found),
    }
    return render(request, f"posts/space.html{'#stream' if request.htmx else ''}", context, status=status)


@require_safe
def person(request: HttpRequest, handle: str) -> HttpResponse:
    found = fetch(Person.objects.for_profile(), request.user, handle=handle)
    seen = Post.objects.visible_to(request.user).filter(author=found)
    context = {"person": found, "stream": _stream(request, seen, found.get_absolute_url())}
    return render(request, f"posts/person.html{'#stream' if request.htmx else ''}", context)


@require_safe
def post(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Post.objects.for_stream(), request.user, pk=pk)
    to = request.GET.get("to", "")
    return _thread(request, found, WriteAnswer(initial={"to": to}, comments=found.comments), to=to)


@require_POST
def answers(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Post.objects.for_stream(), request.user, pk=pk)
    require(policy.may_answer(request.user, found))
    form = WriteAnswer(**sent(request), comments=found.comments)
    if not form.is_valid():
        return _thread(request, found, form, to=request.POST.get("to", ""), status=form.status)
    words = form.cleaned_data
    comment = found.answer(request.user, words["text"], words["to"], words["once"], files=form.chosen)
    if request.htmx:
        return _thread(request, found, WriteAnswer(comments=found.comments), newest=comment)
    return redirect(comment)


def _thread(
    request: HttpRequest, found: Post, form: WriteAnswer, to: str = "", status: int = 200, **context: object
) -> HttpResponse:
    """The post and its comments, with a form below the comment `to`, or below all when that isn't there."""
    comments = list(found.comments.for_thread())
    tally([found], request.user)
    tally(comments, request.user)
    dress([found], request.user, with_voters=True)
    load([found], comments)
    context |= {
        "post": found,
        "lines": list(in_reading_order(comments)),
        "form": form,
        "may_answer": policy.may_answer(request.user, found),
        "may_pin": (may_pin := policy.may_pin(request.user, found)),
        "is_pinned": may_pin and Pin.objects.filter(post=found).exists(),
        "to": to if any(str(comment.pk) == to for comment in comments) else "",
    }
    return render(request, f"posts/post.html{'#thread' if request.htmx else ''}", context, status=status)


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
