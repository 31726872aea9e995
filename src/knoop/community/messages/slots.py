"""What messages add to pages of other rooms."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from knoop.community.messages.models import Participation
from knoop.people.models import Person
from knoop.web.slots import in_slot


@in_slot("nav", order=30)
def link(request: HttpRequest, _thing: object) -> str:
    if not request.user.is_authenticated:
        return ""
    unread = Participation.objects.unread(request.user)
    return render_to_string("messages/link.html", {"unread": unread}, request)


@in_slot("person.acts", order=20)
def write_to(request: HttpRequest, person: Person) -> str:
    if person.pk == request.user.pk or not person.is_active:
        return ""
    return render_to_string("messages/write_to.html", {"person": person}, request)
