"""Who took part first and when: Rogers' categories, and the curve it all follows so far."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from knoop.network.graph import Vector
from knoop.network.interactions import KINDS, Interactions

NO_CONTRIBUTION = ("view", "follow")
CATEGORIES = ("innovators", "early adopters", "early majority", "late majority", "laggards")
ENOUGH_ADOPTERS = 20


class UnusableCurve(ValueError):
    """Times or counts that are no cumulative curve. The message says what to mend."""


@dataclass(frozen=True, kw_only=True, eq=False)
class FirstContributions:
    """Each contributor's first contribution, in order of time and then of identifier.

    members: how many could have contributed. until: the last moment seen.
    """

    people: tuple[str, ...]
    time: Vector
    members: int
    until: float

    @property
    def share(self) -> float | None:
        """Contributors as a share of members; None without members."""
        return len(self.people) / self.members if self.members else None

    def curve(self, *, launch: float, period: float) -> "Curve":
        """How many had contributed by the end of each whole period since the launch.

        Who contributed before the launch is not on the curve: their start isn't the launch's doing.
        Raises: UnusableCurve for a period of 0 or less.
        """
        if not period > 0:
            raise UnusableCurve(f"A period of {period} seconds is none. Give one above 0.")
        early = int((self.time < launch).sum())
        ends = np.arange(1, int(max(0.0, self.until - launch) // period) + 1, dtype=np.float64)
        reached = np.searchsorted(self.time, launch + ends * period, side="right") - early
        return Curve(time=ends, adopters=reached.astype(np.float64), before=early)


@dataclass(frozen=True, kw_only=True, eq=False)
class Curve:
    """Cumulative adopters by the end of each period, counted from the launch; `before`: left out."""

    time: Vector
    adopters: Vector
    before: int


def first_contributions(interactions: Interactions) -> FirstContributions | None:
    """When each person first did something for others; looking, following and logging in don't count.

    Returns: None for interactions without times, or none at all.    Cost: one sort of the rows.
    """
    if interactions.time is None or len(interactions) == 0:
        return None
    passive = [KINDS.index(kind) for kind in NO_CONTRIBUTION]
    counts = ~np.isin(interactions.kind, passive) & (interactions.source != interactions.target)
    person, time = interactions.source[counts], interactions.time[counts]
    order = np.lexsort((time, person))
    who, first = np.unique(person[order], return_index=True)
    rows = zip(time[order][first].tolist(), (interactions.people[one] for one in who), strict=True)
    ranked = sorted(rows)
    return FirstContributions(
        people=tuple(name for _, name in ranked),
        time=np.array([moment for moment, _ in ranked], dtype=np.float64),
        members=len(interactions.people),
        until=float(interactions.time.max()),
    )


@dataclass(frozen=True, kw_only=True)
class Rogers:
    """Adopters by when they came: before the mean less two deviations, less one, the mean, plus one, later.

    counts, shares: by category; in a bell-shaped whole 2.5, 13.5, 34, 34 and 16 %.
    adopters, members: as long as many members are still to come, the mean is early and so are all.
    """

    adopters: int
    members: int
    mean: float
    deviation: float
    counts: Mapping[str, int]
    shares: Mapping[str, float]


def rogers(times: ArrayLike, *, members: int | None = None) -> Rogers | None:
    """Rogers' five categories of those who adopted.

    Args:    times: one per adopter, any unit; the deviation is the sample's. A time on a border belongs
             to the later category. members: how many could have adopted; default those who did.
    Returns: None with fewer than 20 adopters, or when all came at once.
    Cost:    O(adopters).    Source: Rogers (1962, 2003), ch. 7.
    """
    moments = np.asarray(times, dtype=np.float64)
    if len(moments) < ENOUGH_ADOPTERS or moments.min() == moments.max():
        return None
    mean, deviation = float(moments.mean()), float(moments.std(ddof=1))
    place = np.searchsorted(mean + deviation * np.array([-2.0, -1.0, 0.0, 1.0]), moments, side="right")
    count = np.bincount(place, minlength=len(CATEGORIES)).tolist()
    return Rogers(
        adopters=len(moments),
        members=len(moments) if members is None else members,
        mean=mean,
        deviation=deviation,
        counts=dict(zip(CATEGORIES, count, strict=True)),
        shares={name: number / len(moments) for name, number in zip(CATEGORIES, count, strict=True)},
    )


def cumulative_of(time: ArrayLike, adopters: ArrayLike) -> tuple[Vector, Vector]:
    """Both as arrays, checked: times rise from above 0, counts never fall. Raises UnusableCurve."""
    moments, count = np.asarray(time, dtype=np.float64), np.asarray(adopters, dtype=np.float64)
    if moments.shape != count.shape or moments.ndim != 1:
        raise UnusableCurve(f"{moments.shape} times for {count.shape} counts. Give one count for each time.")
    if not (np.isfinite(moments).all() and np.isfinite(count).all()):
        raise UnusableCurve("The curve holds values that are no number. Leave those periods out.")
    if len(moments) and (moments[0] <= 0 or (np.diff(moments) <= 0).any()):
        raise UnusableCurve("Times must rise, from above 0: they count from the launch.")
    if len(count) and (count[0] < 0 or (np.diff(count) < 0).any()):
        raise UnusableCurve("Cumulative counts can't fall. Give how many had adopted by each time.")
    return moments, count
