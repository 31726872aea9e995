"""What messages add to pages of other rooms."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string

from knoop.community.messages.models import Participation
from knoop.people.models import Person
from knoop.web.figures import figure, figures
from knoop.web.slots import in_slot


@figure("unread conversations")
def unread(person: Person) -> QuerySet[Participation, Any]:
    return Participation.objects.unread(person)


@in_slot("nav", order=30)
def link(request: HttpRequest, _thing: object) -> str:
    if not request.user.is_authenticated:
        return ""
    return render_to_string(
        "messages/link.html", {"unread": figures(request)["unread conversations"]}, request
    )


@in_slot("person.acts", order=20)
def write_to(request: HttpRequest, person: Person) -> str:
    if person.pk == request.user.pk or not person.is_active:
        return ""
    return render_to_string("messages/write_to.html", {"person": person}, request)
