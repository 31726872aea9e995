"""What somebody sees of their conversations, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404

from knoop.base import keyset
from knoop.community.messages.models import Conversation, Message

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
    """The last messages, or those before `cursor`. Raises Http404 for a cursor that isn't ours."""
    rows = conversation.messages.visible_to(person).for_page()
    if cursor:
        rows = rows.before(*_place(cursor))
    page = list(rows[: PAGE + 1])
    first = page[PAGE - 1] if len(page) > PAGE else None
    return Talk(page[:PAGE][::-1], keyset.write(first.sent_at, first.pk) if first else "")


def talks(person: Person, cursor: str = "") -> Talks:
    rows = Conversation.objects.visible_to(person).for_list(person)
    if cursor:
        rows = rows.before(*_place(cursor))
    page = list(rows[: LIST + 1])
    last = page[LIST - 1] if len(page) > LIST else None
    for conversation in page:
        name_for(conversation, person)
        conversation.is_unread = conversation.last_at > conversation.read_until
    return Talks(page[:LIST], keyset.write(last.last_at, last.pk) if last and last.last_at else "")


def name_for(conversation: Conversation, person: Person) -> None:
    """Leaves on it who else is there, and what somebody calls it: its name, or theirs."""
    others = [one.person for one in conversation.present if one.person_id != person.pk]
    conversation.others = others
    conversation.called = conversation.name or ", ".join(other.name for other in others)


def _place(cursor: str):  # type: ignore[no-untyped-def]
    try:
        return keyset.read(cursor)
    except keyset.NotACursor as fault:
        raise Http404(str(fault)) from fault
