"""Why somebody is told of something, and of what kind that is to who chooses how to be told."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What somebody chooses by."""

    MENTION = "mention", _("I'm mentioned")
    ANSWER = "answer", _("I'm answered")
    SPACE = "space", _("Somebody adds or invites me, or asks to join a space I look after")
    MEETING = "meeting", _("An event I go to changes")
    THANKS = "thanks", _("I'm thanked")
    THREAD = "thread", _("New answers where I wrote too")
    POST = "post", _("New posts in my spaces")
    REACTION = "reaction", _("Reactions to what I wrote")


class Way(models.TextChoices):
    HERE = "here", _("Tell me")
    NOT = "not", _("Don't tell me")


@dataclass(frozen=True)
class Reason:
    kind: Kind | None  # none: nobody chooses it, for they asked for it themselves
    needs_you: bool = False


COMES_THROUGH = ("mentioned", "wants_in")  # where a conversation or a space is muted
REASONS: dict[str, Reason] = {
    "mentioned": Reason(Kind.MENTION, needs_you=True),
    "answered_post": Reason(Kind.ANSWER, needs_you=True),
    "answered_comment": Reason(Kind.ANSWER, needs_you=True),
    "handed": Reason(Kind.MENTION, needs_you=True),
    "handed_back": Reason(Kind.MENTION),
    "wants_in": Reason(Kind.SPACE, needs_you=True),
    "invited": Reason(Kind.SPACE, needs_you=True),
    "added": Reason(Kind.SPACE),
    "let_in": Reason(Kind.SPACE),
    "declined": Reason(Kind.SPACE),
    "made_keeper": Reason(Kind.SPACE),
    "openness": Reason(Kind.SPACE),
    "taken_over": Reason(Kind.SPACE),
    "moved": Reason(Kind.MEETING, needs_you=True),
    "cancelled": Reason(Kind.MEETING),
    "place": Reason(Kind.MEETING, needs_you=True),
    "thanked": Reason(Kind.THANKS),
    "thread": Reason(Kind.THREAD),
    "posted": Reason(Kind.POST),
    "reacted": Reason(Kind.REACTION),
    "export": Reason(None),
}
