"""Pages on which administrators look after accounts. Nothing on them tells what somebody wrote or read."""

from __future__ import annotations

from collections.abc import Callable

import segno
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.people import accounts, directory, policy
from knoop.people.administered import LastAdministrator
from knoop.people.administering_forms import STATES, Change, Invite, Narrow, Roles
from knoop.people.data_forms import EraseAtOnce
from knoop.people.erasures import Erasure
from knoop.people.models import Appointment, Person

INVITATION = "invitation"  # in the session: a link that is shown once


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    require(policy.may_administer(request.user))
    narrow = Narrow(request.GET)
    narrow.is_valid()  # what doesn't say which is left out; the rest still counts
    found = accounts.narrowed(accounts.listed(), narrow.cleaned_data)
    found = directory.onwards(found, request.GET.get("from", ""))[: directory.PAGE + 1]
    context = {"narrow": narrow, **directory.page(list(found))}
    if request.htmx:
        return render(request, "people/accounts.html#people", context)
    counted = accounts.counts()
    context["counts"] = [(label, counted[state]) for state, label in STATES if counted[state]]
    return render(request, "people/accounts.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Somebody new, with a link to hand over."""
    require(policy.may_administer(request.user))
    form = Invite(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with transaction.atomic():
            person = form.made(request.user)
            request.session[INVITATION] = person.invite(by=request.user)
        return redirect("account", person.handle)
    return render(request, "people/invite.html", {"form": form}, status=422 if form.errors else 200)


def _account(request: HttpRequest, handle: str) -> Person:
    require(policy.may_administer(request.user))
    rows = Person.objects.known().select_related("unit", "departure", "lock", "reporting_line__lead")
    return fetch(rows.select_related("erasure").prefetch_related("appointments"), request.user, handle=handle)


@require_safe
def account(request: HttpRequest, handle: str) -> HttpResponse:
    person = _account(request, handle)
    path = request.session.pop(INVITATION, "") if INVITATION in request.session else ""
    return _page(request, person, path=path)


def _page(
    request: HttpRequest,
    person: Person,
    *,
    change: Change | None = None,
    erase: EraseAtOnce | None = None,
    refusal: str = "",
    path: str = "",
) -> HttpResponse:
    is_refused = bool(change or erase or refusal)
    address = f"{settings.ADDRESS}{path}" if path else ""
    context = {
        "person": person,
        "change": change or Change(person=person),
        "erase": erase or EraseAtOnce(person=person),
        "roles": Roles(initial={"roles": list(person.roles)}),
        "refusal": refusal,
        "is_in": person.has_usable_password(),
        "is_me": person.pk == request.user.pk,
        "link": address,
        "qr": qr(address) if address else "",
    }
    return render(request, "people/account.html", context, status=422 if is_refused else 200)


def qr(address: str) -> SafeString:
    drawn = segno.make(address, error="m").svg_inline(omitsize=True, border=3, dark="#000", light="#fff")
    return mark_safe(drawn)  # noqa: S308 - drawn by us of our own address


@require_POST
def details(request: HttpRequest, handle: str) -> HttpResponse:
    person = _account(request, handle)
    form = Change(request.POST, person=person)
    if form.is_valid() and form.keep(request.user):
        return redirect(f"{_address(person)}?kept")
    return _page(request, _account(request, handle), change=form)


@require_POST
def roles(request: HttpRequest, handle: str) -> HttpResponse:
    """The roles that are ticked, and no others."""
    person = _account(request, handle)
    form = Roles(request.POST)
    if not form.is_valid():
        return _page(request, person, refusal=_("Choose from the roles in the list."))

    def change() -> None:
        with transaction.atomic():
            for role in Appointment.Role.values:
                wanted = role in form.cleaned_data["roles"]
                (person.appoint if wanted else person.dismiss)(role, request.user)

    return _done(request, person, change)


def _done(request: HttpRequest, person: Person, act: Callable[[], object]) -> HttpResponse:
    """Does `act`, or says why it can't be done."""
    try:
        act()
    except LastAdministrator:
        words = _(
            "%(name)s is the only administrator who can log in. Make somebody else administrator first, "
            "or nobody could look after accounts any more."
        )
        return _page(request, _account(request, person.handle), refusal=words % {"name": person.name})
    return redirect(f"{_address(person)}?kept")


def _address(person: Person) -> str:
    return reverse("account", args=[person.handle])


@require_POST
def invitation(request: HttpRequest, handle: str) -> HttpResponse:
    """A new link by which they choose a password; what they have now holds until they do."""
    person = _account(request, handle)
    if not person.may_log_in:
        return _page(request, person, refusal=_("Let this person in again first: no link works until then."))
    request.session[INVITATION] = person.invite(by=request.user)
    return redirect(f"{_address(person)}#link")


@require_POST
def lock(request: HttpRequest, handle: str) -> HttpResponse:
    person = _account(request, handle)
    if person.pk == request.user.pk:
        return _page(request, person, refusal=_("You can't lock yourself out. Ask another administrator."))
    return _done(request, person, lambda: person.lock_out(request.user))


@require_POST
def lock_end(request: HttpRequest, handle: str) -> HttpResponse:
    person = _account(request, handle)
    return _done(request, person, lambda: person.let_in(request.user))


@require_POST
def log_outs(request: HttpRequest, handle: str) -> HttpResponse:
    person = _account(request, handle)
    return _done(request, person, lambda: person.log_out_everywhere(request.user))


@require_POST
def departure(request: HttpRequest, handle: str) -> HttpResponse:
    person = _account(request, handle)
    if person.pk == request.user.pk:
        words = _("You can't close your own account. Ask another administrator, or erase it under My data.")
        return _page(request, person, refusal=words)
    return _done(request, person, lambda: person.depart(request.user))


@require_POST
def departure_end(request: HttpRequest, handle: str) -> HttpResponse:
    person = _account(request, handle)
    return _done(request, person, lambda: person.come_back(request.user))


@require_POST
def erasure(request: HttpRequest, handle: str) -> HttpResponse:
    """At once, at somebody's request."""
    person = _account(request, handle)
    form = EraseAtOnce(request.POST, person=person)
    if not form.is_valid():
        return _page(request, person, erase=form)
    if person.pk == request.user.pk:
        return _page(request, person, refusal=_("Erase your own account under My data, with your password."))
    try:
        Erasure.objects.ask(person, request.user, takes_words=form.takes_words, at_once=True)
    except LastAdministrator:
        return _done(request, person, person.must_not_be_last)
    return redirect(f"{reverse('accounts')}?erased")


@require_POST
def erasure_end(request: HttpRequest, handle: str) -> HttpResponse:
    person = _account(request, handle)
    return _done(request, person, lambda: Erasure.objects.take_back(person, request.user))
