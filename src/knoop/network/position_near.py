"""How near the others are: from everybody, or from people drawn until the error is small enough."""

import numpy as np
from numpy.typing import NDArray

from knoop.network.cores import blocks, in_parallel
from knoop.network.graph import Figures, Network, Vector, defined

NEAR_EXACT_UP_TO = 20_000  # people
NEAR_ERROR = 0.01  # above NEAR_EXACT_UP_TO, for all people together with 95 % certainty
VERY_LARGE = 200_000  # people: above it the error may be LARGE_ERROR
LARGE_ERROR = 0.02
WRONG = 0.05
DRAWN_AT_ONCE = 1_024  # sources between looks at the error
LOOKS = 48  # more than the worst case needs, others half near and half out of reach
FARTHEST = 0.5  # the most that somebody who is no contact can add


def harmonic_error(people: int) -> float:
    """How far `harmonic_closeness` may be off in a network of so many people; 0 where it is exact.

    For all people together with 95 % certainty.
    """
    if people <= NEAR_EXACT_UP_TO:
        return 0.0
    return NEAR_ERROR if people <= VERY_LARGE else LARGE_ERROR


def harmonic_closeness(network: Network, *, seed: int = 1) -> Figures:
    """How near the others are: the mean of 1 / distance, 0 for those out of reach.

    Undirected, without weights.
    Returns: 0 (no ties) to 1 (tied to all); None for somebody alone in the network.
    Cost:    exact up to 20,000 people: searches from 512 at a time in the bits of eight words, so about
             O(people x ties / 64) word operations, spread over cores. Above that from people drawn, some
             thousands, until each value is within `harmonic_error` with 95 % certainty for all together.
    Source:  Marchiori & Latora (2000); Boldi & Vigna (2014); Eppstein & Wang (2004) for sampling; Maurer &
             Pontil (2009) for the bound.
    """
    return defined(harmonic_shares(network, seed=seed))


def harmonic_shares(network: Network, *, seed: int = 1) -> Vector:
    """`harmonic_closeness` as numbers; NaN for somebody alone in the network."""
    if network.size < 2:
        return np.full(network.size, np.nan)
    if network.size <= NEAR_EXACT_UP_TO:
        near, _, _ = _near(network, np.arange(network.size, dtype=np.int32))
        return (near + network.degree) / (network.size - 1)
    return _sampled(network, seed)


def _near(network: Network, sources: NDArray[np.int32]) -> tuple[Vector, Vector, NDArray[np.int64]]:
    """Sums of 1 / distance and its square from two steps on, and how many of the sources are contacts."""
    from knoop.network.near_kernels import WIDTH, near_from

    groups = blocks(len(sources), WIDTH)
    found = in_parallel(lambda part: near_from(*network.rows, sources[part[0] : part[1]]), groups)
    near, squares, tied = zip(*found, strict=True)
    return np.sum(near, axis=0), np.sum(squares, axis=0), np.sum(tied, axis=0)


def _sampled(network: Network, seed: int) -> Vector:
    """Contacts are known; only how near the others are is estimated, each from the sources among them."""
    size, random = network.size, np.random.default_rng(seed)
    near, squares, among = np.zeros(size), np.zeros(size), np.zeros(size)
    for _ in range(LOOKS):
        # Drawn with replacement, as the bound asks.
        sources = random.integers(0, size, DRAWN_AT_ONCE, dtype=np.int32)
        found = _near(network, sources)
        near, squares = near + found[0], squares + found[1]
        among += DRAWN_AT_ONCE - found[2] - np.bincount(sources, minlength=size)
        mean = np.divide(near, among, out=np.zeros(size), where=among > 0)
        others = size - 1 - network.degree
        if _is_enough(mean, squares, among, others / (size - 1)):
            break
    return (network.degree + others * mean) / (size - 1)


def _is_enough(mean: Vector, squares: Vector, among: Vector, weight: Vector) -> bool:
    """Whether each mean, times its weight, is near enough (Maurer & Pontil 2009, Theorem 4)."""
    draws = np.maximum(among, 2.0)
    unsure = np.log(4 * LOOKS * len(mean) / WRONG)
    variance = np.maximum(0.0, squares - among * mean**2) / (draws - 1)
    off = np.sqrt(2 * variance * unsure / draws) + 7 * FARTHEST * unsure / (3 * (draws - 1))
    return bool((off * weight <= harmonic_error(len(mean))).all())
