from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.base import clock
from knoop.community.files.attachments import load
from knoop.community.files.forms import sent
from knoop.community.pages import policy
from knoop.community.pages.differences import differences
from knoop.community.pages.forms import MovePage, WritePage
from knoop.community.pages.models import ChangedMeanwhile, Page, Version, Watch
from knoop.community.pages.templates_of_ours import STARTS
from knoop.community.pages.tree import tree
from knoop.community.spaces.models import Space
from knoop.web.paging import page_of

PAGE = 40
HALF_A_YEAR = timedelta(days=182)
FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def recent(request: HttpRequest) -> HttpResponse:
    """What changed last in my spaces."""
    mine = Page.objects.visible_to(request.user).filter(space__in=Space.objects.of(request.user).values("pk"))
    cursor = request.GET.get("before", "")
    found, onwards = page_of(mine.changed_last(), moment="changed_at", size=PAGE, cursor=cursor)
    context = {"pages": found, "next": onwards}
    return render(request, f"pages/recent.html{'#list' if request.htmx else ''}", context)


@require_safe
def of_space(request: HttpRequest, slug: str) -> HttpResponse:
    space = fetch(Space.objects.for_page(), request.user, slug=slug)
    context = {
        "space": space,
        "tree": tree(_of(space)),
        "may_write": policy.may_write(request.user, space),
    }
    return render(request, "pages/of_space.html", context)


def _of(space: Space) -> QuerySet[Page]:
    return Page.objects.filter(space=space).for_tree()


@FORM
def write(request: HttpRequest, slug: str) -> HttpResponse:
    space = fetch(Space.objects.for_page(), request.user, slug=slug)
    require(policy.may_write(request.user, space))
    above = _of(space).filter(pk=_number(request.GET.get("under"))).first()
    start = _start(request, space)
    form = WritePage(**_given(request), initial=start)
    if form.is_valid():
        words = form.cleaned_data
        page = Page.objects.write(
            request.user,
            space,
            words["title"],
            words["text"],
            above=above,
            once=words["once"],
            files=form.chosen,
            **form.details,
        )
        return redirect(page)
    own = Page.objects.filter(space=space, is_template=True).for_tree()
    context = {"space": space, "above": above, "form": form, "starts": STARTS, "own_starts": own}
    return render(request, "pages/write.html", context, status=form.status)


def _given(request: HttpRequest) -> dict[str, Any]:
    return sent(request) if request.method == "POST" else {"person": request.user}


def _start(request: HttpRequest, space: Space) -> dict[str, str]:
    """What the new page begins with: a template of ours, or a page of the space that is one."""
    name = request.GET.get("from", "")
    if name in STARTS:
        return {"title": str(STARTS[name].title), "text": str(STARTS[name].text)}
    own = Page.objects.kept().filter(space=space, is_template=True, pk=_number(name)).first()
    return {"title": own.title, "text": own.text} if own else {}


def _number(word: str | None) -> int | None:
    return int(word) if word and word.isascii() and word.isdecimal() and len(word) < 19 else None


@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, fetch(Page.objects.for_page(), request.user, pk=pk))


def _page(request: HttpRequest, found: Page, move: MovePage | None = None, status: int = 200) -> HttpResponse:
    pages = list(_of(found.space))
    if not found.withdrawn_at:
        load([found])
    context = {
        "page": found,
        "space": found.space,
        "tree": tree(pages),
        "below": [one for one in pages if one.above_id == found.pk],
        "may_change": policy.may_change(request.user, found),
        "may_return": found.withdrawn_at and policy.may_write(request.user, found.space),
        "is_watched": Watch.objects.filter(page=found, person=request.user).exists(),
        "move": move or MovePage(page=found, initial={"above": found.above_id}),
    }
    return render(request, "pages/page.html", context, status=status)


@FORM
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Another version. When somebody else was first, theirs is shown and yours stays in the form."""
    found = fetch(Page.objects.for_page(), request.user, pk=pk)
    require(policy.may_change(request.user, found))
    form = WritePage(**_given(request), instance=found)
    context = {"page": found, "space": found.space, "form": form}
    if form.is_valid():
        words = form.cleaned_data
        fresh = Page.objects.for_page().get(pk=found.pk)  # the form has written on the other
        try:
            fresh.change(
                request.user, words["title"], words["text"], seen=words["seen"] or fresh.number,
                note=words["note"], files=form.change, **form.details,
            )  # fmt: skip
        except ChangedMeanwhile:
            form.data = form.data.copy()
            form.data["seen"] = str(fresh.number)
            context |= {"theirs": fresh, "lines": list(differences(fresh.text, words["text"]))}
            return render(request, "pages/change.html", context, status=422)
        return redirect(fresh)
    return render(request, "pages/change.html", context, status=form.status)


@require_safe
def history(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Page.objects.for_page(), request.user, pk=pk)
    versions = found.versions.select_related("by").defer("text").order_by("-number")
    before = _number(request.GET.get("before"))
    rows = list((versions.filter(number__lt=before) if before else versions)[: PAGE + 1])
    context = {
        "page": found,
        "space": found.space,
        "versions": rows[:PAGE],
        "next": rows[PAGE - 1].number if len(rows) > PAGE else "",
    }
    return render(request, "pages/history.html", context)


@require_safe
def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    found = fetch(Page.objects.for_page(), request.user, pk=pk)
    shown = get_object_or_404(found.versions.select_related("by"), number=number)
    earlier = found.versions.filter(number=number - 1).first()
    context = {
        "page": found,
        "space": found.space,
        "version": shown,
        "earlier": earlier,
        "lines": list(differences(earlier.text if earlier else "", shown.text)),
        "may_restore": number != found.number and policy.may_change(request.user, found),
    }
    return render(request, "pages/version.html", context)


@require_POST
def restoration(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    found = fetch(Page.objects.for_page(), request.user, pk=pk)
    require(policy.may_change(request.user, found))
    found.restore(request.user, get_object_or_404(Version, page=found, number=number))
    return redirect(found)


@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Page.objects.for_page(), request.user, pk=pk)
    require(policy.may_change(request.user, found))
    form = MovePage(request.POST, page=found)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    found.move(request.user, form.cleaned_data["above"], form.cleaned_data["after"])
    return redirect(found)


@require_POST
def withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Page.objects.for_page(), request.user, pk=pk)
    require(policy.may_write(request.user, found.space))
    found.withdraw(request.user)
    return redirect(found)


@require_POST
def bringing_back(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Page.objects.for_page(), request.user, pk=pk)
    require(policy.may_write(request.user, found.space))
    found.bring_back(request.user)
    return redirect(found)


@require_POST
def watch(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Page.objects.for_page(), request.user, pk=pk)
    found.watch(request.user, not Watch.objects.filter(page=found, person=request.user).exists())
    return redirect(found)


@require_POST
def confirmation(request: HttpRequest, pk: int) -> HttpResponse:
    """It is still right: ask again in half a year."""
    found = fetch(Page.objects.for_page(), request.user, pk=pk)
    require(policy.may_change(request.user, found))
    found.confirm(request.user, clock.today() + HALF_A_YEAR)
    return redirect(found)
