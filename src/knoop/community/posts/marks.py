"""The marks a reader puts: kept to read again, this helped, I'm done with this. Each has its way back."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from knoop.access.door import fetch, require
from knoop.community.posts import policy
from knoop.community.posts.acceptances import Acceptance
from knoop.community.posts.models import Comment, Post
from knoop.community.posts.saved import Saved
from knoop.community.posts.visits import HomeVisit, settle, unsettle


@require_POST
def post_saving(request: HttpRequest, pk: int) -> HttpResponse:
    return _kept(request, fetch(Post.objects, request.user, pk=pk), Saved.objects.keep, is_saved=True)


@require_POST
def post_saving_end(request: HttpRequest, pk: int) -> HttpResponse:
    return _kept(request, fetch(Post.objects, request.user, pk=pk), Saved.objects.let_go, is_saved=False)


@require_POST
def comment_saving(request: HttpRequest, pk: int) -> HttpResponse:
    return _kept(request, fetch(Comment.objects, request.user, pk=pk), Saved.objects.keep, is_saved=True)


@require_POST
def comment_saving_end(request: HttpRequest, pk: int) -> HttpResponse:
    return _kept(request, fetch(Comment.objects, request.user, pk=pk), Saved.objects.let_go, is_saved=False)


def _kept(
    request: HttpRequest, thing: Post | Comment, act: Callable[..., object], *, is_saved: bool
) -> HttpResponse:
    act(request.user, thing)
    thing.is_saved = is_saved
    if request.htmx:
        return render(request, "posts/save.html", {"thing": thing})
    return redirect("saved" if request.POST.get("page") == "saved" else thing)


@require_POST
def acceptance(request: HttpRequest, pk: int) -> HttpResponse:
    comment = fetch(Comment.objects.select_related("post__space__archival"), request.user, pk=pk)
    require(policy.may_accept(request.user, comment.post))
    Acceptance.objects.mark(comment, request.user)
    return redirect(f"{comment.post.get_absolute_url()}#helped")


@require_POST
def acceptance_end(request: HttpRequest, pk: int) -> HttpResponse:
    comment = fetch(Comment.objects.select_related("post__space__archival"), request.user, pk=pk)
    require(policy.may_accept(request.user, comment.post))
    Acceptance.objects.unmark(comment, request.user)
    return redirect(comment)


@require_POST
def settlement(request: HttpRequest, pk: int) -> HttpResponse:
    post = fetch(Post.objects, request.user, pk=pk)
    settle(request.user, post)
    if request.htmx:
        return render(request, "posts/settled.html", {"settled": post.pk})
    return redirect(f"{reverse('home')}?settled={post.pk}")


@require_POST
def settlement_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Puts it back on the list, which the page shows anew."""
    unsettle(request.user, fetch(Post.objects, request.user, pk=pk))
    return redirect("home")


@require_POST
def around(request: HttpRequest) -> HttpResponse:
    HomeVisit.objects.now(request.user).show_around(is_shown=True)
    return redirect(f"{reverse('home')}#around")


@require_POST
def around_end(request: HttpRequest) -> HttpResponse:
    HomeVisit.objects.now(request.user).show_around(is_shown=False)
    return redirect("home")
