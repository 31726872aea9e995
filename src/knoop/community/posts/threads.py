"""A post with its answers, on a page and in parts: what changed is all that is sent."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.community.files.attachments import load
from knoop.community.files.forms import sent
from knoop.community.posts import policy
from knoop.community.posts.dressing import dress
from knoop.community.posts.excerpts import Excerpt, beyond, excerpt, line_of
from knoop.community.posts.forms import WriteAnswer
from knoop.community.posts.models import Comment, Pin, Post, tally
from knoop.community.posts.saved import is_saved
from knoop.community.posts.visits import new_answers, read, takes_part


@require_safe
def post(request: HttpRequest, pk: int) -> HttpResponse:
    """The post with some of its answers; ?after goes on behind one, ?to answers one, ?comment shows one.

    For a page that stands open ?new gives the one that came in, as a part.
    """
    found = _fetched(request, pk)
    if "after" in request.GET:
        return _onwards(request, found)
    if request.htmx and "new" in request.GET:
        return _come_in(request, found)
    to = _number(request, "to")
    form = WriteAnswer(initial={"to": to or ""}, comments=found.comments)
    if request.htmx:
        return _form(request, found, form, to)
    return _page(request, found, form, excerpt(found, request.user, to or _number(request, "comment")), to)


@require_POST
def answers(request: HttpRequest, pk: int) -> HttpResponse:
    found = _fetched(request, pk)
    require(policy.may_answer(request.user, found))
    form = WriteAnswer(**sent(request), comments=found.comments)
    if not form.is_valid():
        return _returned(request, found, form)
    words = form.cleaned_data
    comment = found.answer(request.user, words["text"], words["to"], words["once"], files=form.chosen)
    return _answered(request, found, comment) if request.htmx else redirect(comment)


def _fetched(request: HttpRequest, pk: int) -> Post:
    person = request.user
    marks = {"is_saved": is_saved(person, "post"), "new_count": new_answers(person)}
    rows = Post.objects.for_stream().annotate(takes_part=takes_part(person), **marks)
    return fetch(rows, person, pk=pk)


def _number(request: HttpRequest, name: str) -> int | None:
    """What an address says that it's about; what isn't a number is about nothing."""
    said = request.GET.get(name, "") or request.POST.get(name, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 19 else None


def _onwards(request: HttpRequest, found: Post) -> HttpResponse:
    """The answers behind one, alone or on a page of their own."""
    after = _number(request, "after")
    shown = (
        None
        if after is None
        else beyond(found, request.user, after, _number(request, "until") or 0, is_alone=not request.htmx)
    )
    if shown is None:
        raise Http404
    if not request.htmx:
        return _page(request, found, WriteAnswer(comments=found.comments), shown)
    tally(shown.comments, request.user)
    load(shown.comments)
    context = {"post": found, "thread": shown, **_allowed(request, found)}
    return render(request, "posts/post.html#lines", context)


def _allowed(request: HttpRequest, found: Post) -> dict[str, bool]:
    """To answer it and to mark what helped."""
    return {
        "may_answer": policy.may_answer(request.user, found),
        "may_accept": policy.may_accept(request.user, found),
    }


def _page(
    request: HttpRequest, found: Post, form: WriteAnswer, shown: Excerpt, to: int | None = None
) -> HttpResponse:
    """All of it, with a form below the comment `to`, or below all when that isn't there."""
    tally([found], request.user)
    dress([found], request.user, with_voters=True)
    comments = [*shown.comments, *([shown.accepted] if shown.accepted else [])]
    tally(comments, request.user)
    load([found], comments)
    read(request.user, found, shown.comments)
    context = {
        "post": found,
        "thread": shown,
        "count": shown.count,
        "form": form,
        **_allowed(request, found),
        "may_pin": (may_pin := policy.may_pin(request.user, found)),
        "is_pinned": may_pin and Pin.objects.filter(post=found).exists(),
        "to": next((comment for comment in shown.comments if comment.pk == to), None),
    }
    return render(request, "posts/post.html", context, status=form.status if form.is_bound else 200)


def _form(request: HttpRequest, found: Post, form: WriteAnswer, to: int | None) -> HttpResponse:
    """The form alone, for the comment `to` or for the post."""
    require(policy.may_answer(request.user, found))
    meant = found.comments.for_thread().filter(pk=to).first() if to else None
    context = {"post": found, "form": form, "to": meant, "is_new": True}
    return render(request, "posts/post.html#form", context, status=form.status if form.is_bound else 200)


def _returned(request: HttpRequest, found: Post, form: WriteAnswer) -> HttpResponse:
    """The form with what was typed and what is wrong with it."""
    to = _number(request, "to")
    if not request.htmx:
        return _page(request, found, form, excerpt(found, request.user, to), to)
    response = _form(request, found, form, to)
    response["HX-Retarget"], response["HX-Reswap"] = "#answer", "outerHTML"
    return response


def _answered(request: HttpRequest, found: Post, comment: Comment) -> HttpResponse:
    """The new answer, how many there are now, and an empty form."""
    context = {
        **_line(request, found, comment),
        "form": WriteAnswer(comments=found.comments),
        "newest": comment,
        "is_new": True,
    }
    return render(request, "posts/post.html#answered", context)


def _come_in(request: HttpRequest, found: Post) -> HttpResponse:
    """An answer of somebody else, and how many there are now."""
    comment = found.comments.filter(pk=_number(request, "new")).first()
    if comment is None:
        raise Http404
    context = _line(request, found, comment)
    read(request.user, found, [])
    return render(request, "posts/post.html#come_in", context)


def _line(request: HttpRequest, found: Post, comment: Comment) -> dict[str, object]:
    line, count = line_of(found, request.user, comment)
    tally([line.comment], request.user)
    load([line.comment])
    return {"post": found, "line": line, "count": count, **_allowed(request, found)}
