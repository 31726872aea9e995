"""How certain the stage of a network is, and how it went over time."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knoop.network.communities import communities
from knoop.network.redraws import TieCells, TieList, cells_of_acts, ties_listed
from knoop.network.stage import Stage, by_score, group_numbers, settled, stage
from knoop.network.ties import STAGE_WINDOW, Acts, Rules, standing_network

AGREED = 0.80  # of the redrawn networks: below it two stages are named
OWN_PATHS = 1_000  # people; above that hubs are ranked once, as observed
SURE_OF_NO_HUB = 0.30  # centralisation; one hub has .60
EXACT_HISTORY = 1_000  # people; above that a window is read from sampled paths first
DOUBT = 0.05  # how near the deciding figure such a reading may come
SOURCES = 64  # at least, to put people in order
LOOKS = 1_000_000  # contacts looked at for betweenness: while that allows more sources, more are used


@dataclass(frozen=True, kw_only=True)
class StageCertainty:
    """In which stages a network lands when its acts had fallen a little differently.

    number:       the stage as observed; None when there is none.
    agreement:    share of the redrawn networks in that stage; None without a stage.
    shares:       shares[k - 1] of the redrawn networks are in stage k; the rest had no ties.
    between:      what may be shown: (3, 3) when 80 % agree, else the narrowest range of stages around the
                  observed one that holds 80 %; None without a stage.
    error:        standard error of `agreement` by the number of networks (Agresti & Coull 1998).
    redrawn:      how many networks. blocks: what was drawn: days of one person, or ties.
    since, until: the window, epoch seconds; None without times.
    """

    number: int | None
    agreement: float | None
    shares: tuple[float, ...]
    between: tuple[int, int] | None
    error: float | None
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
    redrawn: int | None = None,
    seed: int = 1,
    threads: int = 2,
) -> StageCertainty:
    """Read the stage of `redrawn` networks in which chance fell differently.

    With times all that one person did on one day counts Poisson(1) times, together. Without times each
    network misses a tenth of the ties: drawing ties with Poisson weights would miss 37 % of them, which by
    itself turns most networks of stage 3 and 4 into another stage.
    Args:    observed: the stage of the same acts at the same moment where it is known already: it isn't
             read twice. redrawn: by default 200 networks up to 5,000 people, 100 up to 200,000, 40 above.
    Returns: the same for the same input and seed, whatever the threads.
    Cost:    O(acts) once, with a sort of each person's acts in the window; then O(cells + ties) a network, a
             cell being one person's day towards another. Only features that can still decide are read. Up
             to 1,000 people, and where one hub is near, paths from 64 people at least as well.
    Error:   see `error`. Besides: above 1,000 people who the hubs are is taken from the network as observed,
             up to that paths may be sampled, and communities start from those observed; what that does to the
             stage is in docs/measures/stage.md.
    Source:  Efron (1979); Poisson weights after Oza & Russell (2001).
    """
    rules = rules or Rules()
    at = _moment(acts, at)
    drawn = ties_listed(standing_network(acts)) if at is None else cells_of_acts(acts, at, rules)
    if observed is None:
        observed = stage(drawn.network(acts.people))
    number = observed.number
    count = (redrawn or _redraws(len(acts.people))) if number else 0
    numbers = _stages_redrawn(drawn, _start(drawn, acts, observed), range(seed, seed + count), threads)
    found = np.bincount(np.array(numbers, dtype=np.int64), minlength=6)[1:]
    shares = found / max(1, count)
    return StageCertainty(
        number=number,
        agreement=float(shares[number - 1]) if number else None,
        shares=tuple(float(share) for share in shares),
        between=_between(shares, number) if number else None,
        error=_error(int(found[number - 1]), count) if number else None,
        redrawn=count,
        blocks=drawn.blocks(),
        people=len(acts.people),
        since=None if at is None else at - STAGE_WINDOW,
        until=at,
    )


def stage_history(
    acts: Acts,
    moments: Sequence[float],
    *,
    rules: Rules | None = None,
    observed: Stage | None = None,
    threads: int = 2,
) -> list[StageWindow]:
    """The stage at each moment, in the order given (from early to late), and which to show.

    Windows of 90 days may overlap; for two windows in a row to mean something they should differ by a
    month at least.
    Args:    observed: the stage at the last moment where it is known already.
    Cost:    up to 1,000 people that of `stage` for each. Above that one search for communities, and
             O(acts + ties) and shortest paths from 64 people for each moment; and that of `stage` where a
             feature so read is near the figure that decides.
    Raises:  ValueError without times.
    """
    if acts.time is None:
        raise ValueError("A history needs acts with times. Read one stage with `stage` instead.")
    rules = rules or Rules()
    with ThreadPoolExecutor(threads) as pool:
        windows = list(pool.map(lambda at: cells_of_acts(acts, at, rules).standing(), moments))
        quick: list[int | None] = [None] * len(windows)
        if len(acts.people) > EXACT_HISTORY and windows:
            groups = observed.groups if observed else None
            start = groups if groups is not None else _groups(windows[-1], acts)
            quick = list(pool.map(lambda ties: _quick_stage(ties, start), windows))
    numbers = [
        stage(ties.network(acts.people)).number if number is None else number or None
        for ties, number in zip(windows, quick, strict=True)
    ]
    rows = zip(moments, windows, numbers, settled(numbers), strict=True)
    return [
        StageWindow(until=at, number=number, shown=shown, people=len(acts.people), ties=len(ties.first))
        for at, ties, number, shown in rows
    ]


def _redraws(people: int) -> int:
    """Of a larger network the features move less, and each redraw costs more."""
    return 200 if people <= 5_000 else 100 if people <= 200_000 else 40


def _error(agreed: int, count: int) -> float:
    """With two more that agree and two that don't: all of 40 agreeing is no proof of certainty."""
    share = (agreed + 2) / (count + 4)
    return float((share * (1 - share) / (count + 4)) ** 0.5)


@dataclass(frozen=True, kw_only=True, eq=False)
class _Start:
    """What reading a redrawn network starts from. ranked: who lies between most, first; None to find out."""

    groups: NDArray[np.int32]
    ranked: NDArray[np.int64] | None


def _start(drawn: TieCells | TieList, acts: Acts, observed: Stage) -> _Start:
    groups, between = observed.groups, observed.between
    if groups is None:
        groups = _groups(drawn, acts)
    hub_is_near = (observed.features.centralisation or 0.0) >= SURE_OF_NO_HUB
    if between is None or hub_is_near or len(acts.people) <= OWN_PATHS:
        return _Start(groups=groups, ranked=None)
    return _Start(groups=groups, ranked=by_score(between))


def _stages_redrawn(
    drawn: TieCells | TieList, start: _Start, seeds: Sequence[int], threads: int
) -> list[int]:
    from knoop.network.certainty_kernels import stage_by_paths, stage_of

    def read(seed: int) -> int:
        starts, contacts = drawn.redrawn(seed)
        groups = start.groups.copy()
        if start.ranked is None:
            return int(stage_by_paths(starts, contacts, groups, _sources(contacts), seed, 0.0))
        return int(stage_of(starts, contacts, groups, start.ranked, False, 0.0))

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(read, seeds))


def _sources(contacts: NDArray[np.int32]) -> int:
    return max(SOURCES, LOOKS // max(1, len(contacts)))


def _groups(drawn: TieCells | TieList, acts: Acts) -> NDArray[np.int32]:
    return group_numbers(communities(drawn.network(acts.people)))


def _quick_stage(ties: TieList, groups: NDArray[np.int32]) -> int | None:
    """The stage of a large network where it's beyond doubt; 0 without ties, None where it must be read."""
    from knoop.network.certainty_kernels import stage_by_paths

    starts, contacts = ties.rows(np.ones(len(ties.first), dtype=bool))
    number = int(stage_by_paths(starts, contacts, groups.copy(), _sources(contacts), 1, DOUBT))
    return number if number >= 0 else None


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
