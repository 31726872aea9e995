"""The first visit: five steps, each of which may be skipped, taken up again where somebody left."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from knoop.people.profile_forms import ShowFace


@dataclass(frozen=True)
class Step:
    key: str
    title: str | Promise
    why: str | Promise


STEPS = (
    Step("photo", _("Show your face"), _("Who sees a face answers sooner, and dares to ask sooner.")),
    Step(
        "follow",
        _("Follow a few colleagues"),
        _("What they write stands on your home page."),
    ),
    Step("spaces", _("Join a space or two"), _("A space is where people talk about one thing.")),
    Step(
        "thank",
        _("Thank somebody"),
        _("The first thing you write may be short: who helped you lately, and with what?"),
    ),
    Step("notices", _("Choose what reaches you"), _("Knoop is quiet unless you say otherwise.")),
)


@require_safe
def welcome(request: HttpRequest) -> HttpResponse:
    """The step somebody is at, or any other they choose to look at."""
    asked = request.GET.get("step", "")
    if request.user.welcomed_at and not asked:
        return redirect("home")
    number = int(asked) if asked in ("1", "2", "3", "4", "5") else min(request.user.welcome_step, len(STEPS))
    context = {
        "steps": [(at, step) for at, step in enumerate(STEPS, 1)],
        "number": number,
        "step": STEPS[number - 1],
        "face": ShowFace(),
        "is_last": number == len(STEPS),
    }
    return render(request, "people/welcome.html", context)


@require_POST
def onwards(request: HttpRequest) -> HttpResponse:
    """To the next step, done or skipped; after the last one it is over for good."""
    asked = request.POST.get("step", "")
    number = int(asked) if asked in ("1", "2", "3", "4", "5") else request.user.welcome_step
    request.user.be_welcomed(number + 1, is_over=number >= len(STEPS) or "all" in request.POST)
    return redirect("home" if request.user.welcomed_at else "welcome")
