"""How much is asked of people, what waits, and how far all depend on a few."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from knoop.network.bootstrap import REPLICATES, block_keys, draws
from knoop.network.graph import UnknownPerson
from knoop.network.leaders_evidence import Evidence
from knoop.network.load_answers import IN_TIME, Requests, working_days
from knoop.network.ties import DAY

WINDOW = 28 * DAY
WEEK = 7 * DAY
RISING_WEEKS = 3
FEW = 0.05  # of the people
TOO_DEPENDENT = 0.35
LIKELY = 0.05, 0.95


@dataclass(frozen=True, kw_only=True)
class Load:
    """What is asked of one person, in the 28 days up to `until`; for that person's own eyes.

    requests, answered: how many, and how many of them got an answer since. None where nothing was asked
                 of anybody in the data, so that nothing is known.
    asked_a_day, answered_a_day: the same for each working day.
    utilisation: asked / answered: above 1 more comes than goes. None without answers.
    backlog:     unanswered for more than two working days, as it stood 3, 2, 1 and 0 weeks before.
    is_rising:   the backlog grew three weeks in a row. Much asked alone is being popular, not overload.
    """

    person: str
    requests: int | None = None
    answered: int | None = None
    asked_a_day: float | None = None
    answered_a_day: float | None = None
    utilisation: float | None = None
    backlog: tuple[int, ...] | None = None
    is_rising: bool | None = None
    since: float | None = None
    until: float | None = None


@dataclass(frozen=True, kw_only=True)
class Dependency:
    """How far all depend on a few, in the 28 days up to `until`.

    share:     D5, of all requests those to the twentieth of the active people who got most of them.
               None when too little was seen, with the rest.
    low, high: between which it lies in 90 of 100 redraws of people's days.
    is_alert:  low is above .35.
    backlog, is_rising: of all together, as in Load.
    requests, people: what it rests on; people are those who asked, were asked or took part otherwise.
    """

    share: float | None = None
    low: float | None = None
    high: float | None = None
    is_alert: bool | None = None
    backlog: tuple[int, ...] | None = None
    is_rising: bool | None = None
    requests: int
    people: int
    since: float | None = None
    until: float | None = None


def load_of(person: str, requests: Requests, *, at: float | None = None, offset: float = 0.0) -> Load:
    """The load of one person at `at` (by default the last request).

    Args:   offset: seconds that local time is ahead of UTC.
    Raises: UnknownPerson.    Cost: O(requests).
    Source: arrivals and answers after Little (1961); load after Cross, Rebele & Grant (2016).
    """
    if person not in requests.people:
        raise UnknownPerson(f"{person!r} is not among these {len(requests.people)} people.")
    own = requests.asked == requests.people.index(person)
    until = _last(requests, at)
    if until is None or not len(requests.time):
        return Load(person=person)
    since = until - WINDOW
    recent = own & (requests.time > since) & (requests.time <= until)
    asked = int(recent.sum())
    answered = int((recent & (requests.answered <= until)).sum())
    days = float(np.diff(working_days(np.array([since, until]), offset=offset))[0])
    backlog = _backlog(requests, own, until, offset)
    return Load(
        person=person,
        requests=asked,
        answered=answered,
        asked_a_day=asked / days,
        answered_a_day=answered / days,
        utilisation=asked / answered if answered else None,
        backlog=backlog,
        is_rising=_is_rising(backlog),
        since=since,
        until=until,
    )


def dependency(
    requests: Requests,
    evidence: Evidence,
    *,
    at: float | None = None,
    offset: float = 0.0,
    replicates: int = REPLICATES,
    likely: tuple[float, float] = LIKELY,
    seed: int = 1,
) -> Dependency:
    """D5 at `at` (by default the last request), with its interval.

    Chance makes redraws more unequal than the data, and the data more unequal than what people are asked
    in the long run; the interval is mirrored (2 x share - quantiles) to take that off.
    Args:   likely: quantiles of the redraws. replicates: how many; with 0 the interval is the share itself.
    Cost:   O(requests x redraws), memory bounded.
    Source: Cross, Rebele & Grant (2016): 20-35 % of collaboration comes from 3-5 % of people.
    """
    until = _last(requests, at)
    since = None if until is None else until - WINDOW
    recent = _within(requests, since, until)
    little = Dependency(requests=len(recent), people=int(evidence.active.sum()), since=since, until=until)
    if until is None or not len(recent) or not evidence.is_enough_of_all:
        return little
    asked = np.bincount(requests.asked[recent], minlength=len(requests.people))
    counted = evidence.active | (asked > 0)
    share = top_share(asked[counted], FEW) or 0.0
    redrawn = _redrawn(requests, recent, counted, until, (replicates, seed))
    lower, upper = np.quantile(redrawn or [share], likely).tolist()
    backlog = _backlog(requests, np.ones(len(requests.time), dtype=bool), until, offset)
    low, high = max(0.0, 2 * share - upper), min(1.0, 2 * share - lower)
    return replace(
        little,
        share=share,
        low=low,
        high=high,
        is_alert=low > TOO_DEPENDENT,
        backlog=backlog,
        is_rising=_is_rising(backlog),
    )


def top_share(amounts: Sequence[float] | NDArray[np.generic], few: float) -> float | None:
    """Share of the total that the `few` (.01, .05, .1) of the people with most of it have.

    A part of a person counts in part, so equal amounts give `few` for any number of people.
    Returns: None when there is nothing to share.    Cost: one sort.
    """
    ordered = np.sort(np.asarray(amounts, dtype=np.float64))[::-1]
    total, places = float(ordered.sum()), few * len(ordered)
    if total <= 0:
        return None
    whole = int(places + 1e-9)
    part = (places - whole) * float(ordered[whole]) if whole < len(ordered) else 0.0
    return min(1.0, (float(ordered[:whole].sum()) + max(0.0, part)) / total)


def _within(requests: Requests, since: float | None, until: float | None) -> NDArray[np.int64]:
    if since is None or until is None:
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero((requests.time > since) & (requests.time <= until))


def _redrawn(
    requests: Requests,
    recent: NDArray[np.int64],
    counted: NDArray[np.bool_],
    until: float,
    draw: tuple[int, int],
) -> list[float]:
    """The share in each redraw of what each person asked on one day."""
    replicates, seed = draw
    asker, asked = requests.asker[recent], requests.asked[recent]
    day = np.floor((until - requests.time[recent]) / DAY).astype(np.int64)
    keys = block_keys(requests.people, asker, day, seed)
    counts = (
        np.bincount(asked, weights=draws(keys, replicate), minlength=len(counted))[counted]
        for replicate in range(replicates)
    )
    shares = (top_share(amounts, FEW) for amounts in counts)
    return [share for share in shares if share is not None]


def _backlog(requests: Requests, chosen: NDArray[np.bool_], until: float, offset: float) -> tuple[int, ...]:
    """What stood unanswered for more than two working days, at the end of each week; the last is now.

    Of what was asked in the 28 days before each: what is older won't be answered any more.
    """
    counts, worked = [], working_days(requests.time, offset=offset)
    for weeks in range(RISING_WEEKS, -1, -1):
        then = until - weeks * WEEK
        asked = chosen & (requests.time <= then) & (requests.time > then - WINDOW)
        now = working_days(np.array([then]), offset=offset)[0]
        old = now - worked > IN_TIME
        counts.append(int((asked & old & (requests.answered > then)).sum()))
    return tuple(counts)


def _is_rising(backlog: tuple[int, ...]) -> bool:
    return all(after > before for before, after in pairwise(backlog))


def _last(requests: Requests, at: float | None) -> float | None:
    if at is not None:
        return at
    return float(requests.time.max()) if len(requests.time) else None
