"""The list of what I keep to read again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from knoop.community.posts import policy
from knoop.community.posts.saved import Saved
from knoop.people.models import Person
from knoop.web.paging import page_of

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
    page, onwards = page_of(rows, moment="at", size=PAGE, cursor=cursor)
    for row in page:
        row.thing.is_saved = True
    return page, onwards
