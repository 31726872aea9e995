"""What chance would do: units dealt again, ties laid again."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knoop.network.graph import Network, pairs_of
from knoop.network.units import ei, labels, silo_index

DEALT = 1_000
AT_ONCE = 4_000_000  # labels looked at in one go
AT_MOST = 2_000_000_000  # over all deals: a larger network is dealt fewer times


@dataclass(frozen=True, kw_only=True)
class SiloTest:
    """How far E-I lies from where it would be if everybody had drawn a unit from a hat.

    mean, sd: of E-I over all possible deals, from a closed form. z: (ei - mean) / sd; below 0 is siloed.
    p:        share of deals at least as siloed, this network counted among them; None without deals.
    dealt:    how many deals p rests on. dealt_mean, dealt_sd: of those, to compare.
    """

    ei: float
    mean: float
    sd: float
    z: float | None
    silo_index: float | None
    p: float | None
    dealt: int
    dealt_mean: float | None
    dealt_sd: float | None
    people: int
    ties: int


def silo_test(
    network: Network, units: Mapping[str, str | None], *, dealt: int = DEALT, seed: int = 1
) -> SiloTest | None:
    """Whether units keep to themselves more than chance, among people whose unit is known.

    Undirected, without weights; ties stay, units are dealt to other people in the same numbers.
    Returns: None without ties among people with a unit, or with fewer than four such people. z is None
             when every deal gives the same, as with one unit.
    Cost:    O(ties) for mean, sd and z; O(ties x dealt) for p, dealt fewer times above 2 billion.
    Source:  Krackhardt & Stern (1988); moments of the join count: Cliff & Ord (1973).
    """
    unit, _ = labels(network.people, units)
    known = network.among(unit >= 0)
    unit = unit[unit >= 0]
    first, second = pairs_of(known)
    observed = ei(network, units)
    if observed is None or known.size < 4:
        return None
    mean, variance = _inside_by_chance(known.degree, np.bincount(unit))
    ties = len(first)
    sd = 2 * float(np.sqrt(variance)) / ties
    dealt = max(0, min(dealt, AT_MOST // ties))
    chance = 1 - 2 * _dealt_inside(first, second, unit, dealt, seed) / ties
    expected = 1 - 2 * mean / ties
    return SiloTest(
        ei=observed,
        mean=expected,
        sd=sd,
        z=(observed - expected) / sd if sd > 1e-12 else None,
        silo_index=silo_index(observed, expected),
        p=float((1 + (chance <= observed + 1e-12).sum()) / (dealt + 1)) if dealt else None,
        dealt=dealt,
        dealt_mean=float(chance.mean()) if dealt else None,
        dealt_sd=float(chance.std(ddof=1)) if dealt > 1 else None,
        people=known.size,
        ties=ties,
    )


def _inside_by_chance(degree: NDArray[np.float64], sizes: NDArray[np.int64]) -> tuple[float, float]:
    """Mean and variance of the number of ties inside units when units are dealt at random.

    Two ties share one person or none: each case has its own chance that both are inside.
    """
    people, ties = float(sizes.sum()), float(degree.sum()) / 2
    two = sizes * (sizes - 1.0)
    three, four = two * (sizes - 2), two * (sizes - 2) * (sizes - 3)
    one_inside = two.sum() / (people * (people - 1))
    sharing = float((degree * (degree - 1)).sum())  # ordered pairs of ties with one person in common
    shared_inside = three.sum() / (people * (people - 1) * (people - 2))
    apart_inside = (two.sum() ** 2 - (two**2).sum() + four.sum()) / (
        people * (people - 1) * (people - 2) * (people - 3)
    )
    apart = ties * (ties - 1) - sharing
    mean = ties * one_inside
    variance = mean + sharing * shared_inside + apart * apart_inside - mean**2
    return float(mean), max(0.0, float(variance))


def _dealt_inside(
    first: NDArray[np.int64], second: NDArray[np.int64], unit: NDArray[np.int64], dealt: int, seed: int
) -> NDArray[np.int64]:
    """Ties inside units, for each deal; many deals in one pass over the ties."""
    random = np.random.default_rng(seed)
    names = unit.astype(np.int16 if unit.max() < 2**15 else np.int32)
    step = max(1, AT_ONCE // len(first))
    inside = []
    for start in range(0, dealt, step):
        # Rows are people, so that all deals of one person lie together.
        deals = np.stack([random.permutation(names) for _ in range(min(step, dealt - start))], axis=1)
        inside.append((deals[first] == deals[second]).sum(axis=0))
    return np.concatenate(inside) if inside else np.zeros(0, dtype=np.int64)
