"""How certain the stage of a network is, and how it went over time."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knoop.network.communities import communities
from knoop.network.graph import Network, pairs_of
from knoop.network.stage import Stage, settled, stage
from knoop.network.ties import DAY, STAGE_WEIGHT, STAGE_WINDOW, Acts, Rules, standing_network

REDRAWN = 200
AGREED = 0.80  # of the redrawn networks: below it two stages are named
LEFT_OUT = 0.10  # of the ties, where there are no acts with times to redraw


@dataclass(frozen=True, kw_only=True)
class StageCertainty:
    """In which stages a network lands when its acts had fallen a little differently.

    number:       the stage as observed; None when there is none.
    agreement:    share of the redrawn networks in that stage; None without a stage.
    shares:       shares[k - 1] of the redrawn networks are in stage k; the rest had no ties.
    between:      what may be shown: (3, 3) when 80 % agree, else the narrowest range of stages around the
                  observed one that holds 80 %; None without a stage.
    redrawn:      how many networks. blocks: what was drawn: days of one person, or ties.
    since, until: the window, epoch seconds; None without times.
    """

    number: int | None
    agreement: float | None
    shares: tuple[float, ...]
    between: tuple[int, int] | None
    redrawn: int
    blocks: int
    people: int
    since: float | None
    until: float | None


@dataclass(frozen=True, kw_only=True)
class StageWindow:
    """The stage read at a moment from the 90 days before it, and the one to show: see `settled`."""

    until: float
    number: int | None
    shown: int | None
    people: int
    ties: int


def stage_certainty(
    acts: Acts,
    *,
    at: float | None = None,
    rules: Rules | None = None,
    observed: Stage | None = None,
    redrawn: int = REDRAWN,
    seed: int = 1,
    threads: int = 2,
) -> StageCertainty:
    """Read the stage of `redrawn` networks in which chance fell differently.

    With times all that one person did on one day counts Poisson(1) times, together. Without times each
    network misses a tenth of the ties: drawing ties with Poisson weights would miss 37 % of them, which by
    itself turns most networks of stage 3 and 4 into another stage.
    Args:    observed: the stage of the same acts at the same moment where it is known already: it isn't
             read twice.
    Returns: the same for the same input and seed, whatever the threads.
    Cost:    per network O(acts + ties) and paths from 64 people at least; only features that can still
             decide are read. 200 networks of 10,000 people and a million acts: 10 s of processor time, spread
             over `threads`; twice that where no rule before the fourth decides.
    Error:   paths are sampled (64 sources or more) and communities start from those observed; on made
             networks the stage so read differs from the full rules in 1 % (see there).
    Source:  Efron (1979); Poisson weights after Oza & Russell (2001).
    """
    rules = rules or Rules()
    at = _moment(acts, at)
    network = standing_network(acts, at=at, rules=rules)
    number = (observed or stage(network)).number
    draw = _Draw.of_ties(network) if at is None else _Draw.of_acts(acts, at, rules)
    counts = np.zeros(6, dtype=np.int64)
    if number is not None:
        groups = np.array([group or 0 for group in communities(network)], dtype=np.int32)
        with ThreadPoolExecutor(threads) as pool:
            seeds = range(seed, seed + redrawn)
            counts = np.bincount(list(pool.map(lambda one: draw.stage(groups, one), seeds)), minlength=6)
    shares = counts[1:] / redrawn
    return StageCertainty(
        number=number,
        agreement=float(shares[number - 1]) if number else None,
        shares=tuple(float(share) for share in shares),
        between=_between(shares, number) if number else None,
        redrawn=redrawn if number else 0,
        blocks=draw.count,
        people=network.size,
        since=None if at is None else at - STAGE_WINDOW,
        until=at,
    )


def stage_history(acts: Acts, moments: Sequence[float], *, rules: Rules | None = None) -> list[StageWindow]:
    """The stage at each moment, in the order given (from early to late), and which to show.

    Windows of 90 days may overlap; for two windows in a row to mean something they should differ by a
    month at least.    Cost: that of `stage` for each.    Raises: ValueError without times.
    """
    if acts.time is None:
        raise ValueError("A history needs acts with times. Read one stage with `stage` instead.")
    networks = [standing_network(acts, at=at, rules=rules) for at in moments]
    numbers = [stage(network).number for network in networks]
    rows = zip(moments, networks, numbers, settled(numbers), strict=True)
    return [
        StageWindow(until=at, number=number, shown=shown, people=network.size, ties=network.contacts.nnz // 2)
        for at, network, number, shown in rows
    ]


def _moment(acts: Acts, at: float | None) -> float | None:
    if acts.time is None:
        return None
    if at is not None:
        return at
    return float(acts.time.max()) if len(acts.time) else 0.0


def _between(shares: NDArray[np.float64], number: int) -> tuple[int, int]:
    """The narrowest range around the observed stage that holds 80 %; of equal ones the fullest."""
    ranges = [(low, high) for low in range(1, number + 1) for high in range(number, 6)]
    held = {one: float(shares[one[0] - 1 : one[1]].sum()) for one in ranges}
    enough = [one for one in ranges if held[one] >= AGREED - 1e-9] or [(1, 5)]
    return min(enough, key=lambda one: (one[1] - one[0], -held.get(one, 0.0)))


@dataclass(frozen=True, kw_only=True, eq=False)
class _Draw:
    """Pairs with the acts behind each, and in which block each act falls.

    rows: where the acts of each pair start. blocks, backwards, weights: of each act.
    """

    size: int
    first: NDArray[np.int32]
    second: NDArray[np.int32]
    rows: NDArray[np.int32]
    blocks: NDArray[np.int32]
    backwards: NDArray[np.bool_]
    weights: NDArray[np.float64]
    has_times: bool
    count: int

    @classmethod
    def of_acts(cls, acts: Acts, at: float, rules: Rules) -> "_Draw":
        """Acts of the window, weighed as standing ties are."""
        assert acts.time is not None
        age = at - acts.time
        halved = np.where(acts.lasting, 0.0, age / rules.half_life)
        kept = (age >= 0) & (acts.lasting | (age <= STAGE_WINDOW)) & (halved <= rules.forgotten)
        source, target = acts.source[kept].astype(np.int64), acts.target[kept].astype(np.int64)
        weights = acts.weight[kept] * np.exp2(-halved[kept])
        size = len(acts.people)
        pair = np.minimum(source, target) * size + np.maximum(source, target)
        day = np.floor(age[kept] / DAY).astype(np.int64)
        # Sorted by all that matters, so the order of rows can't change what is drawn.
        order = np.lexsort((weights, day, source, pair))
        pairs, rows = np.unique(pair[order], return_index=True)
        block = source * (int(day.max(initial=0)) + 1) + day
        days, blocks = np.unique(block[order], return_inverse=True)
        return cls(
            size=size,
            first=(pairs // size).astype(np.int32),
            second=(pairs % size).astype(np.int32),
            rows=np.append(rows, len(order)).astype(np.int32),
            blocks=blocks.astype(np.int32),
            backwards=(source > target)[order],
            weights=weights[order],
            has_times=True,
            count=len(days),
        )

    @classmethod
    def of_ties(cls, network: Network) -> "_Draw":
        first, second = (end.astype(np.int32) for end in pairs_of(network))
        each = np.arange(len(first) + 1, dtype=np.int32)
        return cls(
            size=network.size,
            first=first,
            second=second,
            rows=each,
            blocks=each[:-1],
            backwards=np.zeros(len(first), dtype=bool),
            weights=np.ones(len(first)),
            has_times=False,
            count=len(first),
        )

    def stage(self, groups: NDArray[np.int32], seed: int) -> int:
        from knoop.network.certainty_kernels import redrawn_pairs, rows_of, stage_of

        if self.has_times:
            stands = redrawn_pairs(self.rows, self.blocks, self.backwards, self.weights, STAGE_WEIGHT, seed)
        else:
            stands = np.random.default_rng([1, seed]).random(self.count) >= LEFT_OUT
        starts, contacts = rows_of(self.first[stands], self.second[stands], self.size)
        return int(stage_of(starts, contacts, groups.copy(), seed))
