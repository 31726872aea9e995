"""Contacts along which news can have gone, drawn from the log by Spark; see docs/measures/speed.md."""

from typing import TYPE_CHECKING

import numpy as np

from knoop.distributed.acts import Acts
from knoop.network.clocks import BACK, TOLD, TOWARDS, Contacts
from knoop.network.leaders_evidence import WINDOW

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame


def recent_contacts(acts: Acts) -> Contacts | None:
    """Contacts of the last 90 days, or of a shorter period, on the driver.

    They are those that `knoop.network` finds in the same log. None without times or rows.
    Cost: two passes over the rows, and a sort of those that can still be heard in the window; on the driver
          16 bytes a contact, as each task needs to have them too.
    """
    from pyspark.sql import functions as F  # noqa: N812

    if acts.since is None or acts.until is None:
        return None
    since = max(acts.since, acts.until - WINDOW)
    rows = acts.rows.where(F.col("audience") <= acts.rules.broadcast)
    towards = rows.where(F.col("kind").isin(*TOWARDS)).select("time", "source", "target")
    back = rows.where(F.col("kind").isin(*BACK)).select(
        "time", _as("target", "source"), _as("source", "target")
    )
    told = _heard(acts.rows, rows.where(F.col("kind").isin(*TOLD)), since)
    found = towards.union(back).where(F.col("time") >= since).union(told).distinct()
    found = found.sort("time", "source", "target").toArrow()
    time = found["time"].to_numpy().astype(np.float64)
    return Contacts(
        people=acts.people,
        time=time,
        worked=time,
        source=found["source"].to_numpy().astype(np.int32),
        target=found["target"].to_numpy().astype(np.int32),
        since=since,
        until=acts.until,
        worked_since=since,
        worked_until=acts.until,
    )


def _as(column: str, name: str) -> "Column":
    from pyspark.sql import functions as F  # noqa: N812

    return F.col(column).alias(name)


def _heard(rows: "DataFrame", told: "DataFrame", since: float) -> "DataFrame":
    """What was told, at the moment at which the other next did anything at all, from `since` on."""
    from pyspark.sql import Window
    from pyspark.sql import functions as F  # noqa: N812

    signs = rows.select(F.col("source").alias("target"), "time").distinct()
    # Whoever did something since they were told, and before `since`, has heard before `since`.
    last = signs.where(F.col("time") < since).groupBy("target").agg(F.max("time").alias("last"))
    told = told.select("time", "source", "target").join(last, "target", "left")
    told = told.where(F.coalesce(F.col("time") >= F.col("last"), F.lit(True)))
    both = told.select("target", "time", "source", F.lit(None).cast("double").alias("sign")).union(
        signs.where(F.col("time") >= since).select(
            "target", "time", F.lit(None).cast("int").alias("source"), F.col("time").alias("sign")
        )
    )
    # Backwards, and what is told before a sign of the same moment: so only later signs have gone by.
    before = Window.partitionBy("target").orderBy(F.desc("time"), F.asc_nulls_first("sign"))
    next_sign = F.min("sign").over(before.rowsBetween(Window.unboundedPreceding, Window.currentRow))
    heard = both.select("target", "source", next_sign.alias("time"), F.col("sign").isNull().alias("is_told"))
    return heard.where("is_told AND time IS NOT NULL").select("time", "source", "target")
