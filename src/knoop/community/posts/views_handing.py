"""Handing a draft over to who should say it, giving it back, and taking it back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from knoop.access.door import fetch, require
from knoop.community.posts import policy, views_composing
from knoop.community.posts.forms_handing import Decline, HandOver
from knoop.community.posts.models import Draft, Handover


@require_POST
def handover(request: HttpRequest, pk: int) -> HttpResponse:
    draft = fetch(Draft.objects.kept().select_related("handover"), request.user, pk=pk)
    require(policy.may_hand_over(request.user, draft))
    form = HandOver(request.POST, person=request.user)
    if not form.is_valid():
        return views_composing.drafts_page(request, {draft.pk: form}, status=422)
    given = Handover.objects.hand_over(draft, request.user, form.cleaned_data["to"])
    return redirect(f"{reverse('drafts')}#handover-{given.pk}")


@require_POST
def handover_declining(request: HttpRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    require(policy.may_decline(request.user, found))
    form = Decline(request.POST)
    found.decline(request.user, form.cleaned_data["words"] if form.is_valid() else "")
    return redirect("drafts")


@require_POST
def handover_return(request: HttpRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    require(policy.may_take_back(request.user, found))
    found.take_back()
    return redirect(f"{reverse('drafts')}#draft-{found.draft_id}")


def _found(request: HttpRequest, pk: int) -> Handover:
    found: Handover = fetch(Handover.objects.select_related("draft"), request.user, pk=pk)
    return found
