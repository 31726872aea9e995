"""Acts in the order of time, however they arrive: which have begun to count, and which no longer do."""

from dataclasses import dataclass, field
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from knoop.network.graph import Vector

SMALLEST_RUN = 64


class Part(NamedTuple):
    """Some acts, as columns of equal length: `pair` numbers who turned to whom."""

    time: Vector
    pair: NDArray[np.int32]
    weight: Vector
    lasting: NDArray[np.bool_]

    def taken(self, rows: NDArray[np.bool_] | NDArray[np.intp] | slice) -> "Part":
        return Part(self.time[rows], self.pair[rows], self.weight[rows], self.lasting[rows])

    @classmethod
    def of(cls, parts: "list[Part]") -> Self:
        """Parts behind each other; none of them is an empty part."""
        if not parts:
            return cls(np.zeros(0), np.zeros(0, np.int32), np.zeros(0), np.zeros(0, np.bool_))
        return cls(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))


class Passed(NamedTuple):
    """What going on to a later moment did: `begun` count now, `over` no longer, `missed` never did."""

    over: list[Part]
    begun: list[Part]
    missed: list[Part]


@dataclass(kw_only=True, eq=False)
class _Run:
    """Acts sorted by time, with room at the end; the first `over` no longer count, up to `begun` do."""

    room: Part
    size: int
    over: int = 0
    begun: int = 0

    def __len__(self) -> int:
        return self.size - self.over

    @property
    def last(self) -> float:
        return float(self.room.time[self.size - 1])

    def kept(self) -> Part:
        return self.room.taken(slice(self.over, self.size))

    def extend(self, part: Part, begun: int) -> None:
        size = self.size + len(part.time)
        if size > len(self.room.time):
            self._move(2 * (len(self) + len(part.time)))
            size = self.size + len(part.time)
        for name in Part._fields:
            getattr(self.room, name)[self.size : size] = getattr(part, name)
        self.size, self.begun = size, self.begun + begun

    def _move(self, room: int) -> None:
        """To columns of another length, without what is over."""
        kept, size = self.kept(), len(self)
        self.room = Part(*(np.empty(max(room, SMALLEST_RUN), column.dtype) for column in kept))
        for name in Part._fields:
            getattr(self.room, name)[:size] = getattr(kept, name)
        self.begun, self.size, self.over = self.begun - self.over, size, 0

    def advance(self, begun: int, over: int, passed: Passed) -> None:
        """Up to `begun` have happened and up to `over` no longer count: note what changes."""
        for found, start, stop in (
            (passed.over, self.over, min(over, self.begun)),
            (passed.missed, self.begun, min(over, begun)),
            (passed.begun, max(self.begun, over), begun),
        ):
            if stop > start:
                found.append(self.room.taken(slice(start, stop)))
        self.begun, self.over = begun, over
        if over > SMALLEST_RUN and over > self.size // 2:
            # A new place, not a shift: the parts just noted are views of the old one.
            self._move(2 * len(self))


@dataclass(kw_only=True, eq=False)
class Timeline:
    """Sorted runs of acts, each less than half as long as the one before: few, however acts arrive.

    half_life: seconds; forgotten: half-lives after which an act no longer counts.
    now:       the latest moment gone on to.
    Cost:      an act that comes in order is put at the end; a late one is merged O(log acts) times.
    """

    half_life: float
    forgotten: float
    now: float = -np.inf
    runs: list[_Run] = field(default_factory=list)

    def is_over(self, time: Vector) -> NDArray[np.bool_]:
        over: NDArray[np.bool_] = (self.now - time) / self.half_life > self.forgotten
        return over

    def add(self, part: Part) -> None:
        """Acts of any moment that are not over."""
        if not len(part.time):
            return
        if np.any(part.time[1:] < part.time[:-1]):
            part = part.taken(np.argsort(part.time, kind="stable"))
        part = Part.of([part])  # ours alone
        begun = int(np.searchsorted(part.time, self.now, side="right"))
        if self.runs and part.time[0] >= self.runs[-1].last:
            self.runs[-1].extend(part, begun)
        else:
            self.runs.append(_Run(room=part, size=len(part.time), begun=begun))
        while len(self.runs) > 1 and len(self.runs[-2]) <= 2 * len(self.runs[-1]):
            self._merge()

    def _merge(self) -> None:
        one, other = self.runs.pop(), self.runs.pop()
        both = Part.of([other.kept(), one.kept()])
        both = both.taken(np.argsort(both.time, kind="stable"))
        begun = one.begun - one.over + other.begun - other.over
        self.runs.append(_Run(room=both, size=len(both.time), begun=begun))

    def advance(self, now: float) -> Passed:
        """Go on to a later moment."""
        self.now = now
        passed = Passed(over=[], begun=[], missed=[])
        for run in self.runs:
            times = run.room.time[: run.size]
            begun = run.begun + int(np.searchsorted(times[run.begun :], now, side="right"))
            run.advance(begun, run.over + self._over(times[run.over :]), passed)
        self.runs = [run for run in self.runs if len(run)]
        return passed

    def _over(self, times: Vector) -> int:
        """How many of the sorted times are over, by the very comparison that ties are read with."""
        cut = self.now - self.forgotten * self.half_life
        doubt = 16 * np.spacing(max(abs(self.now), abs(cut)))
        first, last = np.searchsorted(times, (cut - doubt, cut + doubt))
        return int(first + np.count_nonzero(self.is_over(times[first:last])))

    def kept(self) -> Part:
        """All acts that count now or will."""
        return Part.of([run.kept() for run in self.runs])
