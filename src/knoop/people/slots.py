from django.http import HttpRequest

from knoop.people import policy
from knoop.people.followers import button
from knoop.people.models import Person
from knoop.web.slots import in_slot


@in_slot("person.acts", order=10)
def follow(request: HttpRequest, person: Person) -> str:
    return button(request, person) if policy.may_follow(request.user, person) else ""


@in_slot("person.line", order=10)
def follow_in_list(request: HttpRequest, person: Person) -> str:
    """In lists of who works here."""
    return button(request, person)
