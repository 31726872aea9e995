"""One analysis: from acts and people to every figure, with what it rests on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
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
from knoop.network.minimum import cautions_of, who_met
from knoop.network.stage import Stage, stage
from knoop.network.ties import Acts, Rules, Ties, acts_of, are_different, standing_network, ties_of


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
    rules = rules or Rules()
    given = {member.id: member for member in members}
    interactions = _in_order(interactions, given)
    everyone = {person: given.get(person, Member(id=person)) for person in interactions.people}
    unit_of = {person: member.unit for person, member in everyone.items()}
    since, until = _period(interactions)
    acts = acts_of(interactions, rules)
    ties = ties_of(acts, at=until, rules=rules)
    between = position.betweenness(ties.attention)
    named = _candidates(interactions, acts, ties, everyone, between, rules)
    # Without times nothing fades: both graphs have the same pairs, so the same shortest paths.
    between_whole = between if acts.time is None else position.betweenness(ties.whole)
    sent = _acts_sent(interactions)
    standing = standing_network(acts, at=until, rules=rules)
    found_stage, certainty = _stage(standing, acts, until, rules)
    advised = _advised(interactions, acts, unit_of, found_stage, named, rules)
    return Analysis(
        since=since,
        until=until,
        counts=_counts(interactions, ties),
        organisation=_organisation(ties.whole, unit_of, between_whole, sent),
        gini_of_senders=shape.gini(sent[sent > 0]),
        stage=found_stage,
        certainty=certainty,
        candidates=named,
        people=_people(ties.attention, unit_of, between, named),
        members=everyone,
        units=unit_of,
        ties=ties,
        mixing=grouping.unit_mixing(ties.whole, unit_of),
        interventions=advised.interventions,
        context=Context(
            acts=acts,
            since=since,
            until=until,
            stage=found_stage,
            standing=standing,
            whole=ties.whole,
            units=unit_of,
            rules=rules,
        ),
        cautions=(
            *cautions_of(interactions, acts, ties.whole, unit_of, rules),
            *named.cautions,
            Caution(code="rules_unread", values={"rules": ", ".join(advised.unread)}),
        ),
    )


def _candidates(  # noqa: PLR0917 - called once, with all there is
    interactions: Interactions,
    acts: Acts,
    ties: Ties,
    everyone: Mapping[str, Member],
    between: Figures,
    rules: Rules,
) -> Candidates:
    return candidates_of(
        interactions,
        acts,
        ties.attention,
        units={person: member.unit for person, member in everyone.items()},
        managers={person: member.manager for person, member in everyone.items()},
        names={person: member.name for person, member in everyone.items()},
        betweenness=between,
        at=_period(interactions)[1],
        rules=rules,
    )


def _advised(  # noqa: PLR0917 - called once, with all there is
    interactions: Interactions,
    acts: Acts,
    units: Mapping[str, str | None],
    found: Stage,
    named: Candidates,
    rules: Rules,
) -> Advised:
    log = Log(
        interactions=interactions,
        acts=acts,
        units=units,
        features=found.features,
        seen=named.evidence,
        speed=named.speed,
        rules=rules,
    )
    return log.advised()


def _stage(
    standing: Network, acts: Acts, at: float | None, rules: Rules
) -> tuple[Stage, StageCertainty | None]:
    found = stage(standing)
    if found.number is None:
        return found, None
    certainty = stage_certainty(acts, at=at, rules=rules, observed=found)
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
    source, people = interactions.source[act], len(interactions.people)
    if interactions.event is None or are_different(events := interactions.event[act]):
        return np.bincount(source, minlength=people).astype(np.float64)
    number = np.unique(events, return_inverse=True)[1].astype(np.int64)
    sent = np.unique(number * people + source) % max(1, people)
    return np.bincount(sent, minlength=people).astype(np.float64)


def _organisation(
    network: Network,
    unit_of: Mapping[str, str | None],
    between: Figures,
    sent: Vector,
) -> OrganisationFigures:
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


def _people(
    network: Network, unit_of: Mapping[str, str | None], between: Figures, named: Candidates
) -> PeopleFigures:
    columns: dict[str, Sequence[Any]] = {
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
        "speed_out": named.speed_out,
        "speed_in": named.speed_in,
        "leader_index": named.leader_index,
        "leader_probability": named.leader_probability,
    }
    return PeopleFigures(network.people, columns)
