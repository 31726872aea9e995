"""Speed of information with many machines: each carries the news of some people along all contacts."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from knoop.network.clocks import Contacts
from knoop.network.clocks_fresh import fresh_from, fresh_to
from knoop.network.graph import Vector
from knoop.network.speed import affordable, draw
from knoop.network.ties import DAY

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

ASKED_A_TASK = 64  # people; fixed, so that sums don't hang on how many machines there are


@dataclass(frozen=True, kw_only=True, eq=False)
class Freshness:
    """V_out and V_in of each person and their standard errors, as `knoop.network.speed.Speed` has them.

    sampled: how many people were asked each way; None when everybody was, and the errors are 0.
    """

    out: Vector
    inward: Vector
    out_error: Vector
    in_error: Vector
    sampled: int | None


def speed(
    spark: "SparkSession",
    contacts: Contacts,
    *,
    tau: float = DAY,
    sample: int | None = None,
    seed: int = 1,
) -> Freshness | None:
    """The figures of `knoop.network.speed`, of the same drawn people, by tasks of 64 of them.

    Args:    as there: sample is how many people to ask each way; as many by default.
    Returns: None with one person or a period without length.
    Cost:    10-20 ns x contacts x people asked / 32, spread over all cores; each worker holds the contacts.
    Source:  Kossinets, Kleinberg & Watts (2008); see docs/measures/speed.md.
    """
    size = len(contacts.people)
    if size < 2 or contacts.span <= 0:
        return None
    asked = min(sample or affordable(size), size)
    everyone = asked == size
    random = np.random.default_rng(seed)
    # In the order in which one machine draws them.
    sources = np.arange(size) if everyone else draw(random, size, asked)
    viewers = np.zeros(0, dtype=np.int64) if everyone else draw(random, size, asked)
    asking = [Asked("from", part) for part in _parts(sources)] + [
        Asked("to", part) for part in _parts(viewers)
    ]
    heard = _answers(spark, contacts, asking, tau)
    inward = _mean([one for one in heard if one.way == "from"], size)
    if everyone:
        out = np.concatenate([one.columns for one in heard]) / (size - 1)
        none = np.zeros(size)
        return Freshness(out=out, inward=inward[0], out_error=none, in_error=none, sampled=None)
    seen = _mean([one for one in heard if one.way == "to"], size)
    return Freshness(out=seen[0], inward=inward[0], out_error=seen[1], in_error=inward[1], sampled=asked)


@dataclass(frozen=True, eq=False)
class Asked:
    """Some people, and whether news goes from them or to them."""

    way: Literal["from", "to"]
    people: NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Heard:
    """Of what was asked: per person the sum of freshness and of its square; per person asked the sum."""

    way: Literal["from", "to"]
    people: NDArray[np.int64]
    total: Vector
    squares: Vector
    columns: Vector


def _parts(people: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    return [people[at : at + ASKED_A_TASK] for at in range(0, len(people), ASKED_A_TASK)]


def _answers(spark: "SparkSession", contacts: Contacts, asking: list[Asked], tau: float) -> list[Heard]:
    context = spark.sparkContext
    sent = context.broadcast(contacts)
    try:
        tasks = context.parallelize(asking, len(asking))
        return list(tasks.map(lambda asked: carried(sent.value, asked, tau)).collect())
    finally:
        sent.destroy()


def carried(contacts: Contacts, asked: Asked, tau: float) -> Heard:
    """What one task does: carry the news of some people along all contacts."""
    size = len(contacts.people)
    total, squares, columns = np.zeros(size), np.zeros(size), []
    carry = fresh_from if asked.way == "from" else fresh_to
    for _, block in carry(contacts, asked.people, tau=tau):
        total += block.sum(axis=1)
        squares += (block**2).sum(axis=1)
        columns.append(block.sum(axis=0))
    return Heard(
        way=asked.way, people=asked.people, total=total, squares=squares, columns=np.concatenate(columns)
    )


def _mean(heard: list[Heard], size: int) -> tuple[Vector, Vector]:
    """Each person's mean over the others who were asked, and its error: drawn from n - 1 without return."""
    total, squares, others = np.zeros(size), np.zeros(size), np.zeros(size)
    for one in heard:
        total += one.total
        squares += one.squares
        others += len(one.people)
        others[one.people] -= 1  # nobody is asked about themselves
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = total / others
        variance = np.maximum(squares - others * mean**2, 0.0) / (others - 1)
        error = np.sqrt(variance / others * (1.0 - others / (size - 1)))
    return mean, error
