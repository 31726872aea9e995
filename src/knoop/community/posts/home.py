"""The home page: what asks for an answer, what is new since my last visit, and what happens around me."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_safe

from knoop.community.posts import bands, composing
from knoop.community.posts.feeds import home_stream
from knoop.community.posts.forms_post import WritePost, blank
from knoop.community.posts.models import HomeVisit
from knoop.community.spaces.models import Space
from knoop.people.models import Person
from knoop.people.views import log_in


@require_safe
@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return log_in(request)
    return home_page(request)


def home_page(request: HttpRequest, form: WritePost | None = None, status: int = 200) -> HttpResponse:
    """With what was written in `form`, where that came back."""
    person, cursor = request.user, request.GET.get("before", "")
    visit = HomeVisit.objects.now(person)
    shown = home_stream(person, cursor, visit.since)
    if request.htmx and request.method == "GET":
        return render(request, "posts/home.html#stream", {"stream": shown})
    is_around = visit.without_around_since is None
    to_answer, near = bands.both(person, with_around=is_around) if not cursor else ([], [])
    settled = request.GET.get("settled", "")
    if form is None:
        form = blank(person, visit.last_space, request.GET.get("intent", ""))
        # The menu beside it names the same spaces, so they're read once.
        request.my_spaces = composing.mine(person)
        form.offer(request.my_spaces)
    context = {
        "stream": shown,
        "form": form,
        "to_answer": to_answer[: bands.SHOWN],
        "more_to_answer": to_answer[bands.SHOWN :],
        "around": near,
        "is_around": is_around,
        "settled": int(settled) if settled.isascii() and settled.isdigit() and len(settled) < 19 else None,
        "other_spaces": SimpleLazyObject(lambda: _to_join(person)),
        "newcomers": lambda: Person.objects.visible_to(person).joined_last()[:5],
    }
    return render(request, "posts/home.html", context, status=status)


def _to_join(person: Person) -> list[Space]:
    return list(Space.objects.visible_to(person).current().to_join(person)[:5])
