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
    SIGNAL = "signal", _("A signal I raised, support or follow gets an answer")
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
# What the clock or a job made for somebody: not an act of theirs, whoever stands by it.
FROM_THE_HOUSE = frozenset({"export", "signal_soon", "signal_overdue", "signal_brought"})
# What somebody has to answer by their work comes through whatever they muted.
DUTIES = frozenset({"signal_yours", "signal_reopened", "signal_soon", "signal_overdue", "signal_brought"})
REASONS: dict[str, Reason] = {
    "mentioned": Reason(Kind.MENTION, needs_you=True),
    "answered_post": Reason(Kind.ANSWER, needs_you=True),
    "answered_comment": Reason(Kind.ANSWER, needs_you=True),
    "wants_in": Reason(Kind.SPACE, needs_you=True),
    "invited": Reason(Kind.SPACE, needs_you=True),
    "added": Reason(Kind.SPACE),
    "let_in": Reason(Kind.SPACE),
    "declined": Reason(Kind.SPACE),
    "made_keeper": Reason(Kind.SPACE),
    "openness": Reason(Kind.SPACE),
    "taken_over": Reason(Kind.SPACE),
    "signal_yours": Reason(None, needs_you=True),
    "signal_reopened": Reason(None, needs_you=True),
    "signal_soon": Reason(None, needs_you=True),
    "signal_overdue": Reason(None, needs_you=True),
    "signal_brought": Reason(None, needs_you=True),
    "signal_acknowledged": Reason(Kind.SIGNAL),
    "signal_looking": Reason(Kind.SIGNAL),
    "signal_decided": Reason(Kind.SIGNAL),
    "signal_changed": Reason(Kind.SIGNAL),
    "signal_told": Reason(Kind.SIGNAL),
    "signal_again": Reason(Kind.SIGNAL),
    "signal_handed": Reason(Kind.SIGNAL),
    "signal_promised": Reason(Kind.SIGNAL),
    "signal_merged": Reason(Kind.SIGNAL),
    "signal_split": Reason(Kind.SIGNAL),
    "signal_linked": Reason(Kind.SIGNAL),
    "signal_remarked": Reason(Kind.SIGNAL),
    "moved": Reason(Kind.MEETING, needs_you=True),
    "cancelled": Reason(Kind.MEETING),
    "place": Reason(Kind.MEETING, needs_you=True),
    "thanked": Reason(Kind.THANKS),
    "thread": Reason(Kind.THREAD),
    "posted": Reason(Kind.POST),
    "reacted": Reason(Kind.REACTION),
    "export": Reason(None),
}
