"""Who connects people or units that don't otherwise meet: named for several reasons, never for one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from knoop.network.brokerage import spread
from knoop.network.cores import in_parallel
from knoop.network.graph import Figures, Network, Vector, defined
from knoop.network.leaders_evidence import Evidence
from knoop.network.leaders_reasons import Kind, Named, Reason, Values, alphabetical
from knoop.network.roles import ROLES, Roles, roles
from knoop.network.units import membership

EQUALS = 1.5  # who has at most so many times more or fewer contacts is compared
FEWEST_EQUALS = 10
OUTSTANDING = 0.9  # percentile
REASONS_NEEDED = 2
SURE = 0.8  # share of redraws

OPEN, SPANS, BETWEEN = range(3)


@dataclass(frozen=True, kw_only=True)
class Brokers:
    """named: in alphabetical order, without score. people: with ties; enough: of whom enough was seen.
    redraws: in how many redraws each had to hold in 8 of 10; 0: not tested, so don't name anybody yet."""

    named: tuple[Named, ...]
    people: int
    enough: int
    redraws: int


def among_equals(values: Figures, degree: Vector) -> Figures:
    """Percentile of each value among people with about as many contacts: from 1/1.5 to 1.5 times.

    Constraint falls with contacts by construction, and the rest rises; this takes that away.
    Returns: (rank - 1/2) / n, equal values share the middle; None where the value is undefined or fewer
             than ten people can be compared.
    Cost:    O(n log n) for each different number of contacts, at worst.
    """
    bare = np.array([np.nan if value is None else value for value in values], dtype=np.float64)
    return defined(_places(bare, degree))


def _places(values: Vector, degree: Vector) -> Vector:
    known = ~np.isnan(values)
    own = degree[known]
    order = np.argsort(own, kind="stable")
    arranged, ranked = own[order], np.round(values[known], 9)[order]
    first = np.flatnonzero(np.diff(arranged, prepend=-1.0))
    place = np.full(len(own), np.nan)
    for begin, stop in pairwise([*first.tolist(), len(own)]):
        contacts = arranged[begin]
        start = np.searchsorted(arranged, contacts / EQUALS, side="left")
        end = np.searchsorted(arranged, contacts * EQUALS, side="right")
        if end - start < FEWEST_EQUALS:
            continue
        equals, mine = np.sort(ranked[start:end]), ranked[begin:stop]
        below, upto = (np.searchsorted(equals, mine, side=side) for side in ("left", "right"))
        place[order[begin:stop]] = (below + upto) / 2 / (end - start)
    found = np.full(len(values), np.nan)
    found[known] = place
    return found


def brokers(
    network: Network,
    units: Mapping[str, str | None],
    evidence: Evidence,
    *,
    betweenness: Figures | None = None,
    redrawn: Callable[[int], Network] | None = None,
    redraws: int = 0,
    names: Mapping[str, str] | None = None,
) -> Brokers:
    """Who stands out in at least two of these, compared with people with as many contacts:

    an open circle (constraint), contacts over many units (participation), the middle of many open triads
    between units (Gould-Fernandez without coordinator); or in betweenness, which only ever adds to
    another. Of somebody named, enough was seen, and 8 of 10 redraws say the same.
    Args:    network: attention. betweenness: as measured on it; not measured again in redraws.
             redrawn: gives the network of each other draw (`Redraws.network`), 0..redraws; twenty will do.
    Cost:    that of constraint and roles, for the network and for each redraw.
    """
    paths = [np.nan if value is None else value for value in betweenness or [None] * network.size]
    on_paths = _outstanding(np.array(paths, dtype=np.float64), np.ones(network.size))
    found = roles(network, units)
    signs = _signs(network, units, found)

    def again(number: int) -> NDArray[np.bool_]:
        assert redrawn is not None
        drawn = redrawn(number)
        return _is_broker(_signs(drawn, units, roles(drawn, units)), on_paths)

    chosen = _is_broker(signs, on_paths) & evidence.enough & evidence.is_enough_of_all
    if redrawn and redraws:
        chosen &= np.sum(in_parallel(again, range(redraws)), axis=0) >= SURE * redraws
    reasons = _Reasons(network, units, found)
    named = [
        reasons.of(number, signs[number], on_paths[number]) for number in np.flatnonzero(chosen).tolist()
    ]
    return Brokers(
        named=alphabetical(named, names),
        people=int((network.degree > 0).sum()),
        enough=int(evidence.enough.sum()),
        redraws=redraws,
    )


def _signs(network: Network, units: Mapping[str, str | None], found: Roles) -> NDArray[np.bool_]:
    """(people, 3): who stands out as OPEN, SPANS and BETWEEN."""
    closed, _ = network.holes
    between = found.counts[:, 1:].sum(axis=1)
    return np.stack(
        [
            _outstanding(-closed, network.degree),
            _outstanding(spread(network, units), network.degree),
            _outstanding(np.where(between >= 0, between, np.nan), network.degree),
        ],
        axis=1,
    )


def _outstanding(values: Vector, degree: Vector) -> NDArray[np.bool_]:
    return _places(values, degree) >= OUTSTANDING  # NaN is not


def _is_broker(signs: NDArray[np.bool_], on_paths: NDArray[np.bool_]) -> NDArray[np.bool_]:
    return np.asarray(signs.sum(axis=1) + on_paths >= REASONS_NEEDED)


class _Reasons:
    """What is said of somebody named."""

    def __init__(self, network: Network, units: Mapping[str, str | None], found: Roles) -> None:
        self.network, self.found = network, found
        member, _ = membership(network.people, units)
        self.reached = np.diff((network.contacts @ member).tocsr().indptr)

    def of(self, number: int, signs: NDArray[np.bool_], on_paths: bool) -> Named:
        contacts = int(self.network.degree[number])
        reasons = []
        if signs[OPEN]:
            reasons.append(Reason(code="open_circle", values={"contacts": contacts}))
        if signs[SPANS]:
            values: Values = {"contacts": contacts, "units": int(self.reached[number])}
            reasons.append(Reason(code="contacts_in_units", values=values))
        if signs[BETWEEN]:
            reasons.append(self.leading_role(number))
        if on_paths:
            reasons.append(Reason(code="on_many_paths"))
        kind: Kind = "boundary spanner" if signs[SPANS] or signs[BETWEEN] else "broker"
        return Named(id=self.network.people[number], type=kind, reasons=tuple(reasons))

    def leading_role(self, number: int) -> Reason:
        """The role between units that goes furthest beyond chance: with many units most are liaisons."""
        counts, expected = self.found.counts[number, 1:], self.found.expected[number, 1:]
        beyond = np.divide(counts, expected, out=np.zeros(len(counts)), where=expected > 0)
        role = int(np.argmax(beyond))
        return Reason(code="between_units", values={"role": ROLES[1 + role], "triads": int(counts[role])})
