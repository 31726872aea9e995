"""The public page of a leader: what they heard, look into, decided and changed, and what they promised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from knoop.community.posts.models import Kind, Post
from knoop.community.signals.kinds import Act, State
from knoop.community.signals.models import Signal, Step
from knoop.people.models import Person

MOST = 6  # cards in a column
MOST_STORIES = 4
DONE = (Act.DECIDED, Act.CHANGED)


@dataclass(frozen=True)
class Card:
    signal: Signal
    promised: date | None
    done: datetime | None
    is_kept: bool | None


@dataclass
class Column:
    key: str
    label: str | Promise
    nothing: str | Promise
    cards: list[Card] = field(default_factory=list)
    more: int = 0


def columns(leader: Person, reader: Person) -> list[Column]:
    """The newest of each, as far as `reader` may see them. Two queries."""
    rows = Signal.objects.visible_to(reader).standing().filter(owner=leader, is_confidential=False)
    signals = list(rows.for_list().order_by("-state_since", "-pk")[:200])
    taken: dict[int, dict[str, Step]] = defaultdict(dict)
    steps = Step.objects.filter(signal__in=[one.pk for one in signals], act__in=DONE).order_by("at", "pk")
    for step in steps:
        taken[step.signal_id][step.act] = step
    made = {
        "heard": Column("heard", _("Heard"), _("Nothing waits to be looked into.")),
        "looking": Column("looking", _("Looking into"), _("Nothing is being looked into.")),
        "decided": Column("decided", _("Decided"), _("Nothing is decided and still to be done.")),
        "changed": Column("changed", _("Changed"), _("Nothing has changed by a signal yet.")),
    }
    for signal in signals:
        _put(made[_place(signal, taken[signal.pk])], signal, taken[signal.pk])
    return list(made.values())


def _place(signal: Signal, steps: dict[str, Step]) -> str:
    """What was told back stands where it came to: changed, or decided and no more than that."""
    if signal.state in (State.RAISED, State.ACKNOWLEDGED):
        return "heard"
    if signal.state == State.LOOKING:
        return "looking"
    return "changed" if signal.state == State.CHANGED or Act.CHANGED in steps else "decided"


def _put(column: Column, signal: Signal, steps: dict[str, Step]) -> None:
    if len(column.cards) >= MOST:
        column.more += 1
        return
    step = steps.get({"decided": Act.DECIDED, "changed": Act.CHANGED}.get(column.key, ""))
    if step:
        column.cards.append(Card(signal, step.promised_on, step.at, step.is_kept))
    else:
        column.cards.append(Card(signal, signal.promised_on, None, None))


def stories(leader: Person, reader: Person) -> Iterable[Post]:
    told = Post.objects.visible_to(reader).filter(author=leader, kind=Kind.STORY, withdrawn_at=None)
    return told.only("title", "text", "published_at").order_by("-published_at", "-pk")[:MOST_STORIES]
