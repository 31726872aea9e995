"""What posts do when something happens elsewhere."""

from knoop.community.posts.models import Handover
from knoop.events.listeners import on
from knoop.events.models import Event


@on("person.departed")
def of_drafts_that_nobody_will_say(event: Event) -> None:
    """What was handed over to who left goes back to who wrote it."""
    theirs = Handover.objects.waiting().filter(to=event.about_id)
    for handover in theirs.select_related("draft", "to"):
        handover.decline(handover.to)
