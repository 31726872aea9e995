"""How firmly the whole hangs together in a window, with an interval: what the rules I1 and I2 ask."""

from dataclasses import dataclass
from functools import cached_property
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from knoop.network.bootstrap import POISSON, block_keys
from knoop.network.graph import Network
from knoop.network.interventions import SMALLEST_GROUP, Reading
from knoop.network.position import betweenness
from knoop.network.ties import DAY, STAGE_WEIGHT, STAGE_WINDOW, Acts, Rules

REDRAWS = 20
WITHIN = 2.093  # Student's t: 95 % with 19 degrees of freedom
FINE = float(2**32)  # weights become whole numbers of this part


def interval(value: float, redrawn: list[float]) -> tuple[float, float]:
    """95 %, with what redraws are off on average taken off: a redraw misses 37 % of the blocks.

    Source: basic bootstrap of Davison & Hinkley (1997), with a normal spread because redraws are few.
    """
    middle = 2 * value - float(np.mean(redrawn))
    wide = WITHIN * float(np.std(redrawn, ddof=1)) * sqrt(1 + 1 / len(redrawn))
    # The figure itself always lies inside, however far the middle moved.
    return max(0.0, min(value, middle - wide)), min(1.0, max(value, middle + wide))


@dataclass(frozen=True, kw_only=True, eq=False)
class Window:
    """The acts of the 90 days before a moment by pair, ready to be drawn again by person and day.

    first, second: of each pair. starts: where each pair's acts begin, and where the last one's end.
    key, amount, backwards: of each act: its block, its weight in units of 2^-32, whether the second acted.
    """

    people: tuple[str, ...]
    first: NDArray[np.int32]
    second: NDArray[np.int32]
    starts: NDArray[np.int64]
    key: NDArray[np.uint64]
    amount: NDArray[np.int64]
    backwards: NDArray[np.bool_]

    @classmethod
    def before(cls, acts: Acts, at: float, *, rules: Rules, seed: int = 1) -> "Window":
        """Standing ties as the stage has them. Raises nothing. Cost: one sort of the window's acts."""
        assert acts.time is not None
        age = at - acts.time
        weight = np.where(acts.lasting | (age <= STAGE_WINDOW), acts.worth_at(at, rules), 0.0)
        kept = np.flatnonzero(weight > 0)
        source, target = acts.source[kept].astype(np.int64), acts.target[kept].astype(np.int64)
        size = len(acts.people)
        pair = np.minimum(source, target) * size + np.maximum(source, target)
        order = np.argsort(pair)
        pair, source, kept = pair[order], source[order], kept[order]
        begins = np.flatnonzero(np.diff(pair, prepend=-1))
        first = pair[begins] // max(1, size)
        day = np.floor(age[kept] / DAY).astype(np.int64)
        return cls(
            people=acts.people,
            first=first.astype(np.int32),
            second=(pair[begins] % max(1, size)).astype(np.int32),
            starts=np.append(begins, len(pair)).astype(np.int64),
            key=block_keys(acts.people, source, day, seed),
            amount=np.rint(weight[kept] * FINE).astype(np.int64),
            backwards=source != (pair // max(1, size)),
        )

    def connected(self) -> Reading:
        """Largest connected part as a share of the active: who acted or was turned to in the window."""
        value, active = self._connected(-1)
        if not active:
            return Reading(value=None, low=None, high=None, people=0)
        low, high = interval(value, [self._connected(number)[0] for number in range(REDRAWS)])
        return Reading(value=value, low=low, high=high, people=active)

    def parts(self) -> int:
        """Connected parts of ten people or more."""
        _, sizes = np.unique(self._parts(self._drawn(-1)[0]), return_counts=True)
        return int((sizes >= SMALLEST_GROUP).sum())

    def kept_without_hub(self) -> Reading:
        """Of the largest connected part, what stays together without the person on most of its paths.

        Who that is, is read from the window itself and not again from each redraw: a redraw in which
        somebody else matters more then keeps more, so the rule speaks later rather than sooner.
        """
        hub = self._hub
        if hub is None:
            return Reading(value=None, low=None, high=None, people=0)
        value, people = self._kept(-1, hub)
        low, high = interval(value, [self._kept(number, hub)[0] for number in range(REDRAWS)])
        return Reading(value=value, low=low, high=high, people=people)

    def _drawn(self, replicate: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        from knoop.network.interventions_kernel import drawn_pairs

        enough = int(STAGE_WEIGHT * FINE)
        return drawn_pairs(self.starts, self.key, self.amount, self.backwards, POISSON, enough, replicate)

    def _parts(self, stands: NDArray[np.bool_], without: int = -1) -> NDArray[np.int32]:
        from knoop.network.interventions_kernel import parts_of

        return parts_of(self.first, self.second, stands, len(self.people), without)

    def _connected(self, replicate: int) -> tuple[float, int]:
        stands, met = self._drawn(replicate)
        active = np.zeros(len(self.people), dtype=np.bool_)
        active[self.first[met]] = active[self.second[met]] = True
        count = int(active.sum())
        if not stands.any():
            return 0.0, count
        return int(np.bincount(self._parts(stands)).max()) / count, count

    def _kept(self, replicate: int, hub: int) -> tuple[float, int]:
        stands, _ = self._drawn(replicate)
        part = self._parts(stands)
        inside = part == np.argmax(np.bincount(part))
        people = int(inside.sum())
        if not inside[hub] or people < 2:
            return 1.0, people
        inside[hub] = False
        return int(np.bincount(self._parts(stands, hub)[inside]).max()) / (people - 1), people

    @cached_property
    def _hub(self) -> int | None:
        """Who is on most shortest paths of the largest part; of equals the first of `people`."""
        stands, _ = self._drawn(-1)
        part = self._parts(stands)
        inside = (
            np.flatnonzero(part == np.argmax(np.bincount(part))) if stands.any() else np.zeros(0, np.int64)
        )
        if len(inside) < SMALLEST_GROUP:
            return None
        both = np.concatenate([self.first[stands], self.second[stands]])
        others = np.concatenate([self.second[stands], self.first[stands]])
        whole = Network.from_columns(self.people, both, others, np.ones(len(both)))
        kept = np.zeros(len(self.people), dtype=np.bool_)
        kept[inside] = True
        scores = np.array([score or 0.0 for score in betweenness(whole.among(kept))])
        return int(inside[np.argmax(np.round(scores, 9))])
