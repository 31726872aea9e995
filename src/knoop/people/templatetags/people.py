"""What a page shows of a person, for whoever looks."""

from typing import Any

from django import template

from knoop.people.fields import Profile, told
from knoop.people.models import Person

register = template.Library()


@register.simple_tag(takes_context=True)
def profile_of(context: dict[str, Any], person: Person) -> Profile:
    return person.shown_to(context["request"].user)


@register.simple_tag(takes_context=True)
def line_of(context: dict[str, Any], person: Person, key: str) -> str:
    return told(person, key, context["request"].user)
