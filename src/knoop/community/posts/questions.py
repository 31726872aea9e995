"""Questions: those that wait first."""

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from knoop.community.posts.kinds import Kind
from knoop.community.posts.models import Acceptance, Comment, Post, PostQuerySet
from knoop.community.posts.streams import stream
from knoop.community.spaces.models import Membership
from knoop.people.models import Person

STATES = {"waiting": _("Waiting for an answer"), "answers": _("With answers"), "solved": _("Answered")}
WHOSE = {"mine": _("In my spaces"), "all": _("In all spaces I can read"), "asked": _("Asked by me")}


def questions_of(person: Person, state: str, whose: str) -> PostQuerySet:
    """Questions that `person` may read: nobody answered, some did, or one answer helped."""
    questions = Post.objects.visible_to(person).filter(kind=Kind.QUESTION, withdrawn_at=None)
    if whose == "mine":
        # Asked of each question, not looked up beforehand: so the newest are read first, by their index.
        mine = Membership.objects.filter(person=person, space=OuterRef("space"))
        questions = questions.filter(Exists(mine))
    elif whose == "asked":
        questions = questions.filter(author=person)
    has_answers = Exists(Comment.objects.filter(post=OuterRef("pk"), withdrawn_at=None))
    if state == "solved":
        return questions.filter(pk__in=Acceptance.objects.values("post"))
    is_solved = Exists(Acceptance.objects.filter(post=OuterRef("pk")))
    return questions.filter(~is_solved, has_answers if state == "answers" else ~has_answers)


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    state = _one_of(STATES, request.GET.get("state", ""))
    whose = _one_of(WHOSE, request.GET.get("whose", ""))
    address = f"{reverse('questions')}?state={state}&whose={whose}"
    found = questions_of(request.user, state, whose)
    shown = stream(found, request.user, address, request.GET.get("before", ""))
    context = {"stream": shown, "states": STATES, "state": state, "whose": whose, "all_whose": WHOSE}
    part = "#stream" if request.htmx and request.GET.get("before") else ""
    return render(request, f"posts/questions.html{part}", context)


def _one_of(words: dict[str, object], asked: str) -> str:
    return asked if asked in words else next(iter(words))
