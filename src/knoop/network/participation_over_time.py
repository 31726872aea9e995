"""How unequally people take part, how many do each week, and who stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

import numpy as np
from numpy.typing import ArrayLike, NDArray

from knoop.network.graph import Vector
from knoop.network.shape import gini
from knoop.network.survival import Survival, kaplan_meier
from knoop.network.ties import DAY

WEEK = 7 * DAY
MONTH = 28 * DAY
SMALLEST_COHORT = 10


@dataclass(frozen=True, kw_only=True)
class Inequality:
    """How contributions are spread. A whole is counted, not drawn, so there is no interval.

    gini_all:           members who did nothing count as 0: mostly it tells how many did nothing.
    gini_contributors:  among those who did anything; _corrected: times n / (n - 1), for few people.
    top_1, top_10:      share of all contributions by the most active 1 and 10 % of members; None with
                        fewer than 100 and 10 members, where that is less than a person.
    """

    members: int
    contributors: int
    gini_all: float | None
    gini_contributors: float | None
    gini_corrected: float | None
    top_1: float | None
    top_10: float | None


def inequality(amounts: ArrayLike) -> Inequality:
    """Spread of contributions over members.

    Args:    amounts: one per member, 0 or more; 0 for who did nothing.
    Returns: None where there is nothing to spread; gini_corrected also with a single contributor.
    Cost:    one sort.    Source: Gini (1912); van Mierlo (2014) on shares of the most active.
    """
    ranked = np.sort(np.asarray(amounts, dtype=np.float64))[::-1]
    active = ranked[ranked > 0]
    among = gini(active)
    return Inequality(
        members=len(ranked),
        contributors=len(active),
        gini_all=gini(ranked),
        gini_contributors=among,
        gini_corrected=among * len(active) / (len(active) - 1)
        if among is not None and len(active) > 1
        else None,
        top_1=_share_of_top(ranked, 0.01),
        top_10=_share_of_top(ranked, 0.10),
    )


def _share_of_top(ranked: Vector, part: float) -> float | None:
    """Of the most active; a person who is only partly among them counts for that part."""
    people, total = len(ranked) * part, float(ranked.sum())
    if people < 1 - 1e-9 or total <= 0:
        return None
    whole = int(people + 1e-9)
    rest = (people - whole) * float(ranked[whole]) if whole < len(ranked) else 0.0
    return (float(ranked[:whole].sum()) + max(rest, 0.0)) / total


@dataclass(frozen=True, kw_only=True)
class Activity:
    """Members who did something in the week and in the 28 days up to `until`.

    week_of_month:  the week's as a share of the 28 days'. stickiness: an average day's as a share of it.
    shares are None without members or without activity in 28 days.
    """

    until: float
    members: int
    active_week: int
    active_month: int
    share_week: float | None
    share_month: float | None
    week_of_month: float | None
    stickiness: float | None


def activity(person: NDArray[np.int64], time: Vector, *, members: int, until: float) -> Activity:
    """Who was active lately. A week is the last seven times 24 hours, so every week has a weekend.

    Args:    person, time: one per act (or view, if that is to count); epoch seconds. until: now; what
             came later isn't seen.
    Cost:    one sort of the last 28 days' acts.
    """
    age = until - time
    lately = (age >= 0) & (age < MONTH)
    who, day = person[lately], (age[lately] // DAY).astype(np.int64)
    week, month = len(np.unique(who[day < 7])), len(np.unique(who))
    days = len(np.unique(np.stack([who.astype(np.int64), day]), axis=1).T)
    return Activity(
        until=until,
        members=members,
        active_week=week,
        active_month=month,
        share_week=week / members if members else None,
        share_month=month / members if members else None,
        week_of_month=week / month if month else None,
        stickiness=days / 28 / month if month else None,
    )


def weekly_active(person: NDArray[np.int64], time: Vector, *, until: float, weeks: int) -> tuple[int, ...]:
    """Different people active in each of the last weeks, oldest first. Cost: one sort of those acts."""
    age = until - time
    seen = (age >= 0) & (age < weeks * WEEK)
    week = weeks - 1 - (age[seen] // WEEK).astype(np.int64)
    pairs = np.unique(np.stack([week, person[seen].astype(np.int64)]), axis=1)
    return tuple(np.bincount(pairs[0], minlength=weeks).tolist())


@dataclass(frozen=True, kw_only=True)
class Cohort:
    """People who joined in one month, and the share of them active in each 28 days after joining.

    retained: None for fewer than 10 people. Only periods that are over for everybody in the cohort:
    else its size would change from one figure to the next and give away who is missing.
    """

    month: str
    people: int
    retained: tuple[float, ...] | None


def cohorts(
    joined: Vector, person: NDArray[np.int64], time: Vector, *, until: float, timezone: tzinfo
) -> tuple[Cohort, ...]:
    """Retention by month of joining, oldest first.

    Args:    joined: epoch seconds, one per member. person, time: one per act; acts before joining or
             after `until` don't count.    Undefined: who joins after `until` is in no cohort.
    Cost:    one sort of the acts.
    """
    month = np.array(
        [datetime.fromtimestamp(moment, timezone).strftime("%Y-%m") for moment in joined.tolist()]
    )
    since = time - joined[person] if len(person) else time
    counts = (since >= 0) & (time <= until)
    active = np.unique(np.stack([person[counts], (since[counts] // MONTH).astype(np.int64)]), axis=1)
    found = []
    for name in np.unique(month[joined <= until]):
        members = (month == name) & (joined <= until)
        people = int(members.sum())
        over = int((until - joined[members].max()) // MONTH)
        here = active[1][members[active[0]]]
        count = np.bincount(here[here < over], minlength=over)[:over]
        enough = people >= SMALLEST_COHORT
        retained = tuple((count / people).tolist()) if enough else None
        found.append(Cohort(month=str(name), people=people, retained=retained))
    return tuple(found)


def staying(joined: Vector, person: NDArray[np.int64], time: Vector, *, until: float) -> Survival | None:
    """How long people stay before 28 days without any act; in seconds since they joined.

    The event is the moment at which the 28 days are full, so nobody leaves before day 28, and somebody
    quiet for ten days counts as staying until now. Coming back later doesn't undo it.
    Returns: None with fewer than 10 members.    Cost: one sort of the acts.
    """
    here = np.flatnonzero(joined <= until)
    if len(here) < SMALLEST_COHORT:
        return None
    counts = (time >= joined[person]) & (time <= until)
    # Everybody's own acts between joining and now, in order; the first gap of 28 days ends the stay.
    who = np.concatenate([here, person[counts], here])
    when = np.concatenate([joined[here], time[counts], np.full(len(here), until)])
    order = np.lexsort((when, who))
    who, when = who[order], when[order]
    same = who[1:] == who[:-1]
    gap = same & (np.diff(when) >= MONTH)
    left, first = np.unique(who[:-1][gap], return_index=True)
    end = np.full(len(joined), until)
    end[left] = when[:-1][gap][first] + MONTH
    happened = np.zeros(len(joined), dtype=np.bool_)
    happened[left] = True
    return kaplan_meier(end[here] - joined[here], happened[here])


@dataclass(frozen=True, kw_only=True)
class TakingPart:
    """Members by the most they did: contributed, only looked, or neither. Shares of all; they add to 1."""

    members: int
    contributors: float
    viewers: float
    absent: float


def taking_part(acted: NDArray[np.bool_], viewed: NDArray[np.bool_]) -> TakingPart | None:
    """The real shares instead of the folklore of 90, 9 and 1 %. None with fewer than 10 members."""
    members = len(acted)
    if members < SMALLEST_COHORT:
        return None
    contributed, looked = float(acted.sum()), float((viewed & ~acted).sum())
    return TakingPart(
        members=members,
        contributors=contributed / members,
        viewers=looked / members,
        absent=(members - contributed - looked) / members,
    )


@dataclass(frozen=True, kw_only=True)
class OutLoud:
    """How often a group tells what it does or learned: share of its members' weeks with such a post."""

    people: int
    weeks: int
    rate: float | None


def out_loud_rates(
    person: NDArray[np.int64],
    time: Vector,
    group_of: Mapping[int, str | None],
    *,
    until: float,
    weeks: int = 13,
) -> dict[str, OutLoud]:
    """Working out loud, by group.

    Args:    person, time: one per post that tells what somebody does or learned. group_of: of every
             member, posting or not; None belongs nowhere. weeks: whole weeks back from `until`.
    Returns: by name of the group; rate None for fewer than 10 people.    Source: after Stepper (2015).
    """
    if weeks < 1:
        return {}
    age = until - time
    seen = (age >= 0) & (age < weeks * WEEK)
    told = {(int(who), int(old // WEEK)) for who, old in zip(person[seen], age[seen], strict=True)}
    size: dict[str, int] = {}
    count: dict[str, int] = {}
    for group in group_of.values():
        if group:
            size[group] = size.get(group, 0) + 1
    for who, _ in told:
        if group := group_of.get(who):
            count[group] = count.get(group, 0) + 1
    return {
        group: OutLoud(
            people=people,
            weeks=weeks,
            rate=count.get(group, 0) / (people * weeks) if people >= SMALLEST_COHORT else None,
        )
        for group, people in sorted(size.items())
    }
