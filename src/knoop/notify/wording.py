"""Notices in words: who did what, for one act or for many together."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy


def names(first: str, second: str | None, count: int) -> str:
    """'Bob', 'Bob and Carol', 'Bob and 3 others'."""
    if count <= 1:
        return first
    if count == 2 and second:
        return _("%(first)s and %(second)s") % {"first": first, "second": second}
    others = count - 1
    return ngettext("%(first)s and %(count)d other", "%(first)s and %(count)d others", others) % {
        "first": first,
        "count": others,
    }


def sentence(reason: str, who: str, count: int, where: str = "") -> str:
    """What stands in the list and on top of a mail; `count` people did it."""
    return str(SAID[reason] % {"who": who, "where": where, "count": count})


# Of these the sentence says where.
NAMES_SPACE = frozenset(
    {
        *("posted", "added", "let_in", "wants_in", "invited"),
        *("declined", "made_keeper", "openness", "taken_over"),
    }
)

# Dutch verbs have a plural that most English ones hide.
SAID = {
    "mentioned": ngettext_lazy("%(who)s mentioned you", "%(who)s mentioned you", "count"),
    "answered_post": ngettext_lazy("%(who)s answered your post", "%(who)s answered your post", "count"),
    "answered_comment": ngettext_lazy("%(who)s answered you", "%(who)s answered you", "count"),
    "wants_in": ngettext_lazy("%(who)s asks to join %(where)s", "%(who)s ask to join %(where)s", "count"),
    "invited": ngettext_lazy("%(who)s invites you to %(where)s", "%(who)s invite you to %(where)s", "count"),
    "added": gettext_lazy("%(who)s made you a member of %(where)s"),
    "let_in": gettext_lazy("%(who)s let you in: you're a member of %(where)s now"),
    "declined": gettext_lazy("%(who)s declined your request to join %(where)s"),
    "made_keeper": gettext_lazy("%(who)s made you administrator of %(where)s"),
    "openness": gettext_lazy("%(who)s changed who can read %(where)s"),
    "taken_over": gettext_lazy("%(who)s looks after %(where)s from now on"),
    "signal_yours": ngettext_lazy(
        "%(who)s brought you a signal to answer", "%(who)s brought you signals to answer", "count"
    ),
    "signal_reopened": gettext_lazy("%(who)s opened a signal again that you answered"),
    "signal_soon": gettext_lazy("You promised to answer a signal soon: the day is near"),
    "signal_overdue": gettext_lazy("A signal you answer is overdue"),
    "signal_brought": gettext_lazy(
        "A signal that %(who)s answers is overdue; you were asked to look after it"
    ),
    "signal_acknowledged": gettext_lazy("%(who)s has read a signal you stand behind"),
    "signal_looking": gettext_lazy("%(who)s is looking into a signal you stand behind"),
    "signal_decided": gettext_lazy("%(who)s decided on a signal you stand behind"),
    "signal_changed": gettext_lazy("%(who)s changed something because of a signal you stand behind"),
    "signal_told": gettext_lazy("%(who)s told what came of a signal you stand behind: did it help?"),
    "signal_again": gettext_lazy("%(who)s opened a signal again that you stand behind"),
    "signal_handed": gettext_lazy("%(who)s handed over a signal you stand behind to another"),
    "signal_promised": gettext_lazy("%(who)s promised another date for a signal you stand behind"),
    "signal_merged": gettext_lazy("%(who)s put a signal you stand behind together with this one"),
    "signal_split": gettext_lazy("%(who)s let a signal you stand behind stand by itself again"),
    "signal_linked": gettext_lazy("%(who)s shows what came of a signal you stand behind"),
    "signal_remarked": ngettext_lazy(
        "%(who)s knows something about a signal of yours",
        "%(who)s know something about a signal of yours",
        "count",
    ),
    "moved": gettext_lazy("%(who)s changed the time or place of an event you go to"),
    "cancelled": gettext_lazy("%(who)s cancelled an event you would go to"),
    "place": gettext_lazy("There is a place for you after all: you're on the list"),
    "export": gettext_lazy("All that is kept of you is ready to be fetched, for a week"),
    "thanked": ngettext_lazy("%(who)s thanked you", "%(who)s thanked you", "count"),
    "thread": ngettext_lazy(
        "%(who)s answered where you wrote too", "%(who)s answered where you wrote too", "count"
    ),
    "posted": ngettext_lazy("%(who)s wrote in %(where)s", "%(who)s wrote in %(where)s", "count"),
    "reacted": ngettext_lazy(
        "%(who)s reacted to what you wrote", "%(who)s reacted to what you wrote", "count"
    ),
}
