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
    since, at = until - LENGTH, until.timestamp()
    units = {m.person: m.unit for m in members if m.since <= until and (m.until is None or m.until > since)}
    standing = _among(standing_network(acts, at=at), units)
    attention = _among(ties_of(acts, at=at).attention, units)
    in_window = int(((acts.time > since.timestamp()) & (acts.time <= at)).sum())

    def finding(question: str, network: Network, value: object, source: str) -> Finding:
        active = int((network.degree > 0).sum())
        rests_on = {"people": network.size, "active": active, "interactions": in_window}
        window = {"run": run, "since": since, "until": until}
        return Finding(question=question, value=value, source=source, **window, **rests_on)

    question = Finding.Question
    return [
        finding(question.STAGE, standing, stage(standing).as_json(), "Krebs & Holley (2006)"),
        finding(question.UNITS, attention, blocks(attention, units), "ties not yet forgotten"),
        finding(question.ORGANISATION, attention, _whole(attention, units), "Krackhardt & Stern (1988)"),
    ]


def _whole(network: Network, units: dict[str, str | None]) -> dict[str, float | None]:
    observed, expected = ei(network, units), ei_expected(network.people, units)
    return {
        "ei": observed,
        "ei_expected": expected,
        "silo_index": silo_index(observed, expected),
        "reciprocity": reciprocity(network),
    }


def _among(network: Network, members: dict[str, str | None]) -> Network:
    """The network of all members at that time: those without any tie too."""
    kept = network.among(np.array([person in members for person in network.people], dtype=bool))
    known = set(kept.people)
    missing = [person for person in members if person not in known]
    if not missing:
        return kept
    arcs = kept.arcs.copy()
    size = kept.size + len(missing)
    arcs.resize((size, size))
    return Network(people=(*kept.people, *missing), arcs=arcs)
