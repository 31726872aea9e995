"""How soon somebody else answers, and how often nobody does."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knoop.network.graph import Vector
from knoop.network.survival import Interval, Survival, kaplan_meier, wilson
from knoop.network.workingtime import WorkingHours

HOUR = 3600.0
ENOUGH_POSTS = 20


class UnusableThreads(ValueError):
    """The columns don't fit together. The message names what to mend."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Threads:
    """Posts that may be answered, and the replies to them. People and posts are numbered from 0.

    author, posted:              one per post; epoch seconds.
    post, replier, replied:      one per reply: to which post, by whom, when.
    Raises: UnusableThreads when columns differ in length or a reply is to no post.
    """

    author: NDArray[np.int64]
    posted: Vector
    post: NDArray[np.int64]
    replier: NDArray[np.int64]
    replied: Vector

    def __post_init__(self) -> None:
        if len(self.author) != len(self.posted):
            raise UnusableThreads(f"{len(self.author)} authors for {len(self.posted)} posts. Give one each.")
        if not len(self.post) == len(self.replier) == len(self.replied):
            raise UnusableThreads("`post`, `replier` and `replied` differ in length. Make them equal.")
        if len(self.post) and not 0 <= self.post.min() <= self.post.max() < len(self.author):
            raise UnusableThreads(f"`post` points outside 0..{len(self.author) - 1}.")


@dataclass(frozen=True, kw_only=True, eq=False)
class FirstResponses:
    """For each post that was up by `until`: how long it waited, in seconds (of work, given hours).

    answered: false where it still waits at `until`.    by_peer: answered first by somebody not of staff.
    """

    post: NDArray[np.int64]
    author: NDArray[np.int64]
    wait: Vector
    answered: NDArray[np.bool_]
    by_peer: NDArray[np.bool_]
    until: float


def first_responses(
    threads: Threads,
    *,
    until: float,
    hours: WorkingHours | None = None,
    staff: Collection[int] = (),
    bots: Collection[int] = (),
) -> FirstResponses:
    """The first reply by another person to each post.

    Args:    until: the moment of looking; what came later isn't seen. hours: the working clock; without
             it the wall clock, which makes every weekend look like neglect. staff: whose replies are
             no peer's. bots: whose replies are nobody's and whose posts wait for nobody.
    Skewed:  a reply before its post counts as at once. Replies at one moment: a peer's comes first.
    Cost:    one sort of the replies.
    """
    asked = np.flatnonzero((threads.posted <= until) & ~np.isin(threads.author, list(bots)))
    person = (
        (threads.replied <= until)
        & (threads.replier != threads.author[threads.post])
        & ~np.isin(threads.replier, list(bots))
    )
    post, when = threads.post[person], threads.replied[person]
    of_staff = np.isin(threads.replier[person], list(staff))
    order = np.lexsort((of_staff, when, post))
    answered, first = np.unique(post[order], return_index=True)
    moment = np.full(len(threads.author), until)
    is_answered, by_peer = (np.zeros(len(threads.author), dtype=np.bool_) for _ in range(2))
    moment[answered], is_answered[answered] = when[order][first], True
    by_peer[answered] = ~of_staff[order][first]
    start = threads.posted[asked]
    end = np.maximum(moment[asked], start)
    return FirstResponses(
        post=asked,
        author=threads.author[asked],
        wait=hours.seconds_between(start, end) if hours else end - start,
        answered=is_answered[asked],
        by_peer=by_peer[asked],
        until=until,
    )


@dataclass(frozen=True, kw_only=True, eq=False)
class Responsiveness:
    """How a community answers. Waits in hours; intervals at 95 %; None where there is too little to say.

    posts, authors:       what it rests on. answered: how many posts had an answer by the end.
    median:               half has an answer by then; None as long as half has not.
    mean:                 of the wait when none counts past the horizon of 72 hours.
    answered_24, _72:     share with an answer within that many hours, those not yet that old counted
                          for as long as they were seen.
    peer_share:           of the answered posts, those first answered by a colleague who isn't staff.
    """

    posts: int
    authors: int
    answered: int
    until: float
    median: float | None = None
    median_interval: tuple[float | None, float | None] = (None, None)
    mean: float | None = None
    mean_interval: Interval | None = None
    answered_24: float | None = None
    answered_24_interval: Interval | None = None
    answered_72: float | None = None
    answered_72_interval: Interval | None = None
    peer_share: float | None = None
    peer_interval: Interval | None = None


def responsiveness(first: FirstResponses, *, horizon: float = 72.0) -> Responsiveness:
    """Time to first response and answered shares, with posts that still wait counted as waiting.

    Args:    horizon: hours up to which the mean counts.
    Returns: figures None with fewer than 20 posts; single ones None where nobody was followed that far.
    Cost:    one sort.    Source: Kaplan & Meier (1958); why it matters: Joyce & Kraut (2006).
    """
    answered = int(first.answered.sum())
    posts, authors = len(first.post), len(np.unique(first.author))
    waiting = kaplan_meier(first.wait / HOUR, first.answered)
    if waiting is None or posts < ENOUGH_POSTS:
        return Responsiveness(posts=posts, authors=authors, answered=answered, until=first.until)
    peers = float(first.by_peer.sum()) / answered if answered >= ENOUGH_POSTS else None
    return Responsiveness(
        posts=posts,
        authors=authors,
        answered=answered,
        until=first.until,
        median=waiting.median,
        median_interval=waiting.median_interval(),
        mean=waiting.restricted_mean(horizon),
        mean_interval=waiting.restricted_mean_interval(horizon),
        answered_24=_answered(waiting, 24.0),
        answered_24_interval=_answered_interval(waiting, 24.0),
        answered_72=_answered(waiting, 72.0),
        answered_72_interval=_answered_interval(waiting, 72.0),
        peer_share=peers,
        peer_interval=None if peers is None else wilson(peers, answered),
    )


def _answered(waiting: Survival, within: float) -> float | None:
    still = waiting.waiting(within)
    return None if still is None else 1 - still


def _answered_interval(waiting: Survival, within: float) -> Interval | None:
    still = waiting.interval(within)
    return None if still is None else (1 - still[1], 1 - still[0])
