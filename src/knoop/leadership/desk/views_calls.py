"""Saying that one does what a story asks, and taking that back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from knoop.access.door import fetch, require
from knoop.leadership.desk import policy
from knoop.leadership.desk.models import CallToAction


@require_POST
def sign_up(request: HttpRequest, pk: int) -> HttpResponse:
    call = fetch(CallToAction.objects.for_page(request.user), request.user, pk=pk)
    require(policy.may_sign_up(request.user, call))
    call.join(request.user)
    return redirect(call)


@require_POST
def sign_up_end(request: HttpRequest, pk: int) -> HttpResponse:
    call = fetch(CallToAction.objects.for_page(request.user), request.user, pk=pk)
    call.leave(request.user)
    return redirect(call)
