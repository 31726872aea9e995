"""What is mailed back to who sent something that became no answer: what was wrong, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from knoop.community.posts.models import LONGEST
from knoop.notify.arrivals import Arrived, Fate

SAID = {
    Fate.OVERSIZE: (
        gettext_lazy("Your mail is larger than %(megabytes)d MB, so it wasn't read."),
        gettext_lazy("Send it again without the attachments, and add those in Knoop."),
    ),
    Fate.NO_TOKEN: (
        gettext_lazy("This address takes answers to mails from Knoop, and nothing else."),
        gettext_lazy("Press “reply” in a mail about a conversation, or write it in Knoop."),
    ),
    Fate.UNKNOWN_TOKEN: (
        gettext_lazy(
            "The address that you wrote to isn't one that Knoop gave out. It may have lost a letter."
        ),
        gettext_lazy("Press “reply” in a mail about the conversation, and leave the address as it is."),
    ),
    Fate.EXPIRED: (
        gettext_lazy(
            "You answered a mail of more than %(days)d days ago; its address doesn't work any more."
        ),
        gettext_lazy("Open the conversation in Knoop and answer there."),
    ),
    Fate.FORGED: (
        gettext_lazy("The mail that you answered was sent to somebody else, so your answer would be theirs."),
        gettext_lazy(
            "Open the conversation in Knoop and answer there, or reply from the address it was sent to."
        ),
    ),
    Fate.NOT_ALLOWED: (
        gettext_lazy("You can't answer in this conversation any more: the space was closed or you left it."),
        gettext_lazy("Ask somebody in the space to let you in again."),
    ),
    Fate.EMPTY: (
        gettext_lazy("There were no words of your own in your mail: only what it quoted."),
        gettext_lazy("Write your answer above the quoted text, and send it again."),
    ),
    Fate.TOO_LONG: (
        gettext_lazy("Your answer is longer than %(characters)d characters."),
        gettext_lazy("Make it shorter, or put it on a page in Knoop and answer with a link."),
    ),
}
REPLIES_HOLD = 90  # days


@dataclass(frozen=True)
class Words:
    title: str
    paragraphs: list[str]


def words_for(arrived: Arrived) -> Words:
    if arrived.fate == Fate.PLACED:
        remedy = _("Add them in Knoop, below your answer.")
        return Words(
            _("Your answer is placed, without some of its files"), [*arrived.left_out.splitlines(), remedy]
        )
    figures = {
        "megabytes": settings.LARGEST_MAIL // 1024**2,
        "days": REPLIES_HOLD,
        "characters": LONGEST,
    }
    wrong, remedy = SAID[Fate(arrived.fate)]
    return Words(_("Your answer wasn't placed"), [str(wrong) % figures, str(remedy)])
