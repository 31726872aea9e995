"""Unit spaces hear who came to work where."""

from knoop.community.spaces.units import follow
from knoop.events.listeners import on
from knoop.events.models import Event
from knoop.people.models import Person


@on("person.moved")
def go_along(event: Event) -> None:
    """Reads where the person works by now, so being told twice or late does no harm."""
    person = Person.objects.select_related("departure").filter(pk=event.about_id).first()
    if person:
        follow(person, by=event.actor)
