"""A challenge: its page, and the page of each idea with what is done there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.leadership.dialogue import policy
from knoop.leadership.dialogue.ideas import ACTS
from knoop.leadership.dialogue.models import Dialogue, Idea
from knoop.leadership.dialogue.taking_part import Decide, GiveAnswer, GiveIdea, GiveRemark, GiveResult


def challenge(
    request: HttpRequest,
    found: Dialogue,
    form: GiveIdea | None = None,
    given: GiveAnswer | None = None,
    status: int = 200,
) -> HttpResponse:
    may_give = policy.may_take_part(request.user, found)
    may_close = policy.may_close(request.user, found) and not found.is_answered
    context = {
        "dialogue": found,
        "stage": found.stage.value,
        "ideas": list(Idea.objects.filter(dialogue=found).for_page(request.user)),
        "form": form or (GiveIdea() if may_give else None),
        "may_decide": policy.may_decide(request.user, found),
        "answer": given or (GiveResult() if may_close else None),
    }
    return render(request, "dialogue/challenge.html", context, status=status)


@require_POST
def ideas(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Dialogue.objects.for_list(), request.user, pk=pk)
    require(found.is_challenge and policy.may_take_part(request.user, found))
    form = GiveIdea(request.POST)
    if not form.is_valid():
        return challenge(request, found, form, status=422)
    said = form.cleaned_data
    return redirect(Idea.objects.give(found, request.user, said["title"], said["text"], said["once"]))


def _found(request: HttpRequest, pk: int) -> Idea:
    return fetch(Idea.objects.for_page(request.user), request.user, pk=pk)


@require_safe
def idea(request: HttpRequest, pk: int) -> HttpResponse:
    return _idea(request, _found(request, pk))


def _idea(
    request: HttpRequest,
    found: Idea,
    remark: GiveRemark | None = None,
    decide: Decide | None = None,
    status: int = 200,
) -> HttpResponse:
    dialogue, person = found.dialogue, request.user
    acts = ACTS[dialogue.stage] if policy.may_help(person, dialogue) else frozenset()
    said = {"decision": found.decision, "because": found.because}
    context = {
        "idea": found,
        "dialogue": dialogue,
        "remarks": list(found.remarks.select_related("by").order_by("at", "pk")),
        "joined": [one.person for one in found.joinings.select_related("person").order_by("at", "pk")],
        "may_support": "support" in acts and person.pk not in (found.by_id, dialogue.by_id),
        "may_join": "join" in acts and person.pk not in (found.by_id, dialogue.by_id),
        "remark": remark or (GiveRemark() if "remark" in acts else None),
        "decide": decide or (Decide(initial=said) if policy.may_decide(person, dialogue) else None),
    }
    return render(request, "dialogue/idea.html", context, status=status)


def _may(request: HttpRequest, found: Idea, act: str) -> bool:
    return policy.may_help(request.user, found.dialogue) and act in ACTS[found.dialogue.stage]


@require_POST
def support(request: HttpRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    require(_may(request, found, "support") and request.user.pk not in (found.by_id, found.dialogue.by_id))
    found.support(request.user)
    return redirect(found)


@require_POST
def support_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Taking one's own support back is always allowed, as is stepping out."""
    found = _found(request, pk)
    found.support_no_more(request.user)
    return redirect(found)


@require_POST
def joining(request: HttpRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    require(_may(request, found, "join") and request.user.pk not in (found.by_id, found.dialogue.by_id))
    found.join(request.user)
    return redirect(found)


@require_POST
def joining_end(request: HttpRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    found.leave(request.user)
    return redirect(found)


@require_POST
def remarks(request: HttpRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    require(_may(request, found, "remark"))
    form = GiveRemark(request.POST)
    if not form.is_valid():
        return _idea(request, found, remark=form, status=422)
    said = found.remark(request.user, form.cleaned_data["text"])
    return redirect(f"{found.get_absolute_url()}#remark-{said.pk}")


@require_POST
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    require(policy.may_decide(request.user, found.dialogue))
    form = Decide(request.POST)
    if not form.is_valid():
        return _idea(request, found, decide=form, status=422)
    found.decide(request.user, form.cleaned_data["decision"], form.cleaned_data["because"])
    return redirect(found.dialogue)
