"""The list of what I keep to read again."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from knoop.base import keyset
from knoop.community.posts import policy
from knoop.community.posts.saved import Saved
from knoop.people.models import Person

PAGE = 30


@require_safe
def saved(request: HttpRequest) -> HttpResponse:
    rows, onwards = _page(request.user, request.GET.get("before", ""))
    return render(
        request,
        f"posts/saved.html{'#list' if request.htmx else ''}",
        {"rows": rows, "next": onwards, "is_first": "before" not in request.GET},
    )


def _page(person: Person, cursor: str) -> tuple[list[Saved], str]:
    """What is in a space that `person` left isn't shown; it's here again once they're back."""
    rows = Saved.objects.of(person).filter(policy.visible_comments(person)).for_list()
    if cursor:
        try:
            rows = rows.before(*keyset.read(cursor))
        except keyset.NotACursor as fault:
            raise Http404(str(fault)) from fault
    page = list(rows[: PAGE + 1])
    last = page[PAGE - 1] if len(page) > PAGE else None
    for row in page:
        row.thing.is_saved = True
    return page[:PAGE], keyset.write(last.at, last.pk) if last else ""
