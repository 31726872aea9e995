"""Key players: the few without whom the network falls apart, and the few who are near everybody."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from heapq import heapify, heappop, heappush, nlargest
from itertools import combinations
from math import comb
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from knoop.network.cores import blocks, in_parallel
from knoop.network.graph import Network, Vector

EXHAUSTIVE = 40_000_000  # contacts looked at, over all sets: up to here every set is tried
ALL_UP_TO = 300  # people: above it the search for nearness looks at a shortlist from SAMPLE others
SHORTLIST, SHORTLIST_OF_MANY = 12, 6
SAMPLE = 128
EXACT_UP_TO = 20_000  # people: above it a value of nearness is itself an estimate
AT_ONCE = 1_024  # sources that one core takes at a time
BATCHES = 32  # of 64 sampled people, for such an estimate
CANDIDATES = 200  # above EXACT_UP_TO, for reach
BETTER_BY = 1e-9


@dataclass(frozen=True, kw_only=True)
class KeyPlayers:
    """A set of people and what it does. It holds for the set: its members apart may matter little.

    value:    fragmentation without them, or reach from them.
    error:    half the width of the 95 % interval of an estimated fragmentation; 0 for an exact value.
    before:   fragmentation with everybody there; None for reach.
    is_best:  every set of this size was tried; otherwise a better one may exist.
    at_least: share of the best possible value that is certain; None where nothing is (fragmentation).
    sampled:  from how many people nearness was estimated while choosing; None when from all.
    """

    people: tuple[str, ...]
    value: float
    error: float
    before: float | None
    is_best: bool
    at_least: float | None
    sampled: int | None
    people_in_network: int


def fragmentation(network: Network, *, without: Collection[str] = ()) -> float | None:
    """F: the share of pairs who can't reach each other: 0 all in one part, 1 nobody tied.

    1 - sum over parts of s(s - 1) / n(n - 1), over those who are left when `without` are gone.
    Returns: None when fewer than two people are left.    Raises: UnknownPerson.
    Cost:    O(people + ties).    Source: Borgatti (2006).
    """
    return _Fragments(network).value(_marked(network, without))


def distance_fragmentation(network: Network, *, without: Collection[str] = ()) -> float | None:
    """DF: 1 - the mean of 1 / distance over all pairs: it sees longer ways round, not only cuts.

    Returns: 0 everybody tied to everybody, 1 nobody tied; None when fewer than two people are left.
    Raises:  UnknownPerson.
    Cost:    exact, O(people x ties / 64) word operations.    Source: Borgatti (2006).
    """
    return _Distances(network, 0, np.zeros(0, dtype=np.int64)).value(_marked(network, without))


def reach(network: Network, people: Collection[str], *, within: int | None = None) -> float | None:
    """How near everybody is to the nearest of a set. Undirected, without weights.

    DR = mean of 1 / distance, members counting as 1 step away; with `within`, the number of people at
    most so many steps away, members included.
    Returns: None without people in the network.    Raises: UnknownPerson.
    Cost:    O(people + ties).    Source: Borgatti (2006).
    """
    if network.size == 0:
        return None
    search = _Reaching(network, within)
    return search.scaled(sum(search.add(network.position(person)) for person in people))


def breaking_set(
    network: Network, size: int, *, by: Literal["distance", "parts"] = "distance"
) -> KeyPlayers | None:
    """The people whose leaving fragments the network most (KPP-neg), by DF or by F.

    Returns: None when fewer than two people would be left; equal sets in the order of `people`.
    Cost:    every set while that is cheap (about 200 people and two leavers, 34 and three). Above that
             greedy, then exchanges until none helps: no guarantee. For F each step looks at everybody at
             once in O(ties). For DF, above 300 people, it tries the 12 on whom most nearness leans, scored
             from 128 sampled people (above 20,000 people 6 and 64); `value` is exact all the same up to
             20,000 people and has an `error` above.
    Source:  Borgatti (2006); greedy and exchanges as he proposes.
    """
    if size < 1 or network.size - size < 2:
        return None
    return _broken(_Fragments(network) if by == "parts" else _Distances(network, size), size)


def _broken(search: "_Breaking", size: int) -> KeyPlayers:
    network, is_best = search.network, search.is_small_enough(size)
    chosen = search.chosen(size)
    value, error = search.estimate(_at(network, chosen))
    return KeyPlayers(
        people=tuple(network.people[number] for number in sorted(chosen)),
        value=value,
        error=error,
        before=search.estimate(_at(network, ()))[0],
        # The first of F was compared with everybody.
        is_best=is_best or (size == 1 and isinstance(search, _Fragments)),
        at_least=None,
        sampled=search.sampled if not is_best else None,
        people_in_network=network.size,
    )


def reaching_set(network: Network, size: int, *, within: int | None = None) -> KeyPlayers | None:
    """The people from whom everybody is nearest (KPP-pos), by DR, or by how many are `within` steps.

    In the order chosen: each adds most to those before; fewer than `size` when they reach all there is.
    Returns: None without people. `at_least` is 1 - 1/e (.632) or better: what those not chosen could
             still add bounds the best set from above. Above 20,000 people DR considers the 200 nearest to
             2,048 sampled people only, and `at_least` is None.
    Cost:    lazy greedy, exact: a walk only where what somebody added before could still win. 10,000
             people and 75,000 ties, ten people: under a second.
    Source:  Borgatti (2006); Nemhauser, Wolsey & Fisher (1978) for the guarantee; Minoux (1978) for lazy.
    """
    if size < 1 or network.size == 0:
        return None
    search = _Reaching(network, within)
    chosen, value, best = search.greedy(size)
    return KeyPlayers(
        people=tuple(network.people[number] for number in chosen),
        value=search.scaled(value),
        error=0.0,
        before=None,
        is_best=value >= best - BETTER_BY,
        at_least=None if search.sampled else max(1 - 1 / np.e, min(1.0, value / best)),
        sampled=search.sampled,
        people_in_network=network.size,
    )


def _at(network: Network, positions: Collection[int]) -> NDArray[np.bool_]:
    gone = np.zeros(network.size, dtype=bool)
    gone[list(positions)] = True
    return gone


def _marked(network: Network, people: Collection[str]) -> NDArray[np.bool_]:
    return _at(network, [network.position(person) for person in people])


class _Breaking:
    """The search for a set of leavers; what is left to be small is said by the two kinds below."""

    sampled: int | None = None

    def __init__(self, network: Network) -> None:
        self.network = network
        self.starts, self.contacts = network.rows

    def left(self, gone: NDArray[np.bool_]) -> float:
        """Pairs that are still together, or their nearness."""
        raise NotImplementedError

    def left_without_each(self, gone: NDArray[np.bool_]) -> tuple[NDArray[np.int64], Vector]:
        """Candidates, the most contacts first, and what is left when each goes too."""
        raise NotImplementedError

    def value(self, gone: NDArray[np.bool_]) -> float | None:
        people = int((~gone).sum())
        return 1.0 - self.left(gone) / (people * (people - 1)) if people > 1 else None

    def estimate(self, gone: NDArray[np.bool_]) -> tuple[float, float]:
        """The value of at least two people and its error; exact unless a search says otherwise."""
        people = int((~gone).sum())
        return 1.0 - self.left(gone) / (people * (people - 1)), 0.0

    def is_small_enough(self, size: int) -> bool:
        """Whether every set can be tried."""
        return bool(comb(self.network.size, size) * max(1, self.network.contacts.nnz) <= EXHAUSTIVE)

    def chosen(self, size: int) -> list[int]:
        return list(self.exhaustive(size)) if self.is_small_enough(size) else self.greedy(size)

    def exhaustive(self, size: int) -> tuple[int, ...]:
        gone = np.zeros(self.network.size, dtype=bool)
        best, least = tuple(range(size)), np.inf
        for chosen in combinations(range(self.network.size), size):
            gone[list(chosen)] = True
            left = self.left(gone)
            gone[list(chosen)] = False
            if left < least - BETTER_BY:
                best, least = chosen, left
        return best

    def greedy(self, size: int, *, exchanging: bool = True) -> list[int]:
        """One by one, then exchanges of one for another until none leaves less."""
        chosen: list[int] = []
        least = np.inf
        for _ in range(size):
            person, least = self.next_after(chosen)
            chosen.append(person)
        tried = 0 if exchanging else size
        while tried < size:
            others, tried = chosen[1:], tried + 1
            person, left = self.next_after(others)
            if left < least - BETTER_BY:
                chosen, least, tried = [*others, person], left, 0
            else:
                chosen = [*others, chosen[0]]
        return chosen

    def next_after(self, chosen: list[int]) -> tuple[int, float]:
        candidates, left = self.left_without_each(_at(self.network, chosen))
        best = int(np.argmin(np.round(left, 9)))
        return int(candidates[best]), float(left[best])


class _Fragments(_Breaking):
    """Pairs in the same part: one walk knows what is left without each person."""

    def left(self, gone: NDArray[np.bool_]) -> float:
        from knoop.network.keyplayers_kernels import parts_without

        part, _, _ = parts_without(self.starts, self.contacts, gone)
        return float((part[~gone] - 1).sum())

    def left_without_each(self, gone: NDArray[np.bool_]) -> tuple[NDArray[np.int64], Vector]:
        from knoop.network.keyplayers_kernels import parts_without

        part, pairs, _ = parts_without(self.starts, self.contacts, gone)
        # Where nobody's leaving cuts anything the one with most contacts comes first.
        candidates = np.argsort(-self.network.degree, kind="stable")
        candidates = candidates[~gone[candidates]]
        own = part[candidates].astype(np.float64)
        return candidates, (part[~gone] - 1.0).sum() - own * (own - 1) + pairs[candidates]


class _Distances(_Breaking):
    """Nearness of all to all; above ALL_UP_TO people estimated from a sample while searching.

    shortlist: who may be chosen; found once, because who leans on whom hardly changes when a few go.
    """

    def __init__(self, network: Network, size: int, shortlist: NDArray[np.int64] | None = None) -> None:
        super().__init__(network)
        self.all = np.arange(network.size, dtype=np.int32)
        self.sources = self.all
        if network.size > ALL_UP_TO:
            self.sampled = SAMPLE if network.size <= EXACT_UP_TO else SAMPLE // 2
            self.sources = np.random.default_rng(1).permutation(self.all)[: self.sampled]
        self.shortlist = self._leaned_on_most(size) if shortlist is None else shortlist

    def left(self, gone: NDArray[np.bool_]) -> float:
        return self.nearness(gone, self.all)

    def nearness(self, gone: NDArray[np.bool_], sources: NDArray[np.int32]) -> float:
        """Summed over parts of the sources of one size, so that it is the same on any number of cores."""
        from knoop.network.keyplayers_kernels import nearness_from

        def near(part: tuple[int, int]) -> float:
            return float(nearness_from(self.starts, self.contacts, gone, sources[slice(*part)]).sum())

        return sum(in_parallel(near, blocks(len(sources), AT_ONCE)))

    def estimate(self, gone: NDArray[np.bool_]) -> tuple[float, float]:
        if self.network.size <= EXACT_UP_TO:
            return super().estimate(gone)
        left = np.random.default_rng(2).permutation(self.all[~gone])[: BATCHES * 64].reshape(BATCHES, 64)
        people = int((~gone).sum()) - 1
        means = in_parallel(lambda batch: self.nearness(gone, batch) / (64 * people), left)
        return 1.0 - float(np.mean(means)), float(2 * np.std(means, ddof=1) / np.sqrt(BATCHES))

    def left_without_each(self, gone: NDArray[np.bool_]) -> tuple[NDArray[np.int64], Vector]:
        candidates = self.shortlist[~gone[self.shortlist]]

        def left(person: np.int64) -> float:
            without = gone.copy()
            without[person] = True
            there = int((~without[self.sources]).sum())
            # Per source that is left: else who happens to be in the sample would seem to matter more.
            return self.nearness(without, self.sources) / max(1, there)

        return candidates, np.array(in_parallel(left, candidates))

    def _leaned_on_most(self, size: int) -> NDArray[np.int64]:
        from knoop.network.keyplayers_kernels import leaned_on

        candidates = np.argsort(-self.network.degree, kind="stable")
        if self.sampled is None:
            return candidates
        is_large = self.network.size > EXACT_UP_TO
        nobody = np.zeros(self.network.size, dtype=bool)
        found = in_parallel(
            lambda part: leaned_on(self.starts, self.contacts, nobody, self.sources[slice(*part)], True),
            blocks(self.sampled // 2, 8),
        )
        leaning = sum(found, start=np.zeros(self.network.size))[candidates]
        count = max(2 * size, SHORTLIST_OF_MANY if is_large else SHORTLIST)
        return candidates[np.argsort(-np.round(leaning, 9), kind="stable")[:count]]


def breaking_again(
    network: Network, size: int, redrawn: Callable[[int], Network], redraws: int
) -> tuple[tuple[str, ...], Counter[str]]:
    """The people of a breaking set by DF, and in how many of `redraws` networks of the same people each is
    chosen too.

    In the redraws only those chosen and the six on whom most nearness leans are looked at, one by one,
    without exchanges.
    Returns: nobody when fewer than two people would be left.
    Cost:    a few searches from 128 people for each redraw: 10,000 people and ten redraws some two seconds.
    """
    if size < 1 or network.size - size < 2:
        return (), Counter()
    search = _Distances(network, size)
    found = search.chosen(size)
    shortlist = np.union1d(found, search.shortlist[: max(2 * size, SHORTLIST_OF_MANY)])

    def again(number: int) -> list[int]:
        return _Distances(redrawn(number), size, shortlist).greedy(size, exchanging=False)

    times = in_parallel(again, range(redraws))
    people = tuple(network.people[person] for person in sorted(found))
    return people, Counter(network.people[person] for one in times for person in one)


class _Reaching:
    """A growing set and everybody's distance to it."""

    def __init__(self, network: Network, within: int | None) -> None:
        self.network, self.within = network, within
        self.sampled: int | None = None
        self.starts, self.contacts = network.rows
        steps = network.size if within is None else min(within, network.size)
        near = np.ones(steps + 1) if within is not None else 1.0 / np.maximum(1, np.arange(steps + 1))
        self.worth = np.append(near, 0.0)
        self.nearest = np.full(network.size, len(self.worth) - 1, dtype=np.int32)

    def scaled(self, value: float) -> float:
        return value if self.within is not None else value / self.network.size

    def add(self, person: int, *, keep: bool = True) -> float:
        from knoop.network.keyplayers_kernels import gain_of

        gain = gain_of(self.starts, self.contacts, self.worth, self.nearest, person, keep)
        return round(float(gain), 9)

    def first_gains(self) -> Vector:
        """What each person alone reaches, or more than that."""
        from knoop.network.keyplayers_kernels import nearness_from, two_steps_away

        nobody = np.zeros(self.network.size, dtype=bool)
        everybody = np.arange(self.network.size, dtype=np.int32)
        if self.within is None and self.network.size <= EXACT_UP_TO:
            return 1.0 + nearness_from(self.starts, self.contacts, nobody, everybody)
        if self.within is None:
            self.sampled = BATCHES * 64
            sources = np.random.default_rng(2).permutation(everybody)[: self.sampled]
            near = nearness_from(self.starts, self.contacts, nobody, sources)
            nearest = np.argsort(-np.round(near, 9), kind="stable")[:CANDIDATES]
            return np.where(np.isin(everybody, nearest), np.inf, 0.0)
        two = two_steps_away(self.starts, self.contacts)
        beyond = self.network.size if self.within > 2 else two if self.within == 2 else 0
        return np.asarray(1.0 + self.network.degree + beyond)

    def greedy(self, size: int) -> tuple[list[int], float, float]:
        """The set in the order chosen, its value, and a value no set of this size can exceed."""
        queue = [(-float(gain), person, -1) for person, gain in enumerate(np.round(self.first_gains(), 9))]
        heapify(queue)
        chosen: list[int] = []
        value = best = 0.0
        while queue and len(chosen) < size:
            gain, person, told = heappop(queue)
            if gain == 0:
                break
            if told < len(chosen):
                heappush(queue, (-self.add(person, keep=False), person, len(chosen)))
                continue
            value += self.add(person)
            chosen.append(person)
            # Gains only fall as the set grows, so what was last told bounds what others could add.
            rest = nlargest(size, (-gain for gain, _, _ in queue))
            best = value if size == 1 else max(value, value + sum(rest))
        return chosen, value, best
