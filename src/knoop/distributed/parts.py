"""Separate parts of a graph in few rounds, however long its paths are."""

import numpy as np

from knoop.distributed.pieces import Piece, Pieces, Whole


def components(contacts: Pieces) -> Whole:
    """For each person the number of the part they are in, from 0, in order of its first person.

    Args:    contacts: ties laid both ways.
    Cost:    one job a round; rounds grow with the logarithm of people.
    Source:  after Shiloach & Vishkin (1982): hook each tree under the lowest it touches, then flatten.
    """
    above: Whole = np.arange(contacts.size, dtype=np.int64)
    while True:
        lowest = np.minimum(above, contacts.of_each(_lowest, above, above=above))
        hooked = lowest.copy()
        np.minimum.at(hooked, above, lowest)
        while not np.array_equal(flat := hooked[hooked], hooked):
            hooked = flat
        if np.array_equal(hooked, above):
            return np.unique(above, return_inverse=True)[1].astype(np.int64)
        above = hooked


def _lowest(piece: Piece, above: Whole) -> Whole:
    """For each person the lowest tree among their contacts, or their own."""
    lowest: Whole = above[piece.people].copy()
    tied = np.flatnonzero(np.diff(piece.begins))
    if len(tied):
        found = np.minimum.reduceat(above[piece.other], piece.begins[tied])
        lowest[tied] = np.minimum(lowest[tied], found)
    return lowest
