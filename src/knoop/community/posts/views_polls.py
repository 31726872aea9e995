"""Voting, and closing a poll before its time."""

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from knoop.access.door import fetch, require
from knoop.community.posts import policy
from knoop.community.posts.dressing import dress
from knoop.community.posts.forms import Choose
from knoop.community.posts.models import Poll, Post
from knoop.community.posts.polls import PollIsClosed


def _poll(request: HttpRequest, pk: int) -> Poll:
    post = fetch(Post.objects.select_related("space__archival"), request.user, pk=pk)
    poll = get_object_or_404(Poll, post=post)
    poll.post = post
    return poll


@require_POST
def votes(request: HttpRequest, pk: int) -> HttpResponse:
    """What somebody chooses, in place of what they chose before; nothing takes it back."""
    poll = _poll(request, pk)
    require(policy.may_vote(request.user, poll))
    form = Choose(request.POST, poll=poll)
    if not form.is_valid():
        return HttpResponseBadRequest(form.errors["option"][0], content_type="text/plain; charset=utf-8")
    try:
        poll.vote(request.user, form.cleaned_data["option"])
    except PollIsClosed:
        return redirect(poll.post)
    return _shown(request, poll.post)


@require_POST
def poll_closing(request: HttpRequest, pk: int) -> HttpResponse:
    poll = _poll(request, pk)
    require(policy.may_close(request.user, poll))
    poll.close(request.user)
    return _shown(request, poll.post)


def _shown(request: HttpRequest, post: Post) -> HttpResponse:
    if not request.htmx:
        return redirect(post)
    dress([post], request.user, with_voters=True)
    return render(request, "posts/poll.html", {"post": post, "alone": True})
