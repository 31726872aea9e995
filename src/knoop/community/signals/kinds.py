"""What a signal is, how far it is, and what can be done with it then."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    CONCERN = "concern", _("concern")
    SUGGESTION = "suggestion", _("suggestion")
    IDEA = "idea", _("idea")


class State(models.TextChoices):
    RAISED = "raised", _("raised")
    ACKNOWLEDGED = "acknowledged", _("acknowledged")
    LOOKING = "looking", _("being looked into")
    DECIDED = "decided", _("decided")
    CHANGED = "changed", pgettext_lazy("state of a signal", "changed")
    TOLD = "told", _("told back")


class Decision(models.TextChoices):
    YES = "yes", _("yes")
    NO = "no", _("no, because")
    LATER = "later", _("later")


class Act(models.TextChoices):
    """What a step is; most bring a signal to another state."""

    RAISED = "raised", _("Raised")
    ACKNOWLEDGED = "acknowledged", _("Acknowledged")
    LOOKING = "looking", _("Being looked into")
    DECIDED = "decided", _("Decided")
    CHANGED = "changed", _("Changed")
    TOLD = "told", _("Told back")
    REOPENED = "reopened", _("Reopened")
    HANDED_OVER = "handed_over", _("Handed over")
    PROMISED = "promised", _("Another date")
    MOVED = "moved", _("Moved")
    MERGED = "merged", _("Put together with another")
    TOOK_IN = "took_in", _("Another was put together with this one")
    SPLIT = "split", _("Stands by itself again")


# State → what may be done then, where the decision doesn't matter.
NEXT: dict[str, frozenset[str]] = {
    State.RAISED: frozenset({"acknowledge"}),
    State.ACKNOWLEDGED: frozenset({"look_into", "decide"}),
    State.LOOKING: frozenset({"decide"}),
    State.DECIDED: frozenset(),
    State.CHANGED: frozenset({"tell_back"}),
    State.TOLD: frozenset({"reopen"}),
}
# What more, once it was decided so. What is for later isn't over when that is told.
NEXT_DECIDED: dict[tuple[str, str], frozenset[str]] = {
    (State.DECIDED, Decision.YES): frozenset({"change"}),
    (State.DECIDED, Decision.NO): frozenset({"tell_back"}),
    (State.DECIDED, Decision.LATER): frozenset({"decide", "change", "tell_back"}),
    (State.TOLD, Decision.LATER): frozenset({"decide", "change"}),
}


def next_acts(state: str, decision: str) -> frozenset[str]:
    """The verbs of a signal that are allowed now, by the names of its methods."""
    return NEXT[state] | NEXT_DECIDED.get((state, decision), frozenset())
