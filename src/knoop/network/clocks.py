"""Contacts along which information can have travelled, and what each person can know of the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from knoop.network.graph import Vector
from knoop.network.interactions import KINDS, Interactions
from knoop.network.ties import Rules, audience_of

type Rows = NDArray[np.int32]
type Clock = Callable[[Vector], Vector]

TOWARDS = ("message", "mention")  # who acts is the one who informs
BACK = ("reply", "comment", "answer", "share", "thanks", "reaction", "view")  # who acts has seen the other's
TOLD = ("reply", "comment", "answer")  # holds something new, and the platform tells the other


@dataclass(frozen=True, kw_only=True, eq=False)
class Contacts:
    """Rows source -> target: at `time`, what the source knew reached the target.

    people:  identifiers, sorted; `source` and `target` are positions in it.
    time:    epoch seconds, never falling; equal rows are one.
    worked:  the same moments on the clock by which delays are measured, in seconds; never falling.
    since, until: the period, epoch seconds; `span` is its length on the clock.
    broadcasts: acts left out because they reached too many.
    """

    people: tuple[str, ...]
    time: Vector
    worked: Vector
    source: Rows
    target: Rows
    since: float
    until: float
    worked_since: float
    worked_until: float
    broadcasts: int = 0

    def __len__(self) -> int:
        return len(self.source)

    @property
    def span(self) -> float:
        return self.worked_until - self.worked_since

    @cached_property
    def begins(self) -> NDArray[np.int64]:
        """Where each moment's rows begin, and the end of the last."""
        return np.append(np.flatnonzero(np.diff(self.time, prepend=-np.inf)), len(self)).astype(np.int64)

    @cached_property
    def mixed(self) -> NDArray[np.bool_]:
        """At which moments somebody both tells and is told, so that the order of rows could matter."""
        from knoop.network.clocks_kernel import moments_that_mix

        return moments_that_mix(self.source, self.target, self.begins, len(self.people))

    def where(self, kept: NDArray[np.bool_]) -> "Contacts":
        """Only some rows, over the same people and period."""
        return replace(
            self,
            time=self.time[kept],
            worked=self.worked[kept],
            source=self.source[kept],
            target=self.target[kept],
        )

    def between(self, since: float, until: float) -> "Contacts":
        """The part of the period from `since` up to and without `until`, moments of the given data."""
        part = self.where((self.time >= since) & (self.time < until))
        edges = np.interp([since, until], [self.since, *self.time, self.until], self._clock_readings)
        return replace(
            part, since=since, until=until, worked_since=float(edges[0]), worked_until=float(edges[1])
        )

    @property
    def _clock_readings(self) -> Vector:
        return np.array([self.worked_since, *self.worked, self.worked_until])


def contacts_of(
    interactions: Interactions, *, rules: Rules | None = None, clock: Clock | None = None
) -> Contacts | None:
    """Who can have learned from whom and when; follows the table in docs/measures/speed.md.

    Args:    rules: only `broadcast` is used; acts to more people are left out.
             clock: turns epoch seconds into seconds of working time, never falling; by default all
             time counts. The order of contacts is always that of real time.
    Returns: None without times or without rows: there is no period to speak of.
    Cost:    a few passes over the rows, and one sort where they aren't in the order of time.
    """
    if interactions.time is None or not len(interactions):
        return None
    rules = rules or Rules()
    broad = audience_of(interactions) > rules.broadcast
    way = _ways()[interactions.kind]
    way[broad | (interactions.source == interactions.target)] = 0
    people, position = _sorted_people(interactions.people)
    source, target, time = _in_time(interactions, way, position)
    period = np.array([interactions.time.min(), interactions.time.max()])
    worked, edges = (clock(time), clock(period)) if clock else (time, period)
    return Contacts(
        people=people,
        time=time,
        worked=worked,
        source=source,
        target=target,
        since=float(period[0]),
        until=float(period[1]),
        worked_since=float(edges[0]),
        worked_until=float(edges[1]),
        broadcasts=interactions.acts_among(broad),
    )


def contacts_since(
    interactions: Interactions, since: float, *, rules: Rules | None = None
) -> Contacts | None:
    """The contacts from a moment on that `contacts_of` finds in the whole log, from less of it.

    Of what was told before, only that counts whose reader hadn't been there again by then.
    Returns: None without times or without rows.    Cost: a pass over the log before, then `contacts_of`.
    """
    if interactions.time is None or not len(interactions):
        return None
    if float(interactions.time.min()) >= since:
        return contacts_of(interactions, rules=rules)
    from knoop.network.contacts_kernel import heard_since

    tells = np.array([kind in TOLD for kind in KINDS])
    columns = (interactions.time, interactions.source, interactions.target, interactions.kind)
    kept, unheard = heard_since(*columns, tells, since, len(interactions.people))
    if not unheard:
        contacts = contacts_of(interactions.since(since), rules=rules)
    else:
        rows = interactions.where(kept)
        if interactions.event is not None:
            # Counted before rows are left out: an act keeps its audience.
            rows = replace(rows, audience=audience_of(interactions)[kept].astype(np.int32))
        found = contacts_of(rows, rules=rules)
        contacts = found and found.where(found.time >= since)
    return contacts and replace(contacts, since=since, worked_since=since)


def _ways() -> NDArray[np.uint8]:
    """In which directions news goes, for each kind, as bits."""
    from knoop.network import contacts_kernel as bits

    each = ((TOWARDS, bits.TOWARDS), (BACK, bits.BACK), (TOLD, bits.TOLD))
    way = [sum(int(bit) for kinds, bit in each if kind in kinds) for kind in KINDS]
    return np.array(way, dtype=np.uint8)


def _in_time(
    interactions: Interactions, way: NDArray[np.uint8], position: Rows | None
) -> tuple[Rows, Rows, Vector]:
    """Contacts by time, source and target, in the direction in which information goes; each once.

    Whom a row tells has surely seen it only at their next act of any kind: before, they may not be there.
    """
    from knoop.network.contacts_kernel import different, moments_of, next_signs, pairs_by_moment

    assert interactions.time is not None
    time, source, target = interactions.time, interactions.source, interactions.target
    if (np.diff(time) < 0).any():
        order = np.argsort(time, kind="stable")
        time, source, target, way = time[order], source[order], target[order], way[order]
    if position is not None:
        source, target = position[source], position[target]
    at, moments = moments_of(time)
    heard = next_signs(at, source, target, way, len(interactions.people))
    pairs, begins = pairs_by_moment(at, heard, source, target, way, len(moments))
    source, target, moment = different(pairs, begins)
    return source, target, moments[moment]


def _sorted_people(given: Sequence[str]) -> tuple[tuple[str, ...], Rows | None]:
    """Sorted identifiers, so that neither their order nor that of the rows can matter.

    Returns also: the new position of each; None where they were sorted.
    """
    listed = tuple(given)
    people = tuple(sorted(listed))
    if people == listed:
        return people, None
    number = {person: position for position, person in enumerate(people)}
    return people, np.array([number[person] for person in listed], dtype=np.int32)


def vector_clocks(contacts: Contacts, *, at: float | None = None) -> Vector:
    """Up to which moment each person can know of each other: the plain, slow form.

    Args:    at: when to read the clocks, epoch seconds; by default at the end of the period. Contacts
             after it don't count.
    Returns: (viewer, source); [v, u] is the latest moment t' such that what u knew at t' can have reached
             v by `at`. -inf where nothing of u ever reached v; `at` on the diagonal. Several contacts at
             one moment all pass on what was known before it.
    Cost:    O(contacts x people) time, O(people squared) memory.
    Source:  Kossinets, Kleinberg & Watts (2008); checked against path search in
             tests/network/test_clocks.py.
    """
    at = contacts.until if at is None else at
    clocks = np.full((len(contacts.people), len(contacts.people)), -np.inf)
    for begin, end in zip(contacts.begins[:-1], contacts.begins[1:], strict=True):
        now = contacts.time[begin]
        if now > at:
            break
        sources, targets = contacts.source[begin:end], contacts.target[begin:end]
        known = clocks[sources]  # a copy: the clocks from before this moment
        known[np.arange(end - begin), sources] = now
        np.maximum.at(clocks, targets, known)
    np.fill_diagonal(clocks, at)
    return clocks
