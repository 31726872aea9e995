"""What an author does with words that are there already, and who may read what they said before."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.community.files.forms import sent
from knoop.community.posts import policy
from knoop.community.posts.forms import EditWords
from knoop.community.posts.kinds import TITLED
from knoop.community.posts.models import Comment, Post


def _posts() -> QuerySet[Post]:
    return Post.objects.select_related("space__archival", "author__unit", "author__departure", "preview")


def _comments() -> QuerySet[Comment]:
    return Comment.objects.select_related("post__space__archival", "author__unit", "author__departure")


@require_http_methods(["GET", "HEAD", "POST"])
def post_edit(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(_posts(), request.user, pk=pk)
    return _edit(request, found, has_title=found.kind in TITLED)


@require_http_methods(["GET", "HEAD", "POST"])
def comment_edit(request: HttpRequest, pk: int) -> HttpResponse:
    return _edit(request, fetch(_comments(), request.user, pk=pk))


def _edit(request: HttpRequest, thing: Post | Comment, *, has_title: bool = False) -> HttpResponse:
    require(policy.may_edit(request.user, thing))
    said = {"text": thing.text, "title": getattr(thing, "title", "")}
    given = sent(request) if request.method == "POST" else {}
    form = EditWords(**given, on=thing, initial=said, has_title=has_title)
    if form.is_valid():
        words = form.cleaned_data
        thing.edit(request.user, words["text"], words.get("title", ""), form.change)
        return redirect(_on_page(thing))
    status = 422 if form.errors else 200
    return render(request, "posts/edit.html", {"thing": thing, "form": form}, status=status)


def _on_page(thing: Post | Comment) -> str:
    address = thing.get_absolute_url()
    return address if "#" in address else f"{address}#{thing.word}-{thing.pk}"


@require_safe
def post_versions(request: HttpRequest, pk: int) -> HttpResponse:
    return _versions(request, fetch(_posts(), request.user, pk=pk))


@require_safe
def comment_versions(request: HttpRequest, pk: int) -> HttpResponse:
    return _versions(request, fetch(_comments(), request.user, pk=pk))


def _versions(request: HttpRequest, thing: Post | Comment) -> HttpResponse:
    require(policy.may_read_versions(thing))
    earlier = thing.revisions.newest_first()
    return render(request, "posts/versions.html", {"thing": thing, "earlier": earlier})


@require_POST
def post_withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    return _withdraw(request, fetch(_posts(), request.user, pk=pk))


@require_POST
def comment_withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    return _withdraw(request, fetch(_comments(), request.user, pk=pk))


def _withdraw(request: HttpRequest, thing: Post | Comment) -> HttpResponse:
    require(policy.may_withdraw(request.user, thing))
    thing.withdraw(request.user)
    return redirect(_on_page(thing))


@require_POST
def post_restoration(request: HttpRequest, pk: int) -> HttpResponse:
    return _restore(request, fetch(_posts(), request.user, pk=pk))


@require_POST
def comment_restoration(request: HttpRequest, pk: int) -> HttpResponse:
    return _restore(request, fetch(_comments(), request.user, pk=pk))


def _restore(request: HttpRequest, thing: Post | Comment) -> HttpResponse:
    require(policy.may_restore(request.user, thing))
    thing.restore(request.user)
    return redirect(_on_page(thing))


@require_POST
def pin(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(_posts(), request.user, pk=pk)
    require(policy.may_pin(request.user, found))
    found.pin_up(request.user)
    return redirect(found)


@require_POST
def pin_removal(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(_posts(), request.user, pk=pk)
    require(policy.may_pin(request.user, found))
    found.unpin(request.user)
    return redirect(found)
