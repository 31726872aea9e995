"""PageRank over pieces: the driver has everybody's rank, each piece the arcs towards its people."""

import numpy as np

from knoop.distributed.acts import ONE
from knoop.distributed.pieces import Piece, Pieces, Vector

NEAR = 1e-10  # change in a round at which to stop; what is left is below NEAR x damping / (1 - damping)
AT_MOST = 1_000


def pagerank(towards: Pieces, out_strength: Vector, *, damping: float = 0.85) -> Vector | None:
    """How often one comes by when following arcs at random, as `knoop.network.pagerank` has it.

    Args:    towards: of each person the arcs towards them, weights in 1/ONE. out_strength: the sum of the
             weights of each person's own arcs.
    Returns: shares that sum to 1, all within 6e-10 together; None when nobody turns to anybody.
    Undefined steps: from a person who turns to nobody, one goes on anywhere.
    Cost:    one job a round, some 60-130 rounds; 16 bytes x people go to each worker and back.
    Source:  Page, Brin, Motwani & Winograd (1999).
    """
    size, turning = towards.size, out_strength > 0
    if not turning.any():
        return None
    share = np.divide(1.0, out_strength, out=np.zeros(size), where=turning)
    rank: Vector = np.full(size, 1.0 / size)
    for _ in range(AT_MOST):
        arriving = towards.of_each(_arriving, np.zeros(size), leaving=rank * share)
        following = damping * (arriving + rank[~turning].sum() / size) + (1.0 - damping) / size
        change = float(np.abs(following - rank).sum())
        rank = following
        if change < NEAR:
            break
    return np.asarray(rank / rank.sum())


def _arriving(piece: Piece, leaving: Vector) -> Vector:
    return np.asarray(piece.sums(piece.weight / ONE * leaving[piece.other]))
