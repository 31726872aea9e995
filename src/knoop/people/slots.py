from datetime import timedelta

from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from knoop.base import clock
from knoop.people import policy
from knoop.people.arrival import STEPS
from knoop.people.erasures import Erasure, until
from knoop.people.followers import button
from knoop.people.models import Person
from knoop.web.figures import figure, figures
from knoop.web.slots import in_slot

NEW_FOR = timedelta(days=60)


@in_slot("account")
def codes(request: HttpRequest, _thing: object) -> str:
    if not policy.may_hand_out(request.user):
        return ""
    return format_html('<a class="plain" href="{}">{}</a>', reverse("codes"), _("Codes to come in by"))


@in_slot("nav", order=90)
def accounts(request: HttpRequest, _thing: object) -> str:
    if not request.user.is_authenticated or not policy.may_administer(request.user):
        return ""
    return render_to_string("people/accounts_link.html", {}, request)


@in_slot("person.acts", order=90)
def to_account(request: HttpRequest, person: Person) -> str:
    """From somebody's page to their account, for who looks after accounts."""
    if not policy.may_administer(request.user):
        return ""
    address = reverse("account", args=[person.handle])
    return format_html('<a class="plain" href="{}">{}</a>', address, _("Account"))


@in_slot("settings.sections", order=90)
def my_data(request: HttpRequest, _person: object) -> str:
    return render_to_string("people/data_section.html", {}, request)


@figure("erasure that waits")
def waiting_erasure(person: Person) -> QuerySet[Erasure]:
    return Erasure.objects.waiting().filter(person=person)


@in_slot("home.top", order=5)
def erasure_waits(request: HttpRequest, _thing: object) -> str:
    """Who asked to be erased sees on their home page until when it can be taken back."""
    on = until(request.user) if figures(request)["erasure that waits"] else None
    return render_to_string("people/erasure_waits.html", {"erased_on": on}, request) if on else ""


@in_slot("home.top", order=10)
def welcome(request: HttpRequest, _thing: object) -> str:
    """The way back into the welcome, for who is new and hasn't finished it."""
    me = request.user
    if me.welcomed_at or me.joined_at < clock.now() - NEW_FOR:
        return ""
    step = min(me.welcome_step, len(STEPS))
    words = {"step": STEPS[step - 1], "number": step, "total": len(STEPS)}
    return render_to_string("people/welcome_card.html", words, request)


@in_slot("person.acts", order=10)
def follow(request: HttpRequest, person: Person) -> str:
    return button(request, person) if policy.may_follow(request.user, person) else ""


@in_slot("person.line", order=10)
def follow_in_list(request: HttpRequest, person: Person) -> str:
    """In lists of who works here."""
    return button(request, person)
