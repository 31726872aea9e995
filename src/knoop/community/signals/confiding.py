"""The pages of confidential signals: raising one, coming back with its code, and what its confidant sees."""

from __future__ import annotations

import hmac
import secrets
from collections import defaultdict
from functools import cached_property
from time import monotonic
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from knoop.access.door import fetch, require
from knoop.community.signals.confidential import Box, ConfidantKey, Envelope, confidants, found_by, send
from knoop.community.signals.models import LONGEST, Signal
from knoop.community.signals.raising import Outlook, RaiseSignal, outlook
from knoop.community.signals.refusals import NotNow
from knoop.community.signals.routing import Asked
from knoop.community.signals.sealing import WrongPassphrase, new_keys
from knoop.people import sessions, tries
from knoop.people.models import Appointment, Person
from knoop.web.slots import in_slot

FORM = require_http_methods(["GET", "HEAD", "POST"])
SHORTEST = 12  # letters of a passphrase
MOST_WRONG, FORGOTTEN_AFTER = 10, 900  # codes from one address, seconds


def quiet(response: HttpResponse) -> HttpResponse:
    """Kept by no browser, and written down by no log: a line with an hour is a trace."""
    response["Cache-Control"] = "private, no-store"
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response


class Confide(RaiseSignal):
    """As any signal, but for everybody and of no unit: those would narrow down who it is from."""

    confidant = forms.ModelChoiceField(
        Person.objects.none(),
        label=gettext_lazy("Whom do you trust with it?"),
        empty_label=None,
        to_field_name="handle",
    )
    may_know = forms.BooleanField(label=gettext_lazy("This confidant may know that it's me"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name in ("space", "unit"):
            self.fields.pop(name, None)
        self.fields["confidant"].queryset = confidants().exclude(pk=self.person.pk)

    @cached_property
    def outlook(self) -> Outlook:
        """Reckoned without whoever asks."""
        return outlook(self.person, Asked(self._said("kind"), topics=self._topics().split()), None)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        confidant = given.get("confidant")
        if confidant and given.get("may_know") and not ConfidantKey.objects.filter(person=confidant).exists():
            said = _(
                "%(name)s has no key yet, so your name can't be sealed."
                " Leave this off; you can still tell it later."
            )
            self.add_error("may_know", said % {"name": confidant.name})
        return given

    def put_aside(self) -> str | None:
        """The code; None if it was sent already."""
        given = self.cleaned_data
        name = f"{self.person.name} (@{self.person.handle})" if given["may_know"] else ""
        words = {key: given[key] for key in ("kind", "title", "text", "where", "would_help", "topics")}
        return send(given["confidant"], name, given["once"] or uuid4(), **words)


@FORM
def confide(request: HttpRequest) -> HttpResponse:
    require(not request.user.is_guest)
    form = Confide(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        context = {"code": form.put_aside(), "confidant": form.cleaned_data["confidant"]}
        return quiet(render(request, "signals/confided.html", context))
    status = 422 if request.method == "POST" else 200
    return quiet(render(request, "signals/confide.html", {"form": form}, status=status))


class Back(forms.Form):
    """A code, and what its sender wants to do now."""

    code = forms.CharField(
        label=gettext_lazy("Your code"),
        max_length=60,
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        error_messages={"required": gettext_lazy("Type the code that you were shown.")},
    )
    act = forms.ChoiceField(
        choices=[(name, name) for name in ("look", "write", "reopen", "tell")], required=False
    )
    words = forms.CharField(max_length=LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 3}))


class Wrong:
    """Wrong codes by where they come from, in memory alone and by a number that nobody can turn back."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._at: dict[bytes, list[float]] = defaultdict(list)

    def _whose(self, request: HttpRequest) -> bytes:
        return hmac.digest(self._key, request.META.get("REMOTE_ADDR", "").encode(), "sha256")

    def are_too_many(self, request: HttpRequest) -> bool:
        since = monotonic() - FORGOTTEN_AFTER
        self._at = defaultdict(list, {who: at for who, at in self._at.items() if at[-1] > since})
        return len([at for at in self._at.get(self._whose(request), ()) if at > since]) >= MOST_WRONG

    def one_more(self, request: HttpRequest) -> None:
        self._at[self._whose(request)].append(monotonic())


wrong = Wrong()
# Not even that somebody is there: an hour beside a letter of the same day would say whose it is.
sessions.unnoted |= {"/signals/confidential", "/signals/return"}


@login_not_required
@FORM
def back(request: HttpRequest) -> HttpResponse:
    """For whoever has a code, logged in or not; nothing is asked of the session or left in it."""
    form = Back(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _ask_code(request, form, 422 if request.method == "POST" else 200)
    if wrong.are_too_many(request):
        form.add_error("code", _("Too many wrong codes. Try again in a quarter of an hour."))
        return _ask_code(request, form, 429)
    found = found_by(form.cleaned_data["code"])
    if found is None:
        wrong.one_more(request)
        form.add_error("code", _("This code leads to nothing. Look whether each letter is right."))
        return _ask_code(request, form, 422)
    said = _do(found, form) if isinstance(found, Box) else ""
    return _opened(request, found, form, said)


def _ask_code(request: HttpRequest, form: Back, status: int) -> HttpResponse:
    return quiet(render(request, "signals/return.html", {"form": form}, status=status))


def _do(box: Box, form: Back) -> str:
    """What its sender asked for, and what to say of it."""
    act, words = form.cleaned_data["act"], form.cleaned_data["words"].strip()
    if act in ("", "look"):
        return ""
    if not words:
        form.add_error("words", _("Write something first."))
        return ""
    if act == "write":
        box.write(words)
        return _("Put with the others. They read it tomorrow morning.")
    if act == "tell":
        is_told = box.tell_confidant(words)
        name = {"name": box.confidant.name}
        return (_("Sealed: only %(name)s can read it.") if is_told else _("%(name)s has no key yet.")) % name
    try:
        box.reopen(words)
    except NotNow:
        form.add_error("words", _("It isn't told back, so it's open still."))
        return ""
    return _("It is open again.")


def _opened(request: HttpRequest, found: Box | Envelope, form: Back, said: str) -> HttpResponse:
    context: dict[str, object] = {"form": form, "said": said, "code": form.cleaned_data["code"]}
    if isinstance(found, Box):
        context |= {
            "box": found,
            "signal": found.signal,
            "steps": list(found.signal.steps.for_timeline()),
            "letters": list(found.letters.in_order()),
            "may_reopen": found.signal.may_now("reopen"),
        }
    else:
        context |= {"envelope": found}
    return quiet(render(request, "signals/returned.html", context, status=422 if form.errors else 200))


def _box(request: HttpRequest, pk: int) -> Box:
    signal = fetch(Signal.objects, request.user, pk=pk)
    box = Box.objects.select_related("signal__owner", "confidant").filter(signal=signal).first()
    if box is None:
        raise Http404
    require(box.may_read(request.user))
    return box


@in_slot("signal.below")
def letters(request: HttpRequest, signal: Signal) -> str:
    if not signal.is_confidential:
        return ""
    box = Box.objects.select_related("signal__owner", "confidant").filter(signal=signal).first()
    if box is None or not box.may_read(request.user):
        return ""
    return render_to_string("signals/letters.html", _letters(request, box), request)


def _letters(request: HttpRequest, box: Box) -> dict[str, object]:
    is_confidant = request.user.pk == box.confidant_id
    return {
        "box": box,
        "letters": list(box.letters_for_who_answers()),
        "is_confidant": is_confidant,
        "has_key": is_confidant and ConfidantKey.objects.filter(person=request.user).exists(),
    }


@require_POST
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    box = _box(request, pk)
    words = request.POST.get("words", "").strip()[:LONGEST]
    if words:
        box.write(words, by=request.user)
    return redirect(box.signal)


@require_POST
def sender(request: HttpRequest, pk: int) -> HttpResponse:
    """Shown once, to the confidant, with their passphrase."""
    box = _box(request, pk)
    require(request.user.pk == box.confidant_id)
    whose = f"confidant {request.user.pk}"
    context: dict[str, object] = {"signal": box.signal}
    if tries.are_too_many(whose):
        return quiet(render(request, "signals/sender.html", context | {"is_too_often": True}, status=429))
    try:
        context |= {"name": box.who_raised_it(request.POST.get("passphrase", "")), "is_open": True}
    except WrongPassphrase:
        tries.one_more(whose)
    return quiet(render(request, "signals/sender.html", context, status=200 if "name" in context else 422))


class NewKey(forms.Form):
    passphrase = forms.CharField(
        label=gettext_lazy("Passphrase"),
        min_length=SHORTEST,
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=gettext_lazy("The same once more"),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("passphrase") and given.get("again") not in (None, given["passphrase"]):
            self.add_error("again", _("This isn't the same. Type it twice."))
        return given


@FORM
def key(request: HttpRequest) -> HttpResponse:
    """A confidant's own, made once: with another, what was sealed before could be opened by nobody."""
    require(not request.user.is_guest and request.user.is_a(Appointment.Role.CONFIDANT))
    has_key = ConfidantKey.objects.filter(person=request.user).exists()
    form = NewKey(request.POST or None)
    if request.method == "POST" and not has_key and form.is_valid():
        made = new_keys(form.cleaned_data["passphrase"])
        fields = {"public": made.public, "private": made.private, "salt": made.salt}
        ConfidantKey.objects.get_or_create(person=request.user, defaults=fields)
        return redirect("confidant-key")
    status = 422 if form.errors else 200
    return quiet(render(request, "signals/confidant.html", {"form": form, "has_key": has_key}, status=status))


@in_slot("signal.before_sending")
def link(request: HttpRequest, _form: object) -> str:
    return render_to_string("signals/confide_link.html", {}, request)


@in_slot("log_in.below")
def way_back(request: HttpRequest, _thing: object) -> str:
    """For who has a code: they needn't log in."""
    return render_to_string("signals/way_back.html", {}, request) if confidants().exists() else ""
