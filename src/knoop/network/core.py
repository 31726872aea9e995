"""How well a network fits the picture of a core and a periphery."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knoop.network.graph import Network, pairs_of

BETTER_BY = 1e-12
STARTS = 10
SMALLEST_CORE = 5  # people


@dataclass(frozen=True, kw_only=True)
class Core:
    """The best core found, and how well it fits: 1 is a core where every tie touches the core."""

    fit: float
    people: tuple[str, ...]


def core_fit(network: Network) -> Core | None:
    """The core whose ideal picture (every pair with somebody of the core is tied, no other) correlates
    best with the ties. Undirected, without weights.

    Returns: None when the picture can't vary: fewer than three people, no ties, or all tied.
    Reading: any hub gives a good fit, a star gives 1; below five people the core says little.
    Cost:    O(ties + people log people) for ten starts, then O(ties) for each better exchange; a local
             best, equal to the exhaustive one on the textbook networks of the tests.
    Source:  Borgatti & Everett (1999); prefix scan of Lip (2011).
    """
    first, second = pairs_of(network)
    possible = network.size * (network.size - 1) // 2
    if network.size < 3 or not 0 < len(first) < possible:
        return None
    search = _Search(network, first, second)
    found: list[tuple[float, NDArray[np.bool_]]] = []
    for size in search.promising_sizes():
        search.begin_with(size)
        while search.improve():
            pass
        found.append((round(search.fit, 12), search.within.copy()))
    fit, within = max(found, key=lambda core: core[0])
    return Core(fit=fit, people=tuple(network.people[number] for number in np.flatnonzero(within)))


@dataclass(frozen=True, kw_only=True)
class CoreTest:
    """A core beside the cores of networks where everybody has as many contacts, met at random.

    inside, across, outside: share of possible ties that exist within the core, between core and the
    others, among the others; None where nothing is possible.
    mean, sd, z: of the fit of those networks; z None when they all fit the same. p: share of them that
    fits at least as well, this one counted among them.
    is_shown:  whether it may be shown: five people or more in the core, densities that fall from inside
    to outside, and p of .05 at most.
    """

    core: Core
    inside: float | None
    across: float | None
    outside: float | None
    mean: float
    sd: float
    z: float | None
    p: float
    laid: int
    is_shown: bool


def core_test(network: Network, *, laid: int = 40, seed: int = 1) -> CoreTest | None:
    """Whether there is more to a core than that some have many contacts.

    Returns: None when `core_fit` is.
    Reading: by Kojaku & Masuda (2018) a single core rarely passes: contacts per person explain it.
    Cost:    ten swaps a tie and one `core_fit` for each of the `laid` networks: 5 s for 1,000 people and
             16,000 ties.
    Source:  Borgatti & Everett (1999); Maslov & Sneppen (2002) for the null.
    """
    from knoop.network.permutations_kernels import laid_again

    core = core_fit(network)
    if core is None:
        return None
    first, second = (end.astype(np.int32) for end in pairs_of(network))
    fits = []
    for number in range(laid):
        ends = laid_again(first, second, network.size, 10 * len(first), seed + number)
        again = core_fit(_tied(network, *ends))
        fits.append(again.fit if again else 0.0)
    inside, across, outside = _densities(network, core)
    sd = float(np.std(fits, ddof=1))
    p = (1 + sum(fit >= core.fit - BETTER_BY for fit in fits)) / (laid + 1)
    falls = inside is not None and across is not None and inside > across > (outside or 0.0)
    return CoreTest(
        core=core,
        inside=inside,
        across=across,
        outside=outside,
        mean=float(np.mean(fits)),
        sd=sd,
        z=(core.fit - float(np.mean(fits))) / sd if sd > BETTER_BY else None,
        p=p,
        laid=laid,
        is_shown=len(core.people) >= SMALLEST_CORE and falls and p <= 0.05,
    )


def _tied(network: Network, first: NDArray[np.int32], second: NDArray[np.int32]) -> Network:
    source, target = np.append(first, second), np.append(second, first)
    return Network.from_columns(network.people, source, target, np.ones(len(source)))


def _densities(network: Network, core: Core) -> tuple[float | None, float | None, float | None]:
    """Of ties within the core, across, and outside it."""
    within = np.isin(np.array(network.people), np.array(core.people))
    first, second = pairs_of(network)
    ends = within[first].astype(np.int64) + within[second]
    inner, outer = int(within.sum()), int((~within).sum())
    possible = {2: inner * (inner - 1) // 2, 1: inner * outer, 0: outer * (outer - 1) // 2}
    share = {kind: float((ends == kind).sum() / cells) if cells else None for kind, cells in possible.items()}
    return share[2], share[1], share[0]


class _Search:
    """A core, the ties that touch it, and the moves that would make it fit better."""

    def __init__(self, network: Network, first: NDArray[np.int64], second: NDArray[np.int64]) -> None:
        self.size, self.first, self.second = network.size, first, second
        self.contacts = network.contacts
        self.order = np.argsort(-network.degree, kind="stable")
        rank = np.empty(self.size, dtype=np.int64)
        rank[self.order] = np.arange(self.size)
        entering = np.minimum(rank[first], rank[second])
        self.prefix = np.cumsum(np.bincount(entering, minlength=self.size))
        self.begin_with(1)

    def correlation(self, core: int, touched: int) -> float:
        """Pearson's, which depends on the core's size and on how many ties touch it alone."""
        if not 1 <= core <= self.size - 2:
            return -1.0
        cells = self.size * (self.size - 1) // 2
        ties, ideal = len(self.first), cells - (self.size - core) * (self.size - core - 1) // 2
        spread = math.sqrt(ties * (cells - ties)) * math.sqrt(ideal * (cells - ideal))
        return (touched * cells - ties * ideal) / spread

    def promising_sizes(self) -> list[int]:
        """The sizes at which the people with most contacts, as a core, fit best; the best first."""
        fits = [self.correlation(core, int(self.prefix[core - 1])) for core in range(1, self.size - 1)]
        return [int(best) + 1 for best in np.argsort(-np.array(fits), kind="stable")[:STARTS]]

    def begin_with(self, core: int) -> None:
        self.within = np.zeros(self.size, dtype=bool)
        self.within[self.order[:core]] = True
        self.touched = int(self.prefix[core - 1])
        self.fit = self.correlation(core, self.touched)

    def improve(self) -> bool:
        """Make the best single entry, exit or exchange; False when none fits better."""
        outside_ties = self.contacts @ (~self.within).astype(np.float64)
        core = int(self.within.sum())
        moves = []
        for enter, leave, gain in self._moves(outside_ties):
            grown = core + (enter is not None) - (leave is not None)
            moves.append((self.correlation(grown, self.touched + gain), gain, enter, leave))
        fit, gain, enter, leave = max(moves, key=lambda move: move[0])
        if fit <= self.fit + BETTER_BY:
            return False
        if enter is not None:
            self.within[enter] = True
        if leave is not None:
            self.within[leave] = False
        self.touched, self.fit = self.touched + gain, fit
        return True

    def _moves(self, outside_ties: NDArray[np.float64]) -> list[tuple[int | None, int | None, int]]:
        """The best entry, exit and exchanges, with the ties each makes touch the core."""
        enter = int(np.argmax(np.where(self.within, -1.0, outside_ties)))
        leave = int(np.argmin(np.where(self.within, outside_ties, np.inf)))
        tied = float(self.contacts[enter, leave])
        moves: list[tuple[int | None, int | None, int]] = [
            (enter, None, int(outside_ties[enter])),
            (None, leave, -int(outside_ties[leave])),
            (enter, leave, int(outside_ties[enter] - outside_ties[leave] + tied)),
        ]
        across = self.within[self.first] != self.within[self.second]
        if across.any():
            inner = np.where(self.within[self.first], self.first, self.second)[across]
            outer = np.where(self.within[self.first], self.second, self.first)[across]
            gains = outside_ties[outer] - outside_ties[inner] + 1
            best = int(np.argmax(gains))
            moves.append((int(outer[best]), int(inner[best]), int(gains[best])))
        return moves
