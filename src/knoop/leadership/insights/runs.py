"""A run: reads the log once, looks at each window, and writes down what it saw. Never inside a request."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import numpy as np
from django.db import transaction
from django.utils import timezone

from knoop.leadership.insights import log
from knoop.leadership.insights.blocks import blocks
from knoop.leadership.insights.models import Finding, Run
from knoop.leadership.insights.windows import LENGTH, month_ends
from knoop.network import (
    Acts,
    Network,
    acts_of,
    ei,
    ei_expected,
    reciprocity,
    silo_index,
    stage,
    standing_network,
    ties_of,
)


class NothingToSee(Exception):
    """Nobody has turned to anybody yet."""

    def __init__(self) -> None:
        super().__init__(
            "There is no network to look at yet: nobody has answered, mentioned or thanked a colleague."
        )


@transaction.atomic
def run_insights(progress: Callable[[int, int], None] = lambda done, total: None) -> Run:
    """Findings for each window that has ended, by the same rules for all. Raises NothingToSee."""
    interactions = log.interactions()
    if not len(interactions):
        raise NothingToSee
    acts, members = acts_of(interactions), log.members()
    first, last = (
        datetime.fromtimestamp(float(edge), UTC)
        for edge in (interactions.time.min(), interactions.time.max())
    )
    run = Run.objects.create(events=len(interactions))
    ends = list(month_ends(first, last, timezone.get_default_timezone()))
    for done, until in enumerate(ends, start=1):
        Finding.objects.bulk_create(_findings(run, acts, members, until))
        progress(done, len(ends))
    return run


def _findings(run: Run, acts: Acts, members: Sequence[log.Belonging], until: datetime) -> list[Finding]:
    here = [m for m in members if m.since <= until and (m.until is None or m.until > until - LENGTH)]
    units = {member.person: member.unit for member in here}
    network = _among(standing_network(acts, at=until.timestamp()), units)
    attention = _among(ties_of(acts, at=until.timestamp()).attention, units)
    in_window = (acts.time > (until - LENGTH).timestamp()) & (acts.time <= until.timestamp())
    rests_on = {
        "run": run,
        "since": until - LENGTH,
        "until": until,
        "people": network.size,
        "active": int((network.degree > 0).sum()),
        "interactions": int(in_window.sum()),
    }
    observed, expected = ei(network, units), ei_expected(network.people, units)
    organisation = {
        "ei": observed,
        "ei_expected": expected,
        "silo_index": silo_index(observed, expected),
        "reciprocity": reciprocity(attention),
    }
    question = Finding.Question
    return [
        Finding(
            question=question.STAGE,
            value=stage(network).as_json(),
            source="Krebs & Holley (2006)",
            **rests_on,
        ),
        Finding(
            question=question.UNITS, value=blocks(network, units), source="standing ties, 90 days", **rests_on
        ),
        Finding(
            question=question.ORGANISATION, value=organisation, source="Krackhardt & Stern (1988)", **rests_on
        ),
    ]


def _among(network: Network, members: dict[str, str | None]) -> Network:
    """The network of all members at that time: those without any tie too."""
    kept = network.among(np.array([person in members for person in network.people], dtype=bool))
    missing = [person for person in members if person not in set(kept.people)]
    if not missing:
        return kept
    arcs = kept.arcs.copy()
    size = kept.size + len(missing)
    arcs.resize((size, size))
    return Network(people=(*kept.people, *missing), arcs=arcs)
