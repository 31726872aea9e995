"""Messages are for who is in the conversation, and for nobody else: no role opens them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Exists, F, OuterRef, Q

if TYPE_CHECKING:
    from knoop.community.messages.models import Conversation, Message
    from knoop.people.models import Person


def visible(person: Person) -> Q:
    mine = apps.get_model("messages", "Participation").objects.filter(person=person, left_at=None)
    return Q(Exists(mine.filter(conversation=OuterRef("pk"))))


def visible_messages(person: Person) -> Q:
    """From when somebody came into the conversation: what was said before wasn't said to them."""
    mine = apps.get_model("messages", "Participation").objects.filter(person=person, left_at=None)
    return Q(Exists(mine.filter(conversation=OuterRef("conversation"), since__lte=OuterRef("sent_at"))))


def may_write(person: Person, conversation: Conversation) -> bool:
    """To people who are all gone nobody can say anything."""
    others = conversation.participations.filter(left_at=None, person__departure=None)
    return others.exclude(person=person).exists()


def may_add(_person: Person, conversation: Conversation) -> bool:
    """Who were two stay two: a third wasn't spoken to. They start a group instead."""
    return conversation.is_group and conversation.has_room


def may_leave(_person: Person, conversation: Conversation) -> bool:
    return conversation.is_group


def may_withdraw(person: Person, message: Message) -> bool:
    return message.author_id == person.pk and message.withdrawn_at is None


UNREAD = Q(left_at=None, conversation__last_at__gt=F("read_until"))
