from django.tasks import task

from knoop.events import listeners
from knoop.events.models import Event


@task(priority=10)
def tell(listener: str, event_id: int) -> None:
    """Tells one listener of one event; a listener that is gone since then needs to hear nothing."""
    event = Event.objects.get(pk=event_id)
    told = listeners.named(event.verb, listener)
    if told:
        told(event)
