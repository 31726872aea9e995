"""Who connects people or units that don't otherwise meet: named for several reasons, never for one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knoop.network.brokerage import constraint, participation
from knoop.network.graph import Figures, Network, Vector
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
    known = np.array([value is not None for value in values], dtype=bool)
    figures = np.round([value for value in values if value is not None], 9).astype(np.float64)
    own = degree[known]
    order = np.argsort(own, kind="stable")
    arranged, ranked = own[order], figures[order]
    place = np.full(len(own), np.nan)
    for contacts in np.unique(own):
        start = np.searchsorted(arranged, contacts / EQUALS, side="left")
        end = np.searchsorted(arranged, contacts * EQUALS, side="right")
        if end - start < FEWEST_EQUALS:
            continue
        equals = np.sort(ranked[start:end])
        mine = own == contacts
        below, upto = (np.searchsorted(equals, figures[mine], side=side) for side in ("left", "right"))
        place[mine] = (below + upto) / 2 / (end - start)
    found = iter(place)
    return [_or_none(next(found)) if defined else None for defined in known]


def brokers(
    network: Network,
    units: Mapping[str, str | None],
    evidence: Evidence,
    *,
    betweenness: Figures | None = None,
    redrawn: Iterable[Network] = (),
    names: Mapping[str, str] | None = None,
) -> Brokers:
    """Who stands out in at least two of these, compared with people with as many contacts:

    an open circle (constraint), contacts over many units (participation), the middle of many open triads
    between units (Gould-Fernandez without coordinator); or in betweenness, which only ever adds to
    another. Of somebody named, enough was seen, and 8 of 10 redraws say the same.
    Args:    network: attention. betweenness: as measured on it; not measured again in redraws.
             redrawn: networks of other draws (`Redraws.network`); twenty will do.
    Cost:    that of constraint and roles, for the network and for each redraw.
    """
    on_paths = _outstanding(betweenness or [None] * network.size, np.ones(network.size))
    found = roles(network, units)
    signs = _signs(network, units, found)
    agreed, redraws = np.zeros(network.size), 0
    for drawn in redrawn:
        agreed += _is_broker(_signs(drawn, units, roles(drawn, units)), on_paths)
        redraws += 1
    chosen = _is_broker(signs, on_paths) & evidence.enough & evidence.is_enough_of_all
    if redraws:
        chosen &= agreed >= SURE * redraws
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
    closed = constraint(network)
    between = found.counts[:, 1:].sum(axis=1)
    triads = [float(count) if count >= 0 else None for count in between]
    return np.stack(
        [
            _outstanding([None if value is None else -value for value in closed], network.degree),
            _outstanding(participation(network, units), network.degree),
            _outstanding(triads, network.degree),
        ],
        axis=1,
    )


def _outstanding(values: Figures, degree: Vector) -> NDArray[np.bool_]:
    return np.array([place is not None and place >= OUTSTANDING for place in among_equals(values, degree)])


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


def _or_none(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
