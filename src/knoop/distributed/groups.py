"""Communities of a graph too large for one machine: made coarser in Spark until one machine can take it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from scipy import sparse

from knoop.distributed.acts import SENT_TO_ALL
from knoop.distributed.pieces import Piece, Pieces, Whole, cut
from knoop.network import Network, communities, detected_modularity

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

ON_THE_DRIVER = 5_000_000  # pairs: NetworKit needs about 100 bytes for each
ROUNDS = 24  # of moves on a level
POLISH = 8  # rounds with the people themselves, after the groups are found
TURNS = 4  # a quarter of all may move at a time, so that few swap places with each other


@dataclass(frozen=True, kw_only=True, eq=False)
class Level:
    """A graph of nodes: people at first, then groups of them.

    ties:     table of (person, other, weight), both ways, without loops; `count` is how many rows.
    strength: of each node, what its ties weigh, those within it twice.
    """

    ties: "DataFrame"
    count: int
    strength: Whole

    @property
    def total(self) -> int:
        """Twice the weight of all ties."""
        return int(self.strength.sum())


@dataclass(frozen=True, kw_only=True, eq=False)
class Grouping:
    """A label for each node, and the modularity of that."""

    label: Whole
    quality: float


def groups_of(
    contacts: "DataFrame", size: int, *, count: int, on_the_driver: int = ON_THE_DRIVER
) -> tuple[list[int | None], float | None]:
    """Groups that the ties themselves show, numbered as `knoop.network.communities` does, and modularity.

    With at most `on_the_driver` pairs they are the very groups of one machine. A larger graph is made
    coarser first: people move to the group that raises modularity most, a quarter of them at a time, and
    groups become nodes; the driver groups these by NetworKit's Louvain with refinement; then people
    move once more. Undirected, without weights; no draw, so the same input gives the same groups.
    Args:    contacts: (person, other, weight 1) both ways; `count` rows.
    Returns: None for people without ties; modularity is None without any.
    Cost:    one job a round, at most 24 a level; 20 bytes x people go to each worker. Modularity is no more
             than .02 below that of one machine (tests/distributed/test_groups.py).
    Source:  Blondel et al. (2008); moving all at once: Staudt & Meyerhenke (2016).
    """
    if not count:
        return [None] * size, None
    if count <= 2 * on_the_driver:
        network = _collected(contacts, size)
        found = communities(network)
        return found, detected_modularity(network, found)
    pieces = cut(contacts, size, count=count)
    degree = pieces.of_each(_strength, np.zeros(size, dtype=np.int64))
    label = _coarser(Level(ties=contacts, count=count, strength=degree), pieces, on_the_driver)
    best = _moved(pieces, degree, label, POLISH)
    pieces.forget()
    return _numbered(best.label, degree), best.quality


def _strength(piece: Piece) -> Whole:
    return np.asarray(piece.sums(piece.weight))


def _coarser(level: Level, pieces: Pieces, on_the_driver: int) -> Whole:
    """Labels of a level's nodes, by way of all coarser levels."""
    each_alone = np.arange(len(level.strength), dtype=np.int64)
    names, group = np.unique(_moved(pieces, level.strength, each_alone, ROUNDS).label, return_inverse=True)
    if len(names) == len(each_alone):
        return each_alone
    above = _aggregated(level, group, len(names))
    if above.count <= 2 * on_the_driver:
        label = _on_the_driver(above)
    else:
        held = cut(above.ties, len(names), count=above.count)
        label = _coarser(above, held, on_the_driver)
        held.forget()
    above.ties.unpersist()
    return np.asarray(label[group], dtype=np.int64)


def _moved(pieces: Pieces, strength: Whole, label: Whole, rounds: int) -> Grouping:
    """The best grouping met while nodes move, each to the group where it adds most to modularity."""
    best = Grouping(label=label, quality=-1.0)
    total, still = int(strength.sum()), 0
    for turn in range(rounds + 1):
        held = np.bincount(label, weights=strength)
        answers = pieces.ask(_better, label=label, held=held, strength=strength, turn=turn, total=total)
        # What a node's ties don't show of its strength lies within it.
        inside = total - sum(one.tied - one.inside for one in answers)
        quality = inside / total - float(((held / total) ** 2).sum())
        if quality > best.quality:
            best = Grouping(label=label, quality=quality)
        movers = np.concatenate([one.movers for one in answers])
        label = label.copy()
        label[movers] = np.concatenate([one.goals for one in answers])
        still = still + 1 if len(movers) <= len(label) // 1000 else 0
        if still == TURNS:  # everybody had a turn, and hardly anybody moved
            break
    return best


@dataclass(frozen=True, kw_only=True, eq=False)
class Moves:
    """Who of a piece goes to which group; what its ties weigh, and those inside groups as they were."""

    movers: Whole
    goals: Whole
    tied: int
    inside: int


def _better(  # noqa: PLR0917 - told by name
    piece: Piece, label: Whole, held: NDArray[np.float64], strength: Whole, turn: int, total: int
) -> Moves:
    row, theirs, weight = piece.by_label(label)
    person = row + piece.first
    is_own = theirs == label[person]
    power = strength[person].astype(np.float64)
    gain = weight.astype(np.float64) * total - power * (held[theirs] - np.where(is_own, power, 0.0))
    own_power = strength[piece.people].astype(np.float64)
    stay = -own_power * (held[label[piece.people]] - own_power)
    stay[row[is_own]] = gain[is_own]
    # Sorted by gain, and of equal ones the lowest label last: the last row of each person is the best.
    order = np.lexsort((-theirs, gain, row))
    best = order[np.flatnonzero(np.diff(row[order], append=-1))]
    goes = best[(gain[best] > stay[row[best]]) & _has_turn(person[best], turn)]
    return Moves(
        movers=person[goes],
        goals=theirs[goes],
        tied=int(weight.sum()),
        inside=int(weight[is_own].sum()),
    )


def _has_turn(node: Whole, turn: int) -> NDArray[np.bool_]:
    """A quarter of the nodes, each once in four turns, and with others in the next four."""
    around = np.uint64(turn // TURNS + 1) * np.uint64(0xD1B54A32D192ED03)
    mixed = (node.astype(np.uint64) ^ around) * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(32))) * np.uint64(0xBF58476D1CE4E5B9)
    has_turn: NDArray[np.bool_] = (mixed >> np.uint64(40)) % np.uint64(TURNS) == np.uint64(turn % TURNS)
    return has_turn


def _aggregated(level: Level, group: Whole, count: int) -> Level:
    """Groups as nodes, and the weight between them."""
    from pyspark.sql import functions as F  # noqa: N812

    table = pa.table({"node": np.arange(len(group), dtype=np.int32), "group": group.astype(np.int32)})
    of = level.ties.sparkSession.createDataFrame(table)
    if len(group) <= SENT_TO_ALL:
        of = F.broadcast(of)
    ties = level.ties
    for end in ("person", "other"):
        ties = ties.join(of.select(F.col("node").alias(end), F.col("group").alias(f"{end}_group")), end)
        ties = ties.drop(end).withColumnRenamed(f"{end}_group", end)
    between = ties.where("person <> other").groupBy("person", "other").agg(F.sum("weight").alias("weight"))
    between = between.persist()
    strength = np.zeros(count, dtype=np.int64)
    np.add.at(strength, group, level.strength)
    return Level(ties=between, count=between.count(), strength=strength)


def _collected(ties: "DataFrame", size: int) -> Network:
    """The graph on the driver; people are called by their numbers."""
    found = ties.select("person", "other", "weight").toArrow()
    ends = (found["person"].to_numpy(), found["other"].to_numpy())
    weight = found["weight"].to_numpy().astype(np.float64)
    arcs = sparse.csr_array((weight, ends), shape=(size, size))
    arcs.sort_indices()
    return Network(people=tuple(map(str, range(size))), arcs=arcs)


def _on_the_driver(level: Level) -> Whole:
    """NetworKit's Louvain with refinement, loops and all."""
    import networkit

    size = len(level.strength)
    arcs = _collected(level.ties, size).arcs
    loops = (level.strength - np.asarray(arcs.sum(axis=1))) / 2
    pairs = sparse.triu(arcs, k=1).tocoo()
    first, second = np.append(pairs.row, np.arange(size)), np.append(pairs.col, np.arange(size))
    weight = np.append(pairs.data, loops)
    kept = weight > 0
    graph: Any = networkit.GraphFromCoo(
        (weight[kept], (first[kept], second[kept])), n=size, weighted=True, directed=False
    )
    threads = networkit.getMaxNumberOfThreads()
    networkit.setNumberOfThreads(1)  # with more, the order of moves differs by run
    networkit.engineering.setSeed(1, False)
    try:
        run = networkit.community.PLM(graph, refine=True).run()
        return np.array(run.getPartition().getVector(), dtype=np.int64)
    finally:
        networkit.setNumberOfThreads(threads)


def _numbered(label: Whole, degree: Whole) -> list[int | None]:
    """From 1 for the largest, equal ones by their first person; None for who has no ties."""
    _, first, member, sizes = np.unique(label, return_index=True, return_inverse=True, return_counts=True)
    order = np.lexsort((first, -sizes))
    number = np.empty(len(order), dtype=np.int64)
    number[order] = np.arange(1, len(order) + 1)
    return [int(number[one]) if tied else None for one, tied in zip(member, degree > 0, strict=True)]
