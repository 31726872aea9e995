"""Who connects people who don't otherwise meet."""

from collections.abc import Mapping

import numpy as np

from knoop.network.graph import Figures, Network, Vector, defined
from knoop.network.units import membership


def constraint(network: Network) -> Figures:
    """How closed each person's circle is: near 0 is open, 1 is closed in.

    c_i = sum over contacts j of (p_ij + sum_q p_iq p_qj)^2, where p_ij is the share of i's weight,
    both ways summed, that goes to j.
    Returns: without unit; may exceed 1 (each of three who know each other: 1.125). None for a person
             without ties: 0 would call them a perfect broker.
    Cost:    O(sum of squared degrees), one pass together with `effective_size`.
    Source:  Burt (1992), ch. 2; checked against igraph and networkx in tests/network/.
    """
    return defined(network.holes[0])


def effective_size(network: Network) -> Figures:
    """How many of each person's contacts aren't doubled by another: 1 to the number of contacts.

    sum over contacts j of (1 - sum_q p_iq m_jq), m_jq being j's weight with q as a share of j's
    strongest. With equal weights d - 2t/d, for t ties among d contacts.
    Returns: a number of people; None for a person without ties.
    Cost:    O(sum of squared degrees), one pass together with `constraint`.
    Source:  Burt (1992), ch. 2; Borgatti (1997) for the equal-weight form.
    """
    return defined(network.holes[1])


def participation(network: Network, units: Mapping[str, str | None]) -> Figures:
    """How evenly each person's contacts lie over units: 0 is all in one unit.

    1 - sum over units of (contacts there / contacts)^2; undirected, without weights. Contacts whose
    unit is unknown don't count.
    Returns: 0 to 1 - 1/units; None for a person without a contact whose unit is known.
    Cost:    O(ties).    Source: Guimera & Amaral (2005).
    """
    return defined(spread(network, units))


def spread(network: Network, units: Mapping[str, str | None]) -> Vector:
    """`participation` as a vector; NaN where undefined."""
    member, names = membership(network.people, units)
    if not names:
        return np.full(network.size, np.nan)
    there = (network.contacts @ member).tocsr()
    total = np.asarray(there.sum(axis=1), dtype=np.float64)
    squares = np.asarray(there.multiply(there).sum(axis=1), dtype=np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        even: Vector = 1.0 - squares / total**2
    return even
