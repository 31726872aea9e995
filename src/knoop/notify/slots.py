"""What notices add to pages of other rooms."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string

from knoop.community.spaces.models import Membership, Space
from knoop.notify import policy
from knoop.notify.audience import audience
from knoop.notify.choices import MailChoice
from knoop.notify.forms_mail import FirstChoice
from knoop.notify.lines import seen
from knoop.notify.models import Mute, Notice, SpaceChoice
from knoop.notify.reasons import Way
from knoop.people.models import Person
from knoop.web.figures import figure, figures
from knoop.web.slots import in_slot

# Which pages show a thing whose notices are read by that.
READ_AT = {"post": "post", "meeting": "meeting", "signal": "signal"}


@figure("notices that wait")
def waiting(person: Person) -> QuerySet[Notice, Any]:
    return Notice.objects.waiting_for(person)


@in_slot("nav", order=10)
def bell(request: HttpRequest, _thing: Any) -> str:
    """The way to the notices, with how many lines wait. What the page itself shows is read first."""
    if not request.user.is_authenticated:
        return ""
    match = request.resolver_match
    if match and match.url_name in READ_AT and "pk" in match.kwargs and request.method == "GET":
        seen(request.user, READ_AT[match.url_name], match.kwargs["pk"])
    return render_to_string("notify/bell.html", {"waiting": figures(request)["notices that wait"]}, request)


@in_slot("space.beside", order=70)
def of_space(request: HttpRequest, space: Space) -> str:
    """How somebody is told of this space's posts, and a mute."""
    if not Membership.objects.filter(space=space, person=request.user).exists():
        return ""
    chosen = (
        SpaceChoice.objects.filter(space=space, person=request.user).values_list("way", flat=True).first()
    )
    mute = Mute.objects.of(request.user).holding().filter(what="space", what_id=space.pk).first()
    words = {"space": space, "chosen": chosen or "", "ways": Way.choices, "mute": mute}
    return render_to_string("notify/space.html", words, request)


@in_slot("nav", order=96)
def mail(request: HttpRequest, _thing: Any) -> str:
    """The way to the mail, for those who keep it going."""
    if not request.user.is_authenticated or not policy.may_keep_mail(request.user):
        return ""
    return render_to_string("notify/nav.html", {}, request)


@in_slot("composer.foot", order=30)
def how_many_hear(request: HttpRequest, form: Any) -> str:
    """Before somebody posts: how many get a mail of it."""
    place = getattr(form, "place", None)
    if not settings.MAILS or place is None:
        return ""
    return render_to_string("notify/audience.html", {"audience": audience(request.user, place.slug)}, request)


@in_slot("settings.sections", order=20)
def settings_section(request: HttpRequest, person: Any) -> str:
    choice = MailChoice.objects.of(person) if settings.MAILS else None
    return render_to_string("notify/section.html", {"choice": choice}, request)


@in_slot("welcome.notices")
def welcome(request: HttpRequest, person: Any) -> str:
    form = FirstChoice(person=person) if settings.MAILS and person.email else None
    return render_to_string(
        "notify/welcome.html", {"form": form, "is_kept": request.GET.get("kept") == "mail"}, request
    )
