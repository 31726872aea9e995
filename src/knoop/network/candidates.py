"""Who might lead, share, connect and be missed: named only where enough was seen and redraws agree."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knoop.network.ambassadors import Ambassador, Ambassadors, ambassadors
from knoop.network.bootstrap import Redraws, redraws_of
from knoop.network.candidates_reasons import Candidate, in_order
from knoop.network.cautions import Caution
from knoop.network.clocks import Contacts, contacts_since
from knoop.network.graph import Figures, Network
from knoop.network.interactions import Interactions
from knoop.network.keyplayers import breaking_again, fragmentation
from knoop.network.leaders import leaders
from knoop.network.leaders_evidence import Evidence, evidence_of
from knoop.network.leaders_named import SURE, leadership
from knoop.network.leaders_reasons import Reason
from knoop.network.minimum import ACTIVE_PEOPLE, ACTS_EACH
from knoop.network.roles_brokers import brokers
from knoop.network.speed import Speed, speed
from knoop.network.speed_activity import AFFORDABLE_UP_TO as SHARERS_UP_TO
from knoop.network.speed_activity import faster_than_activity, fastest
from knoop.network.ties import Acts, Rules

BROKERS_UP_TO = 20_000  # people: above it redraws of brokers take too long
KEY_PLAYERS_UP_TO = 200_000  # people: the same for key players
MANY = 5_000  # people: above it brokers are redrawn half as often
BROKER_REDRAWS, KEY_PLAYER_REDRAWS = 20, 10
AMBASSADORS, KEY_PLAYERS = 10, 3
CLEARLY = 2.0  # standard errors
ADDS = 0.5  # people: who adds fewer adds nobody


@dataclass(frozen=True, kw_only=True)
class SetLoss:
    """What goes when the `people` on whom most ways lean leave together: the share of pairs, of those who
    stay, who can still reach each other; `before` of all pairs while they are there."""

    people: int
    before: float
    after: float


@dataclass(frozen=True, kw_only=True, eq=False)
class Candidates:
    """Each list alphabetical by name, without a score; empty where nobody may be named.

    ambassadors: in the order of choice; None where they couldn't be chosen.
    loss: None when too little was seen of all.
    leader_index, leader_probability, speed_out, speed_in: one per person, in the order of the people.
    speed: of all, None when too little was seen of all or without times.
    evidence: what it rests on. cautions: why lists may be empty.
    """

    informal_leaders: tuple[Candidate, ...]
    fastest_sharers: tuple[Candidate, ...]
    brokers: tuple[Candidate, ...]
    key_players: tuple[Candidate, ...]
    ambassadors: Ambassadors | None
    loss: SetLoss | None
    leader_index: Figures
    leader_probability: Figures
    speed_out: Figures
    speed_in: Figures
    speed: Speed | None
    evidence: Evidence
    cautions: tuple[Caution, ...]


def candidates_of(
    interactions: Interactions,
    acts: Acts,
    attention: Network,
    *,
    units: Mapping[str, str | None],
    managers: Mapping[str, str | None],
    names: Mapping[str, str],
    betweenness: Figures,
    at: float | None,
    rules: Rules,
    seed: int = 1,
) -> Candidates:
    """Everybody who may be named, with why.

    Of a person something is said only when `Evidence.enough`, of anybody only with `is_enough_of_all`.
    Args:    interactions, acts, attention: of the same people, sorted. betweenness: of `attention`.
    Cost:    1,000 people and 25,000 acts take a few seconds.
    """
    evidence = evidence_of(acts, at=at)
    is_enough = evidence.is_enough_of_all
    contacts = _recent(interactions, evidence, rules) if is_enough else None
    fresh = speed(contacts, units=units, seed=seed) if contacts else None
    led = leaders(acts, at=at, rules=rules, freshness=_exact(fresh), seed=seed)
    redraws = _redraws(acts, evidence, rules, seed)
    loss, key_players = _missed(attention, redraws, evidence)
    shown = evidence.enough & is_enough
    return Candidates(
        informal_leaders=Candidate.all_of(
            leadership(led, attention, units=units, managers=managers, names=names).informal
        ),
        fastest_sharers=in_order(_sharing(contacts, fresh, evidence, seed), names),
        brokers=in_order(_connecting(attention, redraws, evidence, units, betweenness), names),
        key_players=in_order(key_players, names),
        ambassadors=_ambassadors(contacts, evidence, seed) if contacts else None,
        loss=loss,
        leader_index=led.index,
        leader_probability=led.probability,
        speed_out=_of(fresh.out if fresh else None, shown),
        speed_in=_of(fresh.inward if fresh else None, shown),
        speed=fresh,
        evidence=evidence,
        cautions=_cautions(evidence, fresh),
    )


def _redraws(acts: Acts, evidence: Evidence, rules: Rules, seed: int) -> Redraws | None:
    """None where nobody could be named whatever they said, or where they take too long."""
    may_name = evidence.is_enough_of_all and evidence.enough.any()
    if not may_name or len(acts.people) > KEY_PLAYERS_UP_TO:
        return None
    return redraws_of(acts, at=evidence.until, rules=rules, replicates=BROKER_REDRAWS, seed=seed)


def _recent(interactions: Interactions, evidence: Evidence, rules: Rules) -> Contacts | None:
    """Contacts in the window in which people are looked at."""
    return contacts_since(interactions, evidence.since, rules=rules) if evidence.since is not None else None


def _exact(fresh: Speed | None) -> Figures | None:
    """How fresh what reaches each is, where everybody was asked: from a sample it says little about one."""
    return fresh.inward if fresh and fresh.sampled is None else None


def _of(figures: Figures | None, shown: NDArray[np.bool_]) -> Figures:
    if figures is None:
        return [None] * len(shown)
    return [value if show else None for value, show in zip(figures, shown, strict=True)]


def _sharing(
    contacts: Contacts | None, fresh: Speed | None, evidence: Evidence, seed: int
) -> list[Candidate]:
    if contacts is None or fresh is None or not evidence.enough.any():
        return []
    if len(evidence.people) > SHARERS_UP_TO:
        return []
    beyond = faster_than_activity(contacts, fresh, inward=False, seed=seed)
    found = fastest(contacts, beyond, inward=False, seed=seed)
    known = _known(evidence)
    why = (Reason(code="told_fast"),)
    return [Candidate(id=one, type="fast sharer", reasons=why) for one in found.sharers or () if one in known]


def _connecting(
    attention: Network,
    redraws: Redraws | None,
    evidence: Evidence,
    units: Mapping[str, str | None],
    betweenness: Figures,
) -> tuple[Candidate, ...]:
    if redraws is None or attention.size > BROKERS_UP_TO:
        return ()
    found = brokers(
        attention,
        units,
        evidence,
        betweenness=betweenness,
        redrawn=redraws.network,
        redraws=BROKER_REDRAWS if attention.size <= MANY else BROKER_REDRAWS // 2,
    )
    return Candidate.all_of(found.named)


def _missed(
    attention: Network, redraws: Redraws | None, evidence: Evidence
) -> tuple[SetLoss | None, list[Candidate]]:
    """The three whose leaving lengthens ways most; named are those who are in 8 of 10 redraws too."""
    if not evidence.is_enough_of_all:
        return None, []
    # Only who has ties: the others can't be missed, and every set of three takes far longer with them.
    tied = attention.degree > 0
    network = attention if tied.all() else attention.among(tied)

    def again(number: int) -> Network:
        assert redraws is not None
        drawn = redraws.network(number)
        return drawn if tied.all() else drawn.among(tied)

    found, times = breaking_again(network, KEY_PLAYERS, again, KEY_PLAYER_REDRAWS if redraws else 0)
    before, after = fragmentation(attention), fragmentation(attention, without=found)
    if not found or before is None or after is None:
        return None, []
    loss = SetLoss(people=len(found), before=1 - before, after=1 - after)
    why = (Reason(code="leaned_on", values={"others": KEY_PLAYERS - 1}),)
    known = _known(evidence) & set(found) if redraws else set()
    sure = sorted(person for person in known if times[person] >= SURE * KEY_PLAYER_REDRAWS)
    return loss, [Candidate(id=person, type="key player", reasons=why) for person in sure]


def _ambassadors(contacts: Contacts, evidence: Evidence, seed: int) -> Ambassadors | None:
    """Only as many as clearly add somebody, of those of whom enough was seen."""
    known = _known(evidence)

    def clearly_adds(one: Ambassador) -> bool:
        return one.error is not None and one.reached > max(ADDS, CLEARLY * one.error)

    found = ambassadors(contacts, count=AMBASSADORS, willing=known, enough=clearly_adds, seed=seed)
    return found if found and found.chosen else None


def _known(evidence: Evidence) -> set[str]:
    return {person for person, enough in zip(evidence.people, evidence.enough, strict=True) if enough}


def _spread(fresh: Speed) -> float:
    """Root mean square of the standard errors of V_out, as a share of its mean."""
    known = [(out, error) for out, error in zip(fresh.out, fresh.out_error, strict=True) if out and error]
    if not known:
        return 0.0
    out, error = np.array(known).T
    return round(float(np.sqrt((error**2).mean()) / out.mean()), 2)


def _cautions(evidence: Evidence, fresh: Speed | None) -> tuple[Caution, ...]:
    people = len(evidence.people)
    found = []
    if fresh and fresh.sampled:
        found.append(Caution(code="sampled_speed", values={"asked": fresh.sampled, "error": _spread(fresh)}))
    if not evidence.is_enough_of_all:
        values: dict[str, int | float | str] = {"needed": ACTIVE_PEOPLE, "each": ACTS_EACH}
        found.append(Caution(code="nobody_named", values=values))
    elif evidence.until is None:
        found.append(Caution(code="no_speed"))
    if people > BROKERS_UP_TO:
        found.append(Caution(code="large_for_brokers", values={"limit": BROKERS_UP_TO}))
    if people > SHARERS_UP_TO:
        found.append(Caution(code="large_for_sharers", values={"limit": SHARERS_UP_TO}))
    if people > KEY_PLAYERS_UP_TO:
        found.append(Caution(code="large_for_key_players", values={"limit": KEY_PLAYERS_UP_TO}))
    return tuple(found)
