"""How much must be seen before figures mean something, and what was left out."""

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from knoop.network.cautions import Caution
from knoop.network.graph import Network
from knoop.network.interactions import Interactions
from knoop.network.position import EXACT_UP_TO, betweenness_error, harmonic_error
from knoop.network.position_near import NEAR_EXACT_UP_TO
from knoop.network.stage import SMALLEST
from knoop.network.ties import Acts, Rules, is_undirected_list
from knoop.network.units import MOST_UNITS

ACTIVE_PEOPLE = 20
ACTS_EACH = 8
ACTS_TO_SAY_SOMETHING = 20
SENDERS_TO_SAY_SOMETHING = 8


def cautions_of(
    interactions: Interactions,
    acts: Acts,
    whole: Network,
    unit_of: Mapping[str, str | None],
    rules: Rules,
) -> tuple[Caution, ...]:
    """What a reader must know, in the order of importance."""
    return (
        *_left_out(acts, rules),
        *_too_few(interactions, acts, whole),
        *_unknown_units(unit_of),
        *_about_the_method(acts, whole),
    )


def _left_out(acts: Acts, rules: Rules) -> Iterator[Caution]:
    if acts.to_self:
        yield Caution(code="to_self", values={"count": acts.to_self})
    if acts.broadcasts:
        yield Caution(code="broadcasts", values={"count": acts.broadcasts, "limit": rules.broadcast})
    if acts.views:
        yield Caution(code="views", values={"count": acts.views})


def _too_few(interactions: Interactions, acts: Acts, whole: Network) -> Iterator[Caution]:
    people = len(acts.people)
    if len(acts.source) == 0:
        yield Caution(code="no_ties")
        return
    active = int(who_met(interactions).sum())
    if active < ACTIVE_PEOPLE:
        yield Caution(code="few_active", values={"active": active, "needed": ACTIVE_PEOPLE})
    if people < SMALLEST:
        yield Caution(code="small_for_stage", values={"people": people, "needed": SMALLEST})
    if acts.time is None:
        return  # a network that was asked for, not observed: one row is a whole relation
    mean = len(acts.target) / active
    if mean < ACTS_EACH:
        yield Caution(code="few_events", values={"mean": round(mean, 1), "needed": ACTS_EACH})
    if unheard := _people_with_too_little(acts, whole):
        yield Caution(
            code="few_events_person",
            values={
                "count": unheard,
                "people": people,
                "events": ACTS_TO_SAY_SOMETHING,
                "senders": SENDERS_TO_SAY_SOMETHING,
            },
        )


def who_met(interactions: Interactions) -> NDArray[np.bool_]:
    """Who sent or received an interaction with somebody else, of any kind."""
    met = np.zeros(len(interactions.people), dtype=np.bool_)
    others = interactions.source != interactions.target
    source, target = interactions.source, interactions.target
    if not others.all():
        source, target = source[others], target[others]
    met[source] = True
    met[target] = True
    return met


def _people_with_too_little(acts: Acts, whole: Network) -> int:
    people = len(acts.people)
    received = np.bincount(acts.target, minlength=people)
    senders = np.bincount(whole.arcs.indices, minlength=people)
    enough = (received >= ACTS_TO_SAY_SOMETHING) & (senders >= SENDERS_TO_SAY_SOMETHING)
    return int(people - enough.sum())


def _unknown_units(unit_of: Mapping[str, str | None]) -> Iterator[Caution]:
    unknown = sum(1 for unit in unit_of.values() if not unit)
    if unknown and unknown == len(unit_of):
        yield Caution(code="no_units")
    elif unknown:
        yield Caution(code="some_units", values={"count": unknown, "people": len(unit_of)})
    if (count := len(set(unit_of.values()) - {None, ""})) > MOST_UNITS:
        yield Caution(code="many_units", values={"count": count, "limit": MOST_UNITS})


def _about_the_method(acts: Acts, whole: Network) -> Iterator[Caution]:
    if acts.time is None:
        yield Caution(code="no_times")
        if len(acts.source) and len(acts.people) >= SMALLEST:
            once = is_undirected_list(whole)
            yield Caution(code="stage_of_pairs" if once else "stage_of_returned")
    people = len(acts.people)
    if people > EXACT_UP_TO:
        yield Caution(code="estimated_betweenness", values={"error": betweenness_error(people)})
    if people > NEAR_EXACT_UP_TO:
        yield Caution(code="estimated_closeness", values={"error": harmonic_error(people)})
