"""From a log to acts and to ties, as `knoop.network.ties` has them, with Spark's tables for columns."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from knoop.distributed.reading import Log
from knoop.network.leaders_evidence import WINDOW
from knoop.network.ties import STAGE_WINDOW, Rules

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, SparkSession

type Counts = NDArray[np.int64]

ONE = 2**40  # weights are added as whole numbers of 1/ONE: such a sum has no order
SENT_TO_ALL = 2_000_000  # people: up to here each task gets all their numbers, above it rows move instead


@dataclass(frozen=True, kw_only=True, eq=False)
class Acts:
    """Rows by number of person (the position in `people`).

    rows:    source, target, time, kind, event, audience: all rows to somebody else, views and broadcasts too.
    acts:    source, target, time, event, weight (worth / sqrt(audience)), lasting: those that make a tie.
    """

    people: tuple[str, ...]
    rows: "DataFrame"
    acts: "DataFrame"
    since: float | None
    until: float | None
    rules: Rules

    @property
    def size(self) -> int:
        return len(self.people)


def numbered(spark: "SparkSession", log: Log, rules: Rules) -> Acts:
    """Acts and their weights. Cost: a pass over the rows, and a second over those with an event."""
    from pyspark.sql import functions as F  # noqa: N812

    numbers = pa.table(
        {"id": pa.array(log.people, pa.string()), "number": np.arange(len(log.people), dtype=np.int32)}
    )
    number = spark.createDataFrame(numbers)
    if len(log.people) <= SENT_TO_ALL:
        number = F.broadcast(number)
    rows = log.rows
    for end in ("source", "target"):
        own = number.select(F.col("id").alias(end), F.col("number").alias(f"{end}_number"))
        rows = rows.join(own, end).drop(end).withColumnRenamed(f"{end}_number", end)
    rows = with_audience(rows, has_events=log.has_events)
    rows = rows.select("source", "target", "time", "kind", "event", "audience").persist()
    worth = _worth(rules)
    acts = rows.where((worth > 0) & (F.col("audience") <= rules.broadcast)).select(
        "source",
        "target",
        "time",
        "event",
        (worth / F.sqrt(F.col("audience").cast("double"))).alias("weight"),
        (F.col("kind") == "follow").alias("lasting"),
    )
    return Acts(people=log.people, rows=rows, acts=acts, since=log.since, until=log.until, rules=rules)


def with_audience(rows: "DataFrame", *, has_events: bool) -> "DataFrame":
    """How many others each row's act reached: as given, or else the different people in its rows."""
    from pyspark.sql import functions as F  # noqa: N812

    if not has_events:
        return rows.withColumn("audience", F.greatest("audience", F.lit(1)))
    unknown = rows.where("audience <= 0 AND event IS NOT NULL")
    counted = unknown.groupBy("event").agg(F.count_distinct("target").alias("counted"))
    is_unknown = (F.col("audience") <= 0) & F.col("event").isNotNull()
    reached = F.when(is_unknown, F.col("counted").cast("int")).otherwise(F.greatest("audience", F.lit(1)))
    return rows.join(counted, "event", "left").withColumn("audience", reached)


def _worth(rules: Rules) -> "Column":
    from pyspark.sql import functions as F  # noqa: N812

    pairs = [F.lit(value) for kind, worth in rules.worth.items() for value in (kind, float(worth))]
    return F.coalesce(F.create_map(*pairs)[F.col("kind")], F.lit(0.0))


def ties_of(acts: Acts) -> "DataFrame":
    """One row for each pair of which the source ever turned to the target.

    weight:   what is left of the acts at the end of the period, in 1/ONE; 0 when all are forgotten.
    standing: the same of acts of the last 90 days alone.
    acts, recent: how many there were, and of those after the beginning of the last 90 days.
    Cost: one grouping of the acts.
    """
    from pyspark.sql import functions as F  # noqa: N812

    if acts.until is None:
        faded, stands, is_recent = F.col("weight"), F.lit(True), F.lit(True)
    else:
        age = F.lit(acts.until) - F.col("time")
        halved = F.when(F.col("lasting"), 0.0).otherwise(age / acts.rules.half_life)
        faded = F.when(
            halved <= acts.rules.forgotten, F.col("weight") * F.pow(F.lit(2.0), -halved)
        ).otherwise(0.0)
        stands, is_recent = F.col("lasting") | (age <= STAGE_WINDOW), F.col("time") > acts.until - WINDOW
    fixed = F.rint(faded * F.lit(float(ONE))).cast("bigint")
    return (
        acts.acts.groupBy("source", "target")
        .agg(
            F.sum(fixed).alias("weight"),
            F.sum(F.when(stands, fixed).otherwise(0)).alias("standing"),
            F.count("*").alias("acts"),
            F.count_if(is_recent).alias("recent"),
        )
        .persist()
    )


def recent(acts: Acts) -> "DataFrame":
    """Acts of the window in which people are looked at; all of them without times."""
    from pyspark.sql import functions as F  # noqa: N812

    return acts.acts if acts.until is None else acts.acts.where(F.col("time") > acts.until - WINDOW)


def different_acts(rows: "DataFrame", person: str, size: int) -> Counts:
    """How many acts each person has as `source` or `target`; rows of one event are one act."""
    from pyspark.sql import functions as F  # noqa: N812

    return per_person(rows, person, F.count_if(F.col("event").isNull()) + F.count_distinct("event"), size)


def per_person(table: "DataFrame", person: str, figure: "Column", size: int) -> Counts:
    """A figure of the rows of each person as `source` or `target`; 0 for who has none."""
    from pyspark.sql import functions as F  # noqa: N812

    return spread(table.groupBy(F.col(person).alias("person")).agg(figure.alias("figure")), "figure", size)


def spread(table: "DataFrame", column: str, size: int) -> Counts:
    """A column of whole numbers by person, 0 for who isn't in the table."""
    found = table.select("person", column).toArrow()
    values = np.zeros(size, dtype=np.int64)
    values[found["person"].to_numpy()] = found[column].to_numpy()
    return values
