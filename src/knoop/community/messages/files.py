"""Files that go along with messages: seen by who sees those, and by no role."""

from knoop.community.files.holders import holder
from knoop.community.messages.models import Message, MessageQuerySet
from knoop.people.models import Person


def _there(person: Person) -> MessageQuerySet:
    """The words weren't withdrawn: the files went with them."""
    return Message.objects.visible_to(person).filter(withdrawn_at=None)


def _page(pk: int) -> str:
    found = Message.objects.filter(pk=pk).first()
    return found.page_address if found else ""


holder("message", _there, _page)
