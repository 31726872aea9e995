"""A run: reads the log once, looks at each window, and writes down what it saw. Never inside a request."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import numpy as np
from django.db import transaction
from django.utils import timezone

from knoop.base import clock
from knoop.leadership.insights import log
from knoop.leadership.insights.blocks import blocks
from knoop.leadership.insights.models import Finding, Run
from knoop.leadership.insights.windows import LENGTH, month_ends
from knoop.leadership.safety.groups import may_show_group
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


def run_insights(progress: Callable[[int, int], None] = lambda done, total: None) -> Run:
    """Findings for each window that has ended, by the same rules for all. Raises NothingToSee.

    All is computed before anything is written: a writer on SQLite never waits for it.
    """
    started = clock.now()
    interactions = log.interactions()
    happened = interactions.time[interactions.time <= started.timestamp()]
    if not len(happened):
        raise NothingToSee
    acts, members = acts_of(interactions), log.members()
    first, last = (datetime.fromtimestamp(float(edge), UTC) for edge in (happened.min(), happened.max()))
    ends = list(month_ends(first, last, timezone.get_default_timezone()))
    findings: list[Finding] = []
    for done, until in enumerate(ends, start=1):
        findings += _findings(_between(acts, until - LENGTH, until), members, until)
        progress(done, len(ends))
    return _written(Run(started_at=started, events=len(happened)), findings)


@transaction.atomic
def _written(run: Run, findings: list[Finding]) -> Run:
    run.save()
    for finding in findings:
        finding.run = run
    Finding.objects.bulk_create(findings)
    return run


def _between(acts: Acts, since: datetime, until: datetime) -> Acts:
    """Acts within the window only, so that all a finding says rests on the people it counts as active."""
    return acts.within(since.timestamp(), until.timestamp())


def _findings(acts: Acts, members: Sequence[log.Belonging], until: datetime) -> list[Finding]:
    since, at = until - LENGTH, until.timestamp()
    units = {m.person: m.unit for m in members if m.since <= until and (m.until is None or m.until > since)}
    standing = _among(standing_network(acts, at=at), units)
    attention = _among(ties_of(acts, at=at).attention, units)
    shown = blocks(attention, units)
    whole = _whole(attention, units, len(shown["units"]))

    def finding(question: str, network: Network, value: dict[str, Any], source: str) -> Finding:
        active = int((network.degree > 0).sum())
        window = {"since": since, "until": until, "question": question, "source": source}
        if not may_show_group(active):
            return Finding(people=network.size, active=None, interactions=None, value={}, **window)
        interactions = len(acts.source)
        return Finding(people=network.size, active=active, interactions=interactions, value=value, **window)

    question = Finding.Question
    return [
        finding(question.STAGE, standing, stage(standing).as_json(), "Krebs & Holley (2006)"),
        finding(question.UNITS, attention, shown, "ties of the window"),
        finding(question.ORGANISATION, attention, whole, "Krackhardt & Stern (1988)"),
    ]


def _whole(network: Network, units: dict[str, str | None], shown: int) -> dict[str, float | None]:
    """How closed units are is told where two of them may be shown: else it tells about the one too small."""
    told: dict[str, float | None] = {"ei": None, "ei_expected": None, "silo_index": None}
    if shown >= 2:
        observed, expected = ei(network, units), ei_expected(network.people, units)
        told = {"ei": observed, "ei_expected": expected, "silo_index": silo_index(observed, expected)}
    return told | {"reciprocity": reciprocity(network)}


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
