"""One analysis: from acts and people to every figure, with what it rests on."""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from knoop.network import brokerage, position, shape
from knoop.network import units as grouping
from knoop.network.analysis_context import Context
from knoop.network.candidates import Candidates, candidates_of
from knoop.network.cautions import Caution
from knoop.network.certainty import StageCertainty, stage_certainty
from knoop.network.communities import communities
from knoop.network.core import core_fit
from knoop.network.findings import Analysis, Counts, Member, OrganisationFigures, PeopleFigures
from knoop.network.graph import Figures, Network, Vector
from knoop.network.interactions import KINDS, Interactions
from knoop.network.interventions_found import Advised, Log
from knoop.network.leaders_evidence import acts_each
from knoop.network.minimum import cautions_of, who_met
from knoop.network.stage import Stage, stage
from knoop.network.ties import Acts, Rules, Ties, acts_of, standing_network, ties_of


def analyse(
    interactions: Interactions, members: Iterable[Member] = (), *, rules: Rules | None = None
) -> Analysis:
    """Measure a network.

    Args:    members: who belongs and to which unit; who only occurs in interactions is added.
    Returns: the same for the same input, however its rows and people are ordered.
    Cost:    1,000 people and 25,000 interactions take some seconds; what has no affordable path for more
             people is left out, and `cautions` say so. Memory grows with interactions and ties, not with
             the square of people.
    """
    return _Subject.of(interactions, members, rules or Rules()).analysed()


@dataclass(frozen=True, kw_only=True, eq=False)
class _Subject:
    """What is analysed: rows, people in order, and the ties they come down to."""

    interactions: Interactions
    members: Mapping[str, Member]
    units: Mapping[str, str | None]
    rules: Rules
    since: float | None
    until: float | None
    acts: Acts
    ties: Ties
    standing: Network

    @classmethod
    def of(cls, interactions: Interactions, members: Iterable[Member], rules: Rules) -> "_Subject":
        given = {member.id: member for member in members}
        interactions = _in_order(interactions, given)
        everyone = {person: given.get(person) or Member(id=person) for person in interactions.people}
        since, until = _period(interactions)
        acts = acts_of(interactions, rules)
        return cls(
            interactions=interactions,
            members=everyone,
            units={person: member.unit for person, member in everyone.items()},
            rules=rules,
            since=since,
            until=until,
            acts=acts,
            ties=ties_of(acts, at=until, rules=rules),
            standing=standing_network(acts, at=until, rules=rules),
        )

    def analysed(self) -> Analysis:
        between, sent = position.betweenness(self.ties.attention), _acts_sent(self.interactions)
        # Side by side: where one is at something a single core does, the other has the cores.
        with ThreadPoolExecutor(1) as beside:
            staged = beside.submit(_stage, self)
            standing = beside.submit(_standing, self, between)
            organised = beside.submit(_organisation, self, between, sent)
            named = _candidates(self, between)
        found_stage, certainty = staged.result()
        advised = _advised(self, found_stage, named)
        return Analysis(
            since=self.since,
            until=self.until,
            counts=_counts(self.interactions, self.ties),
            organisation=organised.result(),
            gini_of_senders=shape.gini(sent[sent > 0]),
            stage=found_stage,
            certainty=certainty,
            candidates=named,
            people=_people(self, standing.result(), named),
            members=self.members,
            units=self.units,
            ties=self.ties,
            mixing=grouping.unit_mixing(self.ties.whole, self.units),
            interventions=advised.interventions,
            context=self.context(found_stage),
            cautions=(
                *cautions_of(self.interactions, self.acts, self.ties.whole, self.units, self.rules),
                *named.cautions,
                Caution(code="rules_unread", values={"rules": ", ".join(advised.unread)}),
            ),
        )

    def context(self, found: Stage) -> Context:
        return Context(
            acts=self.acts,
            since=self.since,
            until=self.until,
            stage=found,
            standing=self.standing,
            whole=self.ties.whole,
            units=self.units,
            rules=self.rules,
        )


def _candidates(subject: _Subject, between: Figures) -> Candidates:
    members = subject.members
    return candidates_of(
        subject.interactions,
        subject.acts,
        subject.ties.attention,
        units=subject.units,
        managers={person: member.manager for person, member in members.items() if member.manager},
        names={person: member.name for person, member in members.items() if member.name},
        betweenness=between,
        at=subject.until,
        rules=subject.rules,
    )


def _advised(subject: _Subject, found: Stage, named: Candidates) -> Advised:
    return Log(
        interactions=subject.interactions,
        acts=subject.acts,
        units=subject.units,
        features=found.features,
        seen=named.evidence,
        speed=named.speed,
        rules=subject.rules,
    ).advised()


def _stage(subject: _Subject) -> tuple[Stage, StageCertainty | None]:
    found = stage(subject.standing)
    if found.number is None:
        return found, None
    certainty = stage_certainty(subject.acts, at=subject.until, rules=subject.rules, observed=found)
    return replace(found, agreement=certainty.agreement), certainty


def _in_order(interactions: Interactions, given: Mapping[str, Member]) -> Interactions:
    """All members, sorted, so that neither the order of rows nor that of people can matter."""
    everyone = sorted(set(interactions.people) | set(given))
    number = {person: position for position, person in enumerate(everyone)}
    moved = np.array([number[person] for person in interactions.people], dtype=np.int32)
    if len(everyone) == len(moved) and (moved[1:] > moved[:-1]).all():
        return interactions
    return replace(
        interactions,
        people=tuple(everyone),
        source=moved[interactions.source] if len(moved) else interactions.source,
        target=moved[interactions.target] if len(moved) else interactions.target,
    )


def _period(interactions: Interactions) -> tuple[float | None, float | None]:
    """All interactions count here, those that make no tie too: they show that time went on."""
    if interactions.time is None or not len(interactions):
        return None, None
    return float(interactions.time.min()), float(interactions.time.max())


def _counts(interactions: Interactions, ties: Ties) -> Counts:
    return Counts(
        people=len(interactions.people),
        active=int(who_met(interactions).sum()),
        interactions=len(interactions),
        ties=ties.whole.arcs.nnz,
    )


def _acts_sent(interactions: Interactions) -> Vector:
    """Acts, not rows, that each member sent to others; views are no acts."""
    act = (interactions.source != interactions.target) & (interactions.kind != KINDS.index("view"))
    event = None if interactions.event is None else interactions.event[act]
    return acts_each(event, interactions.source[act], len(interactions.people)).astype(np.float64)


def _organisation(subject: _Subject, between: Figures, sent: Vector) -> OrganisationFigures:
    network, unit_of = subject.ties.whole, subject.units
    # Without times nothing fades: both graphs have the same pairs, so the same shortest paths.
    if subject.acts.time is not None:
        between = position.betweenness(network)
    observed, expected = grouping.ei(network, unit_of), grouping.ei_expected(network.people, unit_of)
    core = core_fit(network)
    return OrganisationFigures(
        density=shape.density(network),
        reciprocity=shape.reciprocity(network),
        clustering=shape.clustering(network),
        transitivity=shape.transitivity(network),
        modularity=grouping.modularity(network, unit_of),
        degree_centralisation=shape.degree_centralisation(network),
        betweenness_centralisation=shape.betweenness_centralisation(between),
        ei=observed,
        ei_expected=expected,
        silo_index=grouping.silo_index(observed, expected),
        core_fit=core.fit if core else None,
        gini=shape.gini(sent),
    )


def _standing(subject: _Subject, between: Figures) -> dict[str, Sequence[Any]]:
    """Where each person stands in the ties as they are now."""
    network, unit_of = subject.ties.attention, subject.units
    return {
        "in_degree": position.in_degree(network),
        "out_degree": position.out_degree(network),
        "in_strength": position.in_strength(network),
        "out_strength": position.out_strength(network),
        "pagerank": position.pagerank(network),
        "betweenness": between,
        "harmonic_closeness": position.harmonic_closeness(network),
        "constraint": brokerage.constraint(network),
        "effective_size": brokerage.effective_size(network),
        "participation": brokerage.participation(network, unit_of),
        "coreness": position.coreness(network),
        "community": communities(network),
    }


def _people(subject: _Subject, columns: dict[str, Sequence[Any]], named: Candidates) -> PeopleFigures:
    told: dict[str, Sequence[Any]] = {
        "speed_out": named.speed_out,
        "speed_in": named.speed_in,
        "leader_index": named.leader_index,
        "leader_probability": named.leader_probability,
    }
    return PeopleFigures(subject.ties.attention.people, columns | told)
