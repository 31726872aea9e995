"""A leader's answers to signals held against what was promised: how many in time, and how long it took."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from statistics import median

from django.utils.translation import gettext

from knoop.community.signals.kinds import Act, State
from knoop.community.signals.models import Signal, Step
from knoop.people.models import Person

FEWEST = 3  # below that it is an anecdote, not a record
OPEN = (State.RAISED, State.ACKNOWLEDGED, State.LOOKING)


@dataclass(frozen=True)
class Record:
    """`due`: signals on which something was to be decided by now. What isn't due yet counts for neither."""

    due: int
    in_time: int
    days: float | None  # median from raised to decided; None where nothing was
    open: int  # not decided and not late

    @property
    def sentence(self) -> str:
        if self.due < FEWEST:
            return gettext("Too early to say: fewer than three signals were due.")
        said = gettext("Answered in time: %(kept)d of %(due)d") % {"kept": self.in_time, "due": self.due}
        if self.days is None:
            return said
        return f"{said}, " + gettext("median %(days)s days") % {"days": f"{self.days:.0f}"}


def record_of(leader: Person) -> Record:
    """Of the signals that are theirs to answer now, but for confidential ones. Two queries.

    The first decision counts, on the day that was promised for it; one that is late and isn't decided counts
    as not in time. So handing a late signal over moves it to who has it now.
    """
    theirs = Signal.objects.standing().filter(owner=leader, is_confidential=False)
    steps = Step.objects.filter(signal__in=theirs.values("pk"), act=Act.DECIDED).order_by("at", "pk")
    first: dict[int, tuple[Step, datetime]] = {}
    for step in steps.select_related("signal"):
        first.setdefault(step.signal_id, (step, step.signal.raised_at))
    undecided = [one for one in theirs.filter(state__in=OPEN) if one.pk not in first]
    late = sum(one.is_overdue for one in undecided)
    took = [(step.at - raised).total_seconds() / 86_400 for step, raised in first.values()]
    return Record(
        due=len(first) + late,
        in_time=sum(step.is_kept is not False for step, _raised in first.values()),
        days=median(took) if took else None,
        open=len(undecided) - late,
    )
