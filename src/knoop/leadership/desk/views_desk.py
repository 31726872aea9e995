"""My ten minutes: what waits on a leader, each thing done where it stands."""

from contextlib import suppress

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.community.posts import policy as posts
from knoop.community.posts.models import Acceptance, Comment, Kind, Post
from knoop.community.signals.answering import NEXT, Step
from knoop.community.signals.models import Signal
from knoop.community.signals.refusals import NotNow
from knoop.community.spaces import policy as spaces
from knoop.leadership.desk import policy
from knoop.leadership.desk.forms_desk import KEY, Answer
from knoop.leadership.desk.minutes import today
from knoop.leadership.desk.models import SetAside

TAKES = {kind.noun: kind for kind in NEXT}


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    require(policy.may_have_desk(request.user))
    return _page(request)


def _page(request: HttpRequest, refused: dict[int, Step] | None = None, status: int = 200) -> HttpResponse:
    return render(request, "desk/desk.html", {"today": today(request.user, refused)}, status=status)


@require_POST
def signal_step(request: HttpRequest, pk: int, noun: str) -> HttpResponse:
    """The next step of a signal, as on its own page."""
    require(policy.may_have_desk(request.user))
    if noun not in TAKES:
        raise Http404
    kind = TAKES[noun]
    found = fetch(Signal.objects.for_page(request.user), request.user, pk=pk)
    require(kind.may(request.user, found))
    form = kind(request.POST, signal=found, person=request.user)
    form.auto_id = f"signal-{found.pk}-%s"
    if kind.is_open(found) and not form.is_valid():
        return _page(request, {found.pk: form}, status=422)
    with suppress(NotNow):  # somebody else took a step meanwhile: the page shows which is next
        if kind.is_open(found):
            form.carry_out()
    return redirect("desk")


@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """In the thread of a post, in the leader's own name as everywhere."""
    found = fetch(Post.objects.select_related("space__archival"), request.user, pk=pk)
    require(policy.may_have_desk(request.user))
    require(posts.may_answer(request.user, found))
    form = Answer(request.POST)
    if not form.is_valid():
        return redirect(f"{found.get_absolute_url()}#answer")
    words = form.cleaned_data
    to = Comment.objects.filter(post=found, pk=words["to"]).first() if words["to"] else None
    found.answer(request.user, words["text"], to, words["once"])
    return redirect("desk")


@require_POST
def thanks(request: HttpRequest, pk: int) -> HttpResponse:
    """Of who gave the answer that helped, where they gave it."""
    require(policy.may_have_desk(request.user))
    seen = Post.objects.visible_to(request.user).filter(withdrawn_at=None)
    rows = Acceptance.objects.filter(post__in=seen.values("pk")).select_related(
        "comment__author", "post__space"
    )
    found = rows.filter(pk=pk).exclude(comment__author=request.user).first()
    if found is None:
        raise Http404
    require(spaces.may_write(request.user, found.post.space))
    form = Answer(request.POST)
    if form.is_valid():
        words = form.cleaned_data
        Post.objects.write(
            request.user,
            found.post.space,
            words["text"],
            words["once"],
            kind=Kind.THANKS,
            thanked=[found.comment.author],
        )
    return redirect("desk")


@require_POST
def aside(request: HttpRequest) -> HttpResponse:
    """Not today."""
    require(policy.may_have_desk(request.user))
    key = request.POST.get("key", "")
    if KEY.fullmatch(key):
        SetAside.objects.put(request.user, key)
    return redirect("desk")
