"""The story studio: eight kinds of story, what to ask oneself, and what is in the text."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.leadership.desk import policy
from knoop.leadership.desk.checks import look_over
from knoop.leadership.desk.forms import Begin, Make
from knoop.leadership.desk.models import Story
from knoop.leadership.desk.patterns import GUIDES


@require_http_methods(["GET", "HEAD", "POST"])
def studio(request: HttpRequest) -> HttpResponse:
    """The eight kinds and one's own unfinished stories; a POST begins one."""
    require(policy.may_use_studio(request.user))
    if request.method == "POST":
        form = Begin(request.POST)
        if form.is_valid():
            story = Story.objects.create(author=request.user, pattern=form.cleaned_data["pattern"])
            return redirect("story-in-studio", story.pk)
    mine = Story.objects.visible_to(request.user).for_list()
    context = {"guides": GUIDES.values(), "mine": mine}
    return render(request, "desk/studio.html", context, status=422 if request.method == "POST" else 200)


@require_safe
def pattern(request: HttpRequest, word: str) -> HttpResponse:
    require(policy.may_use_studio(request.user))
    if word not in GUIDES:
        raise Http404
    return render(request, "desk/pattern.html", {"guide": GUIDES[word]})


@require_http_methods(["GET", "HEAD", "POST"])
def story(request: HttpRequest, pk: int) -> HttpResponse:
    """Kept at each step: to look it over, to go on later, or to take it to the composer."""
    rows = Story.objects.unfinished().select_related("author", "draft")
    found = fetch(rows, request.user, pk=pk)
    form = Make(request.POST if request.method == "POST" else None, story=found)
    if request.method == "POST" and form.is_valid():
        return _kept(request, form)
    findings = look_over(found.text, get_language() or "nl") if "looked" in request.GET else None
    context = {"story": found, "form": form, "findings": findings}
    return render(request, "desk/story.html", context, status=422 if form.errors else 200)


def _kept(request: HttpRequest, form: Make) -> HttpResponse:
    form.keep()
    address = reverse("story-in-studio", args=[form.story.pk])
    if "compose" in request.POST:
        return redirect(f"{reverse('compose')}?draft={form.story.into_draft().pk}")
    if "together" in request.POST:
        form.story.put_together()
        return redirect(f"{address}#text")
    return redirect(f"{address}?looked#checks" if "look" in request.POST else f"{address}?kept")


@require_POST
def story_discard(request: HttpRequest, pk: int) -> HttpResponse:
    fetch(Story.objects.unfinished(), request.user, pk=pk).delete()
    return redirect("studio")
