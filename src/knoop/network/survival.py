"""How long until something happens, when for some it hasn't happened yet."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from knoop.network.graph import Vector

Z = 1.959963984540054  # 95 %
ROUNDING = 1e-12

type Interval = tuple[float, float]


class UnusableWaits(ValueError):
    """A wait below 0 or missing. The message names it."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Survival:
    """The share that is still waiting after each moment at which something happened.

    time:    those moments, rising.    at_risk, events: how many waited until then; for how many it came.
    share:   still waiting just after (Kaplan-Meier).    variance: of that share (Greenwood).
    n:       how many were followed.    followed: the longest anybody was; nothing is known beyond.
    """

    time: Vector
    at_risk: NDArray[np.int64]
    events: NDArray[np.int64]
    share: Vector
    variance: Vector
    n: int
    followed: float

    def waiting(self, after: float) -> float | None:
        """Share still waiting after this long; None beyond what was followed, unless nobody is left."""
        place = int(np.searchsorted(self.time, after, side="right")) - 1
        share = 1.0 if place < 0 else float(self.share[place])
        return share if after <= self.followed or share <= ROUNDING else None

    def interval(self, after: float) -> Interval | None:
        """95 % interval of `waiting`: Greenwood's variance as a number of people, then Wilson's interval.

        Without censoring it is Wilson's own. It doesn't shrink to a point where nothing has happened
        yet or nobody is left, as the textbook interval does. Source: Rothman (1978).
        """
        share = self.waiting(after)
        if share is None:
            return None
        return wilson(share, self._worth(int(np.searchsorted(self.time, after, side="right")) - 1))

    def _worth(self, place: int) -> float:
        """How many fully followed people the share after this many moments is worth."""
        inside = np.flatnonzero((self.variance[: place + 1] > 0) & (self.share[: place + 1] > ROUNDING))
        if not len(inside):
            return float(self.at_risk[0]) if len(self.at_risk) else float(self.n)
        last = inside[-1]
        return float(self.share[last] * (1 - self.share[last]) / self.variance[last])

    def quantile(self, part: float = 0.5) -> float | None:
        """The moment by which it has happened for this part. None when it hasn't yet."""
        return self._first(self.share, 1 - part)

    @property
    def median(self) -> float | None:
        return self.quantile(0.5)

    def median_interval(self) -> tuple[float | None, float | None]:
        """Between the moments where the interval of the share first and last holds a half; None: open."""
        bounds = [self.interval(float(moment)) or (0.0, 1.0) for moment in self.time]
        low, high = np.array(bounds, dtype=np.float64).reshape(-1, 2).T
        return self._first(low, 0.5), self._first(high, 0.5)

    def _first(self, share: Vector, at_most: float) -> float | None:
        reached = np.flatnonzero(share <= at_most + ROUNDING)
        return float(self.time[reached[0]]) if len(reached) else None

    def restricted_mean(self, horizon: float) -> float | None:
        """Mean wait when nobody is followed past the horizon: the area under the share up to there.

        Returns: 0 to horizon; None when nobody was followed that far and some were still waiting.
        """
        if self.waiting(horizon) is None:
            return None
        return float((self._widths(horizon) * np.concatenate([[1.0], self.share])).sum())

    def restricted_mean_interval(self, horizon: float) -> Interval | None:
        """95 % interval of the restricted mean. Source: Klein & Moeschberger (2003), section 4.5."""
        mean = self.restricted_mean(horizon)
        if mean is None:
            return None
        still = (self._widths(horizon) * np.concatenate([[1.0], self.share]))[1:]
        ahead = np.cumsum(still[::-1])[::-1]  # area from each moment to the horizon
        hazard = self.events / (self.at_risk * np.maximum(self.at_risk - self.events, 1))
        wide = Z * float(np.sqrt((ahead**2 * hazard).sum()))
        return max(0.0, mean - wide), min(horizon, mean + wide)

    def _widths(self, horizon: float) -> Vector:
        return np.diff(np.minimum(np.concatenate([[0.0], self.time, [np.inf]]), horizon))


def kaplan_meier(duration: ArrayLike, happened: ArrayLike) -> Survival | None:
    """The share still waiting over time, from waits that ended and waits that were cut off.

    Args:    duration: how long each was followed, 0 or more, one unit. happened: true where it came
             then, false where watching stopped; at the same moment what came counts first.
    Returns: None without anybody.    Raises: UnusableWaits for a negative or missing duration.
    Cost:    one sort.    Source: Kaplan & Meier (1958); variance of Greenwood (1926).
    """
    length, came = np.asarray(duration, dtype=np.float64), np.asarray(happened, dtype=np.bool_)
    if len(length) == 0:
        return None
    if not (length >= 0).all():
        raise UnusableWaits(f"A wait of {length[~(length >= 0)][0]} is none. Waits are 0 or longer.")
    time, events = np.unique(length[came], return_counts=True)
    at_risk = len(length) - np.searchsorted(np.sort(length), time, side="left")
    share = np.cumprod(1 - events / at_risk)
    terms = events / (at_risk * np.maximum(at_risk - events, 1))
    variance = np.where(at_risk > events, share**2 * np.cumsum(terms), 0.0)
    return Survival(
        time=time,
        at_risk=at_risk.astype(np.int64),
        events=events.astype(np.int64),
        share=share,
        variance=variance,
        n=len(length),
        followed=float(length.max()),
    )


def wilson(share: float, n: float) -> Interval:
    """95 % interval of a share of n; wide and never a point for few. Source: Wilson (1927)."""
    if n <= 0:
        return 0.0, 1.0
    middle = (share + Z**2 / (2 * n)) / (1 + Z**2 / n)
    wide = Z / (1 + Z**2 / n) * float(np.sqrt(share * (1 - share) / n + Z**2 / (4 * n**2)))
    return max(0.0, min(share, middle - wide)), min(1.0, max(share, middle + wide))
