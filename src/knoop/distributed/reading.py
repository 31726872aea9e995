"""Parquet of interactions as one table of Spark, with every fault named before anything is measured."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from knoop.archives import KINDS, ArchivedPerson, Unreadable
from knoop.archives.tabular import INTERACTIONS, read_people
from knoop.archives.times import LATEST
from knoop.distributed.session import first_line

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, SparkSession

_TIME_REMEDY = "Write it as 2026-03-31T09:30:00+02:00 or as seconds since 1970."


@dataclass(frozen=True, kw_only=True, eq=False)
class Log:
    """Interactions as they were found, people by identifier, none with themselves.

    rows:   time (epoch seconds; null without times), source, target, kind, event (null: an act by itself)
            and audience (0: unknown).
    people: everybody's identifier, sorted: who is listed, and who occurs in a row.
    own:    rows from people to themselves, which are not among `rows`.
    """

    rows: "DataFrame"
    people: tuple[str, ...]
    listed: tuple[ArchivedPerson, ...]
    count: int
    own: int
    since: float | None
    until: float | None
    has_events: bool


def read(spark: "SparkSession", place: Path | str, people: Path | None) -> Log:
    """Interactions from a Parquet file, a folder of them, or an address that Spark can read.

    Args:   people: a table on the driver's machine with id and, if wanted, unit.
    Raises: Unreadable naming the file, the value and the remedy.
    Cost:   two passes over the rows.
    """
    from pyspark.errors import PySparkException

    try:
        found = _opened(spark, place)
        given = INTERACTIONS.named(str(place), found.columns)
        table = _columns(place, found.toDF(*given))
        listed = read_people(people) if people else ()
        summary = _summary(place, table)
        rows = table.where("source <> target").drop("file")
        ids = rows_people(table)
    except PySparkException as wrong:
        raise Unreadable(
            f"{place}: can't be read as Parquet ({first_line(wrong)}). Export it again."
        ) from wrong
    return Log(
        rows=rows,
        people=tuple(sorted({*ids, *(one.key for one in listed)})),
        listed=listed,
        count=summary["rows"] - summary["own"],
        own=summary["own"],
        since=summary["since"],
        until=summary["until"],
        has_events="event" in given,
    )


def rows_people(table: "DataFrame") -> list[str]:
    """Everybody who occurs in a row."""
    ends = table.select("source").union(table.select("target")).distinct()
    return list(ends.toArrow().column(0).to_pylist())


def _opened(spark: "SparkSession", place: Path | str) -> "DataFrame":
    if isinstance(place, Path):
        _require_parquet(place)
        place = place.resolve().as_uri()
    # Merged, so that a file whose column holds something else is refused and not read as nothing.
    return spark.read.option("mergeSchema", "true").parquet(place)


def _require_parquet(path: Path) -> None:
    """Ends of files are looked at here: Spark would name a folder where one file of it is damaged."""
    if not path.exists():
        raise Unreadable(f"{path}: there is no such file. Check the path.")
    # Names that begin so are notes of whoever wrote the folder; Spark passes over them too.
    files = [path] if path.is_file() else [one for one in sorted(path.rglob("*")) if one.is_file()]
    files = [one for one in files if one == path or one.name[0] not in "._"]
    if not files:
        raise Unreadable(f"{path}: there is no file in this folder. Check the path.")
    for file in files:
        try:
            pq.read_metadata(file)
        except (pa.ArrowException, OSError) as wrong:
            raise Unreadable(
                f"{file}: not Parquet, or damaged ({first_line(wrong)}). Export it again."
            ) from wrong


def _columns(place: Path | str, found: "DataFrame") -> "DataFrame":
    from pyspark.sql import functions as F  # noqa: N812 - as all of Spark's own texts call it

    types = dict(found.dtypes)
    for name in ("source", "target", "kind", "event", "audience"):
        if types.get(name, "string").split("(")[0] not in {"string", "bigint", "int", "smallint", "tinyint"}:
            raise Unreadable(
                f"{place}: column {name!r} holds {types[name]}. Store it as text or whole numbers."
            )

    def text(name: str) -> "Column":
        return F.trim(F.coalesce(F.col(name).cast("string"), F.lit(""))) if name in types else F.lit("")

    kind = F.lower(text("kind"))
    return found.select(
        (_moment(types["time"]) if "time" in types else F.lit(None).cast("double")).alias("time"),
        F.lit("time" in types).alias("timed"),
        text("source").alias("source"),
        text("target").alias("target"),
        F.when(kind == "", "message").otherwise(kind).alias("kind"),
        F.nullif(text("event"), F.lit("")).alias("event"),
        F.when(text("audience") == "", 0).otherwise(text("audience").try_cast("int")).alias("audience"),
        F.input_file_name().alias("file"),
    )


def _moment(kind: str) -> "Column":
    """Epoch seconds; null where the value is no moment."""
    from pyspark.sql import functions as F  # noqa: N812

    time = F.col("time")
    if kind.startswith(("timestamp", "date")):
        return F.unix_micros(time.cast("timestamp")) / F.lit(1e6)
    if kind == "string":
        moment = F.unix_micros(F.trim(time).try_cast("timestamp")) / F.lit(1e6)
        return F.coalesce(F.trim(time).try_cast("double"), moment)
    return time.try_cast("double")


def _summary(place: Path | str, table: "DataFrame") -> dict[str, Any]:
    """How many rows from when to when. Raises: Unreadable for the first fault of the first file."""
    from pyspark.sql import functions as F  # noqa: N812

    time = F.col("time")
    wrong = (
        F.when(F.col("source") == "", "no source. Say who it was, or take the row out.")
        .when(F.col("target") == "", "no target. Say who it was, or take the row out.")
        .when(~F.col("kind").isin(*KINDS), F.concat(F.lit("unknown kind "), F.col("kind"), F.lit(_kinds())))
        .when(F.col("audience").isNull() | (F.col("audience") < 0), "an audience is no number of people.")
        .when(
            F.col("timed") & ~F.coalesce((time >= 0) & (time < LATEST), F.lit(False)),
            f"a time is no moment between 1970 and 2200. {_TIME_REMEDY}",
        )
    )
    others = F.col("source") != F.col("target")
    found = table.agg(
        F.count("*").alias("rows"),
        F.count_if(~others).alias("own"),
        F.min(F.when(others, time)).alias("since"),
        F.max(F.when(others, time)).alias("until"),
        F.min(F.when(wrong.isNotNull(), F.struct("file", wrong.alias("what")))).alias("wrong"),
    ).collect()[0]
    if found["wrong"]:
        raise Unreadable(f"{found['wrong']['file']}: {found['wrong']['what']}")
    if not found["rows"]:
        raise Unreadable(f"{place}: there are no rows. Export it again.")
    return dict(found.asDict())


def _kinds() -> str:
    return f". Known are {', '.join(KINDS)}."
