"""The composer: choosing why to write, and what is kept until it is posted."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.community.files.uploading import left_out
from knoop.community.posts import policy, views
from knoop.community.posts.composing import kind_of
from knoop.community.posts.forms_handing import HandOver
from knoop.community.posts.forms_post import USUAL_DAYS, WritePost, blank
from knoop.community.posts.handovers import waiting_handover
from knoop.community.posts.home import home_page
from knoop.community.posts.models import Draft, Handover, Post
from knoop.community.posts.publishing import form_of, kept_of
from knoop.community.posts.suggesting import suggestions as suggested
from knoop.community.spaces import policy as spaces
from knoop.community.spaces.models import Space


@require_http_methods(["GET", "HEAD", "POST"])
def compose(request: HttpRequest) -> HttpResponse:
    """A page to write on. What is sent to it comes back as it was typed, for another intent."""
    if request.method != "POST":
        return composer_page(request, _opened(request))
    sent = request.POST.copy()
    sent["kind"] = kind_of(sent["intent"], request.user) if "intent" in sent else sent.get("kind", "")
    sent.setdefault("days", str(USUAL_DAYS))  # the first in the list isn't the usual one
    form = writing(request, sent)
    form.take_in()
    if sent.get("page") == "space" and request.htmx:
        space = fetch(Space.objects, request.user, slug=sent.get("space", ""))
        return render(
            request, "posts/compose.html#composer", {"form": form, "space": space, "is_fresh": True}
        )
    return composer_page(request, form, page=sent.get("page", "new"))


def _opened(request: HttpRequest) -> WritePost:
    """The form for what the address asks, or of a draft."""
    number = request.GET.get("draft", "")
    if number.isdecimal():
        mine = Draft.objects.kept().select_related("author", "handover__by")
        draft = fetch(mine, request.user, pk=int(number[:18]))
        if given := waiting_handover(draft):
            given.open()
        form = form_of(draft)
        form.is_refused = draft.held_at is not None
        return form
    word = request.GET.get("intent", "")
    return blank(request.user, request.GET.get("space") or Post.objects.last_space_of(request.user), word)


def writing(request: HttpRequest, sent: object) -> WritePost:
    """The form as it was sent, with the draft it was opened from."""
    seen = Space.objects.visible_to(request.user).current()
    number = request.POST.get("draft", "")
    mine = Draft.objects.visible_to(request.user).kept().select_related("handover__by")
    draft = mine.filter(pk=int(number[:18])).first() if number.isdecimal() else None
    return WritePost(
        sent,
        request.FILES,
        left_out=left_out(request),
        person=request.user,
        spaces=seen,
        draft=draft,
    )


def composer_page(
    request: HttpRequest, form: WritePost, page: str = "new", status: int = 200
) -> HttpResponse:
    part = "#composer" if request.htmx else ""
    context = {"form": form, "page": page if request.htmx else "new", "is_fresh": True}
    return render(request, f"posts/compose.html{part}", context, status=status)


@require_POST
def posts(request: HttpRequest) -> HttpResponse:
    """Posts what somebody wrote, or keeps it until the moment they chose."""
    form = writing(request, request.POST)
    if form.handover and not form.handover.opened_at:  # nobody sends for another what that one hasn't read
        return redirect(f"{reverse('compose')}?draft={form.draft.pk}")
    if not form.is_valid():
        form.is_refused = True
        return _returned(request, form)
    space = form.cleaned_data["space"]
    require(spaces.may_write(request.user, space))
    if form.cleaned_data["due_at"]:
        return _kept(request, form)
    post = form.post()
    if form.draft:
        form.draft.delete()
    pages = {"space": space.get_absolute_url(), "new": post.get_absolute_url()}
    return redirect(f"{pages.get(request.POST.get('page', ''), reverse('home'))}#post-{post.pk}")


def _returned(request: HttpRequest, form: WritePost) -> HttpResponse:
    """The page that the post was written on, with its text and what is wrong with it."""
    page = request.POST.get("page", "")
    if page == "new":
        return composer_page(request, form, status=form.status)
    space = form.cleaned_data.get("space")
    if space is None or page != "space":
        return home_page(request, form, form.status)
    found = fetch(Space.objects.for_page(), request.user, pk=space.pk)
    return views.space_page(request, found, form, form.status)


def _kept(request: HttpRequest, form: WritePost) -> HttpResponse:
    """As a draft, with its moment if it has one."""
    draft = form.draft or Draft(author=request.user)
    due = form.cleaned_data.get("due_at") if form.is_valid() else None
    form.take_in()
    draft.change(form.chosen_kind, kept_of(request.POST) | form.names_of_chosen, due)
    return redirect(f"{reverse('drafts')}#draft-{draft.pk}")


@require_http_methods(["GET", "HEAD", "POST"])
def drafts(request: HttpRequest) -> HttpResponse:
    """Mine: what is scheduled, what isn't finished, and what I threw away a moment ago."""
    if request.method == "POST":
        form = writing(request, request.POST)
        return _kept(request, _without_moment(form))
    return drafts_page(request)


def drafts_page(
    request: HttpRequest, forms: Mapping[int, HandOver] | None = None, status: int = 200
) -> HttpResponse:
    """`forms`: what was wrong with handing over, by draft."""
    mine = list(Draft.objects.visible_to(request.user).for_list())
    for draft in mine:
        if policy.may_hand_over(request.user, draft):
            draft.form = (forms or {}).get(draft.pk) or HandOver(person=request.user)
    context = {"drafts": mine, "given": Handover.objects.for_giver(request.user)}
    return render(request, "posts/drafts.html", context, status=status)


def _without_moment(form: WritePost) -> WritePost:
    """Who asks to keep it doesn't ask to post it later."""
    form.data = form.data.copy()
    form.data["due_at"] = ""
    return form


@require_POST
def draft_discard(request: HttpRequest, pk: int) -> HttpResponse:
    draft = fetch(Draft.objects.select_related("handover"), request.user, pk=pk)
    require(waiting_handover(draft) is None)  # it is given back, so that whoever wrote it hears of it
    draft.discard()
    return redirect(f"{reverse('drafts')}#draft-{pk}")


@require_POST
def draft_return(request: HttpRequest, pk: int) -> HttpResponse:
    fetch(Draft.objects, request.user, pk=pk).put_back()
    return redirect(f"{reverse('drafts')}#draft-{pk}")


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """Who and what can be meant by the beginning of a word, as the composer shows them."""
    return suggested(request.user, request.GET.get("q", ""))
