"""What a page asks for when it heard that something changed, and the devices that somebody is told on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from knoop.access.door import fetch
from knoop.community.messages.slots import link
from knoop.live.forms import REFUSED, Subscribe
from knoop.live.models import Device
from knoop.live.tasks import push_trial
from knoop.notify.lines import seen
from knoop.notify.slots import bell
from knoop.people.sessions import LogIn, device_of


@require_safe
def marks(request: HttpRequest) -> HttpResponse:
    """How many wait, for the menu. ?post: the conversation that stands open, so its notices are read."""
    post = request.GET.get("post", "")
    if post.isascii() and post.isdigit() and len(post) < 19:
        seen(request.user, "post", int(post))
    return HttpResponse(bell(request, None) + link(request, None))


@require_POST
def devices(request: HttpRequest) -> HttpResponse:
    """From now on this device is told of what needs them."""
    form = Subscribe(request.POST)
    if not form.is_valid():
        return render(request, "live/refused.html", {"words": REFUSED}, status=422)
    Device.objects.add(_log_in(request), **form.cleaned_data)
    return redirect(f"{reverse('settings')}?kept=device#here")


def _log_in(request: HttpRequest) -> LogIn:
    agent = request.headers.get("User-Agent", "")
    known = {"person": request.user, "device": device_of(agent)}
    return LogIn.objects.get_or_create(session=request.session.session_key, defaults=known)[0]


@require_POST
def removal(request: HttpRequest, pk: int) -> HttpResponse:
    fetch(Device.objects, request.user, pk=pk).remove(request.user)
    return redirect(f"{reverse('settings')}?kept=device#here")


@require_POST
def trial(request: HttpRequest, pk: int) -> HttpResponse:
    """A push that says that it works, to see whether it does."""
    push_trial.enqueue(fetch(Device.objects, request.user, pk=pk).pk)
    return redirect(f"{reverse('settings')}?tried={pk}#here")
