"""The page of one signal, and each step that is taken there."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.community.signals import linking, policy
from knoop.community.signals.answering import BESIDES, NEXT, STEPS, DidItHelp, Remark, Reopen, Split, Step
from knoop.community.signals.models import Signal
from knoop.community.signals.refusals import NotNow
from knoop.people.models import Person


@require_safe
def signal(request: HttpRequest, pk: int) -> HttpResponse:
    """What was put together with another leads there, unless somebody asks for itself."""
    found = fetch(Signal.objects.for_page(request.user), request.user, pk=pk)
    into = _into(found, request.user)
    if into and "alone" not in request.GET:
        return redirect(f"{into.get_absolute_url()}?from={found.pk}")
    return shown(request, found)


def _into(found: Signal, person: Person) -> Signal | None:
    """What it was put together with, as far as `person` sees that."""
    if found.merged_into_id is None:
        return None
    into: Signal | None = Signal.objects.visible_to(person).filter(pk=found.merged_into_id).first()
    return into


def shown(
    request: HttpRequest, found: Signal, refused: Step | None = None, status: int = 200
) -> HttpResponse:
    """With the form that was refused, as it was filled in."""
    forms = _forms(found, request.user, refused)
    steps = list(found.steps.for_timeline())
    context = {
        "signal": found,
        "space": found.space,
        "steps": steps,
        "remarks": list(found.remarks.for_page()),
        "supporters": list(found.supports.in_order()),
        "links": linking.shown(found.links.order_by("at", "pk"), request.user),
        "into": _into(found, request.user),
        "merged": list(Signal.objects.visible_to(request.user).filter(merged_into=found).order_by("pk")),
        "helped": _helped(found),
        "may_stand_behind": request.user.pk != found.raiser_id and found.merged_into_id is None,
        "is_too_late": status == 409,
        "came_from": request.GET.get("from", "")[:18],
    }
    return render(request, "signals/signal.html", context | forms, status=status)


def _forms(found: Signal, person: Person, refused: Step | None) -> dict[str, object]:
    def form(kind: type[Step]) -> Step | None:
        if isinstance(refused, kind):
            return refused
        return kind(signal=found, person=person) if kind.may(person, found) and kind.is_open(found) else None

    said = found.helps.filter(person=person).first() if DidItHelp.may(person, found) else None
    return {
        "next": [one for kind in NEXT if (one := form(kind))],
        "besides": [one for kind in BESIDES if (one := form(kind))],
        "reopen": form(Reopen),
        "remark": form(Remark),
        "split": form(Split) if found.merged_into_id else None,
        "did_it_help": None if said else form(DidItHelp),
        "said": said,
        "refused": refused,
    }


def _helped(found: Signal) -> dict[str, object]:
    """What those who raised and support it said; their words without their names."""
    said = list(found.helps.order_by("at", "pk").values_list("is_helped", "words"))
    return {
        "yes": sum(is_helped for is_helped, _words in said),
        "all": len(said),
        "words": [words for _is_helped, words in said if words],
    }


@require_POST
def step(request: HttpRequest, pk: int, noun: str) -> HttpResponse:
    if noun not in STEPS:
        raise Http404
    kind = STEPS[noun]
    found = fetch(Signal.objects.for_page(request.user), request.user, pk=pk)
    require(kind.may(request.user, found))
    form = kind(request.POST, signal=found, person=request.user)
    if not kind.is_open(found):
        return shown(request, found, status=409)
    if not form.is_valid():
        return shown(request, found, form, status=422)
    try:
        form.carry_out()
    except NotNow:  # somebody else took a step meanwhile
        return shown(request, fetch(Signal.objects.for_page(request.user), request.user, pk=pk), status=409)
    seen = Signal.objects.visible_to(request.user).filter(pk=pk).exists()
    return redirect(found if seen else "signals")


@require_POST
def support(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Signal.objects.standing(), request.user, pk=pk)
    require(request.user.pk != found.raiser_id)
    found.support(request.user)
    return redirect(found)


@require_POST
def support_end(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Signal.objects, request.user, pk=pk)
    found.unsupport(request.user)
    return redirect(found)


@require_POST
def following(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Signal.objects, request.user, pk=pk)
    found.follow(request.user)
    return redirect(found)


@require_POST
def following_end(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Signal.objects, request.user, pk=pk)
    found.unfollow(request.user)
    return redirect(found)


@require_POST
def remark_removal(request: HttpRequest, pk: int, remark: int) -> HttpResponse:
    """By whoever made it: it wasn't part of the answer."""
    found = fetch(Signal.objects, request.user, pk=pk)
    made = found.remarks.filter(pk=remark).first()
    if made is None:
        raise Http404
    require(made.by_id == request.user.pk or policy.may_answer(request.user, found))
    made.delete()
    return redirect(found)
