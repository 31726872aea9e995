"""One analysis by Spark: from Parquet to the figures that many machines can measure."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from knoop.distributed import shape
from knoop.distributed.acts import ONE, Acts, Counts, numbered, per_person, ties_of
from knoop.distributed.contacts import recent_contacts
from knoop.distributed.evidence import Seen, cautions_of, seen
from knoop.distributed.findings import Findings
from knoop.distributed.freshness import speed
from knoop.distributed.groups import groups_of
from knoop.distributed.parts import components
from knoop.distributed.pieces import cut
from knoop.distributed.reading import Log, read
from knoop.distributed.walking import pagerank
from knoop.network import Counts as Counted
from knoop.network import Rules, gini
from knoop.network.ties import STAGE_WEIGHT

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

type Columns = dict[str, NDArray[Any] | list[Any]]


def analyse(
    spark: "SparkSession", place: Path | str, people: Path | None = None, *, rules: Rules | None = None
) -> Findings:
    """Measure a log of interactions in Parquet.

    Args:    place: a file, a folder of files, or an address Spark can read. people: a table on this machine
             with id and, if wanted, unit.
    Returns: what `knoop.network.analyse` finds in the same rows, as far as it's measured here; the same for
             the same rows, however they are ordered or cut into files.
    Raises:  Unreadable naming the file and the remedy.
    Cost:    some 150-250 jobs of Spark. The driver holds about a kilobyte for each person, and the contacts
             of 90 days at 16 bytes each, as does every worker; interactions and ties stay in Spark.
    """
    log = read(spark, place, people)
    acts = numbered(spark, log, rules or Rules())
    ties = ties_of(acts)
    unit = _units(log)
    found = seen(acts, ties)
    organisation, whole = _organisation(ties, unit, acts.size)
    organisation["gini"] = gini(found.sent.astype(np.float64))
    columns, quality = _people(ties, unit, acts.size)
    _add_speed(spark, acts, found, columns)
    connected = _connected(ties, acts)
    ties.unpersist()
    acts.rows.unpersist()
    return Findings(
        people=acts.people,
        since=acts.since,
        until=acts.until,
        counts=Counted(
            people=acts.size, active=int(found.active.sum()), interactions=log.count, ties=whole["arcs"]
        ),
        organisation=organisation,
        connected=connected,
        component=whole["component"],
        modularity_of_communities=quality,
        columns=columns,
        cautions=tuple(cautions_of(acts, found, int((unit < 0).sum()))),
        own=log.own,
    )


def _units(log: Log) -> NDArray[np.int64]:
    """Each person's unit as a number; -1 where unknown."""
    of = {one.key: one.unit for one in log.listed if one.unit}
    number = {name: position for position, name in enumerate(sorted(set(of.values())))}
    return np.array([number[of[one]] if one in of else -1 for one in log.people], dtype=np.int64)


def _organisation(
    ties: "DataFrame", unit: NDArray[np.int64], size: int
) -> tuple[dict[str, float | None], dict[str, Any]]:
    """Figures of the simple graph of the whole period; how many arcs and which parts it has."""
    contacts = shape.contacts_in(ties)
    pieces = cut(contacts.both_ways, size, count=2 * contacts.count)
    degrees = shape.degree(pieces)
    mixing = shape.mixing(pieces, unit)
    clustering, transitivity = shape.clustering(shape.triangles(contacts, degrees), degrees)
    figures = {
        "density": contacts.arcs / (size * (size - 1)) if size > 1 else None,
        "reciprocity": 2 * contacts.mutual / contacts.arcs if contacts.arcs else None,
        "clustering": clustering,
        "transitivity": transitivity,
        "degree_centralisation": shape.degree_centralisation(degrees),
        **asdict(mixing),
    }
    part = components(pieces)
    pieces.forget()
    contacts.pairs.unpersist()
    return figures, {"arcs": contacts.arcs, "component": part}


def _people(ties: "DataFrame", unit: NDArray[np.int64], size: int) -> tuple[Columns, float | None]:
    """Figures of the ties as they stand at the end; the modularity of the communities."""
    from pyspark.sql import functions as F  # noqa: N812

    standing = ties.where("weight > 0").select(
        "source",
        "target",
        F.rint(F.log1p(F.col("weight") / F.lit(float(ONE))) * F.lit(float(ONE)))
        .cast("bigint")
        .alias("weight"),
    )
    columns: Columns = {}
    strength: dict[str, Counts] = {}
    for way, end in (("in", "target"), ("out", "source")):
        columns[f"{way}_degree"] = per_person(standing, end, F.count("*"), size)
        strength[way] = per_person(standing, end, F.sum("weight"), size)
        columns[f"{way}_strength"] = strength[way] / ONE
    contacts = shape.contacts_in(standing)
    arcs = standing.select(F.col("target").alias("person"), F.col("source").alias("other"), "weight")
    towards = cut(arcs, size, count=contacts.arcs)
    rank = pagerank(towards, strength["out"] / ONE)
    towards.forget()
    columns["pagerank"] = [None] * size if rank is None else rank
    pieces = cut(contacts.both_ways, size, count=2 * contacts.count)
    columns["participation"] = shape.participation(pieces, unit)
    pieces.forget()
    columns["community"], quality = groups_of(contacts.both_ways, size, count=2 * contacts.count)
    contacts.pairs.unpersist()
    return columns, quality


def _add_speed(spark: "SparkSession", acts: Acts, found: Seen, columns: Columns) -> None:
    """Shown of those of whom enough was seen, when enough was seen of all."""
    undefined = np.full(acts.size, np.nan)
    columns["speed_out"], columns["speed_in"] = undefined, undefined
    contacts = recent_contacts(acts) if found.recent.is_enough_of_all else None
    fresh = speed(spark, contacts) if contacts else None
    if fresh is not None:
        columns["speed_out"] = np.where(found.recent.enough, fresh.out, np.nan)
        columns["speed_in"] = np.where(found.recent.enough, fresh.inward, np.nan)


def _connected(ties: "DataFrame", acts: Acts) -> float | None:
    """The largest connected part of the graph of the stage, as a share of all; None without ties.

    Pairs who both turned to the other, or whose weights together reach 3, counting acts of the last 90 days.
    """
    from pyspark.sql import functions as F  # noqa: N812

    counted = ties if acts.until is None else ties.where("standing > 0")
    pairs = counted.groupBy(
        F.least("source", "target").alias("low"), F.greatest("source", "target").alias("high")
    ).agg(F.count("*").alias("ways"), F.sum("standing").alias("weight"))
    if acts.until is None:
        found = pairs.agg(
            F.count("*").alias("pairs"), F.count_if(F.col("ways") == 2).alias("mutual")
        ).collect()[0]
        # A list of mutual ties names each pair once: `knoop.network.ties.is_undirected_list`.
        once = 2 * found["mutual"] < 0.1 * (found["pairs"] + found["mutual"])
        stands = F.lit(True) if once else F.col("ways") == 2
    else:
        stands = (F.col("ways") == 2) | (F.col("weight") >= STAGE_WEIGHT * ONE)
    pairs = pairs.where(stands)
    both = shape.both_ways(pairs).persist()
    count = both.count()
    if not count:
        return None
    pieces = cut(both, acts.size, count=count)
    largest = int(np.bincount(components(pieces)).max())
    pieces.forget()
    both.unpersist()
    return largest / acts.size
