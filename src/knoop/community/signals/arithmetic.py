"""Shares and waiting times with how sure they are. Pure: numbers in, numbers out.

What is still open isn't left out, which would make everything seem quicker than it is: it counts as "not yet,
after so many days" (censored), by the estimator of Kaplan and Meier (1958).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

Z = 1.959964  # of 95 % two-sided
FEWEST = 10  # signals below which it's too early to say anything


@dataclass(frozen=True)
class Spell:
    """How long something took, or has been going on for without an end (`is_over` False)."""

    days: float
    is_over: bool


@dataclass(frozen=True)
class Share:
    """A share from 0 to 1 of `n`, and between which two it lies in 95 of 100 such measurements."""

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True)
class Median:
    """The days in which half is over. `high` None: not to be said yet."""

    days: float
    low: float | None
    high: float | None
    n: int


def wilson(count: int, n: int) -> tuple[float, float]:
    """The interval of a share that Wilson (1927) gives: it stays within 0 and 1, and has width at either end.

    Raises ValueError for no trials, or more hits than trials.
    """
    if not 0 <= count <= n or n == 0:
        raise ValueError(f"{count} of {n} is not a share.")
    share, square = count / n, Z * Z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = Z / (1 + square / n) * sqrt(share * (1 - share) / n + square / (4 * n * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def share(count: int, n: int) -> Share | None:
    """None below FEWEST."""
    return Share(count / n, *wilson(count, n), n) if n >= FEWEST else None


@dataclass(frozen=True)
class Point:
    """From `days` on: the share that isn't over yet, Greenwood's standard error, and who was at risk."""

    days: float
    open_share: float
    error: float
    at_risk: int


def kaplan_meier(spells: Iterable[Spell]) -> list[Point]:
    """The share that isn't over, at each moment at which something ended. Cost: O(n log n).

    Source: Kaplan & Meier (1958); variance by Greenwood (1926). What is censored at a moment at which others
    end counts as at risk then.
    """
    spells = list(spells)
    ended = Counter(spell.days for spell in spells if spell.is_over)
    gone = Counter(spell.days for spell in spells)
    at_risk, open_share, hazard = len(spells), 1.0, 0.0
    points = []
    for days in sorted(gone):
        if over := ended[days]:
            open_share *= 1 - over / at_risk
            if at_risk > over:
                hazard += over / (at_risk * (at_risk - over))
            points.append(Point(days, open_share, open_share * sqrt(hazard), at_risk))
        at_risk -= gone[days]
    return points


def over_within(spells: Sequence[Spell], days: float) -> Share | None:
    """The share that is over within `days`. None below FEWEST, or where nothing was followed for so long."""
    n = len(spells)
    if n < FEWEST:
        return None
    points = [point for point in kaplan_meier(spells) if point.days <= days]
    at_risk = sum(spell.days >= days for spell in spells)
    last = points[-1] if points else Point(0, 1.0, 0.0, n)
    if last.open_share > 0 and not at_risk:
        return None
    low, high = _between(last, at_risk or n)
    return Share(1 - last.open_share, 1 - high, 1 - low, n)


def _between(point: Point, n: int) -> tuple[float, float]:
    """Of the share that is open: on the scale of log(-log), on which it can't leave 0 and 1.

    At either end that scale has no width, which would be sure of too much: there it is Wilson's.
    """
    if point.open_share in (0.0, 1.0):
        return wilson(n if point.open_share else 0, n)
    width = Z * point.error / (point.open_share * log(point.open_share))
    first, second = point.open_share ** exp(width), point.open_share ** exp(-width)
    return min(first, second), max(first, second)


def median(spells: Sequence[Spell]) -> Median | None:
    """When half is over: None below FEWEST, or where half isn't over yet.

    The interval (Brookmeyer & Crowley 1982): the days on which a half lies within the interval of the curve.
    """
    n = len(spells)
    if n < FEWEST:
        return None
    points = kaplan_meier(spells)
    half = next((point.days for point in points if point.open_share <= 0.5), None)
    if half is None:
        return None
    between = [(point.days, *_between(point, point.at_risk)) for point in points]
    low = next((days for days, lower, _upper in between if lower <= 0.5), None)
    high = next((days for days, _lower, upper in between if upper < 0.5), None)
    return Median(half, low, high, n)
