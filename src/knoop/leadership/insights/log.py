"""The event log as the network library reads it, and who belonged when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from knoop.events.models import Event
from knoop.network import KINDS, Interactions
from knoop.people.models import Person


@dataclass(frozen=True)
class Belonging:
    """From when until when somebody is a member, and in which unit."""

    person: str
    unit: str | None
    since: datetime
    until: datetime | None


def interactions() -> Interactions:
    """Every act from one person to another, as recorded. O(events)."""
    source, target, kind, event, time = [], [], [], [], []
    order: dict[int, int] = {}
    number = {name: position for position, name in enumerate(KINDS)}
    for happened, tie in Event.objects.ties():
        source.append(order.setdefault(happened.actor_id, len(order)))
        target.append(order.setdefault(tie.to, len(order)))
        kind.append(number[tie.kind])
        event.append(happened.pk)
        time.append(happened.at.timestamp())
    return Interactions(
        people=tuple(str(pk) for pk in order),
        time=np.array(time, dtype=np.float64),
        source=np.array(source, dtype=np.int32),
        target=np.array(target, dtype=np.int32),
        kind=np.array(kind, dtype=np.uint8),
        event=np.array(event, dtype=np.int64),
        audience=np.zeros(len(source), dtype=np.int32),
    )


def members() -> list[Belonging]:
    rows = Person.objects.values_list("pk", "unit__name", "joined_at", "departure__at")
    return [Belonging(str(pk), unit, since, until) for pk, unit, since, until in rows]
