"""Time as it is worked: a question asked on Friday evening has not waited three days on Monday."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

import numpy as np
from numpy.typing import ArrayLike

from knoop.network.graph import Vector

type Shift = tuple[float, float]  # hours of the local clock since midnight: (9, 17.5); may pass 24

EARLIEST, LATEST = datetime(1900, 1, 2, tzinfo=UTC).timestamp(), datetime(2200, 1, 1, tzinfo=UTC).timestamp()
ONE_DAY = timedelta(days=1)


class UnusableHours(ValueError):
    """Working hours, or moments to measure with them, that mean nothing. The message says what to mend."""


@dataclass(frozen=True, kw_only=True)
class WorkingHours:
    """When a person or an organisation works.

    week:      seven tuples of shifts, Monday first; (22, 30) runs until six the next morning.
    holidays:  days on which no shift starts.
    timezone:  where the local clock hangs; summer time shortens and lengthens night shifts.
    Raises:    UnusableHours for no seven days, or shifts that overlap or run backwards.
    """

    week: tuple[tuple[Shift, ...], ...]
    timezone: tzinfo
    holidays: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise UnusableHours(f"A week has 7 days, not {len(self.week)}. Give () for a day off.")
        for start, end in (shift for day in self.week for shift in day):
            if not 0 <= start < 24 or not start < end <= 48:
                raise UnusableHours(
                    f"A shift from {start} to {end} is none: it starts within its day and ends after that, "
                    "at most 24 hours into the next."
                )
        whole = [(24 * day + start, 24 * day + end) for day in range(7) for start, end in self.week[day]]
        starts = [start for start, _ in whole] + [start + 168 for start, _ in whole[:1]]  # and Monday again
        if any(following < end for (_, end), following in zip(whole, starts[1:], strict=True)):
            raise UnusableHours("Shifts overlap or are not in order. Join or sort them.")

    @classmethod
    def office(
        cls,
        timezone: tzinfo,
        *,
        start: float = 9,
        end: float = 17,
        days: Iterable[int] = range(5),
        holidays: Iterable[date] = (),
    ) -> "WorkingHours":
        """The same hours on each of `days` (0 is Monday)."""
        worked = set(days)
        week = tuple(((start, end),) if day in worked else () for day in range(7))
        return cls(week=week, timezone=timezone, holidays=frozenset(holidays))

    def seconds_between(self, start: ArrayLike, end: ArrayLike) -> Vector:
        """Working seconds from each start to its end; negative where the end comes first.

        Args:    epoch seconds, numbers or arrays that broadcast.
        Returns: float64; 0 between moments with no work in between. Additive: a to b plus b to c is a to c.
        Raises:  UnusableHours for moments that are not finite or lie outside 1900-2200 (milliseconds?).
        Cost:    O(days spanned + moments log days).
        """
        first, last = np.broadcast_arrays(np.asarray(start, np.float64), np.asarray(end, np.float64))
        if first.size == 0:
            return np.zeros(first.shape)
        low, high = float(np.minimum(first, last).min()), float(np.maximum(first, last).max())
        if not EARLIEST <= low <= high <= LATEST:  # NaN fails too
            raise UnusableHours(
                f"Moments from {low} to {high} don't lie between 1900 and 2200. Give seconds since 1970."
            )
        knots = self._shifts(low, high)
        if not len(knots):
            return np.zeros(first.shape)
        lengths = np.diff(knots)
        lengths[1::2] = 0.0  # from the end of one shift to the start of the next
        worked = np.concatenate([[0.0], np.cumsum(lengths)])
        # The first moment is taken off, so that sums over decades don't eat the digits of a second.
        return np.asarray(
            np.interp(last - knots[0], knots - knots[0], worked)
            - np.interp(first - knots[0], knots - knots[0], worked)
        )

    def _shifts(self, low: float, high: float) -> Vector:
        """Starts and ends of all shifts that touch the period, in turn, in epoch seconds."""
        # Two days before: a shift of the day before may last until the night after.
        day = datetime.fromtimestamp(low, self.timezone).date() - 2 * ONE_DAY
        final = datetime.fromtimestamp(high, self.timezone).date()
        knots: list[float] = []
        while day <= final:
            if day not in self.holidays:
                for shift in self.week[day.weekday()]:
                    knots += (self._moment(day, hour) for hour in shift)
            day += ONE_DAY
        # A shift inside the hour that summer time skips would end before it starts.
        return np.maximum.accumulate(np.array(knots, dtype=np.float64)) if knots else np.zeros(0)

    def _moment(self, day: date, hour: float) -> float:
        local = datetime.combine(day, time()) + timedelta(hours=hour)
        return local.replace(tzinfo=self.timezone).timestamp()
