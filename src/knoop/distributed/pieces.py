"""Ties in pieces that machines hold, each answering for its own people when the driver asks.

A piece has all ties of the people in a range of numbers. So what is asked of a person is answered by one
piece alone, in the order of the others' numbers, and no figure can hang on how many pieces there are.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import DataFrame

type Whole = NDArray[np.int64]
type Vector = NDArray[np.float64]

TIES_A_PIECE = 2_000_000  # 24 MB


@dataclass(frozen=True, kw_only=True, eq=False)
class Piece:
    """Ties of the people from `first` up to `first + len(begins) - 1`.

    begins: where each person's ties begin, and the end of the last.
    other, weight: one per tie, others rising.
    """

    first: int
    begins: Whole
    other: NDArray[np.int32]
    weight: Whole

    @property
    def people(self) -> slice:
        return slice(self.first, self.first + len(self.begins) - 1)

    @property
    def row(self) -> NDArray[np.int64]:
        """For each tie the person it is of, counted from `first`."""
        return np.repeat(np.arange(len(self.begins) - 1), np.diff(self.begins))

    def sums(self, each: NDArray[Any]) -> NDArray[Any]:
        """For each person the sum over their ties, one after the other."""
        kind = np.int64 if each.dtype.kind in "iub" else np.float64
        total = np.zeros(len(self.begins) - 1, dtype=kind)
        tied = np.flatnonzero(np.diff(self.begins))
        if len(tied):
            total[tied] = np.add.reduceat(each, self.begins[tied], dtype=kind)
        return total

    def by_label(self, label: NDArray[Any]) -> tuple[Whole, Whole, Whole]:
        """What each person's ties weigh with others of one label: person, label and weight, sorted.

        Others whose label is below 0 are left out.
        """
        theirs = label[self.other].astype(np.int64)
        known = theirs >= 0
        width = int(label.max(initial=0)) + 1
        keys = self.row[known] * width + theirs[known]
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        starts = np.flatnonzero(np.diff(keys, prepend=-1))
        weight = self.weight[known][order]
        if len(starts):
            weight = np.add.reduceat(weight, starts)
        keys = keys[starts]
        return keys // width, keys % width, weight


@dataclass(frozen=True, kw_only=True, eq=False)
class Pieces:
    """All pieces of one graph, over `size` people."""

    held: "RDD[Piece]"
    size: int

    def ask[Answer](self, question: Callable[..., Answer], **told: NDArray[Any] | float) -> list[Answer]:
        """What `question(piece, **told)` answers for each piece, in the order of people. One job."""
        context = self.held.context
        sent = context.broadcast(told)
        try:
            answers = self.held.map(lambda piece: (piece.first, question(piece, **sent.value))).collect()
        finally:
            sent.destroy()
        return [answer for _, answer in sorted(answers, key=lambda one: one[0])]

    def of_each(
        self, question: Callable[..., NDArray[Any]], otherwise: NDArray[Any], **told: NDArray[Any] | float
    ) -> NDArray[Any]:
        """The same where the answer has a number for each person of the piece: all numbers in one row.

        otherwise: the numbers of people whose piece has no tie, and so isn't there.
        """
        row = otherwise.copy()
        answers = self.ask(partial(_placed, question), **told)
        for people, numbers in answers:
            row[people] = numbers
        return row

    def forget(self) -> None:
        self.held.unpersist()


def _placed(question: Callable[..., NDArray[Any]], piece: Piece, **told: Any) -> tuple[slice, NDArray[Any]]:
    return piece.people, question(piece, **told)


def cut(ties: "DataFrame", size: int, *, count: int) -> Pieces:
    """Pieces from rows of (person, other, weight), no pair twice; `count` is how many rows there are.

    Cost: one shuffle and sort of the rows; memory about TIES_A_PIECE ties a task, if nobody has more.
    """
    from pyspark import StorageLevel
    from pyspark.sql import functions as F  # noqa: N812

    least = ties.sparkSession.sparkContext.defaultParallelism
    number = max(1, min(size, max(least, -(-count // TIES_A_PIECE))))
    width = -(-size // number)
    rows = ties.select("person", "other", "weight", (F.col("person") / width).cast("int").alias("piece"))

    def packed(key: tuple[pa.Scalar, ...], table: pa.Table) -> pa.Table:
        return _packed(int(key[0].as_py()) * width, width, size, table)

    schema = "first bigint, begins binary, other binary, weight binary"
    # As few tasks as pieces: each round starts all of them anew.
    held = rows.groupBy("piece").applyInArrow(packed, schema).rdd.coalesce(number).map(_unpacked)
    return Pieces(held=held.persist(StorageLevel.MEMORY_AND_DISK), size=size)


def _packed(first: int, width: int, size: int, table: pa.Table) -> pa.Table:
    person = table["person"].to_numpy().astype(np.int64) - first
    other = table["other"].to_numpy().astype(np.int32)
    weight = table["weight"].to_numpy().astype(np.int64)
    order = np.lexsort((other, person))
    counts = np.bincount(person, minlength=min(width, size - first))
    begins = np.append(0, np.cumsum(counts)).astype(np.int64)
    columns = {"begins": begins, "other": other[order], "weight": weight[order]}
    return pa.table({"first": [first]} | {name: [column.tobytes()] for name, column in columns.items()})


def _unpacked(row: Any) -> Piece:
    return Piece(
        first=row["first"],
        begins=np.frombuffer(row["begins"], dtype=np.int64),
        other=np.frombuffer(row["other"], dtype=np.int32),
        weight=np.frombuffer(row["weight"], dtype=np.int64),
    )
