"""What messages hold of somebody. Who wrote to them keeps the conversation; where nobody is left, it goes."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from knoop.base import clock, markdown
from knoop.community.files.attachments import let_go
from knoop.community.messages.models import Conversation, Message, Participation
from knoop.people.holdings import Fate, Holding, Line, holds
from knoop.people.leaving import Leaving


def erase(leaving: Leaving) -> tuple[()]:
    person = leaving.person
    others = Participation.objects.filter(conversation=OuterRef("pk"), person__erased_at=None)
    mine = Conversation.objects.filter(participations__person=person)
    alone = Conversation.objects.filter(~Exists(others.exclude(person=person)), pk__in=mine.values("pk"))
    said = Message.objects.filter(conversation__in=alone.values("pk"))
    leaving.changed["message"].update(said.values_list("pk", flat=True))
    let_go(said)
    alone.delete()
    _reword(leaving)
    for conversation in Conversation.objects.filter(participations__person=person).exclude(name=""):
        conversation.rename(leaving.nameless(conversation.name)[:80])
    for place in Participation.objects.filter(person=person):  # when they read what is nobody's business
        place.read_until, place.is_muted = place.since, False
        place.save(update_fields=["read_until", "is_muted"])
    return ()


def _reword(leaving: Leaving) -> None:
    theirs = Q(author=leaving.person)
    for message in Message.objects.filter(theirs | Q(text__icontains=leaving.mention), withdrawn_at=None):
        is_own = message.author_id == leaving.person.pk
        if is_own and leaving.takes_words:
            let_go(Message.objects.filter(pk=message.pk))
            message.text, message.html, message.withdrawn_at = "", "", clock.now()
        else:
            said = leaving.nameless(message.text) if is_own else leaving.unnamed(message.text)
            if said == message.text:
                continue
            message.text, message.html = said, markdown.render(said)
        message.save(update_fields=["text", "html", "withdrawn_at"])
        leaving.changed["message"].add(message.pk)


holds(
    Holding(
        "messages",
        _("Private messages"),
        lines=[
            Line(
                "messages.Message.author",
                ngettext_lazy("%(count)d message you sent", "%(count)d messages you sent", "count"),
                Fate.STAYS,
                ("conversation", "text", "sent_at"),
            ),
            Line(
                "messages.Participation.person",
                ngettext_lazy("%(count)d conversation", "%(count)d conversations", "count"),
                Fate.STAYS,
                ("conversation", "since", "read_until", "is_muted", "left_at"),
            ),
            Line(
                "messages.Conversation.started_by",
                ngettext_lazy(
                    "%(count)d conversation you began", "%(count)d conversations you began", "count"
                ),
                Fate.STAYS,
                ("id", "name"),
                called="conversations_begun",
            ),
        ],
        erase=erase,
        words=_("Where nobody else is left in a conversation, it is deleted whole."),
    )
)
