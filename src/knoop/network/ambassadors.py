"""Who together would bring news to most people soonest."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from knoop.network.ambassadors_cover import Cover, FreshnessCover, ReplayCover, lazy_greedy
from knoop.network.ambassadors_replay import Replays, reach_sets, replayed
from knoop.network.clocks import Contacts
from knoop.network.clocks_fresh import fresh_to
from knoop.network.minimum import ACTIVE_PEOPLE
from knoop.network.sorting import different
from knoop.network.speed import draw
from knoop.network.ties import DAY

REPLAYS_UP_TO = 2_000  # people; the sets of who reaches whom grow with their square
CELLS = 64_000_000  # of freshness above that: a quarter of a gigabyte
VIEWERS = 512
REPLAYS, FEWER = 200, 60
MANY = 300_000  # people: above, fewer replays, so that a year's log is judged within half a minute
TAU = 5 * DAY
SPARE = 10
GOAL = 0.8
WATCHED = 28 * DAY


@dataclass(frozen=True, kw_only=True)
class Ambassador:
    """reached: how many people outside the group this one adds to those before; error: its standard error."""

    id: str
    reached: float
    error: float | None


@dataclass(frozen=True, kw_only=True)
class ReachByDay:
    """After so many days: the share of all people who know; in half, 95 % and 5 % of replays more do."""

    day: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class Ambassadors:
    """A set of people, and how far news that starts with them gets.

    chosen:     in the order of choice; `reached` adds up to what the set reaches.
    alternates: whom to ask when somebody declines; `reached` is what each would add to all chosen.
    method:     replay or freshness: on what the choice was made. What it is judged by is the same.
    by_day:     the group itself counts as knowing, and so do people nobody could ever reach as not.
    goal_by:    the first day on which the share is 80 % in half the replays; None when that isn't within the
                days watched (28, or half the period if that is shorter).
    replays, chance, horizon: what `reached` rests on; horizon in seconds.
    """

    chosen: tuple[Ambassador, ...]
    alternates: tuple[Ambassador, ...]
    method: Literal["replay", "freshness"]
    by_day: tuple[ReachByDay, ...]
    goal: float
    goal_by: int | None
    people: int
    contacts: int
    replays: int
    chance: float
    horizon: float
    since: float
    until: float


def ambassadors(
    contacts: Contacts,
    *,
    count: int = 10,
    willing: Collection[str] | None = None,
    unwilling: Collection[str] = (),
    chance: float = 0.3,
    horizon: float = 7 * DAY,
    replays: int | None = None,
    enough: Callable[[Ambassador], bool] | None = None,
    seed: int = 1,
) -> Ambassadors | None:
    """Choose people who together would have reached most, had news started with them at some moment.

    Up to 2,000 people the choice is made on replays of the contacts themselves: each passes news on with
    `chance`, from starts drawn over the period. Above, by who keeps most people freshly informed. Either
    way what is told of the set comes from other replays than those it was chosen on.
    Args:    willing: only these may be chosen; unwilling: not these. replays: by default 200, above 300,000
             people 60; the standard error says what that costs. enough: the set ends before the first
             of whom it says no.
    Returns: fewer than `count` when nobody else adds anything. None (not enough data) with fewer than 20
             people in contact or a period shorter than the horizon.
    Cost:    replays x contacts within the horizon x people / 64 for choosing, seconds at 2,000 people.
    Source:  Kempe, Kleinberg & Tardos (2003); Leskovec et al. (2007); see docs/measures/ambassadors.md.
    """
    count_of_replays = replays or (REPLAYS if len(contacts.people) <= MANY else FEWER)
    plan, fresh = (
        Replays.drawn(contacts, count=count_of_replays, horizon=horizon, chance=chance, seed=[seed, use])
        for use in range(2)
    )
    active = different(np.append(contacts.source, contacts.target))
    if plan is None or fresh is None or len(active) < ACTIVE_PEOPLE:
        return None
    cover, method = _cover(contacts, plan, seed)
    able = _candidates(contacts, willing, unwilling)
    chosen, spare = lazy_greedy(cover, able, count, spare=SPARE)
    told = _told(contacts, chosen, spare, fresh)
    kept = _before_the_first(told[0], enough)
    if kept < len(chosen):
        chosen, spare = lazy_greedy(cover, able, kept, spare=SPARE)
        told = _told(contacts, chosen, spare, fresh)
    return _judged(contacts, chosen, told, method, fresh, seed)


def _before_the_first(told: tuple[Ambassador, ...], enough: Callable[[Ambassador], bool] | None) -> int:
    """How many come before the first who isn't enough."""
    passed = [enough is None or enough(one) for one in told]
    return passed.index(False) if False in passed else len(passed)


def _judged(  # noqa: PLR0917 - called once, with all there is
    contacts: Contacts,
    chosen: list[int],
    told: tuple[tuple[Ambassador, ...], tuple[Ambassador, ...]],
    method: Literal["replay", "freshness"],
    fresh: Replays,
    seed: int,
) -> Ambassadors:
    by_day, goal_by = _by_day(contacts, chosen, len(fresh), fresh.chance, seed)
    return Ambassadors(
        chosen=told[0],
        alternates=told[1],
        method=method,
        by_day=by_day,
        goal=GOAL,
        goal_by=goal_by,
        people=len(contacts.people),
        contacts=len(contacts),
        replays=len(fresh),
        chance=fresh.chance,
        horizon=fresh.horizon,
        since=contacts.since,
        until=contacts.until,
    )


def _cover(contacts: Contacts, plan: Replays, seed: int) -> tuple[Cover, Literal["replay", "freshness"]]:
    size = len(contacts.people)
    if size <= REPLAYS_UP_TO:
        reach = reach_sets(contacts, plan)
        return ReplayCover(reach=reach, covered=np.zeros_like(reach[:, 0])), "replay"
    return freshness_cover(contacts, seed=seed), "freshness"


def freshness_cover(contacts: Contacts, *, tau: float = TAU, seed: int = 1) -> FreshnessCover:
    """Freshness of some viewers (all, up to 512 people) about everybody; needs no chance of passing on."""
    size = len(contacts.people)
    viewers = draw(np.random.default_rng([seed, 2]), size, min(size, VIEWERS, max(1, CELLS // size)))
    fresh = np.empty((size, len(viewers)), dtype=np.float32)
    at = 0
    for some, block in fresh_to(contacts, viewers, tau=tau):
        fresh[:, at : at + len(some)] = block
        at += len(some)
    return FreshnessCover(fresh=fresh, covered=np.zeros(len(viewers), dtype=np.float32))


def _candidates(
    contacts: Contacts, willing: Collection[str] | None, unwilling: Collection[str]
) -> NDArray[np.int64]:
    yes = None if willing is None else frozenset(willing)
    no = frozenset(unwilling)
    able = [
        number
        for number, person in enumerate(contacts.people)
        if person not in no and (yes is None or person in yes)
    ]
    return np.array(able, dtype=np.int64)


def _told(
    contacts: Contacts, chosen: list[int], spare: list[int], fresh: Replays
) -> tuple[tuple[Ambassador, ...], tuple[Ambassador, ...]]:
    """What each of the chosen adds to those before, and each of the others to all chosen."""
    groups = [chosen[:size] for size in range(len(chosen) + 1)] + [[*chosen, one] for one in spare]
    sets = [np.array(group, dtype=np.int64) for group in groups]
    reached = replayed(contacts, sets, fresh)[:, -1]
    before = np.minimum(np.arange(len(groups) - 1), len(chosen))
    added = reached[:, 1:] - reached[:, before]
    errors = added.std(axis=0, ddof=1) / np.sqrt(len(added)) if len(added) > 1 else [None] * len(before)
    told = [
        Ambassador(
            id=contacts.people[person], reached=float(mean), error=None if error is None else float(error)
        )
        for person, mean, error in zip([*chosen, *spare], added.mean(axis=0), errors, strict=True)
    ]
    return tuple(told[: len(chosen)]), tuple(told[len(chosen) :])


def _by_day(
    contacts: Contacts, chosen: list[int], replays: int, chance: float, seed: int
) -> tuple[tuple[ReachByDay, ...], int | None]:
    days = int(min(WATCHED, (contacts.until - contacts.since) / 2) // DAY)
    plan = Replays.drawn(contacts, count=replays, horizon=days * DAY, chance=chance, seed=[seed, 3])
    if plan is None or days < 1 or not chosen:
        return (), None
    reached = replayed(contacts, [np.array(chosen, dtype=np.int64)], plan)[:, :, 0]
    share = (reached + len(chosen)) / len(contacts.people)
    low, middle, high = np.quantile(share, [0.05, 0.5, 0.95], axis=0)
    curve = tuple(
        ReachByDay(day=day + 1, share=float(half), low=float(low[day]), high=float(high[day]))
        for day, half in enumerate(middle)
    )
    return curve, next((point.day for point in curve if point.share >= GOAL), None)
