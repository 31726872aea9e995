"""Coming in by a code, on a phone and without a mail address; and handing such codes out."""

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.people import policy, tries
from knoop.people.codes import Code, CodeIsUsedUp
from knoop.people.joining_forms import WRONG_CODES, HandOut, SignUp, TypeCode
from knoop.people.models import Person


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest) -> HttpResponse:
    """Where a code from paper is typed."""
    if request.user.is_authenticated:
        return redirect("home")
    form = TypeCode(request.POST if request.method == "POST" else None, whose=_whose(request))
    if form.is_valid():
        return redirect("join", form.found.code)
    return render(request, "people/type_code.html", {"form": form}, status=422 if form.errors else 200)


def _whose(request: HttpRequest) -> str:
    return f"code {request.META.get('REMOTE_ADDR', '')}"


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, code: str) -> HttpResponse:
    """Makes an account: a name, a username, a password."""
    if request.user.is_authenticated:
        return redirect("home")
    if tries.are_too_many(_whose(request), WRONG_CODES) or (found := Code.objects.named(code)) is None:
        tries.one_more(_whose(request))
        return render(request, "people/code_is_used_up.html", status=404)
    form = SignUp(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            person = found.sign_up(form.person(), form.cleaned_data["password"])
        except CodeIsUsedUp:
            return render(request, "people/code_is_used_up.html", status=404)
        except IntegrityError:  # somebody took the name while this was filled in
            form.add_error("handle", _("Somebody has this username already. Choose another one."))
        else:
            login(request, person, backend="knoop.people.login.ByHandleOrEmail")
            return redirect("welcome")
    status = 422 if form.errors else 200
    return render(request, "people/join.html", {"form": form, "code": found}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def codes(request: HttpRequest) -> HttpResponse:
    """All codes with who used them; posting to it hands out a new one."""
    require(policy.may_hand_out(request.user))
    form = HandOut(request.POST if request.method == "POST" else None, by=request.user)
    if form.is_valid():
        return redirect("code", form.hand_out(request.user).pk)
    context = {"form": form, "codes": Code.objects.for_list()[:200]}
    return render(request, "people/codes.html", context, status=422 if form.errors else 200)


@require_safe
def code(request: HttpRequest, code: int) -> HttpResponse:
    """One code to show or print: the letters, the address and the picture."""
    require(policy.may_hand_out(request.user))
    found = fetch(Code.objects.for_list(), request.user, pk=code)
    people = Person.objects.filter(came_by__code=found).for_directory()
    return render(request, "people/code.html", {"code": found, "people": people})


@require_POST
def code_revocation(request: HttpRequest, code: int) -> HttpResponse:
    require(policy.may_hand_out(request.user))
    found = fetch(Code.objects, request.user, pk=code)
    (found.give_back if "undo" in request.POST else found.revoke)(request.user)
    return redirect("code", found.pk)
