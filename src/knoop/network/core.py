"""How well a network fits the picture of a core and a periphery."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knoop.network.cores import in_parallel
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
    Cost:    O(ties + people log people) for ten starts, then O(people) for each better exchange; a local
             best, equal to the exhaustive one on the textbook networks of the tests.
    Source:  Borgatti & Everett (1999); prefix scan of Lip (2011).
    """
    ties, possible = network.contacts.nnz // 2, network.size * (network.size - 1) // 2
    if network.size < 3 or not 0 < ties < possible:
        return None
    order = np.argsort(-network.degree, kind="stable")
    touched = _touched(network, order)
    sizes = _promising_sizes(touched, ties)
    found = in_parallel(lambda size: _improved(network, order[:size], int(touched[size - 1])), sizes)
    fit, within = max(found, key=lambda core: core[0])
    return Core(fit=fit, people=tuple(network.people[number] for number in np.flatnonzero(within)))


def _touched(network: Network, order: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many ties touch a core of the first, the first two, ... in the order."""
    starts, contacts = network.rows
    rank = np.empty(network.size, dtype=np.int32)
    rank[order] = np.arange(network.size, dtype=np.int32)
    entering = np.minimum(np.repeat(rank, np.diff(starts)), rank[contacts])
    return np.cumsum(np.bincount(entering, minlength=network.size)) // 2


def _promising_sizes(touched: NDArray[np.int64], ties: int) -> list[int]:
    """The sizes at which the people with most contacts, as a core, fit best; the best first."""
    people = float(len(touched))
    core = np.arange(1.0, people - 1)
    cells = people * (people - 1) / 2
    ideal = cells - (people - core) * (people - core - 1) / 2
    spread = np.sqrt(ties * (cells - ties)) * np.sqrt(ideal * (cells - ideal))
    fits = (touched[: len(core)] * cells - ties * ideal) / spread
    return [int(best) + 1 for best in np.argsort(-fits, kind="stable")[:STARTS]]


def _improved(network: Network, members: NDArray[np.int64], touched: int) -> tuple[float, NDArray[np.bool_]]:
    """The best core that single exchanges lead to from these members, and how well it fits."""
    from knoop.network.core_kernels import improve

    within = np.zeros(network.size, dtype=bool)
    within[members] = True
    outward = (network.contacts @ (~within).astype(np.float64)).astype(np.int32)
    fit = improve(*network.rows, within, outward, len(members), touched)
    return round(fit, 12), within


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
