"""Who connects people who don't otherwise meet."""

from collections.abc import Mapping

import numpy as np
from scipy import sparse

from knoop.network.graph import Figures, Network, Vector, defined, products_at
from knoop.network.units import membership


def constraint(network: Network) -> Figures:
    """How closed each person's circle is: near 0 is open, 1 is closed in.

    c_i = sum over contacts j of (p_ij + sum_q p_iq p_qj)^2, where p_ij is the share of i's weight,
    both ways summed, that goes to j.
    Returns: without unit; may exceed 1 (each of three who know each other: 1.125). None for a person
             without ties: 0 would call them a perfect broker.
    Cost:    O(sum of squared degrees), memory bounded.
    Source:  Burt (1992), ch. 2; checked against igraph and networkx in tests/network/.
    """
    share = _shares(network)
    around = products_at(share, share, network.contacts) + share
    return _where_tied(network, np.asarray(around.multiply(around).sum(axis=1)))


def effective_size(network: Network) -> Figures:
    """How many of each person's contacts aren't doubled by another: 1 to the number of contacts.

    sum over contacts j of (1 - sum_q p_iq m_jq), m_jq being j's weight with q as a share of j's
    strongest. With equal weights d - 2t/d, for t ties among d contacts.
    Returns: a number of people; None for a person without ties.
    Cost:    O(sum of squared degrees), memory bounded.
    Source:  Burt (1992), ch. 2; Borgatti (1997) for the equal-weight form.
    """
    if network.size == 0:
        return []
    strongest = network.both_ways.max(axis=1).toarray().ravel()
    marginal = _scaled(network.both_ways, strongest)
    doubled = products_at(_shares(network), marginal.T.tocsr(), network.contacts)
    return _where_tied(network, network.degree - np.asarray(doubled.sum(axis=1)))


def participation(network: Network, units: Mapping[str, str | None]) -> Figures:
    """How evenly each person's contacts lie over units: 0 is all in one unit.

    1 - sum over units of (contacts there / contacts)^2; undirected, without weights. Contacts whose
    unit is unknown don't count.
    Returns: 0 to 1 - 1/units; None for a person without a contact whose unit is known.
    Cost:    O(ties).    Source: Guimera & Amaral (2005).
    """
    member, names = membership(network.people, units)
    if not names:
        return [None] * network.size
    there = (network.contacts @ member).tocsr()
    total = np.asarray(there.sum(axis=1), dtype=np.float64)
    squares = np.asarray(there.multiply(there).sum(axis=1), dtype=np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        return defined(1.0 - squares / total**2)


def _shares(network: Network) -> sparse.csr_array:
    return _scaled(network.both_ways, np.asarray(network.both_ways.sum(axis=1), dtype=np.float64))


def _scaled(weights: sparse.csr_array, by: Vector) -> sparse.csr_array:
    """Each row divided by its own number; rows without entries stay without."""
    rows = np.divide(1.0, by, out=np.zeros(len(by)), where=by > 0)
    return (sparse.diags_array(rows) @ weights).tocsr()


def _where_tied(network: Network, values: Vector) -> Figures:
    return defined(np.where(network.degree > 0, values, np.nan))
