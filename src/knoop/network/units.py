"""Groups of people: how much they keep to themselves and what flows between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from knoop.network.graph import Network, pairs_of
from knoop.network.sorting import different
from knoop.network.ties import Acts

MOST_UNITS = 1_000  # a table of more than a million cells tells nobody anything


def labels(
    people: Sequence[str], units: Mapping[str, str | None]
) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """Each person's unit as a position in the sorted names; -1 where unknown."""
    names = tuple(sorted({unit for person in people if (unit := units.get(person))}))
    number = {name: position for position, name in enumerate(names)}
    return np.array([number.get(units.get(person) or "", -1) for person in people], dtype=np.int64), names


def modularity(network: Network, units: Mapping[str, str | None]) -> float | None:
    """How many more ties lie inside units than chance with the same degrees would lay there.

    Undirected, without weights, among people whose unit is known.
    Returns: -.5 to 1; None without units or without ties.
    Cost:    O(ties).    Source: Newman & Girvan (2004).
    """
    unit, names = labels(network.people, units)
    known = network.among(unit >= 0)
    first, second = pairs_of(known)
    if not len(first):
        return None
    unit = unit[unit >= 0]
    inside = int((unit[first] == unit[second]).sum())
    ends = np.bincount(unit, weights=known.degree, minlength=len(names)) / (2 * len(first))
    return float(inside / len(first) - (ends**2).sum())


def ei(
    network: Network, units: Mapping[str, str | None], *, count: Literal["pairs", "arcs"] = "pairs"
) -> float | None:
    """External minus internal ties, as a share of both: -1 all inside units, 1 all between them.

    Among people whose unit is known. `pairs` counts each two people once; `arcs` each direction.
    Returns: None without such ties.    Cost: O(ties).    Source: Krackhardt & Stern (1988).
    """
    unit, _ = labels(network.people, units)
    first, second = pairs_of(network) if count == "pairs" else network.arcs.tocoo().coords
    known = (unit[first] >= 0) & (unit[second] >= 0)
    total = int(known.sum())
    inside = int((known & (unit[first] == unit[second])).sum())
    return (total - 2 * inside) / total if total else None


def ei_expected(people: Sequence[str], units: Mapping[str, str | None]) -> float | None:
    """E-I when anybody is as likely to meet anybody: it depends on the sizes of the units alone.

    1 - 2 sum n_d (n_d - 1) / (n (n - 1)). None with fewer than two people whose unit is known.
    """
    unit, _ = labels(people, units)
    sizes = np.bincount(unit[unit >= 0])
    total = int(sizes.sum())
    return float(1 - 2 * (sizes * (sizes - 1)).sum() / (total * (total - 1))) if total > 1 else None


def silo_index(observed: float | None, expected: float | None) -> float | None:
    """(expected E-I - E-I) / (expected E-I + 1): 0 is random mixing, 1 is no tie between units.

    Below 0 when units mix more than chance. None when either is unknown or chance itself gives -1
    (one unit only).
    """
    if observed is None or expected is None or expected <= -1:
        return None
    return (expected - observed) / (expected + 1)


@dataclass(frozen=True, kw_only=True)
class UnitMixing:
    """One unit's ties: how many people, how many pairs inside it and with others, and what it means."""

    unit: str
    people: int
    inside: int
    outside: int
    ei: float | None
    ei_expected: float | None
    silo_index: float | None


def unit_mixing(network: Network, units: Mapping[str, str | None]) -> tuple[UnitMixing, ...]:
    """Each unit by name. Chance for a unit of s among n: pairs within it against pairs leaving it."""
    unit, names = labels(network.people, units)
    first, second = pairs_of(network)
    both = (unit[first] >= 0) & (unit[second] >= 0)
    first, second = unit[first[both]], unit[second[both]]
    sizes = np.bincount(unit[unit >= 0], minlength=len(names))
    inside = np.bincount(first[first == second], minlength=len(names))
    ends = np.bincount(first, minlength=len(names)) + np.bincount(second, minlength=len(names))
    everyone = int(sizes.sum())
    figures = zip(names, sizes.tolist(), inside.tolist(), ends.tolist(), strict=True)
    return tuple(_mixing(name, size, everyone, within, end) for name, size, within, end in figures)


def _mixing(name: str, size: int, everyone: int, inside: int, ends: int) -> UnitMixing:
    outside = ends - 2 * inside
    observed = (outside - inside) / (outside + inside) if ends else None
    within, leaving = size * (size - 1) / 2, size * (everyone - size)
    expected = (leaving - within) / (leaving + within) if leaving + within else None
    return UnitMixing(
        unit=name,
        people=size,
        inside=inside,
        outside=outside,
        ei=observed,
        ei_expected=expected,
        silo_index=silo_index(observed, expected),
    )


@dataclass(frozen=True, kw_only=True, eq=False)
class Bridges:
    """Undirected ties between units; (units, units). On the diagonal the ties inside a unit.

    ties: pairs of people. people: different people of the unit of the row tied to the unit of the column.
    """

    units: tuple[str, ...]
    ties: NDArray[np.int64]
    people: NDArray[np.int64]


def bridges(network: Network, units: Mapping[str, str | None]) -> Bridges | None:
    """Ties between people whose unit is known; None above MOST_UNITS units. Cost: O(ties + units squared)."""
    member, names = membership(network.people, units)
    if len(names) > MOST_UNITS:
        return None
    reach = (network.contacts @ member).tocsr()
    ties = np.rint((member.T @ reach).toarray()).astype(np.int64)
    ties[np.diag_indices(len(names))] //= 2
    reach.data[:] = 1.0
    people = np.rint((member.T @ reach).toarray()).astype(np.int64)
    return Bridges(units=names, ties=ties, people=people)


def membership(
    people: Sequence[str], units: Mapping[str, str | None]
) -> tuple[sparse.csr_array, tuple[str, ...]]:
    """(people, units): 1 where a person belongs."""
    unit, names = labels(people, units)
    known = np.flatnonzero(unit >= 0)
    shape = (len(people), len(names))
    return sparse.csr_array((np.ones(len(known)), (known, unit[known])), shape=shape), names


@dataclass(frozen=True, kw_only=True, eq=False)
class Flows:
    """What goes from the unit of a row to the unit of a column; all (units, units).

    interactions: rows of acts. senders, receivers: different people on either side, so that a page can
    hide a cell that rests on too few.
    """

    units: tuple[str, ...]
    interactions: NDArray[np.int64]
    senders: NDArray[np.int64]
    receivers: NDArray[np.int64]


def flows(acts: Acts, units: Mapping[str, str | None]) -> Flows | None:
    """Acts between units over the whole period; acts of people without a unit don't count.

    Returns: None above MOST_UNITS units.
    Cost:    three sorts of the acts; memory O(acts + units squared).
    """
    unit, names = labels(acts.people, units)
    if len(names) > MOST_UNITS:
        return None
    known = (unit[acts.source] >= 0) & (unit[acts.target] >= 0)
    source, target = acts.source[known].astype(np.int64), acts.target[known].astype(np.int64)
    count, everyone = len(names), max(1, len(acts.people))
    cell = unit[source] * count + unit[target]

    def people_in(person: NDArray[np.int64]) -> NDArray[np.int64]:
        cells = different(cell * everyone + person) // everyone
        return np.bincount(cells, minlength=count * count).reshape(count, count)

    return Flows(
        units=names,
        interactions=np.bincount(cell, minlength=count * count).reshape(count, count),
        senders=people_in(source),
        receivers=people_in(target),
    )
