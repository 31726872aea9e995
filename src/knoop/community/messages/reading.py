"""What somebody sees of their conversations, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knoop.community.files.attachments import load
from knoop.community.messages.models import Conversation, Message
from knoop.web.paging import page_of

if TYPE_CHECKING:
    from knoop.people.models import Person

PAGE = 40
LIST = 30


@dataclass(frozen=True)
class Talk:
    messages: list[Message]  # as they're read: oldest first
    earlier: str  # cursor of the page before, or nothing at the beginning


@dataclass(frozen=True)
class Talks:
    conversations: list[Conversation]
    next: str


def talk(conversation: Conversation, person: Person, cursor: str = "") -> Talk:
    """The last messages, or those before `cursor`, with their files.

    Raises Http404 for a cursor that isn't ours.
    """
    rows = conversation.messages.visible_to(person).for_page()
    page, earlier = page_of(rows, moment="sent_at", size=PAGE, cursor=cursor)
    load(page)
    return Talk(page[::-1], earlier)


def talks(person: Person, cursor: str = "") -> Talks:
    rows = Conversation.objects.visible_to(person).for_list(person)
    page, onwards = page_of(rows, moment="last_at", size=LIST, cursor=cursor)
    for conversation in page:
        name_for(conversation, person)
        conversation.is_unread = conversation.last_at > conversation.read_until
    return Talks(page, onwards)


def name_for(conversation: Conversation, person: Person) -> None:
    """Leaves on it who else is there, and what somebody calls it: its name, or theirs."""
    others = [one.person for one in conversation.present if one.person_id != person.pk]
    conversation.others = others
    conversation.called = conversation.name or ", ".join(other.name for other in others)
