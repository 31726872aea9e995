"""What the loss of people does to the whole."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from knoop.network.graph import Network, Vector
from knoop.network.keyplayers import distance_fragmentation, fragmentation
from knoop.network.stage import largest_while_joining


@dataclass(frozen=True, kw_only=True)
class PersonLoss:
    """What changes for those who stay when one person goes and nobody fills the gap: an upper bound.

    largest:   largest connected part as a share of people, before minus after; below 0 when they were
               outside it.
    fragmentation, distance_fragmentation: after minus before, see knoop.network.keyplayers.
    """

    largest: float
    fragmentation: float
    distance_fragmentation: float
    people: int


@dataclass(frozen=True, kw_only=True, eq=False)
class Losses:
    """PersonLoss for everybody at once without the distances; in the order of Network.people."""

    largest: Vector
    fragmentation: Vector


def person_loss(network: Network, person: str) -> PersonLoss | None:
    """What goes with one person.

    Returns: None when fewer than two people would stay.    Raises: UnknownPerson.
    Cost:    two exact nearness searches, O(people x ties / 64): .3 s for 10,000 people.
    Source:  Borgatti (2006).
    """
    position = network.position(person)
    if network.size < 3:
        return None
    every = losses(network)
    assert every is not None
    before, after = distance_fragmentation(network), distance_fragmentation(network, without=[person])
    assert before is not None
    assert after is not None
    return PersonLoss(
        largest=float(every.largest[position]),
        fragmentation=float(every.fragmentation[position]),
        distance_fragmentation=after - before,
        people=network.size,
    )


def losses(network: Network) -> Losses | None:
    """The same for everybody, without distances.

    Returns: None with fewer than three people.
    Cost:    O(people + ties): one walk knows what is left without each person.
    Source:  Hopcroft & Tarjan (1973) for the walk.
    """
    from knoop.network.keyplayers_kernels import parts_without

    size = network.size
    if size < 3:
        return None
    starts, contacts = network.rows
    part, pairs, piece = parts_without(starts, contacts, np.zeros(size, dtype=bool))
    together = float((part - 1).sum())
    left = together - part * (part - 1.0) + pairs
    before = fragmentation(network)
    assert before is not None
    return Losses(
        largest=part.max() / size - np.maximum(_largest_of_others(part), piece) / (size - 1),
        fragmentation=1.0 - left / ((size - 1) * (size - 2)) - before,
    )


def _largest_of_others(part: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Vector:
    """For each person the largest part they are not in: `part` holds each person's part's size."""
    sizes, people = np.unique(part, return_counts=True)
    top = sizes[-1]
    has_twin = people[-1] > top
    second = sizes[-2] if len(sizes) > 1 else 0
    return np.where(part < top, top, top if has_twin else second).astype(np.float64)


@dataclass(frozen=True, kw_only=True, eq=False)
class RemovalCurve:
    """kept[q] is the largest part, as a share of all, after q people are gone; q = 0..n.

    area:   mean of kept over q = 1..n; for "contacts" this is Schneider's R, static order.
    spread: sd of `area` over the random orders; None for one order.
    """

    kept: Vector
    area: float
    spread: float | None
    people: int


def removal_curve(
    network: Network,
    *,
    by: Literal["contacts", "chance"] = "contacts",
    orders: int = 20,
    seed: int = 1,
) -> RemovalCurve | None:
    """How the whole holds while people leave: those with most contacts first (as counted at the start), or
    by chance, as the mean of `orders` random orders.

    Returns: None without people.
    Cost:    O(ties) an order, by adding people back in reverse.
    Source:  Albert, Jeong & Barabasi (2000); Schneider et al. (2011).
    """
    size = network.size
    if size == 0:
        return None
    if by == "contacts":
        leaving = [np.argsort(-network.degree, kind="stable")]
    else:
        random = np.random.default_rng(seed)
        leaving = [random.permutation(size) for _ in range(orders)]
    curves = [np.append(largest_while_joining(network, order[::-1])[::-1], 0) / size for order in leaving]
    areas = [float(curve[1:].sum() / size) for curve in curves]
    return RemovalCurve(
        kept=np.mean(curves, axis=0),
        area=float(np.mean(areas)),
        spread=float(np.std(areas, ddof=1)) if len(areas) > 1 else None,
        people=size,
    )
