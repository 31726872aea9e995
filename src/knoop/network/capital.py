"""One person's reach, reciprocity and diversity: a vector for themselves, never one score."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from knoop.network.graph import Network
from knoop.network.interactions import Interactions
from knoop.network.leaders_evidence import WINDOW, Evidence, evidence_of
from knoop.network.load_answers import IN_TIME, Requests, Share, requests_of, share_of, working_days
from knoop.network.shape import density
from knoop.network.ties import DAY, Acts, Rules, acts_of, standing_network, ties_of
from knoop.network.units import labels

FRESH = 45 * DAY
FEW_LINKS = 5


@dataclass(frozen=True, kw_only=True)
class SocialCapital:
    """What one person can reach and gives, in the window up to `until`. Reach and reciprocity, not trust.

    is_enough:    20 acts from 8 people were seen (without times: 8 people), and enough of all; else all
                  below is None.
    contacts:     people one turned to or who turned to one, as ties stand.
    reach_one, reach_two: share of all others within one and two standing ties.
    give:         of what one was asked, answered within two working days; get: of what one asked oneself.
                  What was asked in the last two working days doesn't count yet. None without times.
    reciprocity:  of one's ties in either direction, the share that is returned; reciprocity_beyond_chance:
                  (r - a) / (1 - a), a being the density of the network.
    unit_diversity, level_diversity: 1 - sum of squared shares of contacts over units, over levels.
    constraint:   Burt's, see `constraint`.
    renewal:      of one's contacts, the share with an act in the last 45 days. None without times.
    bridging:     of one's contacts in known units, the share in other units to which fewer than five
                  ties of colleagues lead. None when one's own unit is unknown.
    acts, senders, people: what it rests on.
    """

    person: str
    is_enough: bool
    acts: int
    senders: int
    people: int
    since: float | None
    until: float | None
    contacts: int | None = None
    reach_one: float | None = None
    reach_two: float | None = None
    give: Share | None = None
    get: Share | None = None
    reciprocity: float | None = None
    reciprocity_beyond_chance: float | None = None
    unit_diversity: float | None = None
    level_diversity: float | None = None
    constraint: float | None = None
    renewal: Share | None = None
    bridging: Share | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Capital:
    """What everybody's social capital is read from; ask it `of` one person at a time."""

    acts: Acts
    attention: Network
    standing: Network
    requests: Requests
    evidence: Evidence
    units: Mapping[str, str | None]
    levels: Mapping[str, str | None]
    at: float | None
    offset: float

    def of(self, person: str) -> SocialCapital:
        """See SocialCapital. Raises: UnknownPerson. Cost: O(arcs + acts)."""
        number = self.attention.position(person)
        evidence = self.evidence
        little = SocialCapital(
            person=person,
            is_enough=False,
            acts=int(evidence.received[number]),
            senders=int(evidence.senders[number]),
            people=self.attention.size,
            since=evidence.since,
            until=evidence.until,
        )
        return self._found(little, number) if evidence.enough[number] & evidence.is_enough_of_all else little

    def _found(self, little: SocialCapital, number: int) -> SocialCapital:
        one, two = _reach(self.standing, number)
        returned, beyond = _reciprocity(self.attention, number)
        contacts = _contacts(self.attention, number)
        return replace(
            little,
            is_enough=True,
            contacts=len(contacts),
            reach_one=one,
            reach_two=two,
            give=self._answered(self.requests.asked == number),
            get=self._answered(self.requests.asker == number),
            reciprocity=returned,
            reciprocity_beyond_chance=beyond,
            unit_diversity=_diversity(contacts, labels(self.attention.people, self.units)[0]),
            level_diversity=_diversity(contacts, labels(self.attention.people, self.levels)[0]),
            constraint=_constraint(self.attention, number),
            renewal=self._renewal(number, contacts),
            bridging=self._bridging(number, contacts),
        )

    def _answered(self, chosen: NDArray[np.bool_]) -> Share | None:
        """Of the window's requests, without those of the last two working days: they can still be met."""
        if self.at is None:
            return None
        asked = self.requests.time
        age = working_days(np.array([self.at]), offset=self.offset) - working_days(asked, offset=self.offset)
        counted = chosen & (asked <= self.at) & (asked > self.at - WINDOW) & (age >= IN_TIME)
        return share_of(int((self.requests.wait[counted] <= IN_TIME).sum()), int(counted.sum()))

    def _renewal(self, number: int, contacts: NDArray[np.int64]) -> Share | None:
        if self.acts.time is None or self.at is None:
            return None
        recent = (self.acts.time <= self.at) & (self.acts.time > self.at - FRESH)
        source, target = self.acts.source[recent], self.acts.target[recent]
        met = np.union1d(source[target == number], target[source == number])
        return share_of(len(np.intersect1d(met, contacts)), len(contacts))

    def _bridging(self, number: int, contacts: NDArray[np.int64]) -> Share | None:
        unit, names = labels(self.attention.people, self.units)
        own = unit[number]
        if own < 0:
            return None
        colleagues = np.flatnonzero((unit == own) & (np.arange(len(unit)) != number))
        links = unit[self.attention.contacts[colleagues].indices]
        to = np.bincount(links[links >= 0], minlength=len(names))
        theirs = unit[contacts]
        theirs = theirs[theirs >= 0]
        return share_of(int(((theirs != own) & (to[theirs] < FEW_LINKS)).sum()), len(theirs))


def capital_from(
    interactions: Interactions,
    *,
    units: Mapping[str, str | None],
    levels: Mapping[str, str | None] | None = None,
    at: float | None = None,
    rules: Rules | None = None,
    offset: float = 0.0,
) -> Capital:
    """Ties as they stand at `at` (by default the last interaction), ready to be asked of anybody.

    Args:   levels: of the organisation, for level_diversity. offset: seconds that local time is ahead of
            UTC, for working days.
    Cost:   that of making ties twice and of matching answers.
    Source: Coleman (1988); Burt (2000); Lin (2001); Garlaschelli & Loffredo (2004) for reciprocity.
    """
    rules = rules or Rules()
    if at is None and interactions.time is not None and len(interactions):
        at = float(interactions.time.max())
    acts = acts_of(interactions, rules)
    return Capital(
        acts=acts,
        attention=ties_of(acts, at=at, rules=rules).attention,
        standing=standing_network(acts, at=at, rules=rules),
        requests=requests_of(interactions, rules=rules, offset=offset),
        evidence=evidence_of(acts, at=at),
        units=units,
        levels=levels or {},
        at=at,
        offset=offset,
    )


def _contacts(network: Network, number: int) -> NDArray[np.int64]:
    return np.asarray(network.contacts[[number]].indices, dtype=np.int64)


def _reach(standing: Network, number: int) -> tuple[float | None, float | None]:
    others = standing.size - 1
    if others < 1:
        return None, None
    near = _contacts(standing, number)
    within_two = np.union1d(near, standing.contacts[near].indices)
    return len(near) / others, int((within_two != number).sum()) / others


def _reciprocity(network: Network, number: int) -> tuple[float | None, float | None]:
    to = network.arcs[[number]].indices
    seekers = np.flatnonzero(network.arcs[:, [number]].toarray().ravel())
    if not len(to) + len(seekers):
        return None, None
    share = 2 * len(np.intersect1d(to, seekers)) / (len(to) + len(seekers))
    by_chance = density(network)
    return share, None if by_chance in (None, 1.0) else (share - by_chance) / (1 - by_chance)


def _diversity(contacts: NDArray[np.int64], group: NDArray[np.int64]) -> float | None:
    """1 - sum of squared shares; the participation of one person. None when no contact's group is known."""
    known = group[contacts]
    known = known[known >= 0]
    return float(1 - ((np.bincount(known) / len(known)) ** 2).sum()) if len(known) else None


def _constraint(network: Network, number: int) -> float | None:
    """As `constraint`, for one person without measuring everybody."""
    contacts = _contacts(network, number)
    if not len(contacts):
        return None
    total = np.asarray(network.both_ways.sum(axis=1), dtype=np.float64)
    own = network.both_ways[[number]].toarray().ravel() / total[number]
    passed_on = np.divide(own, total, out=np.zeros(len(own)), where=total > 0)
    around = own + network.both_ways @ passed_on
    return float((around[contacts] ** 2).sum())
