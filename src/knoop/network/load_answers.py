"""What was asked of whom, and how many working days an answer took."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from knoop.network.graph import Vector
from knoop.network.interactions import KINDS, Interactions
from knoop.network.ties import DAY, Rules, audience_of

type Rows = NDArray[np.int32]
type Flags = NDArray[np.bool_]

ASKS = ("message", "mention")
ANSWERS = ("reply", "comment", "mention", "message", "answer", "thanks")
IN_TIME = 2.0  # working days

_TO_MONDAY = 3 * DAY  # 1 January 1970 was a Thursday
_WEEK = 7 * DAY


@dataclass(frozen=True, kw_only=True)
class Share:
    """A share with what it rests on: value = of those counted, None when there were none.

    low, high: Wilson's interval, which holds the true share 95 times in a hundred; None without a value.
    """

    value: float | None
    count: int
    low: float | None
    high: float | None


@dataclass(frozen=True, kw_only=True, eq=False)
class Requests:
    """One row is something asked of one person; in order of time, then by the people in it.

    answered: the first act back after it, epoch seconds, infinite without.
    wait:     working days until then, infinite without.
    """

    people: tuple[str, ...]
    asker: NDArray[np.int64]
    asked: NDArray[np.int64]
    time: Vector
    answered: Vector
    wait: Vector


def working_days(time: Vector, *, offset: float = 0.0) -> Vector:
    """Working days since Monday 29 December 1969, Monday to Friday of 24 hours each.

    Differences count. Holidays and hours of work aren't known here. `offset`: seconds that local time is
    ahead of UTC.
    """
    weeks, within = np.divmod(time + offset + _TO_MONDAY, _WEEK)
    elapsed: Vector = 5.0 * weeks + np.minimum(within / DAY, 5.0)
    return elapsed


def requests_of(interactions: Interactions, *, rules: Rules | None = None, offset: float = 0.0) -> Requests:
    """Messages and mentions to others, each with the first reply, comment, mention, message, answer or
    thanks from the one to the other after it.

    As far as the data tell: what was answered in the corridor looks unanswered. One answer answers all
    that was asked before it. Broadcasts ask nobody; a reaction is no answer. Empty without times.
    Cost: a few passes over the rows, and one sort where they aren't in the order of time.
    """
    from knoop.network.contacts_kernel import moments_of

    rules = rules or Rules()
    people = tuple(interactions.people)
    if interactions.time is None or not len(interactions):
        nothing, never = np.zeros(0, dtype=np.int64), np.zeros(0)
        return Requests(people=people, asker=nothing, asked=nothing, time=never, answered=never, wait=never)
    broad = audience_of(interactions) > rules.broadcast
    asks, answers = _is_any(interactions, ASKS) & ~broad, _is_any(interactions, ANSWERS)
    time, source, target = interactions.time, interactions.source, interactions.target
    if (np.diff(time) < 0).any():
        order = np.argsort(time, kind="stable")
        time, source, target = time[order], source[order], target[order]
        asks, answers = asks[order], answers[order]
    at, moments = moments_of(time)
    first = _first_answers(at, source, target, (asks, answers), len(people))
    asked = _in_order(np.flatnonzero(asks), at, source, target)
    answered = np.where(first[asked] >= 0, moments[first[asked]], np.inf)
    return Requests(
        people=people,
        asker=source[asked].astype(np.int64),
        asked=target[asked].astype(np.int64),
        time=time[asked],
        answered=answered,
        wait=_wait(time[asked], answered, offset),
    )


def share_of(yes: int, count: int) -> Share:
    """Source: Wilson (1927), which stays between 0 and 1 for few and for extreme shares too."""
    if count == 0:
        return Share(value=None, count=0, low=None, high=None)
    normal = 1.959964
    share, spread = yes / count, normal**2 / count
    middle = (share + spread / 2) / (1 + spread)
    half = normal * sqrt(share * (1 - share) / count + spread / (4 * count)) / (1 + spread)
    return Share(value=share, count=count, low=max(0.0, middle - half), high=min(1.0, middle + half))


def _is_any(interactions: Interactions, kinds: Iterable[str]) -> NDArray[np.bool_]:
    """Rows of these kinds from one person to another."""
    numbers = [KINDS.index(kind) for kind in kinds]
    chosen: NDArray[np.bool_] = np.isin(interactions.kind, numbers)
    chosen &= interactions.source != interactions.target
    return chosen


def _first_answers(at: Rows, source: Rows, target: Rows, flags: tuple[Flags, Flags], people: int) -> Rows:
    from knoop.network.answers_kernel import by_asker, first_answers

    found: Rows = first_answers(at, source, target, *by_asker(source, target, *flags, people))
    return found


def _in_order(rows: NDArray[np.int64], at: Rows, source: Rows, target: Rows) -> NDArray[np.int64]:
    """These rows by moment, and within one by the people in it."""
    from knoop.network.answers_kernel import order_within

    pair = (source[rows].astype(np.int64) << 32) | target[rows]
    ordered: NDArray[np.int64] = rows[order_within(at[rows], pair)]
    return ordered


def _wait(time: Vector, answered: Vector, offset: float) -> Vector:
    known = np.isfinite(answered)
    wait = np.full(len(time), np.inf)
    wait[known] = working_days(answered[known], offset=offset) - working_days(time[known], offset=offset)
    return wait
