"""What one wants by mail, how it is stopped from a mail, and what an administrator sees of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.community.spaces.models import Space
from knoop.notify import policy, tokens
from knoop.notify.audience import audience
from knoop.notify.choices import MailChoice
from knoop.notify.forms_mail import ChooseMail, FirstChoice
from knoop.notify.letters import Refusal
from knoop.notify.post_office import overview
from knoop.notify.times import zone_of
from knoop.notify.writing import LISTS
from knoop.people.models import Person


@require_http_methods(["GET", "HEAD", "POST"])
def choices(request: HttpRequest) -> HttpResponse:
    """What somebody wants by mail, and when."""
    form = ChooseMail(request.POST if request.method == "POST" else None, person=request.user)
    if form.is_valid():
        form.keep()
        return redirect(f"{reverse('mail-settings')}?kept=1")
    context = {
        "form": form,
        "is_on": settings.MAILS,
        "zone": zone_of(request.user),
        "refusal": Refusal.objects.of(request.user),
    }
    return render(request, "notify/mail_settings.html", context, status=422 if form.errors else 200)


@require_POST
def first_choice(request: HttpRequest) -> HttpResponse:
    """The answer to the one question of the welcome, kept as soon as it's given."""
    form = FirstChoice(request.POST, person=request.user)
    if form.is_valid():
        form.keep()
    if request.htmx:
        return render(request, "notify/welcome.html#kept", {"is_kept": form.is_valid()})
    return redirect(f"{reverse('welcome')}?step=5&kept={'mail' if form.is_valid() else ''}")


@require_safe
def hearing(request: HttpRequest) -> HttpResponse:
    """How many hear of a new post in a space, for the composer."""
    space = fetch(Space.objects, request.user, slug=request.GET.get("space", ""))
    context = {"audience": audience(request.user, space.slug) if settings.MAILS else None}
    return render(request, "notify/audience.html#counted", context)


@dataclass(frozen=True)
class Stopping:
    """Whose mail a word in an address is about, and which of it."""

    word: str
    person: Person
    which: str

    @property
    def lists(self) -> tuple[str, ...]:
        """Of a digest those lists that are in it."""
        if self.which != "digest":
            return (self.which,)
        choice = MailChoice.objects.of(self.person)
        return tuple(name for name in ("needs", "good") if getattr(choice, name) == "digest")


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, word: str) -> HttpResponse:
    """Stops mail by the signed word in it, without a log-in. A program posts; looking changes nothing."""
    stopping = _stopping(word)
    if request.method == "POST":
        choice = MailChoice.objects.of(stopping.person)
        choice.stop(("needs", "good") if request.POST.get("all") else stopping.lists)
        return (
            redirect(f"{reverse('stop-mail', args=[word])}?stopped=1")
            if _is_page(request)
            else HttpResponse()
        )
    context = {
        "which": stopping.which,
        "word": word,
        "person": stopping.person,
        "is_stopped": "stopped" in request.GET,
        "is_silent": MailChoice.objects.of(stopping.person).is_silent,
    }
    with translation.override(stopping.person.language or translation.get_language()):
        return render(request, "notify/stop.html", context)


def _is_page(request: HttpRequest) -> bool:
    """A mail program says so (RFC 8058) and is not sent on; a person is shown what was done."""
    return request.POST.get("List-Unsubscribe") != "One-Click"


def _stopping(word: str) -> Stopping:
    """Raises Http404 for a word that wasn't given out."""
    try:
        whose, which = tokens.read("stop", word)
    except ValueError as fault:
        raise Http404 from fault
    person = Person.objects.filter(pk=whose).first()
    if person is None or which >= len(LISTS):
        raise Http404
    return Stopping(word, person, LISTS[which])


@require_safe
def administration(request: HttpRequest) -> HttpResponse:
    """How mail goes out and comes in, what was refused and why."""
    require(policy.may_keep_mail(request.user))
    return render(
        request, "notify/administration.html", {"page": overview(), "is_lifted": "lifted" in request.GET}
    )


@require_POST
def lift(request: HttpRequest, pk: int) -> HttpResponse:
    """Sends to a refused address again."""
    require(policy.may_keep_mail(request.user))
    fetch(Refusal.objects, request.user, pk=pk).lift()
    return redirect(f"{reverse('mail-administration')}?lifted=1")
