"""The shape of the whole from counts that Spark makes; formulas as in `knoop.network`."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from knoop.distributed.acts import spread
from knoop.distributed.pieces import Piece, Pieces, Vector, Whole
from knoop.network import silo_index

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


@dataclass(frozen=True, kw_only=True, eq=False)
class Contacts:
    """The undirected form of a graph.

    pairs: table of (low, high, both): each pair once, by number of person; whether both turned to the other.
    both_ways: table of (person, other, weight 1).    arcs, mutual, count: how many arcs,
    mutual pairs and pairs there are.
    """

    pairs: "DataFrame"
    both_ways: "DataFrame"
    arcs: int
    mutual: int
    count: int


def contacts_in(ties: "DataFrame") -> Contacts:
    """From a table with `source` and `target`, no pair twice. Cost: one grouping."""
    from pyspark.sql import functions as F  # noqa: N812

    pairs = (
        ties.groupBy(F.least("source", "target").alias("low"), F.greatest("source", "target").alias("high"))
        .agg((F.count("*") == 2).alias("both"))
        .persist()
    )
    found = pairs.agg(F.count("*").alias("pairs"), F.count_if("both").alias("mutual")).collect()[0]
    return Contacts(
        pairs=pairs,
        both_ways=both_ways(pairs),
        arcs=found["pairs"] + found["mutual"],
        mutual=found["mutual"],
        count=found["pairs"],
    )


def both_ways(pairs: "DataFrame") -> "DataFrame":
    """(person, other, weight 1) from (low, high)."""
    from pyspark.sql import functions as F  # noqa: N812

    one = F.lit(1).cast("bigint").alias("weight")
    forth = pairs.select(F.col("low").alias("person"), F.col("high").alias("other"), one)
    return forth.union(pairs.select(F.col("high").alias("person"), F.col("low").alias("other"), one))


def degree(pieces: Pieces) -> Whole:
    """How many people each has contact with."""
    return pieces.of_each(_degree, np.zeros(pieces.size, dtype=np.int64))


def _degree(piece: Piece) -> Whole:
    return np.diff(piece.begins)


def triangles(contacts: Contacts, degrees: Whole) -> Whole:
    """How many pairs of each person's contacts have contact too.

    Each pair is looked at from who has fewer contacts, so that nobody with many makes many paths.
    Cost: two joins; at most pairs^1.5 paths.
    """
    from pyspark.sql import functions as F  # noqa: N812

    spark = contacts.pairs.sparkSession
    table = pa.table({"number": np.arange(len(degrees), dtype=np.int32), "degree": degrees})
    each = spark.createDataFrame(table)
    ranked = contacts.pairs
    for end in ("low", "high"):
        own = each.select(F.col("number").alias(end), F.struct("degree", "number").alias(f"{end}_rank"))
        ranked = ranked.join(own, end)
    rising = F.col("low_rank") < F.col("high_rank")
    arcs = ranked.select(
        F.when(rising, F.col("low")).otherwise(F.col("high")).alias("few"),
        F.when(rising, F.col("high")).otherwise(F.col("low")).alias("many"),
    ).persist()
    first, second = arcs.withColumnRenamed("many", "low"), arcs.withColumnRenamed("many", "high")
    paths = first.join(second, "few").where("low < high")
    closed = paths.join(contacts.pairs.select("low", "high"), ["low", "high"])
    corners = closed.select(F.explode(F.array("few", "low", "high")).alias("person"))
    found = spread(corners.groupBy("person").count(), "count", len(degrees))
    arcs.unpersist()
    return found


def clustering(triangles_of: Whole, degrees: Whole) -> tuple[float | None, float | None]:
    """Mean share of a person's pairs of contacts who know each other, and that share of all such pairs."""
    pairs = degrees * (degrees - 1) / 2
    if not len(degrees):
        return None, None
    closed = np.divide(triangles_of, pairs, out=np.zeros(len(pairs)), where=pairs > 0)
    return float(closed.mean()), float(triangles_of.sum() / pairs.sum()) if pairs.any() else None


def degree_centralisation(degrees: Whole) -> float | None:
    size = len(degrees)
    if size < 3:
        return None
    return float((degrees.max() - degrees).sum() / ((size - 1) * (size - 2)))


@dataclass(frozen=True, kw_only=True)
class Mixing:
    """How much units keep to themselves; see docs/measures/units.md."""

    modularity: float | None
    ei: float | None
    ei_expected: float | None
    silo_index: float | None


def mixing(pieces: Pieces, unit: Whole) -> Mixing:
    """Among people whose unit is known (0 or above). Cost: one job."""
    none = np.zeros(pieces.size, dtype=np.int64)
    inside = int(pieces.of_each(_inside, none, unit=unit).sum()) // 2
    known = pieces.of_each(_known, none, unit=unit)
    total, sizes = int(known.sum()) // 2, np.bincount(unit[unit >= 0])
    people = int(sizes.sum())
    expected = None
    if people > 1:
        expected = float(1 - 2 * (sizes * (sizes - 1)).sum() / (people * (people - 1)))
    observed = (total - 2 * inside) / total if total else None
    modularity = None
    if total:
        ends = np.bincount(unit[unit >= 0], weights=known[unit >= 0]) / (2 * total)
        modularity = float(inside / total - (ends**2).sum())
    return Mixing(
        modularity=modularity, ei=observed, ei_expected=expected, silo_index=silo_index(observed, expected)
    )


def _inside(piece: Piece, unit: Whole) -> Whole:
    """How many contacts of each person are of their own unit."""
    own = unit[piece.people]
    return np.asarray(piece.sums((own[piece.row] == unit[piece.other]) & (own[piece.row] >= 0)))


def _known(piece: Piece, unit: Whole) -> Whole:
    """How many contacts have a known unit, for each person who has one."""
    own = unit[piece.people]
    return np.asarray(piece.sums((own[piece.row] >= 0) & (unit[piece.other] >= 0)))


def participation(pieces: Pieces, unit: Whole) -> Vector:
    """How evenly each person's contacts lie over units; NaN without a contact whose unit is known."""
    return pieces.of_each(_participation, np.full(pieces.size, np.nan), unit=unit)


def _participation(piece: Piece, unit: Whole) -> Vector:
    row, _, there = piece.by_label(unit)
    size = len(piece.begins) - 1
    total = np.bincount(row, weights=there, minlength=size)
    squares = np.bincount(row, weights=there.astype(np.float64) ** 2, minlength=size)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(1.0 - squares / total**2)
