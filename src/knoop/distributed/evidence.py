"""How much a log shows, and what a reader must know before believing the figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from knoop.distributed.acts import Acts, Counts, different_acts, per_person, recent, spread
from knoop.network import Caution
from knoop.network.leaders_evidence import WINDOW, Evidence
from knoop.network.minimum import ACTIVE_PEOPLE, ACTS_EACH, ACTS_TO_SAY_SOMETHING, SENDERS_TO_SAY_SOMETHING

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


@dataclass(frozen=True, kw_only=True, eq=False)
class Seen:
    """What the rows come down to.

    active: who has rows with somebody else. sent: acts of each person to others, views apart.
    views, broadcasts: rows and acts that make no tie. acts: rows that do. few: people of whom too little
    was seen. recent: what the last 90 days show of each person.
    """

    active: NDArray[np.bool_]
    sent: Counts
    views: int
    broadcasts: int
    acts: int
    few: int
    recent: Evidence


def seen(acts: Acts, ties: "DataFrame") -> Seen:
    """Cost: some groupings of the rows."""
    from pyspark.sql import functions as F  # noqa: N812

    size, rows, is_view = acts.size, acts.rows, F.col("kind") == "view"
    is_broad = ~is_view & (F.col("audience") > acts.rules.broadcast)
    ends = rows.select(F.col("source").alias("person")).union(rows.select("target")).distinct()
    active = spread(ends.withColumn("one", F.lit(1)), "one", size) > 0
    left = rows.agg(
        F.count_if(is_view).alias("views"),
        F.count_if(is_broad & F.col("event").isNull()).alias("alone"),
        F.count_distinct(F.when(is_broad, F.col("event"))).alias("events"),
    ).collect()[0]
    received = per_person(ties, "target", F.sum("acts"), size)
    senders = per_person(ties, "target", F.count("*"), size)
    enough = (received >= ACTS_TO_SAY_SOMETHING) & (senders >= SENDERS_TO_SAY_SOMETHING)
    return Seen(
        active=active,
        sent=different_acts(rows.where(~is_view), "source", size),
        views=left["views"],
        broadcasts=left["alone"] + left["events"],
        acts=int(received.sum()),
        few=int(size - enough.sum()),
        recent=_recent(acts, ties),
    )


def _recent(acts: Acts, ties: "DataFrame") -> Evidence:
    from pyspark.sql import functions as F  # noqa: N812

    within = recent(acts)
    return Evidence(
        people=acts.people,
        received=different_acts(within, "target", acts.size),
        senders=per_person(ties.where("recent > 0"), "target", F.count("*"), acts.size),
        sent=different_acts(within, "source", acts.size),
        since=None if acts.until is None else acts.until - WINDOW,
        until=acts.until,
    )


def cautions_of(acts: Acts, found: Seen, unknown_units: int) -> Iterator[Caution]:
    """What a reader must know, in the order of importance, in the words of one machine."""
    people, active = acts.size, int(found.active.sum())
    if found.broadcasts:
        yield Caution(code="broadcasts", values={"count": found.broadcasts, "limit": acts.rules.broadcast})
    if found.views:
        yield Caution(code="views", values={"count": found.views})
    if not found.acts:
        yield Caution(code="no_ties")
    elif active < ACTIVE_PEOPLE:
        yield Caution(code="few_active", values={"active": active, "needed": ACTIVE_PEOPLE})
    if found.acts and acts.until is not None:
        yield from _too_few(people, active, found)
    if unknown_units and unknown_units == people:
        yield Caution(code="no_units")
    elif unknown_units:
        yield Caution(code="some_units", values={"count": unknown_units, "people": people})
    if acts.until is None:
        yield Caution(code="no_times")


def _too_few(people: int, active: int, found: Seen) -> Iterator[Caution]:
    mean = found.acts / active
    if mean < ACTS_EACH:
        yield Caution(code="few_events", values={"mean": round(mean, 1), "needed": ACTS_EACH})
    if found.few:
        yield Caution(
            code="few_events_person",
            values={
                "count": found.few,
                "people": people,
                "events": ACTS_TO_SAY_SOMETHING,
                "senders": SENDERS_TO_SAY_SOMETHING,
            },
        )
