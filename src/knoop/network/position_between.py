"""On how many shortest paths a person lies: exactly, or from paths drawn until the error is small enough."""

import numpy as np
from numpy.typing import NDArray

from knoop.network.cores import CORES, blocks, in_parallel
from knoop.network.graph import Figures, Network, Vector, defined

EXACT_UP_TO = 5_000  # people
SOURCES_AT_ONCE = 256  # of exact searches: a fixed number, so that sums don't depend on cores
BETWEENNESS_ERROR = 0.003  # above EXACT_UP_TO, for all people together with 95 % certainty
VERY_LARGE = 200_000  # people: above it the error may be LARGE_ERROR
LARGE_ERROR = 0.005
TRIAL = 32  # chunks that only tell how many to draw
TRIAL_WRONG, WRONG = 0.01, 0.04  # chance that the trial, or a value after it, is further off than said
DRAWS = 256  # of a chunk


def betweenness_error(people: int) -> float:
    """How far `betweenness` may be off in a network of so many people; 0 where it is exact.

    For all people together with 95 % certainty.
    """
    if people <= EXACT_UP_TO:
        return 0.0
    return BETWEENNESS_ERROR if people <= VERY_LARGE else LARGE_ERROR


def betweenness(network: Network, *, seed: int = 1) -> Figures:
    """On what share of the shortest paths between two others a person lies.

    Undirected, without weights.
    Returns: 0..1, divided by the (n - 1)(n - 2) / 2 pairs of others, people without ties included;
             None with fewer than three people.
    Cost:    exact O(people x ties) up to 5,000 people; above that sampled paths, each value within
             `betweenness_error` of the exact one with 95 % certainty for all people together.
    Source:  Freeman (1977); Brandes (2001); for the sampling Borassi & Natale (2016) and the bound of
             Chernoff (1952).
    """
    return defined(betweenness_shares(network, seed=seed))


def betweenness_shares(network: Network, *, seed: int = 1) -> Vector:
    """`betweenness` as numbers; NaN with fewer than three people."""
    if network.size < 3:
        return np.full(network.size, np.nan)
    if network.size <= EXACT_UP_TO:
        return _exact(network)
    return _sampled(network, betweenness_error(network.size), seed)


def _exact(network: Network) -> Vector:
    from knoop.network.between_kernels import passed_from

    size = network.size
    parts = in_parallel(lambda part: passed_from(*network.rows, *part), blocks(size, SOURCES_AT_ONCE))
    return np.asarray(np.sum(parts, axis=0) / ((size - 1) * (size - 2)))


def _sampled(network: Network, error: float, seed: int) -> Vector:
    """A first sample bounds how often anybody is passed; from that follows how many draws the second takes.

    Only the second counts: being drawn afresh it needs no allowance for looking at it more than once.
    """
    size = network.size
    # A draw has its two ends among n, where betweenness looks at pairs of the n - 1 others.
    scale = size / (size - 2)
    trial = _drawn(network, 0, TRIAL, seed)
    chunks = -(-_draws_needed(trial, error / scale) // DRAWS)
    count = _drawn(network, TRIAL, TRIAL + chunks, seed)
    return np.asarray(np.minimum(1.0, count * (scale / (chunks * DRAWS))))


def _drawn(network: Network, first: int, last: int, seed: int) -> NDArray[np.int64]:
    from knoop.network.between_kernels import drawn_paths

    rows, random = network.rows, np.uint64(seed)
    parts = blocks(last - first, -(-(last - first) // CORES))
    counts = in_parallel(
        lambda part: drawn_paths(*rows, random, first + part[0], first + part[1], DRAWS), parts
    )
    return np.asarray(np.sum(counts, axis=0))


def _draws_needed(trial: NDArray[np.int64], error: float) -> int:
    """So many that all together are further off than `error` with a chance of WRONG at most.

    Somebody lies on a path or not, so Chernoff's bound for a coin holds. `trial`: how often each was passed.
    """
    passed, people = np.unique(trial, return_counts=True)
    most = _at_most(passed / (TRIAL * DRAWS), np.log(len(trial) / TRIAL_WRONG) / (TRIAL * DRAWS))
    # About one half a coin is least certain (Hoeffding's bound); beyond, it is taken to be as uncertain.
    least, is_half = 2 * error**2, most > 0.49
    above = np.where(is_half, least, _divergence(np.minimum(most + error, 1.0), most))
    below = np.where(is_half, least, _divergence(np.maximum(most - error, 0.0), most))
    below[most <= error] = np.inf
    fewest, enough = 0.0, np.log(2 * len(trial) / WRONG) / least
    while enough - fewest > DRAWS / 2:
        draws = (fewest + enough) / 2
        wrong = float((people * (np.exp(-draws * above) + np.exp(-draws * below))).sum())
        fewest, enough = (fewest, draws) if wrong <= WRONG else (draws, enough)
    return int(enough) + 1


def _at_most(share: Vector, divergence: float) -> Vector:
    """The largest chance that a share seen so often doesn't rule out."""
    low, high = share.copy(), np.ones(len(share))
    for _ in range(50):
        middle = (low + high) / 2
        is_possible = _divergence(share, middle) <= divergence
        low, high = np.where(is_possible, middle, low), np.where(is_possible, high, middle)
    return high


def _divergence(share: Vector, other: Vector) -> Vector:
    """Of a coin with `share` from one with `other` (Kullback & Leibler), per throw."""
    with np.errstate(divide="ignore", invalid="ignore"):
        heads = np.where(share > 0, share * np.log(share / other), 0.0)
        tails = np.where(share < 1, (1 - share) * np.log((1 - share) / (1 - other)), 0.0)
    return np.asarray(heads + tails)
