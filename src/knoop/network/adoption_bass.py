"""The Bass curve: some begin by themselves (p), others because colleagues have (q), out of m in the end."""

from dataclasses import dataclass
from math import exp, expm1, lgamma, log

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import least_squares, minimize

from knoop.network.adoption import ENOUGH_ADOPTERS, UnusableCurve, cumulative_of
from knoop.network.graph import Vector

ENOUGH_PERIODS = 5
CHI_SQUARE = 3.841458820694124  # 95 %, one degree of freedom
SLOWEST, FASTEST = np.log(1e-6), np.log(1e3)  # p and q times all the time seen
MOST = np.log(1e3)  # m next to the adopters seen
STARTS = tuple((p, q) for p in (0.03, 0.3, 2.0) for q in (0.05, 2.0, 8.0))


@dataclass(frozen=True, kw_only=True)
class Bass:
    """A fitted curve. p, q: per unit of time. m: people in the end.

    Intervals at 95 %; None as an upper end: the data set no limit. m_interval is None when m was given.
    peak:        when most begin at once, ln(q/p) / (p + q); None when that was at the launch (q <= p).
    identified:  whether it may be shown: m was given; or the fitted peak is behind us and the interval
                 of m is narrower than half of m. Before the peak many curves fit the same beginning,
                 and a fitted peak alone is no sign of having passed the real one (docs/measures/).
    """

    p: float
    q: float
    m: float
    p_interval: tuple[float, float | None]
    q_interval: tuple[float, float | None]
    m_interval: tuple[float, float | None] | None
    peak: float | None
    r_squared: float
    periods: int
    adopters: int
    until: float
    identified: bool

    def expected(self, time: ArrayLike) -> Vector:
        """How many the curve expects by each time since the launch."""
        return self.m * bass_share(self.p, self.q, time)


def bass_share(p: float, q: float, time: ArrayLike) -> Vector:
    """Share of all who will begin that has by a time: (1 - e^-(p+q)t) / (1 + (q/p) e^-(p+q)t).

    Args: p above 0; time since the launch, 0 or more.    Source: Bass (1969).
    """
    left = np.exp(-(p + q) * np.asarray(time, dtype=np.float64))
    return np.asarray((1 - left) / (1 + q / p * left))


def bass_peak(p: float, q: float) -> float | None:
    """When most begin at once; None when that was at the launch, because q is at most p."""
    return float(np.log(q / p) / (p + q)) if q > p else None


def bass(time: ArrayLike, adopters: ArrayLike, *, m: float | None = None) -> Bass | None:
    """Fit the curve by least squares on the cumulative counts; intervals from the profile likelihood.

    Args:    time: since the launch, rising, any unit. adopters: cumulative. m: where it is known, such as
             all members; else it is fitted too.
    Returns: None with fewer than 5 periods or 20 adopters. Show it only when `identified`.
    Raises:  UnusableCurve, also for an m below the adopters seen.
    Bounds:  cumulative counts carry their errors on, so the intervals don't come from the squares but
             from the likelihood of each period's new adopters, out of m, and are stretched to hold the fit.
    Cost:    some tenths of a second.
    Source:  Bass (1969); Srinivasan & Mason (1986) for least squares; Venzon & Moolgavkar (1988).
    """
    moments, count = cumulative_of(time, adopters)
    if len(moments) < ENOUGH_PERIODS or count[-1] < ENOUGH_ADOPTERS:
        return None
    if m is not None and m < count[-1]:
        raise UnusableCurve(f"m = {m}, but {count[-1]:g} have adopted already. Give at least as many.")
    span = float(moments[-1])
    scaled = moments / span
    p, q, fitted = _least_squares(scaled, count, m)
    bounds = _Likelihood(scaled, count, m).intervals((p, q, fitted))
    peak = bass_peak(p, q)
    wide = bounds[2]
    within_half = wide[1] is not None and wide[1] - wide[0] < 0.5 * fitted
    squares = float(((fitted * bass_share(p, q, scaled) - count) ** 2).sum())
    return Bass(
        p=p / span,
        q=q / span,
        m=fitted,
        p_interval=_per(bounds[0], span),
        q_interval=_per(bounds[1], span),
        m_interval=None if m is not None else wide,
        peak=None if peak is None else peak * span,
        r_squared=1 - squares / float(((count - count.mean()) ** 2).sum()),
        periods=len(moments),
        adopters=int(count[-1]),
        until=span,
        identified=m is not None or (within_half and (peak is None or peak < 1)),
    )


def _per(interval: tuple[float, float | None], span: float) -> tuple[float, float | None]:
    return interval[0] / span, None if interval[1] is None else interval[1] / span


def _least_squares(time: Vector, count: Vector, m: float | None) -> tuple[float, float, float]:
    """p, q and m; for every p and q the best m is known, so only two are searched."""

    def whole(rates: Vector) -> float:
        if m is not None:
            return m
        share = bass_share(rates[0], rates[1], time)
        return float(min(share @ count / (share @ share), np.exp(MOST) * count[-1]))

    def misses(logs: Vector) -> Vector:
        rates = np.exp(logs)
        return whole(rates) * bass_share(rates[0], rates[1], time) - count

    fits = [least_squares(misses, np.log(start), bounds=(SLOWEST, FASTEST), xtol=1e-12) for start in STARTS]
    best = np.exp(min(fits, key=lambda fit: float(fit.cost)).x)
    return float(best[0]), float(best[1]), whole(best)


class _Likelihood:
    """Of each period's new adopters, as draws of m people from the curve.

    Coordinates: logs of p, q and of m - seen + 1.
    """

    def __init__(self, time: Vector, count: Vector, m: float | None) -> None:
        self.time, self.new, self.seen = time, np.diff(count, prepend=0.0), float(count[-1])
        highest = MOST + np.log(self.seen)
        self.low = np.array([SLOWEST, SLOWEST, 0.0])
        self.high = np.array([FASTEST, FASTEST, highest])
        if m is not None:
            self.low[2] = self.high[2] = np.log(m - self.seen + 1)

    def loss(self, place: Vector) -> float:
        """Minus the log likelihood."""
        left_over = expm1(place[2])
        share = bass_share(exp(place[0]), exp(place[1]), self.time)
        steps = np.maximum(np.diff(share, prepend=0.0), 1e-300)
        ways = lgamma(left_over + self.seen + 1) - lgamma(left_over + 1)
        return float(-(ways + self.new @ np.log(steps) + left_over * log(max(1 - share[-1], 1e-300))))

    def intervals(self, fit: tuple[float, float, float]) -> list[tuple[float, float | None]]:
        """Of p, q and m."""
        start = np.log([fit[0], fit[1], max(fit[2] - self.seen, 0.0) + 1])
        best = self._lowest(np.clip(start, self.low, self.high), None)
        bounds: list[tuple[float, float | None]] = []
        for axis in range(3):
            ends = [self._end(best, axis, limit) for limit in (self.low, self.high)]
            least = self.seen if axis == 2 else 0.0
            low, high = (None if end is None else self._value(end, axis) for end in ends)
            bounds.append(
                (
                    min(least if low is None else low, fit[axis]),
                    None if high is None else max(high, fit[axis]),
                )
            )
        return bounds

    def _value(self, place: float, axis: int) -> float:
        return self.seen + expm1(place) if axis == 2 else exp(place)

    def _lowest(self, start: Vector, fixed: int | None) -> Vector:
        """The most likely place with one coordinate as it is."""
        free = np.flatnonzero(self.low < self.high)
        free = free[free != fixed] if fixed is not None else free
        place = start.copy()

        def loss(some: Vector) -> float:
            place[free] = some
            return self.loss(place)

        # Not L-BFGS-B: its small matrices wake BLAS threads that wait for each other on a busy machine.
        found = minimize(
            loss,
            start[free],
            method="Nelder-Mead",
            bounds=list(zip(self.low[free], self.high[free], strict=True)),
            options={"initial_simplex": self._around(start[free], free), "xatol": 1e-3, "fatol": 1e-4},
        )
        place[free] = found.x
        return place.copy()

    def _around(self, start: Vector, free: NDArray[np.intp]) -> Vector:
        """A first simplex, inside the limits: each corner a step away from the nearer one."""
        steps = np.where(start - self.low[free] > 0.3, -0.3, 0.3)
        return np.vstack([start, start + np.diag(steps)])

    def _end(self, best: Vector, axis: int, limits: Vector) -> float | None:
        """Where the likelihood has fallen as far as 95 % allows; None when it hasn't at the limit."""
        allowed = self.loss(best) + CHI_SQUARE / 2
        inside, place, step = best[axis], best, 0.1 if limits is self.high else -0.1

        def at(value: float) -> tuple[bool, Vector]:
            moved = place.copy()
            moved[axis] = value
            moved = self._lowest(moved, axis)
            return self.loss(moved) <= allowed, moved

        while True:
            outside = float(np.clip(inside + step, self.low[axis], self.high[axis]))
            holds, moved = at(outside)
            if not holds:
                break
            if outside == limits[axis]:
                return None
            inside, place, step = outside, moved, 2 * step
        while abs(outside - inside) > 1e-3:
            middle = (inside + outside) / 2
            holds, moved = at(middle)
            inside, outside, place = (middle, outside, moved) if holds else (inside, middle, place)
        return float(inside)
